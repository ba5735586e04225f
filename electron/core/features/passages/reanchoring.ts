// When the text of a source is replaced, its passages and marks go along: to the place of their words, or into the queue of
// those that the analyst must look at. Nothing is put where it may not belong.
import { anchorText } from '../../../../shared/features/passages/anchor.ts';
import { type Place, type Reanchored, reanchor } from '../../../../shared/features/passages/anchoring/reanchor.ts';
import { compareVersions, type Versions } from '../../../../shared/features/passages/anchoring/versions.ts';
import type { Passage } from '../../../../shared/features/passages/model.ts';
import type { ReplaceResult } from '../../../../shared/features/sources/contract.ts';
import type { PlaceFinder } from '../../../../shared/features/sources/layout.ts';
import type { EditScope } from '../../edits/edits.ts';
import { reanchorBlock, type TwoVersions } from './reanchor-block.ts';
import type { PassageRepository } from './repository.ts';

export interface NewText {
  readonly sourceId: string;
  readonly old: string;
  readonly oldSha256: string;
  readonly fresh: string;
  readonly freshSha256: string;
  /** Pages or cells of the text before and of the new one. */
  readonly before: PlaceFinder;
  readonly now: PlaceFinder;
}

type Moved = Pick<ReplaceResult, 'counts' | 'passages' | 'asidesDropped'>;

export function createReanchoring(repository: Pick<PassageRepository, 'ofSource' | 'asides'>) {
  return function takeAlong({ sourceId, old, oldSha256, fresh, freshSha256, before, now }: NewText, edit: EditScope): Moved {
    const versions = compareVersions(anchorText(old), anchorText(fresh));
    const passages = repository.ofSource(sourceId).map((passage) => movePassage(passage, { versions, oldSha256, freshSha256, edit, before, now }));
    const dropped = repository.asides(sourceId).filter((aside) => !moveAside(aside, versions, edit));
    const counts = { same: 0, moved: 0, changed: 0, lost: 0 };
    for (const { state } of passages) counts[state] += 1;
    return { counts, passages, asidesDropped: dropped.length };
  };
}

interface Move extends TwoVersions {
  readonly oldSha256: string;
  readonly freshSha256: string;
  readonly edit: EditScope;
}

function movePassage(passage: Passage, { oldSha256, freshSha256, edit, ...texts }: Move): Moved['passages'][number] {
  const { versions } = texts;
  const block = reanchorBlock(passage, texts);
  const found = block?.found ?? (passage.state === 'lost' ? findLost(passage, versions) : reanchor(versions, passage));
  const fields = found.state === 'lost' ? lostFields(passage, [...found.proposals], oldSha256) : placedFields(passage, found, oldSha256);
  const place = { ...texts.now.placeOf(fields.start, fields.end), ...(block === undefined ? {} : { cells: block.cells }) };
  edit.update('passage', passage.id, { ...fields, ...(found.state === 'lost' ? {} : { ...place, textSha256: freshSha256 }) });
  const now = { ...passage, ...fields };
  return {
    id: passage.id,
    state: now.state,
    score: now.score,
    start: now.start,
    end: now.end,
    exact: now.exact,
    was: passage.was?.exact ?? passage.exact,
    isPending: fields.isPending,
  };
}

/** A passage lost earlier may stand in the newer text again: it is looked for by its own words. */
function findLost({ prefix, exact, suffix }: Passage, { fresh, foldedFresh }: Versions): Reanchored {
  const old = anchorText(prefix + exact + suffix);
  const start = [...prefix].length;
  const versions = { ...compareVersions(old, anchorText('')), fresh, foldedFresh };
  return reanchor(versions, { start, end: start + [...exact].length });
}

function lostFields(passage: Passage, proposals: Place[], oldSha256: string) {
  // What was changed and not yet looked at is looked for by the words that the analyst captured.
  const { exact, prefix, suffix, start, end } = passage.was ?? passage;
  const was = passage.was ?? { exact, prefix, suffix, start, end, textSha256: oldSha256 };
  const isDecided = passage.state === 'lost' && !passage.isPending && proposals.length === 0;
  return { exact, prefix, suffix, start, end, state: 'lost' as const, score: 0, was, proposals, isPending: !isDecided };
}

function placedFields(passage: Passage, { state, place }: Exclude<Reanchored, { state: 'lost' }>, oldSha256: string) {
  const { exact, prefix, suffix, start, end } = passage;
  // Until the analyst has looked, the first wording stays the one to compare with.
  const before = passage.isPending ? passage.was : null;
  const isStillChanged = before !== null && before.exact !== place.exact;
  const was = isStillChanged ? before : state === 'changed' ? { exact, prefix, suffix, start, end, textSha256: oldSha256 } : null;
  const { score, ...words } = place;
  // Counted from where the passage stood, also where only its own words were looked for.
  const unchanged = words.start === start ? ('same' as const) : ('moved' as const);
  const now = isStillChanged || state === 'changed' ? ('changed' as const) : unchanged;
  return { ...words, score, state: now, was, proposals: [], isPending: was !== null };
}

function moveAside(aside: { readonly id: string; readonly start: number; readonly end: number }, versions: Versions, edit: EditScope): boolean {
  const found = reanchor(versions, aside);
  const isKept = found.state === 'same' || found.state === 'moved';
  if (isKept) edit.update('aside', aside.id, { start: found.place.start, end: found.place.end });
  else edit.remove('aside', aside.id);
  return isKept;
}
