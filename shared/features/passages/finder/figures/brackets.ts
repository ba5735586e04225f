// Brackets that accounts write for a minus: "was (1,204) in 2024", "(3,4) млрд руб.", "€(4.1) million". A bracket after a noun only
// adds a remark: "three yards (14,200 workers)".
import { matchAt, matchBefore } from '../text/match.ts';
import type { Sentence } from '../text/sentences.ts';

export interface Bracket {
  readonly start: number;
  /** Past the closing bracket. */
  readonly end: number;
}

const OPENS = /[(（]\s?$/;
const CLOSES = /\s?[)）]/y;
/** What belongs to a number and can stand only after it. */
const TAIL =
  /\s?(?:%|per ?cent|percent|thousand|million|mln|mn\b|m\b|billion|bln|bn\b|trillion|crore|lakh|dollars|euros?|pounds|yuan|roubles|тыс|млн|млрд|трлн|руб|долл|евро|юан|процент|п\.\s?п|万|亿|元|美元)/y;
/** After these a number stands for itself, bracketed or not. */
const LEADS =
  /(?:(?<![\p{L}])(?:was|were|is|are|of|to|at|from|by|and|against|versus|vs\.?|totall?ed|reached|amounted to|составил[аои]?|составляет|составят|равен|равна|равно|равны|достиг(?:ла|ло|ли)?|против|из|с|до|на|и)\s|[:=|—–]\s?|[为达是至到]\s?|(?:亏损|亏)\s?|[$€£¥₽₹]\s?)$/u;

/** The brackets around a number that starts and ends here, if they mean a minus. `start` and `end` hold the currency as well. */
export function minusBracket({ lower }: Sentence, start: number, end: number): Bracket | undefined {
  if (!/[(（]/.test(lower.slice(Math.max(0, start - 2), start))) return undefined;
  const opens = matchBefore(OPENS, lower, start);
  const closes = opens === undefined ? null : matchAt(CLOSES, lower, end);
  if (opens === undefined || closes === null) return undefined;
  const bracket = { start: opens.start, end: end + closes[0].length };
  const isAlone = lower.slice(0, bracket.start).trim() === '' && lower.slice(bracket.end).trim() === '';
  const isMinus = isAlone || matchAt(TAIL, lower, bracket.end) !== null || matchBefore(LEADS, lower, bracket.start) !== undefined;
  return isMinus ? bracket : undefined;
}
