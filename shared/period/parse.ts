// EDTF level 0–2 by hand, with `Q1`–`Q4` and `S1`, `S2`. The library that exists takes 94 µs a date, gives the bounds of
// `[2020..2023]` and `/2023` wrongly and has no types; an import of a million rows needs about a microsecond.
import { type ParsedDate, parseDate } from './date.ts';
import { type Grain, type Period, PeriodError } from './model.ts';

const cache = new Map<string, Period>();
const CACHE_LIMIT = 5000;

/** Reads EDTF text; throws `PeriodError` with a message for the user. The text is kept verbatim in `edtf`. */
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
  if (text.length > 200) throw new PeriodError('a period has at most 200 characters');
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
  if (ends.length !== 2 || (first === '' && last === '')) throw new PeriodError(`"${text}" is no interval: write start/end, with .. for an open end`);
  const start = readEnd(first, text);
  const end = readEnd(last, text);
  refuseReversed(start, end, text);
  return { edtf: text, mode: 'throughout', ...span(start, end, 'interval') };
}

function readEnd(part: string, whole: string): ParsedDate {
  if (part === '' || part === '..') return openEnd;
  if (/^\d{2,3}$/.test(part)) throw new PeriodError(`"${whole}" is no EDTF interval: write both years in full`);
  try {
    return parseDate(part);
  } catch (error) {
    if (error instanceof PeriodError) throw new PeriodError(`"${whole}" is no EDTF interval: ${error.message}`);
    throw error;
  }
}

function refuseReversed(start: ParsedDate, end: ParsedDate, text: string): void {
  if (start.earliest === null || end.latest === null) return;
  const startsLater = end.earliest !== null && start.earliest > end.earliest && (start.latest ?? '') > end.latest;
  if (start.earliest > end.latest || startsLater) throw new PeriodError(`"${text}" ends before it starts`);
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
  if (member === '' || member === '..' || rest.length > 0) throw new PeriodError(`"${whole}" is no EDTF set such as [2021..2023] or {2021,2023}`);
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
