// What becomes of a row when a person does something with it: it is written down as a claim with its passage, under the ids that it
// had; one that is removed is left out of its import.
import type { Claim, PassageRef } from '../../../../shared/features/claims/model.ts';
import { cellName } from '../../../../shared/features/sources/cells.ts';
import { rowId, rowPlaceOf } from '../../../../shared/features/tables/row-id.ts';
import type { Stored } from '../../../../shared/records/index.ts';
import type { Latent } from '../../edits/edits.ts';
import type { Writer } from '../../edits/writer.ts';
import type { TableRepository } from './repository.ts';
import type { ImportedRows } from './rows.ts';

export interface LatentOptions {
  readonly repository: Pick<TableRepository, 'isWrittenDown' | 'importWithKey'>;
  readonly rows: Pick<ImportedRows, 'existing'>;
  /** Supplied by the claims feature. */
  toRecord(claim: Omit<Claim, 'passages'> & { readonly passages: readonly string[] }): Stored<'claim'>;
}

export function createLatent({ repository, rows, toRecord }: LatentOptions): Latent {
  function write(id: string, writer: Writer): void {
    const [claim] = rows.existing([id]);
    if (claim === undefined) return;
    const textSha256 = repository.importWithKey(rowPlaceOf(id)!.key)?.textSha256 ?? '';
    for (const passage of claim.passages)
      if (!repository.isWrittenDown('passage', passage.id)) writer.insert('passage', passageRecord(passage, textSha256));
    writer.insert('claim', toRecord({ ...claim, passages: claim.passages.map((passage) => passage.id) }));
  }

  return {
    writeDown(table, id, writer) {
      const place = table === 'claim' || table === 'passage' ? rowPlaceOf(id) : undefined;
      if (place === undefined || repository.isWrittenDown(table as 'claim' | 'passage', id)) return;
      const claim = rowId(place.key, place.row, place.column);
      if (!repository.isWrittenDown('claim', claim)) write(claim, writer);
    },
    takeOut(table, id, writer) {
      const place = table === 'claim' || table === 'passage' ? rowPlaceOf(id) : undefined;
      if (place === undefined) return true;
      const isThere = repository.isWrittenDown(table as 'claim' | 'passage', id);
      const of = table === 'claim' ? repository.importWithKey(place.key) : undefined;
      if (of === undefined) return isThere;
      const cell = cellName(place.row, place.column);
      if (!of.leftOut.includes(cell)) writer.update('table_import', of.id, { leftOut: [...of.leftOut, cell] });
      return isThere;
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
