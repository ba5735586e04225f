// One or two typed numbers and a qualifier, as bounds: "over 50" has no upper bound, "almost 4.6" none below.
import { decimalTextSchema, type Qualifier, type Quantity, qualifiers, readNumber, shiftPoint } from '../../../../shared/quantity/index.ts';
import { textOf } from './json-fields.ts';

export interface ValueTexts {
  readonly qualifier: Qualifier;
  readonly value: string;
  readonly valueTo: string;
}

export function isQualifier(text: unknown): text is Qualifier {
  return qualifiers.some((qualifier) => qualifier === text);
}

/** True where two numbers may be typed. */
export function hasSecondValue(qualifier: string): boolean {
  return qualifier === 'between' || qualifier === 'about';
}

export function valueTexts(quantity: Readonly<Record<string, unknown>>): ValueTexts {
  const low = textOf(quantity['low']);
  const high = textOf(quantity['high']);
  const qualifier = isQualifier(quantity['qualifier']) ? quantity['qualifier'] : 'exact';
  const value = low === '' ? high : low;
  const second = low !== '' && high !== '' && high !== low ? high : '';
  return { qualifier: second !== '' && !hasSecondValue(qualifier) ? 'between' : qualifier, value, valueTo: second };
}

/** Bounds of cleaned decimal texts; an empty value has none. */
export function boundsOf({ qualifier, value, valueTo }: ValueTexts): Quantity {
  const low = value === '' ? null : value;
  const high = valueTo === '' ? low : valueTo;
  switch (qualifier) {
    case 'unknown':
      return { low: null, high: null, qualifier };
    case 'over':
    case 'at_least':
      return { low, high: null, qualifier };
    case 'under':
    case 'at_most':
      return { low: null, high: low, qualifier };
    case 'almost':
      return value.startsWith('-') ? { low, high: null, qualifier } : { low: null, high: low, qualifier };
    case 'between':
    case 'about':
      return { low, high, qualifier };
    case 'exact':
    case 'times':
      return { low, high: low, qualifier };
  }
}

/** Decimal text of a typed number with its scale applied, or undefined where the whole text is none: see `readNumber`. */
export function cleanNumber(typed: string): string | undefined {
  const reading = readNumber(typed);
  return 'value' in reading ? shiftPlain(reading.value, reading.multiplier) : undefined;
}

/** Zeros at the end stay as typed: they tell how exact the number is. */
function shiftPlain(value: string, multiplier: number): string | undefined {
  const text = multiplier === 0 ? value : shiftPoint(value, multiplier);
  return decimalTextSchema.safeParse(text).success ? text : undefined;
}
