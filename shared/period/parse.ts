// EDTF level 0–2 by hand, with `Q1`–`Q4` and `S1`, `S2`. The library that exists takes 94 µs a date, gives the bounds of
// `[2020..2023]` and `/2023` wrongly and has no types; an import of a million rows needs about a microsecond.
import { type ParsedDate, parseDate } from './date.ts';
import { type Grain, type Period, PeriodError } from './model.ts';

const cache = new Map<string, Period>();
const CACHE_LIMIT = 5000;
const longest = 200;

/** Reads EDTF text; throws `PeriodError`, which says why not. The text is kept verbatim in `edtf`. */
export function parsePeriod(text: string): Period {
  const cached = cache.get(text);
  if (cached !== undefined) return cached;
  const period = readPeriod(text);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(text, period);
  return period;
}

/** As `parsePeriod`, but `undefined` where that throws. */
export function findPeriod(text: string | null | undefined): Period | undefined {
  if (text === null || text === undefined) return undefined;
  try {
    return parsePeriod(text);
  } catch (error) {
    if (error instanceof PeriodError) return undefined;
    throw error;
  }
}

function readPeriod(text: string): Period {
  if (text.length > longest) throw new PeriodError('errors:period.tooLong', { most: longest });
  if (text.startsWith('[') || text.startsWith('{')) return readSet(text);
  if (text.includes('/')) return readInterval(text);
  return { edtf: text, mode: 'throughout', ...pick(parseDate(text)) };
}

function pick({ earliest, latest, grain, approximate, uncertain }: ParsedDate): Omit<Period, 'edtf' | 'mode'> {
  return { earliest, latest, grain, approximate, uncertain };
}

const openEnd: ParsedDate = { earliest: null, latest: null, grain: 'interval', approximate: false, uncertain: false };

function readInterval(text: string): Period {
  const ends = text.split('/');
  const [first = '', last = ''] = ends;
  if (ends.length !== 2 || (first === '' && last === '')) throw new PeriodError('errors:period.notAnInterval', { text });
  const start = readEnd(first, text);
  const end = readEnd(last, text);
  refuseReversed(start, end, text);
  return { edtf: text, mode: 'throughout', ...span(start, end, 'interval') };
}

function readEnd(part: string, whole: string): ParsedDate {
  if (part === '' || part === '..') return openEnd;
  if (/^\d{2,3}$/.test(part)) throw new PeriodError('errors:period.yearsInFull', { text: whole });
  try {
    return parseDate(part);
  } catch (error) {
    if (error instanceof PeriodError) throw new PeriodError('errors:period.badEnd', { text: whole, cause: error.words });
    throw error;
  }
}

function refuseReversed(start: ParsedDate, end: ParsedDate, text: string): void {
  if (start.earliest === null || end.latest === null) return;
  const startsLater = end.earliest !== null && start.earliest > end.earliest && (start.latest ?? '') > end.latest;
  if (start.earliest > end.latest || startsLater) throw new PeriodError('errors:period.reversed', { text });
}

function span(start: ParsedDate, end: ParsedDate, grain: Grain): Omit<Period, 'edtf' | 'mode'> {
  return {
    earliest: start.earliest,
    latest: end.latest,
    grain,
    approximate: start.approximate || end.approximate,
    uncertain: start.uncertain || end.uncertain,
  };
}

/** `[a,b]` and `[a..b]` are one of them, `{a,b}` and `{a..b}` all of them. */
function readSet(text: string): Period {
  const isChoice = text.startsWith('[');
  const inner = text.endsWith(isChoice ? ']' : '}') ? text.slice(1, -1) : '';
  const members = inner.split(',').map((member) => readMember(member.trim(), text));
  return { edtf: text, mode: isChoice ? 'between' : 'throughout', ...outerSpan(members) };
}

function readMember(member: string, whole: string): ParsedDate {
  const [first, last, ...rest] = member.split('..');
  if (member === '' || member === '..' || rest.length > 0) throw new PeriodError('errors:period.notASet', { text: whole });
  if (last === undefined) return readEnd(member, whole);
  const start = readEnd(first ?? '', whole);
  const end = readEnd(last, whole);
  refuseReversed(start, end, whole);
  return { ...span(start, end, 'set') };
}

function outerSpan(members: readonly ParsedDate[]): Omit<Period, 'edtf' | 'mode'> {
  const starts = members.map((member) => member.earliest);
  const ends = members.map((member) => member.latest);
  return {
    earliest: starts.includes(null) ? null : (starts.toSorted()[0] ?? null),
    latest: ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null),
    grain: 'set',
    approximate: members.some((member) => member.approximate),
    uncertain: members.some((member) => member.uncertain),
  };
}
