// Opens a workbook, writes once and holds it for a moment; says whether it got it.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../electron/core/store/open.ts';

const [path = ''] = process.argv.slice(2);
try {
  const store = openStore({ path: join(path), mode: 'open' });
  writeSync(1, 'writer\n');
  setTimeout(() => {
    store.close();
    process.exit(0);
  }, 400);
} catch (error) {
  writeSync(1, `${(error as { code?: string }).code ?? 'error'}\n`);
}
