// Reads a whole typed text as one quantity, as the finder reads a text, or says why it does not. What is left over is never
// dropped: "12 abc" is refused, not taken for 12.
import type { Message } from '../../../message.ts';
import type { NumberStyle } from '../../../quantity/digits.ts';
import type { Measured } from '../../../quantity/model.ts';
import { readNumber } from '../../../quantity/number-reading.ts';
import { findPhysicalUnit } from '../../../quantity/unit-words.ts';
import { findFigures } from './figures/find-figures.ts';
import { quantityOf, type RawFigure } from './figures/raw-figure.ts';
import { signedQuantity } from './read-quantity.ts';
import { sentenceAt } from './text/sentences.ts';

export type TypedReading = { readonly quantity: Measured } | { readonly refusal: Message };

const longestTyped = 200;

/** "> 50 %", "4.6bn USD", "70–85", "31.000,5", "12 kWh"; `style` decides what the digits leave open, such as 1,234. */
export function readTyped(text: string, style: NumberStyle = 'point'): TypedReading {
  const typed = text.trim();
  const number = readNumber(typed, style);
  if ('value' in number) {
    const { value, multiplier } = number;
    return { quantity: { low: value, high: value, qualifier: 'exact', unit: null, multiplier, change: null } };
  }
  if (typed === '' || typed.startsWith('=') || typed.length > longestTyped) return number;
  const sentence = sentenceAt(typed, [0, typed.length], style);
  const [figure, ...others] = findFigures(sentence, []);
  if (figure === undefined || others.length > 0 || typed.slice(0, figure.start).trim() !== '') return number;
  const rest = typed.slice(figure.end).trim();
  const unit = rest === '' ? figure.unit : figure.unit === null ? findPhysicalUnit(rest) : undefined;
  if (unit === undefined) return { refusal: { key: 'errors:number.rest', params: { text: typed, rest: rest || typed } } };
  return { quantity: readFigure(figure, unit) };
}

function readFigure(figure: RawFigure, unit: string | null): Measured {
  return signedQuantity({ ...quantityOf({ ...figure, unit }), direction: figure.direction });
}
