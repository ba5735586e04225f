// Lists that go together: "5, 6 and 7 in 2021, 2022 and 2023", "2021、2022年分别为3、4家". The nth figure is of the nth date; where the
// lists are not as long as each other nothing tells which is which.

export interface Listed {
  readonly start: number;
  readonly end: number;
}

const JOINS = /^\s?(?:,|;|、|，)?\s?(?:(?:and|or|и|или|а|в|за|in|for)\s){0,2}(?:和|与|及|以及)?\s?$/;

/** Runs of two or more that only commas and conjunctions part. Positions are UTF-16 units of `text`. */
export function listsOf<T extends Listed>(text: string, members: readonly T[]): readonly (readonly T[])[] {
  const runs: T[][] = [];
  let run: T[] = [];
  for (const member of members) {
    const last = run.at(-1);
    const gap = last === undefined ? undefined : text.slice(last.end, member.start);
    if (gap !== undefined && gap !== '' && gap.length <= 10 && JOINS.test(gap)) run.push(member);
    else {
      runs.push(run);
      run = [member];
    }
  }
  return [...runs, run].filter(({ length }) => length > 1);
}

export type Pairing<T> = { readonly kind: 'paired'; readonly date: T } | { readonly kind: 'unclear'; readonly dates: readonly T[] } | undefined;

/** The date that the selected member of a list of figures goes with; undefined where no list of dates is in play. */
export function pairedDate<F extends Listed, D extends Listed>(
  text: string,
  figures: readonly F[],
  dates: readonly D[],
  selected: Listed,
): Pairing<D> {
  const lists = listsOf(text, dates);
  if (lists.length !== 1) return undefined;
  const [list] = lists;
  if (list === undefined || dates.length > list.length) return undefined;
  const own = listsOf(text, figures).find((run) => run.some((figure) => figure.start < selected.end && selected.start < figure.end));
  if (own === undefined) return isAlone(figures) ? { kind: 'unclear', dates: list } : undefined;
  if (own.length !== list.length) return { kind: 'unclear', dates: list };
  const index = own.findIndex((figure) => figure.start < selected.end && selected.start < figure.end);
  return { kind: 'paired', date: list[index]! };
}

/** One figure beside several dates holds for each or for all of them. */
function isAlone(figures: readonly Listed[]): boolean {
  return figures.length === 1;
}
