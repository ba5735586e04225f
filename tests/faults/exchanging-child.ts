// Merges, applies or shares without end and says on stdout how many edits or files were acknowledged. With `early` it says so
// before the call: the control that must lose.
import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { writeOutput } from '../../electron/commands/outputs.ts';
import type { App } from '../../electron/core/app.ts';
import type { Files } from '../../electron/core/host.ts';
import { plainApp, plainHost } from './plain-app.ts';

export const exchanges = ['merge', 'apply', 'share'] as const;
export type ExchangeWork = (typeof exchanges)[number];

/** Claims that the copy of the other holds beside those of the workbook, and rows that were edited outside. */
export const atOnce = 200;

interface At {
  readonly app: App;
  readonly files: Files;
  readonly folder: string;
  readonly number: number;
}

function hand(files: Files, path: string, name: string): string {
  const bytes = readFileSync(path);
  const handle = files.open({ name, mediaType: '', sizeBytes: bytes.length });
  files.append(handle, bytes);
  return handle;
}

/** One edit, or one file. */
const steps: Readonly<Record<ExchangeWork, (at: At) => Promise<unknown>>> = {
  async merge({ app, files, folder, number }) {
    if (number % 2 === 0) return app.ask('history.undo', {});
    return app.ask('exchange.merge', { theirs: hand(files, join(folder, 'theirs.assay'), 'theirs.assay') });
  },
  async apply({ app, files, folder, number }) {
    if (number % 2 === 0) return app.ask('history.undo', {});
    return app.ask('exchange.apply', {
      file: hand(files, join(folder, 'edited.xlsx'), 'edited.xlsx'),
      as: 'edit',
      answers: [{ record: '*', take: 'theirs' }],
    });
  },
  async share({ app, files, folder, number }) {
    const { download, bytes } = await app.ask('exchange.share', {});
    writeOutput(join(folder, `part ${number}.assay`), [files.read(download, 0, bytes).piece], { isForced: false });
  },
};

if (import.meta.main) {
  const [folder = '', work = 'merge', mode = 'late'] = process.argv.slice(2);
  const host = plainHost(folder);
  const app = plainApp(folder, host);
  app.openPath(join(folder, 'w.assay'));
  const say = (line: string) => void writeSync(1, `${line}\n`);
  for (let number = 1; ; number += 1) {
    if (mode === 'early') say(`ack ${number}`);
    await steps[work as ExchangeWork]({ app, files: host.files, folder, number });
    if (mode === 'late') say(`ack ${number}`);
  }
}
