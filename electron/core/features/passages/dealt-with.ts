// Which mentions of a text are captured or set aside, and which comes next. Told by place, so that a text with a hundred
// thousand of them costs no more than its passages do. Mentions are in the order of the text, none overlapping another.

export interface Place {
  readonly start: number;
  readonly end: number;
}

export interface DealtWith {
  /** Places in the list of mentions. */
  readonly captured: ReadonlySet<number>;
  readonly setAside: ReadonlySet<number>;
}

/** A mention is captured when one of the passages overlaps it; set aside when it is not, and lies at one of the asides. */
export function dealtWith(mentions: readonly Place[], passages: readonly Place[], asides: readonly Place[]): DealtWith {
  const captured = new Set<number>();
  for (const passage of passages) {
    const before = indexFrom(mentions, passage.start) - 1;
    const first = before >= 0 && mentions[before]!.end > passage.start ? before : before + 1;
    for (let index = first; index < mentions.length && mentions[index]!.start < passage.end; index += 1) captured.add(index);
  }
  const setAside = asides.map(({ start, end }) => {
    const index = indexFrom(mentions, start);
    return mentions[index]?.start === start && mentions[index].end === end && !captured.has(index) ? index : -1;
  });
  return { captured, setAside: new Set(setAside.filter((index) => index >= 0)) };
}

/** Index of the first that starts at a position or after it; their number where none does. */
export function indexFrom(mentions: readonly Place[], position: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (mentions[middle]!.start < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

export interface StepOptions {
  /** Position to step from. */
  readonly from: number;
  /** The mention that starts at `from` is the current one: the step leaves it. */
  readonly isOn: boolean;
  readonly direction: 'next' | 'previous';
  readonly onlyOpen: boolean;
}

/** Index of the mention to step to, around the ends; only open ones while any other is left. -1 where there is none. */
export function stepMention(mentions: readonly Place[], dealt: DealtWith, { from, isOn, direction, onlyOpen }: StepOptions): number {
  const count = mentions.length;
  if (count === 0) return -1;
  const at = indexFrom(mentions, from);
  const here = isOn && mentions[at]?.start === from ? at : -1;
  const first = direction === 'previous' ? at - 1 : here >= 0 ? at + 1 : at;
  const step = direction === 'next' ? 1 : -1;
  const order = (turn: number) => (((first + turn * step) % count) + count) % count;
  const find = (isWanted: (index: number) => boolean): number | undefined => {
    for (let turn = 0; turn < count; turn += 1) if (order(turn) !== here && isWanted(order(turn))) return order(turn);
    return undefined;
  };
  const open = onlyOpen ? find((index) => !dealt.captured.has(index) && !dealt.setAside.has(index)) : undefined;
  return open ?? find(() => true) ?? here;
}
