// What a lock prints: its ground in the words of the report's language, as the writer chose.
import { type Measured, normaliseQuantity, type PrintOptions, printQuantity } from '../../quantity/index.ts';
import type { Lock, LockGround, LockKind, ReportLanguage } from './model.ts';

type Printed = Pick<Lock, 'kind' | 'options'> & { readonly ground: LockGround };

export function printLock({ kind, options, ground }: Printed, language: ReportLanguage): string {
  if (options.show === 'original' && ground.original !== '') return ground.original;
  const value = options.show === 'band' && ground.band !== null ? ground.band : ground.value;
  return printQuantity(value, language, printOptions(options, isResult(kind, ground)));
}

/** A value of a lock's present, printed in the same way. */
export function printValue(value: Measured, { kind, options, ground }: Printed, language: ReportLanguage): string {
  return printQuantity(value, language, printOptions(options, isResult(kind, ground)));
}

function printOptions({ show, places, digits, mult, unit, sign }: Lock['options'], isResult: boolean): PrintOptions {
  return {
    words: show === 'words',
    places: places === undefined ? undefined : Number(places),
    digits: digits === undefined ? undefined : Number(digits),
    power: mult === undefined ? undefined : Number(mult),
    withUnit: unit !== 'off',
    withSign: sign !== 'off',
    isResult,
  };
}

/** A rate that a source states is printed as it is stated, one that a path gives as a result. */
function isResult(kind: LockKind, { value, inputs }: LockGround): boolean {
  if (kind === 'rate') return !inputs.some((input) => normaliseQuantity(input.value) === normaliseQuantity(value));
  return kind === 'formula' || kind === 'check' || kind === 'plan' || kind === 'scenario';
}
