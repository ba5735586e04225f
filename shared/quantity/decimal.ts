// One decimal type for the whole program: 50 significant digits, never printed with an exponent. Bounds are rounded outwards
// by the two directed variants, so that an interval always holds the true result.
import { Decimal as BaseDecimal } from 'decimal.js';
import type { Measured } from './model.ts';

const settings = { precision: 50, toExpNeg: -9e15, toExpPos: 9e15 } as const;

export const Decimal = BaseDecimal.clone({ ...settings, rounding: BaseDecimal.ROUND_HALF_EVEN });
export type Decimal = BaseDecimal;

/** Rounds every result towards −∞: use it for lower bounds. */
export const FloorDecimal = BaseDecimal.clone({ ...settings, rounding: BaseDecimal.ROUND_FLOOR });
/** Rounds every result towards +∞: use it for upper bounds. */
export const CeilDecimal = BaseDecimal.clone({ ...settings, rounding: BaseDecimal.ROUND_CEIL });

const MAX_FRACTION_DIGITS = 20;

/** Plain decimal text without exponent, trailing zeros or a negative zero, at most 20 digits after the point. */
export function decimalText(value: Decimal, rounding: 'down' | 'up' | 'nearest' = 'nearest'): string {
  const mode = { down: BaseDecimal.ROUND_FLOOR, up: BaseDecimal.ROUND_CEIL, nearest: BaseDecimal.ROUND_HALF_EVEN }[rounding];
  const rounded = value.toDecimalPlaces(MAX_FRACTION_DIGITS, mode);
  return rounded.isZero() ? '0' : rounded.toFixed();
}

/** Moves the decimal point of a decimal text: `shiftPoint('1.16', 6)` is `'1160000'`. Exact at any length; zeros at either end go. */
export function shiftPoint(text: string, places: number): string {
  const negative = text.startsWith('-');
  const [whole = '', fraction = ''] = (negative ? text.slice(1) : text).split('.');
  const digits = whole + fraction;
  const point = whole.length + places;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const cut = Math.max(point, 1);
  const integer = padded.slice(0, cut).replace(/^0+(?=\d)/, '');
  const rest = padded.slice(cut).replace(/0+$/, '');
  const magnitude = rest === '' ? integer : `${integer}.${rest}`;
  return negative && magnitude !== '0' ? `-${magnitude}` : magnitude;
}

/** Digits that spreadsheets keep of a number. */
export const keptDigits = 15;

/** Plain decimal text of a number, without the noise behind the digits that spreadsheets keep. */
export function decimalTextOf(value: number): string {
  const [, sign = '', whole = '', fraction = '', power = '0'] = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(value.toExponential(keptDigits - 1)) ?? [];
  return shiftPoint(`${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`, Number(power));
}

/** A stated bound with its multiplier applied; `null` stays `null`. */
export function scaledBound(m: Pick<Measured, 'low' | 'high' | 'multiplier'>, bound: 'low' | 'high'): Decimal | null {
  const text = m[bound];
  return text === null ? null : new Decimal(shiftPoint(text, m.multiplier));
}
