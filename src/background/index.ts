import browser from 'webextension-polyfill';
import { onAlarm } from './alarms.ts';
import { onInstalled, onPermissionsAdded, onPermissionsRemoved, onStartup, onStorageChanged } from './events.ts';
import { onNotificationPressed } from './notifications.ts';
import { onMessage } from './router.ts';

// All at once and at top level: an event that wakes the worker is lost if its listener comes later.
browser.runtime.onMessage.addListener(onMessage as Parameters<typeof browser.runtime.onMessage.addListener>[0]);
browser.runtime.onInstalled.addListener(onInstalled);
browser.runtime.onStartup.addListener(onStartup);
browser.storage.onChanged.addListener(onStorageChanged);
browser.permissions.onAdded.addListener(onPermissionsAdded);
browser.permissions.onRemoved.addListener(onPermissionsRemoved);
browser.alarms.onAlarm.addListener(onAlarm);
browser.notifications.onClicked.addListener(onNotificationPressed);
// Firefox has no buttons on notifications; there the listener is the one it has already.
(browser.notifications.onButtonClicked ?? browser.notifications.onClicked).addListener(onNotificationPressed);
