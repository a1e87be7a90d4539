import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type Session, textsOf, waitFor } from '../support/index.ts';

/** Of this process only: other test files have theirs at the same time. */
const sessionFolders = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`wmp-session-${process.pid}-`));

describe('the built extension in a browser', () => {
  let session: Session;
  beforeAll(async () => {
    session = await launch();
  });
  afterAll(() => session?.close());

  it('has a worker that answers', async () => {
    expect(await session.worker((browser) => browser.runtime.getManifest().manifest_version)).toBe(3);
  });

  it('has a worker that can be ended and comes back with what was stored', async () => {
    await session.worker((browser, value) => browser.storage.session.set({ harness: value }), 'kept');
    await session.stopWorker();
    expect(session.workerIsRunning()).toBe(false);
    expect(await session.worker((browser) => browser.storage.session.get('harness'))).toEqual({ harness: 'kept' });
    await session.worker((browser) => browser.storage.session.remove('harness'));
  });

  it('opens its popup and its options', async () => {
    for (const page of [await session.openPopup(), await session.openOptions()]) {
      await waitFor(async () => (await textsOf(page)).length > 0, { message: `any text on ${page.url()}` });
    }
  });

  it('lets the portal be opened', async () => {
    const page = await session.openPortal('customers');
    await waitFor(async () => (await textsOf(page)).includes('Nordhafen Logistik GmbH'), { message: 'the customers' });
  });

  it('caused no errors anywhere', () => {
    expect(session.problems()).toEqual([]);
  });
});

describe('the harness', () => {
  it('notices errors of pages and of the worker', async () => {
    const session = await launch();
    try {
      await session.worker(() => console.error('from the worker'));
      const popup = await session.openPopup();
      await popup.evaluate(() => console.error('from the popup'));
      await waitFor(() => session.problems().length >= 2, { message: 'both errors' });
      expect(session.problems([/from the popup/])).toEqual(['[worker] console: from the worker']);
    } finally {
      await session.close();
    }
  });

  it('leaves no process and no folder behind, also when launching fails', async () => {
    const session = await launch();
    const child = session.browser.process();
    expect(sessionFolders()).toHaveLength(1);
    await Promise.all([session.close(), session.close()]);
    expect(child?.exitCode ?? child?.signalCode).not.toBeNull();

    const broken = mkdtempSync(join(tmpdir(), 'wmp-broken-'));
    try {
      writeFileSync(join(broken, 'manifest.json'), '{ "manifest_version": 3 }');
      await expect(launch({ extension: broken })).rejects.toThrow(/name/i);
    } finally {
      rmSync(broken, { recursive: true });
    }
    expect(sessionFolders()).toEqual([]);
  });
});
