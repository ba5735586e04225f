// Works on a workbook in a watched folder: captures, cells, undo, redo, backups, closing and opening again, a restore. What
// was acknowledged goes into the file `acks`, in the same record as the writes: `edit N` (edit N must be found from here
// on) and `backup N` (a whole backup of edit N or later).
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainApp } from '../plain-app.ts';

const [folder = '', rounds = '40'] = process.argv.slice(2);
const path = join(folder, 'w.assay');
const say = (line: string) => appendFileSync(join(folder, 'acks'), `${line}\n`);
let app = plainApp(folder);

async function acknowledge(): Promise<void> {
  const { last } = await app.ask('history.state', {});
  say(`edit ${last?.seq ?? 0}`);
}

async function takeBackup(): Promise<void> {
  const { edit } = await app.ask('workbook.backup', {});
  say(`backup ${edit}`);
}

function openAgain(): void {
  app.close();
  app = plainApp(folder);
  app.openPath(path);
}

await app.createPath(path);
await acknowledge();
const source = await app.ask('sources.paste', { text: 'Sales came to 10 cars.\nOutput fell by 5%.', meta: { title: 'Recorded' } });
await acknowledge();
for (let round = 1; round <= Number(rounds); round += 1) {
  const { claims } = await app.ask('claims.capture', {
    claims: [1, 2, 3].map((part) => ({
      kind: 'statement' as const,
      actor: `Actor ${round}`,
      topic: `Part ${part}`,
      gist: 'words '.repeat(round % 9),
      passage: { source: source.id, exact: 'Output fell' },
    })),
  });
  await acknowledge();
  await app.ask('claims.setCells', { cells: claims.map(({ id }) => ({ id, field: 'note', value: `round ${round}` })) });
  await acknowledge();
  if (round % 3 === 0) await app.ask('history.undo', {}).then(acknowledge);
  if (round % 6 === 0) await app.ask('history.redo', {}).then(acknowledge);
  if (round % 5 === 0) await app.ask('claims.remove', { ids: [claims[0]!.id] }).then(acknowledge);
  if (round % 8 === 0) await takeBackup();
  if (round % 10 === 0) openAgain();
  if (round === 21) await restoreLatest();
}
app.close();

async function restoreLatest(): Promise<void> {
  const { backups } = await app.ask('workbook.backups', {});
  const { id, edit } = backups[0]!;
  // While one takes the place of the other either may be found.
  say(`edit ${edit}`);
  await app.ask('workbook.restore', { id });
  await acknowledge();
}
