// What becomes of a row when a person does something with it: it is written down as a claim with its passage, under the ids that it
// had; one that is removed is left out of its import.
import type { Claim, PassageRef } from '../../../../shared/features/claims/model.ts';
import { cellName } from '../../../../shared/features/sources/cells.ts';
import { rowId, rowPlaceOf } from '../../../../shared/features/tables/row-id.ts';
import type { Stored } from '../../../../shared/records/index.ts';
import type { Latent, LatentOfEdit } from '../../edits/edits.ts';
import type { Writer } from '../../edits/writer.ts';
import type { TableRepository } from './repository.ts';
import type { ImportedRows } from './rows.ts';

export interface LatentOptions {
  readonly repository: Pick<TableRepository, 'isWrittenDown' | 'importWithKey'>;
  readonly rows: Pick<ImportedRows, 'existing' | 'open'>;
  /** Supplied by the claims feature. */
  toRecord(claim: Omit<Claim, 'passages'> & { readonly passages: readonly string[] }): Stored<'claim'>;
}

export function createLatent(options: LatentOptions): Latent {
  return {
    look: () => void options.rows.open(),
    begin: (writer) => createLatentOfEdit(options, writer),
  };
}

function createLatentOfEdit({ repository, rows, toRecord }: LatentOptions, writer: Writer): LatentOfEdit {
  /** Cells that were taken out, by the keys of their imports. */
  const takenOut = new Map<string, Set<string>>();

  function write(id: string): void {
    const [claim] = rows.existing([id]);
    if (claim === undefined) return;
    const textSha256 = repository.importWithKey(rowPlaceOf(id)!.key)?.textSha256 ?? '';
    for (const passage of claim.passages)
      if (!repository.isWrittenDown('passage', passage.id)) writer.insert('passage', passageRecord(passage, textSha256));
    writer.insert('claim', toRecord({ ...claim, passages: claim.passages.map((passage) => passage.id) }));
  }

  return {
    writeDown(table, id) {
      const place = table === 'claim' || table === 'passage' ? rowPlaceOf(id) : undefined;
      if (place === undefined || repository.isWrittenDown(table as 'claim' | 'passage', id)) return;
      const claim = rowId(place.key, place.row, place.column);
      const isOut = takenOut.get(place.key)?.has(cellName(place.row, place.column)) ?? false;
      if (!isOut && !repository.isWrittenDown('claim', claim)) write(claim);
    },
    takeOut(table, id) {
      const place = table === 'claim' || table === 'passage' ? rowPlaceOf(id) : undefined;
      if (place === undefined) return true;
      if (table === 'claim') {
        const cells = takenOut.get(place.key) ?? new Set();
        takenOut.set(place.key, cells.add(cellName(place.row, place.column)));
      }
      return repository.isWrittenDown(table as 'claim' | 'passage', id);
    },
    finish() {
      for (const [key, cells] of takenOut) {
        const of = repository.importWithKey(key);
        if (of !== undefined) writer.update('table_import', of.id, { leftOut: [...new Set([...of.leftOut, ...cells])] });
      }
    },
  };
}

/** The passage of a cell, as a capture would keep it. */
export function passageRecord({ source, ...place }: PassageRef, textSha256: string): Stored<'passage'> {
  return {
    ...place,
    sourceId: source,
    textSha256,
    score: 100,
    isPending: false,
    was: null,
    proposals: [],
    comment: '',
    tags: [],
    colour: null,
    motivation: 'highlighting',
  };
}
