// Stepping through what the finder saw, and how much of it is dealt with.

export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly captured: boolean;
  readonly setAside: boolean;
}

export interface Coverage {
  readonly total: number;
  readonly captured: number;
  readonly setAside: number;
  readonly open: number;
}

export function coverageOf(mentions: readonly Mention[]): Coverage {
  const captured = mentions.filter((mention) => mention.captured).length;
  const setAside = mentions.filter((mention) => mention.setAside && !mention.captured).length;
  return { total: mentions.length, captured, setAside, open: mentions.length - captured - setAside };
}

export function isOpen(mention: Mention): boolean {
  return !mention.captured && !mention.setAside;
}

export type Step = 'next' | 'previous';

export interface StepOptions {
  /** Position to step from when no mention is current. */
  readonly from: number;
  readonly onlyOpen: boolean;
}

/** Index of the mention to step to, around the ends; only open ones while any is left. -1 where there is none. */
export function stepMention(mentions: readonly Mention[], current: number, step: Step, options: StepOptions): number {
  const wanted = options.onlyOpen && mentions.some((mention, index) => isOpen(mention) && index !== current) ? isOpen : () => true;
  const order = mentions.map((mention, index) => ({ mention, index })).filter(({ mention, index }) => index !== current && wanted(mention));
  if (order.length === 0) return mentions.length === 0 ? -1 : current;
  const here = current >= 0 ? current : undefined;
  if (step === 'next') {
    const after = order.find(({ mention, index }) => (here === undefined ? mention.start >= options.from : index > here));
    return (after ?? order[0]!).index;
  }
  const before = order.findLast(({ mention, index }) => (here === undefined ? mention.start < options.from : index < here));
  return (before ?? order.at(-1)!).index;
}
