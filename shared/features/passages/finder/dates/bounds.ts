// Words around a date atom that bound it (by, since, until …) or narrow it (early, end of …), in three languages.
import { matchAt, matchBefore } from '../text/match.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Atom, Third } from './point.ts';
import { tenseOf } from './tense.ts';

export type Bound = 'until' | 'before' | 'since';

export interface BoundAtom extends Atom {
  readonly bound?: Bound | undefined;
  /** "since" and 以来 look back, whatever the verbs say. */
  readonly looksBack?: boolean | undefined;
}

const THIRD_BEFORE: readonly (readonly [Third, RegExp])[] = [
  [
    'early',
    /(?<![\p{L}-])(?:early(?: in)?|(?:the )?(?:very )?(?:beginning|start|opening|first (?:days|weeks|months)) of(?: the)?|начал(?:о|а|е|у|ом)|перв(?:ые|ых) (?:числ\p{L}+|дн\p{L}+))[\s-]$/u,
  ],
  ['mid', /(?<![\p{L}-])(?:mid(?:dle)?|(?:the )?middle of(?: the)?|середин(?:а|ы|е|у|ой)|mid-)[\s-]?$/u],
  [
    'late',
    /(?<![\p{L}-])(?:late(?: in)?|(?:the )?(?:very )?(?:end|close|last (?:days|weeks|months)) of(?: the)?|end|кон(?:ец|ц(?:а|у|е|ом))|исход(?:е|у)?|последн(?:ие|их) дн\p{L}+)[\s-]$/u,
  ],
];

const UNTIL_BEFORE =
  /(?<![\p{L}-])(?:by|until|till|through(?: to)?|up to|up until|no later than|not later than|out to|down to|ahead to|(?<=(?:plan|strategy|programme|program|outlook|forecast|horizon|path|roadmap|period|run|scheduled|extended) )to|к|ко|до|вплоть до|не позднее(?: чем)?|не позже|(?<!\p{L} с )по)(?: the)?[\s\u00a0]$/u;
const BEFORE_BEFORE = /(?<![\p{L}-])(?:before|prior to|ahead of|(?<!не )(?:раньше|ранее))(?: the)?[\s\u00a0]$/u;
const SINCE_BEFORE =
  /(?<![\p{L}°º-])(?:ever since|since|starting from|starting in|starting on|starting|beginning|effective from|as from|from|с|со|начиная с|не ранее|не раньше)(?: the)?[\s\u00a0]$/u;
/** "up 5% from 2023", "на 5% к 2023 году" measure against a date; so does whatever follows a word of comparison. */
const MEASURED_BEFORE =
  /(?:%|percent|per cent|points?|times|\bup|\bdown|higher|lower|more|less|unchanged|different|change[ds]?|rise|fall|drop|increase|decrease|decline|growth|процент\p{L}*|раза?|пункт\p{L}*|п\.\s?п\.)\s$/u;
const COMPARED_BEFORE = /(?:(?:сравнени|сопоставлени)\p{L}+|одновременно|вместе|наравне|отношению|относительно)\s$/u;

/** "98,1% к 01.05.24": a ratio stands without "на". */
const RATIO_BEFORE = /(?:[(;,—–]\s?|(?<!на)\s)[+−–-]?\d[\d,.]{0,8}[\s\u00a0]?%\s$/;

/** The case of "together with": годом, мартом, январём. */
const INSTRUMENTAL =
  /^(?:\p{L}+ )?(?:(?:19|20)\d\d(?:-м)? )?(?:годом|кварталом|полугодием|месяцем|неделей|десятилетием|мартом|августом|(?:январ|феврал|сентябр|октябр|ноябр|декабр)[её]м|(?:апрел|ма|июн|июл)ем)(?!\p{L})/u;

const HAN_UNTIL_BEFORE =
  /(?:(?<![达增升降提减高涨跌得遇受感看找想直]|推迟|延期|延后|推后|改期)到|直到|直至|(?<![截甚乃以达增升降提减高涨跌扩缩]|推迟|延期|延后|推后|改期)至|截止到|不晚于|不迟于|最迟|延长至)$/;
const HAN_SINCE_BEFORE = /(?:自从|自|从|始于)$/;
const HAN_SINCE_AFTER = /(?:起(?!步|草|点|码|诉|家|伏|因)|以来|开始|以后|之后(?=一直))/y;
const HAN_UNTIL_AFTER = /(?:之前|以前|前(?!后|景|三|往|期|所|者|瞻|述|[\d一二三四五六七八九十]))/y;

/** Reads the words around an atom and widens its span over them. */
export function withBounds(sentence: Sentence, atom: Atom): BoundAtom {
  const narrowed = withThird(sentence, atom);
  return withHanBounds(sentence, narrowed) ?? withWordBounds(sentence, narrowed);
}

function withThird({ lower }: Sentence, atom: Atom): Atom {
  if (atom.third !== undefined) return atom;
  for (const [third, pattern] of THIRD_BEFORE) {
    const found = matchBefore(pattern, lower, atom.start);
    if (found !== undefined) return { ...atom, start: found.start, third };
  }
  return atom;
}

function withWordBounds({ lower }: Sentence, atom: Atom): BoundAtom {
  for (const [bound, pattern] of [
    ['until', UNTIL_BEFORE],
    ['before', BEFORE_BEFORE],
    ['since', SINCE_BEFORE],
  ] as const) {
    const found = matchBefore(pattern, lower, atom.start);
    if (found === undefined) continue;
    const looksBack = /since/.test(lower.slice(found.start, atom.start));
    return isComparison(lower, found.start, atom) ? atom : { ...atom, start: found.start, bound, looksBack };
  }
  return atom;
}

/** "с 2019 годом" and "с мартом" go together with something; "на 5% к 2023 году" and "up 5% from 2023" measure against it. */
function isComparison(lower: string, start: number, atom: Atom): boolean {
  const words = lower.slice(start, atom.start).trim();
  if (matchBefore(COMPARED_BEFORE, lower, start) !== undefined) return true;
  if (/^(?:к|ко)$/.test(words) && atom.third !== undefined) return false;
  if (/^ко?$/.test(words) && matchBefore(RATIO_BEFORE, lower, start) !== undefined) return true;
  if (/^(?:с|со)$/.test(words)) return INSTRUMENTAL.test(lower.slice(atom.start, atom.end));
  if (!/^(?:from|к|ко)$/.test(words) || matchBefore(MEASURED_BEFORE, lower, start) === undefined) return false;
  const isDay = atom.point.kind === 'calendar' && atom.point.part.kind === 'day';
  return !isDay && !(words === 'from' && tenseOf(lower) === 'future');
}

function withHanBounds({ lower }: Sentence, atom: Atom): BoundAtom | undefined {
  if (!/[\u4e00-\u9fff]/.test(lower.slice(Math.max(0, atom.start - 1), atom.end + 2))) return undefined;
  if (lower[atom.end] === '的') return undefined;
  const since = matchBefore(HAN_SINCE_BEFORE, lower, atom.start);
  const until = matchBefore(HAN_UNTIL_BEFORE, lower, atom.start);
  const sinceAfter = matchAt(HAN_SINCE_AFTER, lower, atom.end);
  const untilAfter = matchAt(HAN_UNTIL_AFTER, lower, atom.end);
  const end = atom.end + (sinceAfter?.[0].length ?? untilAfter?.[0].length ?? 0);
  const looksBack = sinceAfter?.[0] === '以来';
  if (since !== undefined || sinceAfter !== null) return { ...atom, start: since?.start ?? atom.start, end, bound: 'since', looksBack };
  if (until !== undefined || untilAfter !== null) return { ...atom, start: until?.start ?? atom.start, end, bound: 'until' };
  return undefined;
}
