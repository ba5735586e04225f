// The live reading of a typed period: the first and the last day that it can mean.
import { findPeriod, formatPeriod, readShownPeriod } from '../../../../shared/period/index.ts';

export interface OpenEndWords {
  from(day: string): string;
  until(day: string): string;
}

/** "1 Jun 2023 – 30 Jun 2023"; undefined for text that is no period, and for none. */
export function periodReading(text: string, locale: string, words: OpenEndWords): string | undefined {
  const period = findPeriod(text.trim()) ?? findPeriod(readShownPeriod(text));
  if (text.trim() === '' || period === undefined) return undefined;
  const { earliest, latest } = period;
  if (earliest !== null && latest !== null)
    return earliest === latest ? formatPeriod(earliest, locale) : `${formatPeriod(earliest, locale)} – ${formatPeriod(latest, locale)}`;
  if (earliest !== null) return words.from(formatPeriod(earliest, locale));
  return latest === null ? undefined : words.until(formatPeriod(latest, locale));
}
