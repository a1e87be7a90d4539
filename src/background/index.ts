import browser from 'webextension-polyfill';
import { onInstalled, onPermissionsAdded, onPermissionsRemoved, onStartup } from './events.ts';
import { onMessage } from './router.ts';

// All at once and at top level: an event that wakes the worker is lost if its listener comes later.
browser.runtime.onMessage.addListener(onMessage as Parameters<typeof browser.runtime.onMessage.addListener>[0]);
browser.runtime.onInstalled.addListener(onInstalled);
browser.runtime.onStartup.addListener(onStartup);
browser.permissions.onAdded.addListener(onPermissionsAdded);
browser.permissions.onRemoved.addListener(onPermissionsRemoved);
