// Opens a workbook as an ordinary user and says what can be done with it.
import { join } from 'node:path';
import { plainApp } from '../faults/plain-app.ts';

const [path = '', home = ''] = process.argv.slice(2);
const app = plainApp(join(home, 'assay'));
app.openPath(path);
const { isReadOnly } = await app.ask('workbook.info', {});
const { rows } = await app.ask('sources.window', {});
const result = await app.call('sources.update', { id: rows[0]!.id, patch: { grade: 'F' } });
const { sources } = await app.ask('exchange.export', { format: 'json' });
const { edit } = await app.ask('workbook.backup', {});
process.stdout.write(
  JSON.stringify({ isReadOnly, refused: result.ok ? 'no' : result.error.code, exported: sources, grade: rows[0]!.grade, backedUp: edit }),
);
app.close();
