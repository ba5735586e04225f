// Series that parted: one copy renamed a series, and the other captured claims under the name that it had before. They keep
// their name, since nobody decided otherwise; it is told, so that they can be renamed after.
import type { Stored } from '../../../shared/records/index.ts';
import { type MergeDraft, otherSide, type Side } from './draft.ts';
import { isEverIn, type RecordState } from './states.ts';

export interface SeriesName {
  readonly id: string;
  readonly label: string;
}

export interface Parted {
  /** Under which name the new claims stand, and which name the series has now. */
  readonly from: SeriesName;
  readonly to: SeriesName;
  readonly claims: number;
}

export function partedSeries(draft: MergeDraft): readonly Parted[] {
  return (['mine', 'theirs'] as const).flatMap((side) => partedOn(draft, side)).toSorted((a, b) => (a.from.id < b.from.id ? -1 : 1));
}

/** Claims that are new on one side, of series that the other renamed. */
function partedOn(draft: MergeDraft, side: Side): readonly Parted[] {
  const other = otherSide[side];
  const renamed = new Map<string, SeriesName>();
  for (const claim of claimsWritten(draft, other)) {
    const own = draft.state(side, 'claim', claim.id);
    const merged = draft.merged('claim', claim.id);
    const [from, to] = [own?.isThere ? seriesOf(draft, own.record) : undefined, merged === undefined ? undefined : seriesOf(draft, merged)];
    if (from !== undefined && to !== undefined && from.id !== to.id) renamed.set(from.id, to);
  }
  if (renamed.size === 0) return [];
  const fresh = claimsWritten(draft, side).filter(
    ({ id }) => !isEverIn(draft.copies[other], draft.copies[side], 'claim', id) && draft.merged('claim', id) !== undefined,
  );
  const names = fresh.flatMap(({ record }) => seriesOf(draft, record) ?? []);
  return [...Map.groupBy(names, ({ id }) => id).values()].flatMap((claims) => {
    const [from] = claims;
    const to = renamed.get(from!.id);
    return to === undefined ? [] : [{ from: from!, to, claims: claims.length }];
  });
}

function claimsWritten(draft: MergeDraft, side: Side): RecordState[] {
  const states = [...draft.written[side].get('claim')!].flatMap((n) => draft.stateAt(side, 'claim', n) ?? []);
  return states.filter(({ isThere }) => isThere);
}

function seriesOf(draft: MergeDraft, record: RecordState['record'] | Stored<'claim'>): SeriesName | undefined {
  return draft.context.seriesOf(record as Stored<'claim'>, (id) => draft.source(id));
}
