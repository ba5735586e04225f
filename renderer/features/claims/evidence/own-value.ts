// An own value as typed, in the unit and scale of the observation's first claim.
import type { Quantity } from '../../../../shared/quantity/index.ts';
import { readNumber } from '../../../../shared/quantity/number-reading.ts';

export const ownQualifiers = ['exact', 'about', 'over', 'at_least', 'under', 'at_most', 'between'] as const;
export interface OwnTexts {
  readonly qualifier: (typeof ownQualifiers)[number];
  readonly value: string;
  readonly valueTo: string;
}

export function emptyOwn(own: Quantity | null): OwnTexts {
  const qualifier = ownQualifiers.find((known) => known === own?.qualifier) ?? 'exact';
  const low = own?.low ?? '';
  const high = own?.high ?? '';
  return { qualifier, value: low === '' ? high : low, valueTo: qualifier === 'between' ? high : '' };
}

/** undefined where a number is missing or none. */
export function readOwn({ qualifier, value, valueTo }: OwnTexts): Quantity | undefined {
  const from = decimalOf(value);
  if (from === undefined) return undefined;
  switch (qualifier) {
    case 'over':
    case 'at_least':
      return { low: from, high: null, qualifier };
    case 'under':
    case 'at_most':
      return { low: null, high: from, qualifier };
    case 'between': {
      const to = decimalOf(valueTo);
      return to === undefined ? undefined : { low: from, high: to, qualifier };
    }
    case 'exact':
    case 'about':
      return { low: from, high: from, qualifier };
  }
}

/** A plain number, however its groups and decimals are written. */
function decimalOf(typed: string): string | undefined {
  const read = readNumber(typed.trim());
  return 'value' in read && read.multiplier === 0 ? read.value : undefined;
}
