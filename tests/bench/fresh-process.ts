// Run by itself: opens a workbook in a process that did nothing before, and says what its first window took once the program was
// loaded, and the first answer of the ledger after it. Arguments: the folder of the desk, the workbook.
import { join } from 'node:path';
import { createApp } from '../../electron/core/app.ts';
import { createNodeHost } from '../../electron/core/node-host.ts';

const [folder = '', path = ''] = process.argv.slice(2);
const app = createApp({
  host: createNodeHost({ workbooks: join(folder, 'workbooks'), settings: join(folder, 'settings') }, { ASSAY_AUTHOR: 'Bench' }),
  clock: Date.now,
  log: { info: () => {}, error: () => {} },
});
const start = performance.now();
app.openPath(path);
const opened = performance.now();
const [window] = await Promise.all([
  app.ask('claims.window', { kind: 'figure', count: 100 }),
  app.ask('sources.window', { count: 100 }),
  app.ask('workbook.info', {}),
]);
const shown = performance.now();
await app.ask('ledger.series', {});
const complete = performance.now();
process.stdout.write(
  JSON.stringify({
    openMs: opened - start,
    firstWindowMs: shown - start,
    completeMs: complete - start,
    total: window.total,
    memoryMb: process.resourceUsage().maxRSS / 1024,
  }),
);
app.close();
