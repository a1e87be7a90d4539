import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type LaunchOptions as PuppeteerOptions } from 'puppeteer';
import { findBrowser } from '../../scripts/browser.mjs';
import { inProject } from '../../scripts/paths.mjs';
import { closeBrowser } from './close-browser.ts';
import { makeFolder, removeFolder } from './folder.ts';
import { type PortalOptions, startPortal } from './portal.ts';
import { Problems } from './problems.ts';
import { ServiceWorkers } from './service-workers.ts';
import { type Home, Session } from './session.ts';

export interface LaunchOptions {
  portal?: PortalOptions;
  /** The unpacked extension; dist/chrome unless given. */
  extension?: string;
  /** The browser's own language, which decides about _locales: 'de'. */
  language?: string;
  /** Further host names that lead to the portal, for optional permissions. */
  hosts?: readonly string[];
  headless?: boolean;
  /** null: as large as the window. */
  viewport?: { width: number; height: number } | null;
  args?: readonly string[];
}

/** Starts portal and browser with the extension. If any part fails, all others are ended before the error is thrown. */
export async function launch(options: LaunchOptions = {}): Promise<Session> {
  const source = options.extension ?? inProject('dist/chrome');
  if (!existsSync(join(source, 'manifest.json')))
    throw new Error(`There is no built extension in ${source}: npm run build`);

  const folder = makeFolder(executable());
  const removeOnExit = () => removeFolder(folder);
  process.once('exit', removeOnExit);
  const undo: (() => unknown)[] = [() => process.off('exit', removeOnExit), removeOnExit];
  const cleanUp = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const portal = await startPortal(options.portal ?? {});
    undo.push(() => portal.close());
    // A copy: a build that runs meanwhile must not change the extension under the browser.
    cpSync(source, join(folder, 'extension'), { recursive: true });
    return await start({ folder, portal, cleanUp }, options);
  } catch (error) {
    await cleanUp();
    throw error;
  }
}

/** Ends a session's browser at once, as a crash of the machine does, and starts another on its profile and its portal. */
export async function crash(session: Session, options: LaunchOptions = {}): Promise<Session> {
  const home = await session.abandon();
  try {
    return await start(home, options);
  } catch (error) {
    await home.cleanUp();
    throw error;
  }
}

/** A browser on what there is; nothing of it is left where that fails. */
async function start(home: Home, options: LaunchOptions): Promise<Session> {
  const browser = await puppeteer.launch({
    ...browserOptions(options, home.portal.port),
    executablePath: executable(),
    userDataDir: join(home.folder, 'profile'),
  });
  try {
    const problems = new Problems();
    await problems.watch(browser);
    const workers = await ServiceWorkers.watch(browser, problems);
    const extensionId = await browser.installExtension(join(home.folder, 'extension'));
    return new Session({ ...home, browser, extensionId, problems, workers });
  } catch (error) {
    await closeBrowser(browser);
    throw error;
  }
}

function executable(): string {
  const path = findBrowser();
  if (!path) throw new Error('No browser found. `node scripts/setup.mjs` installs one; CHROME_PATH names one.');
  return path;
}

/** Launches, uses and closes, and keeps evidence of a failure under the given name. */
export async function withSession<T>(
  name: string,
  options: LaunchOptions,
  use: (session: Session) => Promise<T>,
): Promise<T> {
  const session = await launch(options);
  try {
    return await use(session);
  } catch (error) {
    await session.saveEvidence(name);
    throw error;
  } finally {
    await session.close();
  }
}

function browserOptions(options: LaunchOptions, port: number): PuppeteerOptions {
  const { headless = true, viewport = { width: 1280, height: 900 }, language, hosts = [], args = [] } = options;
  const portalHosts = ['my.wildix.com', ...hosts].map((host) => `MAP ${host} 127.0.0.1:${port}`);
  return {
    headless,
    // Puppeteer's handlers call process.exit(), which throws in a test's process and would keep it alive.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    defaultViewport: viewport,
    timeout: 60_000,
    pipe: true, // Without it, extensions cannot be installed.
    enableExtensions: true, // Installed by hand afterwards, so that a failure there still has a browser to close.
    args: [
      ...(headless || process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--ignore-certificate-errors', // The stand-in's certificate is thrown away with it.
      `--host-resolver-rules=${[...portalHosts, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(', ')}`,
      ...(language ? [`--lang=${language}`] : []),
      ...args,
    ],
  };
}
