// Two texts of one source, folded once for all the passages that are taken from the old to the new one.
import type { AnchorText } from '../anchor.ts';
import type { FoldedSpan } from './agreement.ts';
import { type Folded, foldedOffset, foldText } from './fold.ts';
import { keepsOrder } from './order.ts';

/** Code points or code units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Versions {
  readonly old: AnchorText;
  readonly fresh: AnchorText;
  readonly foldedOld: Folded;
  readonly foldedFresh: Folded;
  /** Nothing that both have was moved; asked only for words that the old text has several times. */
  readonly keepsOrder: () => boolean;
}

export function compareVersions(old: AnchorText, fresh: AnchorText): Versions {
  let isKept: boolean | undefined;
  const order = () => {
    isKept ??= keepsOrder(old.text, fresh.text);
    return isKept;
  };
  return { old, fresh, foldedOld: foldText(old.text), foldedFresh: foldText(fresh.text), keepsOrder: order };
}

/** Takes code points of the old text. */
export function foldedSpan({ old, foldedOld }: Pick<Versions, 'old' | 'foldedOld'>, span: Span): FoldedSpan {
  const { start, end } = unitsOf(old, span);
  return { text: foldedOld.text, start: foldedOffset(foldedOld, start), end: foldedOffset(foldedOld, end) };
}

export function unitsOf({ points }: AnchorText, { start, end }: Span): Span {
  return { start: points.toUnits(start), end: points.toUnits(end) };
}
