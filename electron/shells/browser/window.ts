// Opens the page as an app window of a browser that is on the machine: Chromium, Chrome or Edge.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'msedge', 'chrome'];
const fixedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const chosen = env.ASSAY_BROWSER;
  if (chosen !== undefined && existsSync(chosen)) return chosen;
  const folders = (env.PATH ?? '').split(delimiter);
  const onPath = folders.flatMap((folder) => names.flatMap((name) => [join(folder, name), join(folder, `${name}.exe`)]));
  return [...onPath, ...fixedPlaces].find((path) => existsSync(path));
}

export function hasDisplay(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): boolean {
  return platform === 'darwin' || platform === 'win32' || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);
}

/** Its own profile keeps the window apart from the user's browsing; a root user has no sandbox to use. */
export function openWindow(browser: string, url: string, profileFolder: string): void {
  const isRoot = process.getuid?.() === 0;
  const flags = [
    `--app=${url}`,
    `--user-data-dir=${profileFolder}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-features=Translate',
    ...(isRoot ? ['--no-sandbox'] : []),
  ];
  spawn(browser, flags, { detached: true, stdio: 'ignore' }).unref();
}
