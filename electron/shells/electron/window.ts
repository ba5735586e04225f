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
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, decide) =>
    decide({ cancel: !(isOwnPage(details.url) || /^(blob:app:|data:|devtools:)/.test(details.url)) }),
  );
}
