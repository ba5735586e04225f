// The passages that a newer text left in doubt, and what the analyst decides of each.
import { AppError } from '../../../../shared/errors.ts';
import { anchorText, spanIn } from '../../../../shared/features/passages/anchor.ts';
import { wordDiff } from '../../../../shared/features/passages/anchoring/word-diff.ts';
import type { PendingPassage } from '../../../../shared/features/passages/contract.ts';
import type { Passage } from '../../../../shared/features/passages/model.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';

export function describePending(passage: Passage & { readonly claimIds: readonly string[] }, source: Source): PendingPassage {
  const { exact, prefix, suffix } = passage.was ?? passage;
  const own = { start: passage.start, end: passage.end, exact: passage.exact, prefix: passage.prefix, suffix: passage.suffix, score: passage.score };
  const places = passage.state === 'lost' ? passage.proposals : [own];
  return {
    id: passage.id,
    sourceId: source.id,
    sourceTitle: source.title,
    state: passage.state,
    score: passage.score,
    before: { prefix, exact, suffix },
    places: places.map((place) => ({ ...place, changes: wordDiff(exact, place.exact, source.language ?? 'und') })),
    claimIds: [...passage.claimIds],
  };
}

export interface Decision {
  readonly decision: 'accept' | 'place' | 'lost';
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}

/** The fields of a passage after a decision. @throws AppError `invalid-input` where there is nothing to accept or no such place. */
export function settledFields(passage: Passage, { decision, start, end }: Decision, text: string): Words & Partial<Passage> {
  if (decision === 'lost') {
    const { exact, prefix, suffix, start: from, end: to } = passage.was ?? passage;
    return { exact, prefix, suffix, start: from, end: to, state: 'lost', score: 0, proposals: [], isPending: false };
  }
  const { points } = anchorText(text);
  const words = decision === 'accept' ? acceptedWords(passage) : (offeredAt(passage, { start, end }) ?? spanIn(points, ...chosenSpan(start, end)));
  if (words.end > points.length || words.end <= words.start)
    throw new AppError('invalid-input', 'passages.outsideText', { start: words.start, end: words.end });
  return {
    ...words,
    state: 'same',
    score: 100,
    was: null,
    proposals: [],
    isPending: false,
  };
}

/** What was offered is taken as it was offered: a block of cells has only some of the words between its ends. */
function offeredAt(passage: Passage, { start, end }: Pick<Decision, 'start' | 'end'>): Words | undefined {
  const offered = passage.state === 'lost' ? passage.proposals : [passage];
  const found = offered.find((one) => one.start === start && one.end === end);
  return found === undefined ? undefined : wordsOf(found);
}

function acceptedWords(passage: Passage): Words {
  if (passage.state !== 'lost') return wordsOf(passage);
  const [best] = passage.proposals;
  if (best === undefined) throw new AppError('invalid-input', 'passages.noPlaceFound', { id: passage.id });
  return wordsOf(best);
}

type Words = Pick<Passage, 'start' | 'end' | 'exact' | 'prefix' | 'suffix'> & { readonly cells?: string | null | undefined };

function wordsOf({ start, end, exact, prefix, suffix, cells }: Words): Words {
  return { start, end, exact, prefix, suffix, ...(cells == null ? {} : { cells }) };
}

function chosenSpan(start: number | undefined, end: number | undefined): [start: number, end: number] {
  if (start === undefined || end === undefined) throw new AppError('invalid-input', 'passages.bothEnds');
  return [start, end];
}
