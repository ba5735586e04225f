import { measureWords } from '../../../shared/code-words.ts';
import type { SeriesKey } from '../../../shared/features/ledger/model.ts';

/** "Market share, Chinese brands" */
export function seriesWords({ measure, subject }: Pick<SeriesKey, 'measure' | 'subject'>): string {
  const words = measureWords(measure);
  return words.toLowerCase() === subject.toLowerCase() ? words : `${words}, ${subject}`;
}

/** As `seriesWords`, with what tells it from another series of the same name. */
export function distinctWords(series: SeriesKey, among: readonly SeriesKey[]): string {
  const words = seriesWords(series);
  const isAlone = among.filter((other) => seriesWords(other) === words).length < 2;
  const detail = isAlone ? '' : seriesDetail(series, among.every((other) => other.frequency === series.frequency) ? '' : series.frequency);
  return detail === '' ? words : `${words} (${detail})`;
}

/** "brands · RU · CN · yearly": what sets a series apart from its like. */
export function seriesDetail({ basis, area, counterpart, change }: SeriesKey, frequency: string): string {
  const place = [area.join(', '), counterpart ?? ''].filter((part) => part !== '').join(' · ');
  return [basis.join(', '), place, change ?? '', frequency].filter((part) => part !== '').join(' · ');
}
