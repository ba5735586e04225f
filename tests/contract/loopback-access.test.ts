// Who may talk to the loopback shell: every combination of host, origin and secret answered as the table says.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserShell, startBrowserShell } from '../../electron/shells/browser/server.ts';

let folder: string;
let shell: BrowserShell;
let token: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'assay-access-'));
  writeFileSync(join(folder, 'index.html'), '<html><meta name="assay-style-nonce" content="__NONCE__"></html>');
  shell = await startBrowserShell({ core: { connect: () => new MessageChannel().port1 }, rendererFolder: folder, port: 0 });
  token = new URL(shell.url).searchParams.get('token')!;
});
afterAll(async () => {
  await shell.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Asked {
  readonly path?: string;
  readonly host?: string;
  readonly origin?: string;
  readonly cookie?: string;
  readonly method?: string;
  readonly isUpgrade?: boolean;
}

function ask({
  path = '/',
  host,
  origin,
  cookie,
  method = 'GET',
  isUpgrade = false,
}: Asked): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  const headers: Record<string, string> = { host: host ?? `127.0.0.1:${shell.port}` };
  if (origin !== undefined) headers.origin = origin;
  if (cookie !== undefined) headers.cookie = cookie;
  if (isUpgrade)
    Object.assign(headers, {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    });
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: shell.port, path, method, headers, agent: false }, (response) => {
      let body = '';
      response.on('data', (piece) => (body += piece));
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body }));
    });
    sent.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve({ status: response.statusCode!, headers: response.headers, body: '' });
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('the loopback shell', () => {
  it('answers every combination of host, origin and secret as the table says', async () => {
    const own = `127.0.0.1:${shell.port}`;
    const hosts = [
      own,
      `localhost:${shell.port}`,
      `127.0.0.1:${shell.port + 1}`,
      'evil.example',
      `[::1]:${shell.port}`,
      `127.0.0.1`,
      `${own}.evil.example`,
    ];
    const origins = [
      undefined,
      `http://${own}`,
      `http://localhost:${shell.port}`,
      'null',
      'http://evil.example',
      `https://${own}`,
      `http://127.0.0.1:${shell.port + 1}`,
    ];
    const cookies = [
      undefined,
      `assay_${shell.port}=${token}`,
      `assay_${shell.port}=${'x'.repeat(token.length)}`,
      `assay_1=${token}`,
      `assay_${shell.port}=`,
      `other=1; assay_${shell.port}=${token}`,
    ];
    for (const host of hosts) {
      for (const origin of origins) {
        for (const cookie of cookies) {
          for (const isUpgrade of [false, true]) {
            const isHost = host === own || host === `localhost:${shell.port}`;
            const isOrigin = origin === `http://${own}` || origin === `http://localhost:${shell.port}` || (origin === undefined && !isUpgrade);
            const isKnown = cookie?.includes(`assay_${shell.port}=${token}`) ?? false;
            const wanted = !isHost ? 421 : !isOrigin || !isKnown ? 403 : isUpgrade ? 101 : 200;
            const { status } = await ask({
              host,
              ...(origin === undefined ? {} : { origin }),
              ...(cookie === undefined ? {} : { cookie }),
              isUpgrade,
              path: isUpgrade ? '/rpc' : '/',
            });
            expect(status, JSON.stringify({ host, origin, cookie, isUpgrade })).toBe(wanted);
          }
        }
      }
    }
  });

  it('turns the token into a cookie once, and then no more', async () => {
    const first = await ask({ path: `/?token=${token}` });
    expect([first.status, first.headers.location]).toEqual([303, '/']);
    expect(String(first.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/);
    expect((await ask({ path: `/?token=${token}` })).status).toBe(403);
    expect((await ask({ path: `/?token=${'A'.repeat(43)}` })).status).toBe(403);
  });

  it('serves only files of its own folder, under a content policy with a fresh nonce', async () => {
    const cookie = `assay_${shell.port}=${token}`;
    const page = await ask({ cookie });
    const again = await ask({ cookie });
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'; script-src 'self'");
    expect(page.body).not.toBe(again.body);
    expect(policy).toContain(/content="([^"]+)"/.exec(page.body)![1]!);
    for (const path of ['/../package.json', '/..%2f..%2fetc/passwd', '/%2e%2e/secret', '/nothing.js', '//etc/passwd', '/%00'])
      expect((await ask({ path, cookie })).status, path).toBe(404);
    expect((await ask({ method: 'POST', cookie })).status).toBe(405);
  });
});
