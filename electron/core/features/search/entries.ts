// What of a source and of a claim is findable, cut into entries.
import { indexPairs, indexWords } from '../../../../shared/features/search/words.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import type { EntryPlace, EntryWords, Piece, SearchedClaim } from './repository.ts';

/** UTF-16 units of a source's text in one entry: a common word is counted entry by entry. */
const chunkLength = 8000;
/** What two entries of one long line share, so that words across the cut are found. */
const overlap = 128;

export type Entry = EntryWords & Pick<EntryPlace, 'place' | 'part'>;

/** What is said of a source. */
export function sourceEntries(source: Pick<Source, 'title' | 'publisher' | 'author' | 'url' | 'note'>): Entry[] {
  const head = [source.title, source.publisher, source.author, source.url].filter((part) => part !== null).join('\n');
  const note: Entry[] = source.note === '' ? [] : [{ place: 'note', part: 0, ...wordsOf(source.note) }];
  return [{ place: 'source', part: 0, ...wordsOf(head) }, ...note];
}

/** The pieces of a text, which change only with the text. */
export function textEntries(text: string): (Entry & { readonly piece: Piece })[] {
  return chunksOf(text).map((piece, index) => ({ place: 'source', part: index + 1, piece, ...wordsOf(text.slice(piece.start, piece.end)) }));
}

export function claimEntries(claim: SearchedClaim): Entry[] {
  const note: Entry[] = claim.note === '' ? [] : [{ place: 'note', part: 0, ...wordsOf(claim.note) }];
  const passages = claim.passages.map((passage, part): Entry => ({ place: 'passage', part, ...wordsOf(passage.exact) }));
  return [{ place: 'claim', part: 0, ...wordsOf(claimText(claim)) }, ...note, ...passages];
}

export function claimText(claim: Omit<SearchedClaim, 'passages'>): string {
  const { measure, subject, what, gist, topic, actor, original, basis, area, saidBy, via, tags, type, cause } = claim;
  const names = saidBy.map((speaker) => speaker.name);
  return [measure?.replaceAll('_', ' '), subject, type, what, topic, actor, gist, original, cause, ...basis, ...area, ...names, ...via, ...tags]
    .filter((part) => part)
    .join('\n');
}

function wordsOf(text: string): { words: string; pairs: string } {
  return { words: indexWords(text), pairs: indexPairs(text) };
}

/** Cuts at line ends; a line too long for one entry goes on in the next with a piece of what was before. */
function chunksOf(text: string): { start: number; end: number; point: number }[] {
  const chunks: { start: number; end: number; point: number }[] = [];
  let point = 0;
  for (let start = 0; start < text.length; ) {
    const limit = start + chunkLength;
    const line = limit >= text.length ? text.length : start + text.slice(start, limit + 1).lastIndexOf('\n') + 1;
    const end = line > start + chunkLength / 2 ? line : wholeSign(text, limit);
    chunks.push({ start, end, point });
    const next = end === line ? end : wholeSign(text, end - overlap);
    point += signsIn(text.slice(start, next));
    start = next;
  }
  return chunks;
}

function wholeSign(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

export function signsIn(text: string): number {
  return text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
}
