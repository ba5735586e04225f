// Who may talk to the loopback shell: every combination of host, origin and secret answered as the table says.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserShell, startBrowserShell } from '../../electron/shells/browser/server.ts';
import { type Asked, accessTable, askLoopback } from '../helpers/loopback.ts';

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

const ask = (asked: Asked) => askLoopback(shell.port, asked);

describe('the loopback shell', () => {
  it('answers every combination of host, origin and secret as the table says', async () => {
    for (const { asked, wanted } of accessTable(shell.port, token)) expect((await ask(asked)).status, JSON.stringify(asked)).toBe(wanted);
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
