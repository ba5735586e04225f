// From a document to an export, and the pages over loopback, in one process.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startBrowserShell } from '../../../electron/shells/browser/server.ts';
import { startCoreThread } from '../../../electron/shells/core-thread.ts';
import { plainApp, plainHost } from '../plain-app.ts';

const [folder = ''] = process.argv.slice(2);
const path = join(folder, 'offline.assay');
const host = plainHost(folder);
const app = plainApp(folder, host);
await app.createPath(path, { sample: true });
const page = Buffer.from('<html><body><p>Sales were 10 cars in 2024.</p><img src="http://192.0.2.1/x.png"></body></html>');
const handle = host.files.open({ name: 'page.html', mediaType: 'text/html', sizeBytes: page.length });
host.files.append(handle, page);
const { added } = await app.ask('sources.add', { files: [handle] });
await app.ask('passages.found', { sourceId: added[0]!.id });
await app.ask('conflicts.list', {});
await app.ask('checks.list', {});
await app.ask('search.find', { query: 'cars' });
for (const format of ['xlsx', 'csv', 'json'] as const) await app.ask('exchange.export', { format });
await app.ask('workbook.backup', {});
app.close();
const core = await startCoreThread({ folders: { workbooks: join(folder, 'w'), settings: join(folder, 's') }, path });
mkdirSync(join(folder, 'pages'));
writeFileSync(join(folder, 'pages', 'index.html'), '<html></html>');
const shell = await startBrowserShell({ core, rendererFolder: join(folder, 'pages'), port: 0 });
await shell.close();
await core.close();
