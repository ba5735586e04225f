// Removing sources: what goes with them, and what is told of it before.
import { AppError } from '../../../../shared/errors.ts';
import type { Removal } from '../../../../shared/features/sources/contract.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import type { Handlers } from '../../dispatch.ts';
import type { EditScope } from '../../edits/edits.ts';

export interface RemovalOptions {
  getSource(id: string): Source;
  /** Supplied by the claims feature. */
  claimsOf(sourceId: string): readonly string[];
  /** Imported tables that go with a source, with the rows of each; supplied by the tables feature. */
  importsOf(sourceId: string): readonly { readonly id: string; readonly rows: number }[];
  /** Passages and marks that go with a source; supplied by the passages feature. */
  dependentsOf(sourceId: string): readonly (readonly ['passage' | 'aside', string])[];
  /** Removes links from or to claims; supplied by the policy feature. */
  unlink(claims: readonly string[], edit: EditScope): void;
  /** Decisions that weighed one of the claims; supplied by the ledger and the finder of contradictions. */
  decidedOn(claims: ReadonlySet<string>): Pick<Removal, 'verdicts' | 'decisions'>;
}

export function createRemovalHandlers({
  getSource,
  claimsOf,
  importsOf,
  dependentsOf,
  unlink,
  decidedOn,
}: RemovalOptions): Pick<Handlers<'sources'>, 'removal' | 'remove'> {
  const getSources = (ids: readonly string[]) =>
    [...new Set(ids)].map((id) => {
      const imports = importsOf(id);
      return { source: getSource(id), claims: claimsOf(id), imports, rows: imports.reduce((sum, { rows }) => sum + rows, 0) };
    });
  return {
    removal({ ids }) {
      const going = getSources(ids);
      const claims = new Set(going.flatMap((one) => one.claims));
      const dependents = going.flatMap(({ source }) => dependentsOf(source.id));
      const passages = dependents.filter(([table]) => table === 'passage').length;
      return { sources: going.length, claims: claims.size + going.reduce((sum, { rows }) => sum + rows, 0), passages, ...decidedOn(claims) };
    },
    remove({ ids, withClaims }, edit) {
      const going = getSources(ids);
      for (const { source, claims, imports, rows } of going) {
        if (claims.length + rows > 0 && !withClaims)
          throw new AppError('conflict', 'sources.hasClaims', { id: source.id, title: source.title, count: claims.length + rows });
        for (const { id } of imports) edit.remove('table_import', id);
        unlink(claims, edit);
        for (const claim of claims) edit.remove('claim', claim);
        for (const [table, dependent] of dependentsOf(source.id)) edit.remove(table, dependent);
        edit.remove('source', source.id);
      }
      const count = going.reduce((sum, { claims, rows }) => sum + claims.length + rows, 0);
      if (count === 0) edit.name('removeSources', { count: going.length });
      else edit.name('removeSourcesWithClaims', { count: going.length, claims: count });
      return { removed: going.length, claims: count };
    },
  };
}
