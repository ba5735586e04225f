// A figure while its sentence is being read.
import type { ChangeKind, Measured, Qualifier } from '../../../../quantity/model.ts';
import type { Direction } from '../model.ts';
import type { ReadNumber } from '../numbers/index.ts';

export interface RawFigure {
  /** UTF-16 offsets in the sentence, qualifier words included. */
  readonly start: number;
  readonly end: number;
  /** Where the number itself begins, its sign and currency included. */
  readonly coreStart: number;
  readonly number: ReadNumber;
  /** Magnitudes before the qualifier opens an end. */
  readonly low: string;
  readonly high: string;
  readonly multiplier: number;
  readonly qualifier: Qualifier | null;
  readonly unit: string | null;
  /** A minus or plus that stands in the text. */
  readonly sign: '+' | '-' | '';
  /** A value with its margin: both ends stand although it is about one value. */
  readonly isBand?: boolean;
  /** One of a list, which is no end of a range. */
  readonly isListed?: boolean;
  /** Part of "from A to B" where a thing moves, not a range. */
  readonly isMovement: boolean;
  readonly change: ChangeKind | null;
  readonly direction: Direction | null;
}

/** The stated quantity: the qualifier opens the end that it leaves open. */
export function quantityOf(figure: RawFigure): Measured {
  const { low, high, unit, multiplier, change } = figure;
  const qualifier = settleQualifier(figure);
  const opensHigh = qualifier === 'over' || qualifier === 'at_least';
  const opensLow = qualifier === 'under' || qualifier === 'at_most' || qualifier === 'almost';
  return { low: opensLow ? null : low, high: opensHigh ? null : high, qualifier, unit, multiplier, change };
}

/** A range stays a range, "nearly half" is about 50 %, a plain factor is `times`. */
function settleQualifier({ low, high, qualifier, unit, number, isBand }: RawFigure): Qualifier {
  if (isBand) return 'about';
  if (low !== high) return 'between';
  if (qualifier === 'almost' && number.form === 'share' && low === '50') return 'about';
  if (qualifier === null || qualifier === 'exact') return unit === 'TIMES' ? 'times' : 'exact';
  return qualifier;
}
