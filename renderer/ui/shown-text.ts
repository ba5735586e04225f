// Windows and decimals of the contract as text in the user's language.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf, formatPeriod, lastOfMonth } from '../../shared/period/index.ts';
import { Decimal, formatQuantity } from '../../shared/quantity/index.ts';

/** The first and the last day that a date can mean; null is an open side. */
export interface Window {
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** "1 Oct 2024", "Dec 2024", "between Sep 2023 and Dec 2023", "by 31 Jul 2023". */
export function useWindowText(): (window: Window) => string {
  const { t, i18n } = useTranslation('words');
  return useCallback(
    ({ earliest, latest }) => {
      const dated = (text: string) => formatPeriod(text, i18n.language);
      if (earliest === null && latest === null) return t('window.untold');
      if (earliest === null) return t('window.by', { day: dated(latest!) });
      if (latest === null) return t('window.orLater', { day: dated(earliest) });
      if (earliest === latest) return dated(earliest);
      const [first, last] = wholeMonths(earliest, latest);
      if (first === last) return dated(first);
      if (first.endsWith('-01') && last.endsWith('-12') && first.length === 7 && first.slice(0, 4) === last.slice(0, 4))
        return dated(first.slice(0, 4));
      return dated(`[${first}..${last}]`);
    },
    [t, i18n.language],
  );
}

/** Months where the window begins and ends with one. */
function wholeMonths(earliest: string, latest: string): [string, string] {
  const { year, month } = dayOf(latest);
  return earliest.endsWith('-01') && latest === lastOfMonth(year, month) ? [earliest.slice(0, 7), latest.slice(0, 7)] : [earliest, latest];
}

export interface Band {
  readonly low: string | null;
  readonly high: string | null;
}

/** "800.8", "1,172,451–1,660,539", "×1.7–1.85"; reckoned figures are cut to two decimals. */
export function bandText({ low, high }: Band, unit: string | null, locale: string): string {
  const [least, most] = [low, high].map((one) => (one === null ? null : new Decimal(one).toDecimalPlaces(2).toFixed()));
  const qualifier = least === most ? 'exact' : least == null ? 'at_most' : most == null ? 'at_least' : 'between';
  return formatQuantity({ low: least ?? null, high: most ?? null, qualifier, unit, multiplier: 0, change: null }, { locale });
}
