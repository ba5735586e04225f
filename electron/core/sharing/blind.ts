// A part to be read again: sources, spans and the words of measures, without what was read, noted, graded or logged.
import type { MergeFacts } from '../../../shared/features/exchange/merge.ts';
import type { Stored } from '../../../shared/records/index.ts';
import { openCopy } from '../merge/knowledge.ts';
import type { Sql } from '../store/sql.ts';
import { buildFresh, type ShareTools } from './build.ts';
import { blindMark } from './leave-out.ts';

export interface BlindSharing extends ShareTools {
  readonly sql: Sql;
  readonly workbook: { readonly id: string; readonly name: string };
}

export function blindShare(passageIds: readonly string[], { sql, workbook, ...tools }: BlindSharing): Uint8Array {
  const { read } = openCopy(sql);
  const wanted = new Set(passageIds);
  const passages = read.all('passage').filter(({ id }) => wanted.has(id));
  const sourceIds = new Set(passages.map(({ sourceId }) => sourceId));
  const sources = read.all('source').filter(({ id }) => sourceIds.has(id));
  return buildFresh(workbook, tools, (edit, contents) => {
    for (const { sha256, textSha256 } of sources) {
      const bytes = read.content(sha256);
      const text = read.text(textSha256);
      if (bytes !== undefined) contents.keep(sha256, bytes);
      if (text !== undefined) contents.keepText(textSha256, text);
      for (const { text_sha256: of, layout } of read.layouts(sha256)) if (of === textSha256) contents.keepLayout(sha256, of, layout);
    }
    for (const source of sources) edit.insert('source', withoutOpinion(source));
    for (const passage of passages) edit.insert('passage', { ...passage, comment: '', tags: [], colour: null, motivation: 'highlighting' });
    for (const measure of read.all('measure')) edit.insert('measure', measure);
    for (const scale of read.all('scale')) edit.insert('scale', scale);
    edit.kind('migrate');
    edit.name('share', { name: workbook.name });
    const facts: MergeFacts = {
      workbook: workbook.id,
      name: workbook.name,
      lastEdit: null,
      counts: { taken: sources.length + passages.length, united: 0, answered: 0, same: 0 },
      answers: [],
      leftOut: [blindMark],
    };
    edit.takeIn({ edits: [], aliases: new Map(), facts });
  });
}

/** What the first reader thought of it would show through. */
function withoutOpinion(source: Stored<'source'>): Stored<'source'> {
  return { ...source, note: '', grade: null, gradeReason: null, copyOf: null, notCopyOf: [] };
}
