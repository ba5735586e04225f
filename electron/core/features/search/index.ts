// Search over sources, passages, claims and notes. The index follows every edit inside its transaction.
import type { Claim } from '../../../../shared/features/claims/model.ts';
import type { SearchHit } from '../../../../shared/features/search/contract.ts';
import { indexWords, markSnippet, matchExpression, queryWords } from '../../../../shared/features/search/words.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import type { Handlers } from '../../dispatch.ts';
import type { Follower } from '../../edits/edits.ts';
import type { NewEntry, SearchEntry, SearchRepository } from './repository.ts';

/** What search reads of the other features; supplied by them. */
export interface Searchable {
  findSource(id: string): Source | undefined;
  textOf(source: Source): string;
  findClaim(id: string): Claim | undefined;
  claimsOnPassages(passageIds: readonly string[]): string[];
}

/** Characters of a source's text in one entry: small enough to point to, large enough to keep the index small. */
const chunkLength = 2000;

export function createSearch(repository: SearchRepository, searchable: Searchable) {
  const handlers: Handlers<'search'> = {
    find({ query, where, limit }) {
      const match = matchExpression(query);
      if (match === undefined) return { total: 0, hits: [] };
      const words = queryWords(query);
      const once = readingOnce(searchable);
      const hits = repository.find(match, where, limit).flatMap((entry, index) => toHit(entry, once, words, index) ?? []);
      return { total: repository.count(match, where), hits };
    },
  };

  const followers: Follower[] = [
    {
      table: 'source',
      follow(ids) {
        for (const id of ids) {
          repository.removeOf(id);
          const source = searchable.findSource(id);
          if (source !== undefined) for (const entry of sourceEntries(source, searchable.textOf(source))) repository.add(entry);
        }
      },
    },
    { table: 'claim', follow: indexClaims },
    // A passage that moved stands elsewhere with other words.
    { table: 'passage', follow: (ids) => indexClaims(searchable.claimsOnPassages(ids)) },
  ];
  return { handlers, followers };

  function indexClaims(ids: readonly string[]): void {
    for (const id of ids) {
      repository.removeOf(id);
      const claim = searchable.findClaim(id);
      if (claim !== undefined) for (const entry of claimEntries(claim)) repository.add(entry);
    }
  }
}

function sourceEntries(source: Source, text: string): NewEntry[] {
  const of = { recordId: source.id, ownerId: source.id };
  const head = [source.title, source.publisher, source.author, source.url].filter((part) => part !== null).join('\n');
  const note = source.note === '' ? [] : [{ ...of, place: 'note', start: null, end: null, words: indexWords(source.note) }];
  const chunks = chunksOf(text).map(({ start, end, words }) => ({ ...of, place: 'source', start, end, words: indexWords(words) }));
  return [{ ...of, place: 'source', start: null, end: null, words: indexWords(head) }, ...note, ...chunks];
}

/** Cuts at line ends, then at spaces; positions are UTF-16 offsets into the text. */
function chunksOf(text: string): { start: number; end: number; words: string }[] {
  const chunks: { start: number; end: number; words: string }[] = [];
  for (let start = 0; start < text.length; ) {
    const limit = Math.min(text.length, start + chunkLength);
    const cut = limit === text.length ? limit : Math.max(text.lastIndexOf('\n', limit), text.lastIndexOf(' ', limit));
    const end = cut > start ? cut : limit;
    chunks.push({ start, end, words: text.slice(start, end) });
    start = end;
  }
  return chunks;
}

function claimEntries(claim: Claim): NewEntry[] {
  const of = { recordId: claim.id, ownerId: claim.id, start: null, end: null };
  const note = claim.note === '' ? [] : [{ ...of, place: 'note', words: indexWords(claim.note) }];
  const passages = claim.passages.map((passage) => ({
    ...of,
    place: 'passage',
    start: passage.start,
    end: passage.end,
    words: indexWords(passage.exact),
  }));
  return [{ ...of, place: 'claim', words: indexWords(claimText(claim)) }, ...note, ...passages];
}

function claimText(claim: Claim): string {
  const { measure, subject, what, gist, topic, actor, original, basis, area, saidBy, via, tags, type, cause } = claim;
  const names = saidBy.map((speaker) => speaker.name);
  return [measure?.replaceAll('_', ' '), subject, type, what, topic, actor, gist, original, cause, ...basis, ...area, ...names, ...via, ...tags]
    .filter((part) => part)
    .join('\n');
}

function toHit(entry: SearchEntry, searchable: Searchable, words: readonly string[], index: number): SearchHit | undefined {
  const rank = 1 / (index + 1);
  if (entry.place === 'source' || searchable.findClaim(entry.record_id) === undefined) {
    const source = searchable.findSource(entry.record_id);
    return source === undefined ? undefined : sourceHit(entry, source, searchable, words, rank);
  }
  const claim = searchable.findClaim(entry.record_id)!;
  const text = entry.place === 'note' ? claim.note : entry.place === 'passage' ? passageText(claim, entry) : claimText(claim);
  const { snippet, marks } = markSnippet(text, words);
  return { where: entry.place as SearchHit['where'], id: claim.id, title: titleOf(claim), snippet, marks, start: entry.start, rank };
}

/** A text is read, and checked against its hash, once a query, however many hits it has. */
function readingOnce(searchable: Searchable): Searchable {
  const texts = new Map<string, string>();
  return {
    ...searchable,
    textOf(source) {
      const text = texts.get(source.textSha256) ?? searchable.textOf(source);
      texts.set(source.textSha256, text);
      return text;
    },
  };
}

function sourceHit(entry: SearchEntry, source: Source, searchable: Searchable, words: readonly string[], rank: number): SearchHit {
  const isText = entry.start !== null && entry.end !== null;
  const body = isText ? searchable.textOf(source).slice(entry.start!, entry.end!) : entry.place === 'note' ? source.note : source.title;
  const { snippet, marks, at } = markSnippet(body, words);
  const start = isText ? [...searchable.textOf(source).slice(0, entry.start! + Math.max(0, at))].length : null;
  return { where: entry.place as SearchHit['where'], id: source.id, title: source.title, snippet, marks, start, rank };
}

function passageText(claim: Claim, entry: SearchEntry): string {
  return claim.passages.find((passage) => passage.start === entry.start && passage.end === entry.end)?.exact ?? '';
}

function titleOf(claim: Claim): string {
  const parts =
    claim.kind === 'statement'
      ? [claim.actor, claim.topic]
      : [claim.measure?.replaceAll('_', ' ') ?? claim.type ?? claim.stage, claim.subject, claim.period];
  return parts.filter((part) => part).join(' · ');
}
