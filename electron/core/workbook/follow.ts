// What keeps up with each edit, inside its transaction: the derived tables, then what is computed and kept in memory.
import type { RecordTable } from '../../../shared/records/index.ts';
import type { DerivedTable } from '../edits/derived-table.ts';
import type { EditEngine } from '../edits/edits.ts';
import type { Touched } from '../edits/write-set.ts';
import type { Mentions } from '../features/passages/mentions.ts';
import type { Readers } from './readers.ts';

const described = ['thing', 'link', 'schedule', 'scale', 'conversion', 'event_verdict'] as const;

export function followEdits(edits: EditEngine, derived: readonly DerivedTable[], readers: Readers, mentions: Mentions): void {
  for (const table of derived) edits.follow(table.follow);
  const { reader, names, descriptions, ledger, measures, sources, copies, importedRows } = readers;
  edits.follow((touched) => {
    const ids = (table: RecordTable) => idsOf(touched, table);
    for (const table of ['claim', 'passage', 'source', 'table_import'] as const) if (ids(table).length > 0) reader.touch(table, ids(table));
    const newTexts = touched.filter(({ table, groups }) => table === 'source' && groups.has('text')).map(({ id }) => id);
    const reread = newTexts.flatMap((id) => importedRows.importsOf(id));
    if (reread.length > 0)
      reader.touch(
        'table_import',
        reread.map(({ id }) => id),
      );
    copies.touch(ids('source'));
    if (described.some((table) => ids(table).length > 0)) descriptions.touch();
    if (ids('actor').length + ids('judgement').length + ids('thing').length > 0) names.touch();
    if (ids('verdict').length > 0) ledger.touch();
    if (ids('measure').length > 0) measures.touch();
    if (ids('source').length > 0) mentions.follow(ids('source').flatMap((id) => sources.find(id) ?? []));
    else if (ids('passage').length + ids('aside').length > 0) mentions.keepWaiting();
  });
}

function idsOf(touched: readonly Touched[], table: RecordTable): string[] {
  return touched.filter((one) => one.table === table).map((one) => one.id);
}
