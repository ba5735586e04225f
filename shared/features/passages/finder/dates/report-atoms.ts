// Parts of a year as reports abbreviate them, in any language: Q3'24, 3Q24, 24Q3, H1 FY25, 9M24, 9М24, 1П25, 4кв24, 2К24.
import { type AtomRule, needing, rule } from './atoms.ts';
import { fullYear } from './numeric-atoms.ts';
import { calendar, type Point } from './point.ts';

/** Han may touch an abbreviation, letters and digits may not. */
const BEFORE = '(?<![a-zа-яё\\d./№]|\\d,)';
const AFTER = '(?![a-zа-яё\\d%]|[.,]\\d|[\\s\\u00a0]?(?:%|percent|per cent|million|billion|bn|тыс|млн|млрд))';
const YEAR = "['’]?((?:19|20)\\d\\d|\\d\\d)";
const FISCAL = '(?:fy|fiscal year|fiscal|фг)[\\s-]?';
/** Between a part and its year. */
const JOINT = `(?:[\\s-]?(?:of )?${FISCAL}|[\\s-]|['’])?`;

function code(letter: 'Q' | 'S', part: string | undefined, year: string | undefined): Point {
  return calendar({ kind: 'code', code: `${letter}${part}` }, fullYear(year ?? ''));
}

function coded(letter: 'Q' | 'S', pattern: string, groups: { readonly part: number; readonly year: number }): AtomRule {
  return rule(new RegExp(`${BEFORE}${pattern}${AFTER}`, 'gu'), ({ match }) => code(letter, match[groups.part], match[groups.year]));
}

const partFirst = { part: 1, year: 2 };
const yearFirst = { part: 2, year: 1 };

/** One look for all of them: most sentences hold none. */
const MAYBE =
  /(?<![a-z])[qh][12]|(?<![a-z])q[34]|\d[qh](?![a-z])|\d[qh][1-4]|\d[mм](?:['’ ]?\d|\s?fy)|\d(?:-?[её])?\s?п(?:\/?г|[.\s]*['’]?\d)|\d(?:-?й)?\s?кв|\dк['’]?\d/;

export const reportRules: readonly AtomRule[] = needing(
  MAYBE,
  coded('Q', `q([1-4])${JOINT}${YEAR}`, partFirst),
  coded('Q', `([1-4])q${JOINT}${YEAR}`, partFirst),
  coded('Q', `(?:${FISCAL})${YEAR}[\\s-]?q([1-4])`, yearFirst),
  coded('Q', `['’]?(\\d\\d)q([1-4])`, yearFirst),
  coded('S', `h([12])${JOINT}${YEAR}`, partFirst),
  coded('S', `([12])h${JOINT}${YEAR}`, partFirst),
  coded('S', `(?:${FISCAL})${YEAR}[\\s-]?h([12])`, yearFirst),
  coded('S', `['’]?(\\d\\d)h([12])`, yearFirst),
  rule(new RegExp(`${BEFORE}([2-9]|1[0-2])[mм](?:\\s?${FISCAL}|\\s(?=(?:19|20)\\d\\d))?${YEAR}${AFTER}`, 'gu'), ({ match }) =>
    calendar({ kind: 'months', first: 1, last: Number(match[1]) }, fullYear(match[2] ?? '')),
  ),
  coded('S', `([12])(?:-?[её])?\\s?п(?:\\/?г|\\.)?\\.?\\s?${YEAR}`, partFirst),
  coded('Q', `([1-4])(?:-?й)?\\s?кв\\.?\\s?${YEAR}`, partFirst),
  coded('Q', `([1-4])к${YEAR}`, partFirst),
);
