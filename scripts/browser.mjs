// Finds a browser of the Chromium family, or Firefox. Built-ins only: this runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { installBrowser } from './browser-install.mjs';
import { Plain } from './run.mjs';

/** Loading an extension over the debugging pipe came with this version; branded Chrome takes no other way since 137. */
const oldestChromium = 126;

const names = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
  ],
  firefox: ['firefox-esr', 'firefox'],
};
const macApps = {
  chromium: ['Chromium', 'Google Chrome', 'Microsoft Edge'],
  firefox: ['Firefox', 'Firefox Developer Edition'],
};
const macBinary = { Firefox: 'firefox', 'Firefox Developer Edition': 'firefox' };
const windowsFiles = {
  chromium: [
    'Chromium/Application/chrome.exe',
    'Google/Chrome/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
  ],
  firefox: ['Mozilla Firefox/firefox.exe'],
};
const variables = { chromium: ['CHROME_PATH', 'PUPPETEER_EXECUTABLE_PATH'], firefox: ['FIREFOX_PATH'] };

/** @typedef {'chromium' | 'firefox'} Family */

/** The browser to use, or null. A variable that names one is obeyed, or refused aloud, never passed over. */
export const findBrowser = () => find('chromium');
export const findFirefox = () => find('firefox');

/** @param {Family} family @returns {string | null} */
function find(family) {
  for (const variable of variables[family]) {
    const path = process.env[variable];
    if (!path) continue;
    if (existsSync(path)) return path;
    throw new Plain(
      `${variable} names ${path}, which does not exist. Correct it, or unset it to have a browser looked for.`,
    );
  }
  return (
    [...onPath(family), ...usualPlaces(family), ...puppeteerCache(family)].find((path) => works(path, family)) ?? null
  );
}

/** @param {Family} family */
function onPath(family) {
  if (process.platform === 'win32') return []; // Browsers are not on the PATH there.
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return names[family].flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** @param {Family} family */
function usualPlaces(family) {
  if (process.platform === 'darwin') {
    const folders = ['/Applications', join(homedir(), 'Applications')];
    return macApps[family].flatMap((app) =>
      folders.map((folder) => join(folder, `${app}.app`, 'Contents/MacOS', macBinary[app] ?? app)),
    );
  }
  if (process.platform === 'win32') {
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData']
      .map((name) => process.env[name])
      .filter(Boolean);
    return windowsFiles[family].flatMap((file) => folders.map((folder) => join(folder, file)));
  }
  const folders = ['/usr/bin', '/usr/local/bin', '/opt/google/chrome', '/opt/microsoft/msedge', '/snap/bin'];
  return names[family].flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** <cache>/chrome/<platform>-<version>/<folder>/<binary>, newest first. @param {Family} family */
function puppeteerCache(family) {
  const kind = family === 'chromium' ? 'chrome' : 'firefox';
  const cache = join(process.env['PUPPETEER_CACHE_DIR'] ?? join(homedir(), '.cache', 'puppeteer'), kind);
  const inside = {
    darwin: 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    win32: `${kind}.exe`,
  };
  const binary =
    kind === 'firefox' && process.platform === 'darwin'
      ? 'Firefox.app/Contents/MacOS/firefox'
      : (inside[process.platform] ?? kind);
  return list(cache)
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .flatMap((version) => ['', ...list(join(cache, version))].map((folder) => join(cache, version, folder, binary)));
}

/** @param {string} folder */
function list(folder) {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** Present, and on Linux and macOS also able to say its version: Ubuntu's chromium-browser may be a stub without its snap. */
function works(path, family) {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return false;
  }
  if (process.platform === 'win32') return true; // There, --version opens a window.
  const { status, stdout } = spawnSync(path, ['--version'], {
    encoding: 'utf8',
    timeout: 20_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const major = Number(/(\d+)\./.exec(stdout ?? '')?.[1]);
  return status === 0 && (family === 'firefox' || major >= oldestChromium);
}

/** The browser to use; installs one where there is none. @returns {string} */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  const { path, tried } = installBrowser(findBrowser);
  if (path) return path;
  throw new Plain(
    [
      `No Chromium, Chrome or Edge (${oldestChromium} or newer) was found, and none could be installed.`,
      ...tried.map((attempt) => `- tried: ${attempt}`),
      'Do one of these, then run the command again:',
      '- Debian: sudo apt-get install chromium    Fedora: sudo dnf install chromium    macOS: brew install --cask chromium',
      '- install Chrome or Edge from its own site',
      '- set CHROME_PATH to the browser you want to be used',
    ].join('\n'),
  );
}
