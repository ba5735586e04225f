// Entries of the index as hits with the words around the first match. Texts read lately are kept: typing on asks for the same ones.
import type { Claim } from '../../../../shared/features/claims/model.ts';
import type { SearchHit } from '../../../../shared/features/search/contract.ts';
import { markSnippet } from '../../../../shared/features/search/words.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import { claimText, signsIn } from './entries.ts';
import type { EntryPlace, Piece } from './repository.ts';

export interface FoundEntry extends EntryPlace {
  readonly recordId: string;
  /** Of a hit in the text of a source. */
  readonly piece: Piece | undefined;
}

export interface HitSources {
  findSource(id: string): Source | undefined;
  textOf(source: Source): string;
  findClaim(id: string): Claim | undefined;
}

const mostKeptUnits = 16_000_000;

export function createHits(searchable: HitSources) {
  const textOf = keepTexts(searchable);

  return function toHit(entry: FoundEntry, words: readonly string[], index: number): SearchHit | undefined {
    const rank = 1 / (index + 1);
    if (entry.of === 'source') {
      const source = searchable.findSource(entry.recordId);
      return source === undefined ? undefined : sourceHit(entry, source, words, rank);
    }
    const claim = searchable.findClaim(entry.recordId);
    if (claim === undefined) return undefined;
    const passage = entry.place === 'passage' ? claim.passages[entry.part] : undefined;
    const text = entry.place === 'note' ? claim.note : entry.place === 'passage' ? (passage?.exact ?? '') : claimText(claim);
    const { snippet, marks } = markSnippet(text, words);
    return { where: entry.place, id: claim.id, title: titleOf(claim), snippet, marks, start: passage?.start ?? null, rank };
  };

  function sourceHit({ place, piece }: FoundEntry, source: Source, words: readonly string[], rank: number): SearchHit {
    const body = piece !== undefined ? textOf(source).slice(piece.start, piece.end) : place === 'note' ? source.note : source.title;
    const { snippet, marks, at } = markSnippet(body, words);
    const start = piece === undefined ? null : piece.point + signsIn(body.slice(0, Math.max(0, at)));
    return { where: place, id: source.id, title: source.title, snippet, marks, start, rank };
  }
}

/** Each text is checked against its hash when it is read; a kept one was. */
function keepTexts({ textOf }: HitSources): (source: Source) => string {
  const kept = new Map<string, string>();
  let units = 0;
  return (source) => {
    const text = kept.get(source.textSha256) ?? textOf(source);
    if (!kept.has(source.textSha256)) units += text.length;
    kept.delete(source.textSha256);
    kept.set(source.textSha256, text);
    for (const [oldest, old] of kept) {
      if (units <= mostKeptUnits || oldest === source.textSha256) break;
      kept.delete(oldest);
      units -= old.length;
    }
    return text;
  };
}

function titleOf(claim: Claim): string {
  const parts =
    claim.kind === 'statement'
      ? [claim.actor, claim.topic]
      : [claim.measure?.replaceAll('_', ' ') ?? claim.type ?? claim.stage, claim.subject, claim.period];
  return parts.filter((part) => part).join(' · ');
}
