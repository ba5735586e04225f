// Numbers as labels say them: short, the same on every machine.
import type { PanelMark } from './marks.ts';
import type { SeriesName, Strand } from './model.ts';
import { isJoin, isRates } from './strands.ts';

/** "1.16m", "63", "7 600": at most three digits that count, thousands apart. */
export function shortNumber(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e12) return `${plain(value / 1e12)}tn`;
  if (size >= 1e9) return `${plain(value / 1e9)}bn`;
  if (size >= 1e6) return `${plain(value / 1e6)}m`;
  if (size >= 1e4) return `${plain(value / 1e3)}k`;
  if (size >= 1000) return grouped(Math.round(value));
  return plain(value);
}

function plain(value: number): string {
  const rounded = Number(value.toPrecision(Math.abs(value) >= 100 ? 4 : 3));
  return String(rounded).replace('-', '−');
}

function grouped(value: number): string {
  return String(value)
    .replace('-', '−')
    .replace(/\B(?=(\d{3})+$)/g, ' ');
}

const signs: Readonly<Record<string, string>> = { over: '> ', at_least: '≥ ', under: '< ', at_most: '≤ ', about: '≈ ', almost: '≲ ' };

export function valueText({ low, high, qualifier }: Pick<PanelMark, 'low' | 'high' | 'qualifier'>, unit: string | null): string {
  const sign = signs[qualifier] ?? (low === null ? '≤ ' : high === null ? '≥ ' : '');
  const short = (text: string) => shortNumber(Number(text));
  const numbers = low !== null && high !== null && low !== high ? `${short(low)}–${short(high)}` : short(low ?? high ?? '0');
  const bare = low !== null && high !== null && low !== high ? '' : sign;
  return `${bare}${numbers}${unitText(unit)}`;
}

export function unitText(unit: string | null): string {
  if (unit === null || unit === 'UNITS') return '';
  return unit === 'PCT' ? ' %' : unit === 'PP' ? ' pp' : unit === 'TIMES' ? '×' : ` ${unit.replaceAll('_PER_', '/')}`;
}

/** What tells a strand apart from the others of its panel; all of it where it stands alone. */
export function strandNames(strands: readonly Strand[]): string[] {
  const parts = strands.map(partsOf);
  return parts.map((own, index) => {
    const telling = own.filter((part, at) => part !== '' && parts.some((other, position) => position !== index && other[at] !== part));
    return (telling.length > 0 ? telling : own.filter((part) => part !== '').slice(0, 2)).join(' · ');
  });
}

function partsOf(strand: Strand): string[] {
  if (isRates(strand)) return ['', strand.rates, strand.basis.join(', '), '', strand.as === 'index' ? 'index' : ''];
  if (isJoin(strand)) return partsOfSeries(strand.join[0]!);
  return partsOfSeries(strand);
}

function partsOfSeries({ measure, subject, basis, area, counterpart, unit, change }: SeriesName): string[] {
  const place = [area.join(', '), counterpart ?? ''].filter((part) => part !== '').join(' → ');
  return [measure.replaceAll('_', ' '), subject, basis.join(', '), place, [unit ?? '', change ?? ''].filter((part) => part !== '').join(' ')];
}
