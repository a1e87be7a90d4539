import { readFileSync } from 'node:fs';
import { vi } from 'vitest';

interface Message {
  readonly message?: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}
const english: Readonly<Record<string, Message>> = JSON.parse(
  readFileSync(new URL('../../../public/_locales/en/messages.json', import.meta.url), 'utf8'),
);

const stored = (all: Readonly<Record<string, unknown>>, key: string | null): Record<string, unknown> =>
  structuredClone(key === null ? { ...all } : key in all ? { [key]: all[key] } : {});

const empty = (stored: Record<string, unknown>): void => {
  for (const key of Object.keys(stored)) delete stored[key];
};

/** What of the browser's API the worker uses, with a storage that remembers. */
export function fakeBrowser() {
  const sync: Record<string, unknown> = {};
  const local: Record<string, unknown> = {};
  const session: Record<string, unknown> = {};
  const event = () => ({ addListener: vi.fn() });
  return {
    runtime: {
      id: 'companion',
      getURL: (path: string) => `chrome-extension://companion/${path}`,
      getManifest: () => ({
        content_scripts: [{ matches: ['https://my.wildix.com/*'], js: ['src/content/index.js'] }],
      }),
      onMessage: event(),
      onInstalled: event(),
      onStartup: event(),
    },
    permissions: {
      getAll: vi.fn(async () => ({ origins: ['https://my.wildix.com/*'] as string[] })),
      onAdded: event(),
      onRemoved: event(),
    },
    i18n: {
      getUILanguage: () => 'en-GB',
      getMessage: (key: string, substitutions: readonly string[] = []) => {
        const { message = '', placeholders = {} } = english[key] ?? {};
        return message.replaceAll(/\$(\w+)\$/g, (_, name: string) => {
          const at = Number(placeholders[name.toLowerCase()]?.content.slice(1));
          return substitutions[at - 1] ?? '';
        });
      },
    },
    storage: {
      sync: {
        data: sync,
        get: vi.fn(async (key: string | null) => stored(sync, key)),
        remove: vi.fn(async (keys: readonly string[]) => {
          for (const key of keys) delete sync[key];
        }),
        set: vi.fn(async (values: Record<string, unknown>) => void Object.assign(sync, values)),
        clear: vi.fn(async () => empty(sync)),
      },
      session: {
        data: session,
        clear: vi.fn(async () => empty(session)),
        get: vi.fn(async (key: string | null) => stored(session, key)),
        set: vi.fn(async (values: Record<string, unknown>) => void Object.assign(session, structuredClone(values))),
      },
      local: {
        data: local,
        remove: vi.fn(async (key: string) => void delete local[key]),
        clear: vi.fn(async () => empty(local)),
        get: vi.fn(async (key: string | null) => stored(local, key)),
        set: vi.fn(async (values: Record<string, unknown>) => void Object.assign(local, values)),
      },
    },
    action: {
      setBadgeText: vi.fn(async () => undefined),
      setBadgeBackgroundColor: vi.fn(async () => undefined),
      setBadgeTextColor: vi.fn(async () => undefined),
      setTitle: vi.fn(async () => undefined),
    },
    alarms: {
      create: vi.fn(async (_name: string, _info: { when?: number; delayInMinutes?: number }) => undefined),
      clear: vi.fn(async () => true),
      onAlarm: event(),
    },
    notifications: {
      create: vi.fn(async (id: string, _options: { buttons?: unknown; message: string; title: string }) => id),
      clear: vi.fn(async () => true),
      getAll: vi.fn(async () => ({}) as Record<string, unknown>),
      onClicked: event(),
      onButtonClicked: event(),
    },
    windows: { update: vi.fn(async () => ({})) },
    scripting: {
      getRegisteredContentScripts: vi.fn(async () => [] as { id: string }[]),
      unregisterContentScripts: vi.fn(async () => undefined),
      registerContentScripts: vi.fn(async () => undefined),
      executeScript: vi.fn(async () => []),
    },
    tabs: {
      query: vi.fn(async () => [] as { id?: number; discarded?: boolean; url?: string; windowId?: number }[]),
      create: vi.fn(async (): Promise<{ id?: number }> => ({})),
      update: vi.fn(async () => ({})),
      reload: vi.fn(async () => undefined),
      get: vi.fn(async () => ({})),
      remove: vi.fn(async () => undefined),
      sendMessage: vi.fn(async (_tab: number, _message: unknown): Promise<unknown> => undefined),
    },
  };
}

export type FakeBrowser = ReturnType<typeof fakeBrowser>;
