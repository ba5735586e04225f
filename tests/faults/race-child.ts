// Opens a workbook each time it is told to, at the same moment as its rival, and holds it until it is told to let go; says
// whether it got it. `unlocked` goes past the lock: the control.
import { once } from 'node:events';
import Database from 'better-sqlite3';
import { openStore } from '../../electron/core/store/open.ts';

export type Race = 'locked' | 'unlocked';

const [path = '', race = 'locked'] = process.argv.slice(2);
const ways: Readonly<Record<Race, () => { close(): void }>> = {
  locked: () => openStore({ path, mode: 'open' }),
  unlocked() {
    const db = new Database(path);
    db.exec("INSERT OR REPLACE INTO meta (key, value) VALUES ('race', 'run')");
    return db;
  },
};

process.send?.('ready');
for (;;) {
  await once(process, 'message');
  const held = tryOpen();
  process.send?.('word' in held ? held.word : 'writer');
  await once(process, 'message');
  if ('close' in held) held.close();
  process.send?.('gone');
}

function tryOpen(): { close(): void } | { word: string } {
  try {
    return ways[race as Race]();
  } catch (error) {
    return { word: (error as { code?: string }).code ?? String(error) };
  }
}
