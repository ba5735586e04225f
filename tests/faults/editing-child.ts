// Edits a workbook without end and says on stdout which edit was acknowledged. With `early` it says so before the call:
// the control that must lose.

import { writeSync } from 'node:fs';
import { plainApp } from './plain-app.ts';

const [path = '', folder = '', mode = 'late'] = process.argv.slice(2);
const app = plainApp(folder);
app.openPath(path);
const { rows } = await app.ask('sources.window', {});
const source = rows[0]!;
const say = (line: string) => void writeSync(1, `${line}\n`);
for (let number = 1; ; number += 1) {
  const note = `note ${number}`;
  if (mode === 'early') say(`ack ${number}`);
  const exact = source.title;
  // What is undone here is an edit that nobody was told of.
  if (number % 7 === 0) {
    await app.ask('sources.update', { id: source.id, patch: { gradeReason: note } });
    await app.ask('history.undo', {});
  }
  if (number % 5 === 0) await app.ask('workbook.backup', {});
  await app.ask('claims.capture', {
    claims: [1, 2, 3].map((part) => ({
      kind: 'statement' as const,
      actor: `Actor ${number}`,
      topic: `Part ${part}`,
      gist: note,
      passage: { source: source.id, exact },
    })),
  });
  await app.ask('sources.update', { id: source.id, patch: { note } });
  if (mode === 'late') say(`ack ${number}`);
}
