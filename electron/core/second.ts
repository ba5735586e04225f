// Reads a blind share that came back, by the gate for strangers.
import type { ReturnedShare } from './features/readings/index.ts';
import { readOf } from './features/readings/index.ts';
import type { HeldFile } from './host.ts';
import type { ForkChild } from './jobs/child.ts';
import { readForeign } from './jobs/foreign-workbook.ts';
import { createCopyReader } from './merge/repository.ts';
import { asClaim } from './merging.ts';
import { blindMark } from './sharing/leave-out.ts';
import { readCopy, workbookIdIn } from './store/look.ts';
import { ownMigrations } from './store/migrate.ts';

export async function openReturned(file: HeldFile, fork: ForkChild): Promise<ReturnedShare> {
  const { sql, close } = readCopy(await readForeign(file, { fork, migrations: ownMigrations }));
  try {
    const read = createCopyReader(sql);
    const edits = read.edits();
    const first = edits[0];
    const given = first === undefined ? new Set<number>() : (read.touchedBy([first.seq]).get('passage') ?? new Set<number>());
    return {
      workbook: workbookIdIn(sql),
      share: first?.id ?? '',
      isBlind: read.leftOut().has(blindMark),
      author: edits.findLast(({ author }) => author !== '')?.author ?? '',
      passages: read.all('passage').map(({ id, sourceId, start, end, exact }) => ({
        id,
        source: sourceId,
        start,
        end,
        exact,
        isGiven: given.has(read.numberOf('passage', id) ?? -1),
      })),
      claims: read.all('claim').map((record) => ({ read: readOf(asClaim(record)), passages: record.passages })),
      nothing: read.all('reading').flatMap(({ passage, round }) => (passage === null || round !== null ? [] : [passage])),
    };
  } finally {
    close();
  }
}
