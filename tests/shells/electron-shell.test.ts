// Electron's own files against a fake `electron`: the real window runs wherever the binary exists.
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it, vi } from 'vitest';
import { contentPolicy } from '../../electron/shells/content-policy.ts';
import { isFirst } from '../../electron/shells/electron/instance.ts';
import { handOutPorts, portChannel } from '../../electron/shells/electron/ipc.ts';
import { pageResponse } from '../../electron/shells/electron/protocol.ts';
import { askBeforeLeaving, confine, confineSession, isOwnPage, watchPages, windowOptions } from '../../electron/shells/electron/window.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

type Listener = (...values: never[]) => unknown;

function fakeEmitter() {
  const listeners = new Map<string, Listener>();
  return { listeners, on: (name: string, listener: Listener) => void listeners.set(name, listener) };
}

describe('the Electron window', () => {
  it('is isolated, sandboxed and without Node', () => {
    expect(windowOptions('preload.cjs', { isPackaged: true }).webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      allowRunningInsecureContent: false,
      webviewTag: false,
      webSecurity: true,
      navigateOnDragDrop: false,
      devTools: false,
    });
  });

  it('has developer tools on request where it runs from source, and never where it is packaged', () => {
    vi.stubEnv('ASSAY_DEVTOOLS', '1');
    const has = (isPackaged: boolean) => windowOptions('preload.cjs', { isPackaged }).webPreferences?.devTools;
    expect([has(false), has(true)]).toEqual([true, false]);
    vi.unstubAllEnvs();
  });

  it('denies navigation, redirects, new windows and embedded views', () => {
    const contents = { ...fakeEmitter(), setWindowOpenHandler: vi.fn() };
    confine(contents as never);
    const isPrevented = (name: string, url: string) => {
      const event = { url, preventDefault: vi.fn() };
      (contents.listeners.get(name) as (event: unknown) => void)(event);
      return event.preventDefault.mock.calls.length > 0;
    };
    expect([
      isPrevented('will-navigate', 'https://example.com'),
      isPrevented('will-navigate', 'app://assay/'),
      isPrevented('will-redirect', 'app://assay/'),
      isPrevented('will-attach-webview', ''),
    ]).toEqual([true, false, true, true]);
    expect(contents.setWindowOpenHandler.mock.calls[0]![0]({ url: 'https://example.com' })).toEqual({ action: 'deny' });
  });

  it('denies every permission and every request that is not for its own pages', () => {
    let check: Listener = () => {};
    let ask: Listener = () => {};
    let before: Listener = () => {};
    let device: Listener = () => true;
    let display: Listener = () => {};
    let download: Listener = () => {};
    confineSession({
      setPermissionRequestHandler: (handler: Listener) => (ask = handler),
      setPermissionCheckHandler: (handler: Listener) => (check = handler),
      setDevicePermissionHandler: (handler: Listener) => (device = handler),
      setDisplayMediaRequestHandler: (handler: Listener) => (display = handler),
      on: (_name: string, listener: Listener) => (download = listener),
      webRequest: { onBeforeRequest: (handler: Listener) => (before = handler) },
    } as never);
    const shared = vi.fn();
    (display as (...values: unknown[]) => void)({}, shared);
    expect(shared.mock.calls).toEqual([[{}]]);
    const isDenied = (url: string) => {
      const event = { preventDefault: vi.fn() };
      (download as (...values: unknown[]) => void)(event, { getURL: () => url });
      return event.preventDefault.mock.calls.length > 0;
    };
    expect(['https://example.com/x', 'app://assay/x', 'blob:https://example.com/1', 'data:text/plain,x', 'blob:app://assay/1'].map(isDenied)).toEqual(
      [true, true, true, true, false],
    );
    const granted = vi.fn();
    (ask as (...values: unknown[]) => void)({}, 'geolocation', granted);
    expect([(check as () => boolean)(), (device as () => boolean)(), granted.mock.calls]).toEqual([false, false, [[false]]]);
    const isCancelled = (url: string) => {
      const decide = vi.fn();
      (before as (...values: unknown[]) => void)({ url }, decide);
      return decide.mock.calls[0]![0].cancel;
    };
    expect(
      ['wss://example.com/', 'ws://127.0.0.1:1/', 'ftp://example.com/', 'chrome://settings', 'blob:https://example.com/1'].map(isCancelled),
    ).toEqual([true, true, true, true, true]);
    expect(['https://example.com/', 'http://127.0.0.1/', 'file:///etc/passwd', 'app://assay/main.js', 'app://other/'].map(isCancelled)).toEqual([
      true,
      true,
      true,
      false,
      true,
    ]);
  });

  it('shows a page again whose process went, and says so when it goes at once again', () => {
    const contents = { ...fakeEmitter(), reload: vi.fn() };
    const said: string[] = [];
    let now = 0;
    watchPages(contents as never, { say: (reason) => said.push(reason), now: () => now });
    const go = (reason: string) => (contents.listeners.get('render-process-gone') as (...values: unknown[]) => void)({}, { reason });
    go('clean-exit');
    go('crashed');
    now += 1000;
    go('oom');
    now += 60_000;
    go('killed');
    expect([contents.reload.mock.calls.length, said]).toEqual([2, ['oom']]);
  });

  it('stays open over something unsaved until the user lets it go', () => {
    const contents = fakeEmitter();
    let answer = false;
    askBeforeLeaving(contents as never, () => answer);
    const close = () => {
      const event = { preventDefault: vi.fn() };
      (contents.listeners.get('will-prevent-unload') as (event: unknown) => void)(event);
      return event.preventDefault.mock.calls.length > 0;
    };
    expect(close()).toBe(false);
    answer = true;
    expect(close()).toBe(true);
  });

  it('knows its own pages by their whole origin', () => {
    expect(['app://assay', 'app://assay/index.html', 'app://assay.evil/', 'http://assay/', 'app://evil/assay'].map(isOwnPage)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('what pages are allowed', () => {
  it('is the same policy in both shells: own scripts, no inline code, no other origin', () => {
    const policy = contentPolicy('n0nce');
    expect(policy).toContain("default-src 'none'; script-src 'self'");
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|https?:|\*/);
    for (const part of ["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "connect-src 'self'"]) expect(policy).toContain(part);
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types default");
  });

  it('is nothing of Electron or the system: the preload exposes no object, nobody opens addresses or shows files', () => {
    const sources = ['electron', 'renderer'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
    );
    expect(sources.length).toBeGreaterThan(100);
    expect(
      sources.filter((text) => /openExternal|showItemInFolder|openPath\(url|contextBridge|exposeInMainWorld|remote\.|<webview/.test(text)),
    ).toEqual([]);
    const preload = readFileSync(join(root, 'electron/preload.ts'), 'utf8');
    expect([...preload.matchAll(/ipcRenderer\.(\w+)/g)].map((match) => match[1])).toEqual(['send', 'on']);
  });
});

describe('a second start', () => {
  function start(isFirstOne: boolean) {
    const app = { ...fakeEmitter(), requestSingleInstanceLock: vi.fn(() => isFirstOne) };
    const handed: (string | null)[] = [];
    const first = isFirst({ app: app as never, onHandedOver: (path) => handed.push(path) }, '/home/a.assay');
    const tell = (given: unknown) => (app.listeners.get('second-instance') as (...values: unknown[]) => void)({}, [], '/', given);
    return { app, handed, first, tell };
  }

  it('hands its file to the first and is not started', () => {
    const { app, first } = start(false);
    expect([first, app.requestSingleInstanceLock.mock.calls, app.listeners.size]).toEqual([false, [[{ path: '/home/a.assay' }]], 0]);
  });

  it('is heard by the first, which takes nothing but the name of a workbook', () => {
    const { handed, first, tell } = start(true);
    for (const given of [{ path: '/x/b.assay' }, { path: '/etc/passwd' }, { path: '--x.assay' }, null, 7, { path: { a: 1 } }, {}]) tell(given);
    expect([first, handed]).toEqual([true, ['/x/b.assay', null, null, null, null, null, null]]);
  });
});

describe('what is handed to users', () => {
  it('can be turned into no other program: the fuses that allow that are off', () => {
    const { electronFuses, asar } = JSON.parse(readFileSync(join(root, 'electron-builder.json'), 'utf8'));
    expect([asar, electronFuses]).toEqual([
      true,
      expect.objectContaining({
        runAsNode: false,
        enableNodeOptionsEnvironmentVariable: false,
        enableNodeCliInspectArguments: false,
        enableEmbeddedAsarIntegrityValidation: true,
        onlyLoadAppFromAsar: true,
        grantFileProtocolExtraPrivileges: false,
      }),
    ]);
  });
});

describe('handing out ports', () => {
  function setUp(url: string, parent: object | null = null) {
    const ipcMain = fakeEmitter();
    const sent: unknown[][] = [];
    const port1 = { ...fakeEmitter(), postMessage: vi.fn(), start: vi.fn() };
    const connect = vi.fn(() => new MessageChannel().port1);
    handOutPorts({ ipcMain: ipcMain as never, core: { connect }, createChannel: () => ({ port1, port2: 'port2' }) as never });
    const event = { senderFrame: { url, parent, postMessage: (...values: unknown[]) => sent.push(values) } };
    (ipcMain.listeners.get(portChannel) as (event: unknown) => void)(event);
    return { sent, connect };
  }

  it('gives the top frame of our page a port to the core', () => {
    const { sent, connect } = setUp('app://assay/');
    expect([sent, connect.mock.calls.length]).toEqual([[[portChannel, null, ['port2']]], 1]);
  });

  it('gives nothing to another page or to a frame inside', () => {
    expect([setUp('https://example.com/').sent, setUp('app://assay/', {}).sent]).toEqual([[], []]);
  });
});

describe('the app protocol', () => {
  it('serves files of its folder under the content policy and nothing else', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'assay-pages-'));
    writeFileSync(join(folder, 'index.html'), '<html><meta content="__NONCE__"></html>');
    const page = pageResponse(folder, 'app://assay/');
    expect([page.status, page.headers.get('content-security-policy')]).toEqual([200, expect.stringContaining("default-src 'none'")]);
    expect(await page.text()).toContain('data-shell="electron"');
    writeFileSync(join(folder, 'worker.js'), '');
    const worker = pageResponse(folder, 'app://assay/worker.js').headers.get('content-security-policy');
    expect(worker).toContain("default-src 'none'; script-src 'self'; connect-src 'self'");
    expect(
      ['app://assay/../secret', 'app://other/index.html', 'app://assay/%2e%2e/%2e%2e/etc/passwd'].map((url) => pageResponse(folder, url).status),
    ).toEqual([404, 404, 404]);
  });
});

describe('main.ts', () => {
  it('boots: registers the scheme, starts the core, confines the session and loads our page', async () => {
    const loaded: string[] = [];
    class FakeWindow {
      constructor() {
        created({}, { ...fakeEmitter(), setWindowOpenHandler: () => calls.push('confined') });
      }
      once() {}
      loadURL = async (url: string) => void loaded.push(url);
      static getAllWindows = () => [];
    }
    const handlers: Record<string, unknown> = {};
    const calls: string[] = [];
    vi.stubEnv('ASSAY_HOME', mkdtempSync(join(tmpdir(), 'assay-home-')));
    let quit: () => void = () => {};
    let created: (...values: unknown[]) => void = () => {};
    vi.doMock('electron', () => ({
      app: {
        whenReady: async () => {},
        requestSingleInstanceLock: () => true,
        on: (name: string, run: () => void) => {
          if (name === 'will-quit') quit = run;
          if (name === 'web-contents-created') created = run;
        },
        quit: () => {},
        exit: (code: number) => calls.push(`exit ${code}`),
      },
      BrowserWindow: FakeWindow,
      dialog: { showErrorBox: (_title: string, text: string) => calls.push(text) },
      ipcMain: fakeEmitter(),
      Menu: { setApplicationMenu: () => calls.push('menu'), buildFromTemplate: (template: unknown) => template },
      MessageChannelMain: class {},
      protocol: {
        registerSchemesAsPrivileged: () => calls.push('scheme'),
        handle: (scheme: string, handler: unknown) => (handlers[scheme] = handler),
      },
      utilityProcess: { fork: () => calls.push('fork') },
      session: {
        defaultSession: {
          setPermissionRequestHandler: () => calls.push('session'),
          setPermissionCheckHandler: () => {},
          setDevicePermissionHandler: () => {},
          setDisplayMediaRequestHandler: () => {},
          on: () => {},
          webRequest: { onBeforeRequest: () => {} },
        },
      },
    }));
    await import('../../electron/main.ts');
    await expect.poll(() => loaded).toEqual(['app://assay/']);
    expect([calls, Object.keys(handlers)]).toEqual([['scheme', 'session', 'menu', 'confined'], ['app']]);
    quit();
    vi.doUnmock('electron');
    vi.unstubAllEnvs();
  });
});

const electronFolder = fileURLToPath(new URL('../../node_modules/electron/dist', import.meta.url));
describe('a real window', () => {
  // Electron's binary is fetched from outside the package registry; where it is missing this cannot run and says so.
  it.skipIf(!existsSync(electronFolder))('opens under the real Electron (skipped: its binary is not on this machine)', async () => {
    const { _electron } = await import('@playwright/test');
    const app = await _electron.launch({ args: [fileURLToPath(new URL('../../out/main/main.js', import.meta.url))] });
    const window = await app.firstWindow();
    expect(window.url()).toBe('app://assay/');
    await app.close();
  });
});
