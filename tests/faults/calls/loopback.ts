// Host × Origin × secret: each combination answered as the table says, before anything is routed.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { startBrowserShell } from '../../../electron/shells/browser/server.ts';
import { accessTable, askLoopback, enterByAddress } from '../../helpers/loopback.ts';
import type { Rig } from '../figure.ts';

export const loopback: Rig = async (runs) => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-loopback-'));
  writeFileSync(join(folder, 'index.html'), '<html></html>');
  const shell = await startBrowserShell({ core: { connect: () => new MessageChannel().port1 }, rendererFolder: folder, port: 0 });
  try {
    const table = accessTable(shell.port, { session: await enterByAddress(shell), entry: shell.newEntry() });
    const every = Math.max(1, Math.floor(table.length / runs));
    const chosen = table.filter((_, at) => at % every === 0);
    let wrong = 0;
    for (const { asked, wanted } of chosen) if ((await askLoopback(shell.port, asked)).status !== wanted) wrong += 1;
    const open = chosen.filter(({ wanted }) => wanted < 400).length;
    const refused = chosen.length - open;
    return {
      figure: 'host × origin × secret answered otherwise than the table says',
      runs: chosen.length,
      value: wrong,
      limit: 0,
      ok: wrong === 0 && open > 0 && refused > 0,
      control: `${open} were let in; a shell that let all in would have been wrong ${refused} times`,
    };
  } finally {
    await shell.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
