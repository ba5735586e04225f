// Who may talk to the loopback shell: every combination of host, origin and secret answered as the table says.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserShell, startBrowserShell } from '../../electron/shells/browser/server.ts';
import { type Asked, accessTable, askLoopback, enterByAddress } from '../helpers/loopback.ts';

let folder: string;
let shell: BrowserShell;
let session: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'assay-access-'));
  writeFileSync(join(folder, 'index.html'), '<html><meta name="assay-style-nonce" content="__NONCE__"></html>');
  shell = await startBrowserShell({ core: { connect: () => new MessageChannel().port1 }, rendererFolder: folder, port: 0 });
  session = await enterByAddress(shell);
});
afterAll(async () => {
  await shell.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (asked: Asked) => askLoopback(shell.port, asked);

describe('the loopback shell', () => {
  it('answers every combination of host, origin and secret as the table says', async () => {
    const secrets = { session, entry: shell.newEntry() };
    for (const { asked, wanted } of accessTable(shell.port, secrets)) expect((await ask(asked)).status, JSON.stringify(asked)).toBe(wanted);
  });

  it('turns an entry secret into the cookie of the session once, and then no more', async () => {
    const entry = shell.newEntry();
    const first = await ask({ path: `/?token=${entry}` });
    expect([first.status, first.headers.location]).toEqual([303, '/']);
    expect(String(first.headers['set-cookie'])).toMatch(new RegExp(`^assay_${shell.port}=.*HttpOnly; SameSite=Strict`));
    expect(String(first.headers['set-cookie'])).not.toContain(entry);
    expect((await ask({ path: `/?token=${entry}` })).status).toBe(403);
    expect((await ask({ path: `/?token=${'A'.repeat(43)}` })).status).toBe(403);
  });

  it('takes an entry secret from a form, also of a page without an origin, and from no other site', async () => {
    const send = (secret: string, origin?: string) =>
      ask({ method: 'POST', path: '/enter', body: `secret=${secret}`, ...(origin === undefined ? {} : { origin }) });
    const entry = shell.newEntry();
    expect((await send(entry, 'http://evil.example')).status).toBe(403);
    const entered = await send(entry, 'null');
    expect([entered.status, String(entered.headers['set-cookie'])]).toEqual([200, expect.stringContaining(session)]);
    expect((await send(entry, 'null')).status).toBe(403);
    expect((await send('x'.repeat(100_000)).catch(() => ({ status: 0 }))).status).not.toBe(200);
  });

  it('serves only files of its own folder, under a content policy with a fresh nonce', async () => {
    const cookie = `assay_${shell.port}=${session}`;
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
