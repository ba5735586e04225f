// The window and everything that it may not do: no node, no other page, no new window, no permission, no request.
import type { BrowserWindowConstructorOptions, Session, WebContents } from 'electron';

/** Our pages are served under this scheme and host, nothing else loads. */
export const appScheme = 'app';
export const appOrigin = `${appScheme}://assay`;

/** Developer tools open only on request, and never in what is handed to users. */
export function windowOptions(preload: string, { isPackaged }: { isPackaged: boolean }): BrowserWindowConstructorOptions {
  return {
    width: 1440,
    height: 900,
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: 'Assay',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: !isPackaged && process.env.ASSAY_DEVTOOLS === '1',
    },
  };
}

export function isOwnPage(url: string): boolean {
  return url === appOrigin || url.startsWith(`${appOrigin}/`);
}

/** One that stops for good tells so; one that went once is shown again. */
export function watchPages(contents: WebContents, { say, now = Date.now }: { say(reason: string): void; now?: () => number }): void {
  let goneAt = Number.NEGATIVE_INFINITY;
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const isAgain = now() - goneAt < goneAgainMs;
    goneAt = now();
    if (isAgain) say(reason);
    else contents.reload();
  });
}

/** A page that holds something unsaved keeps its window open, unless the user lets it go. */
export function askBeforeLeaving(contents: WebContents, leaves: () => boolean): void {
  contents.on('will-prevent-unload', (event) => {
    if (leaves()) event.preventDefault();
  });
}

/** A page that goes twice within this time will not be better the third time. */
const goneAgainMs = 30_000;

/** Denies navigation, new windows and embedded views. */
export function confine(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Denies every permission and every request that is not for our own pages. */
export function confineSession(session: Session): void {
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}));
  // What the user exports is made in the page; nothing else comes down.
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${appOrigin}/`)) event.preventDefault();
  });
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, decide) =>
    decide({ cancel: !(isOwnPage(details.url) || /^(blob:app:|data:|devtools:)/.test(details.url)) }),
  );
}
