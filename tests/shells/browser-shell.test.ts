// The browser shell as the process that it is: what happens when its core dies, who comes first when one page asks much, and what
// those leave who connect and say nothing.
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { askLoopback } from '../helpers/loopback.ts';
import { openSocketWith, type ServedOptions, type ServedShell, startServedShell } from '../helpers/served-shell.ts';
import { viaSocket } from '../helpers/transports.ts';
import { temporaryFolder } from '../helpers/workbook.ts';

const running: ServedShell[] = [];
async function start(options?: ServedOptions): Promise<ServedShell> {
  const shell = await startServedShell(options);
  running.push(shell);
  return shell;
}
afterEach(async () => {
  for (const shell of running.splice(0)) await shell.stop();
});

/** As a page does: again until the core is back. */
async function openAgain(shell: ServedShell) {
  for (;;) {
    const page = await shell.openPage().catch(() => undefined);
    if (page !== undefined && (await viaSocket(page)('workbook.info', {})).ok) return page;
  }
}

describe('the browser shell', { tags: ['process'] }, () => {
  it('starts a core that died again: pages are cut off, connect anew and find what was acknowledged', async () => {
    const shell = await start();
    const page = await shell.openPage();
    const cutOff = once(page, 'close');
    const { value } = (await viaSocket(page)('sources.paste', { text: 'Sales were 10 cars.', meta: { title: 'Kept' } })) as { value: { id: string } };
    shell.process.kill('SIGUSR2');
    await cutOff;
    const again = await openAgain(shell);
    expect(await viaSocket(again)('sources.get', { id: value.id })).toMatchObject({ ok: true, value: { title: 'Kept' } });
    expect(shell.isAlive()).toBe(true);
  });

  it('says so and ends when its core dies again and again', async () => {
    const shell = await start();
    const ended = once(shell.process, 'exit');
    for (let death = 0; death < 5; death += 1) {
      const page = await openAgain(shell);
      const cutOff = once(page, 'close');
      shell.process.kill('SIGUSR2');
      await cutOff;
    }
    expect((await ended)[0]).toBe(1);
    expect(shell.said()).toContain('could not be started again');
  });

  it('answers another page before the thousands of calls that one page has sent', async () => {
    const shell = await start({ sample: true });
    const busy = await shell.openPage();
    const other = await shell.openPage();
    let answered = 0;
    busy.on('message', () => (answered += 1));
    for (let call = 0; call < 10_000; call += 1) busy.send(JSON.stringify({ i: String(call), p: { u: '/ledger/list', b: { json: { input: {} } } } }));
    await once(busy, 'message');
    await viaSocket(other)('workbook.info', {});
    expect(answered).toBeLessThan(5000);
    busy.terminate();
    expect(await viaSocket(other)('workbook.info', {})).toMatchObject({ ok: true });
  });

  it('lets those go who connect and say nothing, so that the user still comes in', async () => {
    const shell = await start();
    const page = await shell.openPage();
    const idle = Array.from({ length: 600 }, () =>
      connect(shell.port, '127.0.0.1')
        .on('error', () => {})
        .resume(),
    );
    await Promise.all(idle.map((socket) => (socket.closed ? undefined : new Promise((resolve) => socket.once('close', resolve)))));
    expect((await askLoopback(shell.port, {})).status).toBe(403);
    expect(await viaSocket(page)('workbook.info', {})).toMatchObject({ ok: true });
  });

  it('tells the browser that it opens no secret, but a page that only this user can read', async () => {
    const browser = fileURLToPath(new URL('./say-words.sh', import.meta.url));
    const folder = temporaryFolder();
    const shell = await start({ isOpening: true, env: { DISPLAY: ':0', ASSAY_BROWSER: browser, SAID: folder } });
    const words = await expect
      .poll(() => readIfThere(`${folder}/words`))
      .toContain('--app=')
      .then(() => readIfThere(`${folder}/words`));
    expect(`${words}${shell.said()}`).not.toMatch(/[A-Za-z0-9_-]{43}/);
    const page = fileURLToPath(/--app=(file:\S+)/.exec(words)![1]!);
    expect(statSync(page).mode & 0o777).toBe(0o600);
    const secret = /value="([^"]+)"/.exec(readFileSync(page, 'utf8'))![1]!;
    const entered = await askLoopback(shell.port, { method: 'POST', path: '/enter', origin: 'null', body: `secret=${secret}` });
    const session = /=([^;]+)/.exec(String(entered.headers['set-cookie']))![1]!;
    expect(session).not.toBe(secret);
    await openSocketWith(shell.port, session);
  });
});

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
