// Words that make a number a bound or an estimate, before it and after it, in three languages.
import type { Qualifier } from '../../../../quantity/model.ts';
import { countedWords } from '../numbers/chinese-words.ts';
import { matchAt, matchBefore } from '../text/match.ts';

/** Named groups are qualifiers; the leftmost match wins, so "no more than" is not read as "more than". */
function before(boundary: string, words: Readonly<Partial<Record<Qualifier, string>>>, tail: string): RegExp {
  const groups = Object.entries(words).map(([qualifier, pattern]) => `(?<${qualifier}>${pattern})`);
  return new RegExp(`${boundary}(?:${groups.join('|')})${tail}$`, 'iu');
}

const ENGLISH_BEFORE = before(
  '(?<![\\p{L}\\p{N}-])',
  {
    at_least:
      '(?:at the very least|at (?:a )?minimum|at least|(?:no|not) (?:less|fewer|lower|smaller|shorter|younger) than|(?:a )?minimum(?: of)?|as (?:few|little) as|starting (?:at|from))',
    at_most:
      '(?:(?<!\\b(?:shot|shoots?|went|goes|go|jump(?:ed|s)?|moved?s?|climb(?:ed|s)?|ramp(?:ed|s)?|sped|edged|push(?:ed|es)?|bump(?:ed|s)?|crept|back|rose|driven|brought|taken|scaled|stepped) )up to|at (?:the )?most|(?:no|not) (?:more|higher|greater|larger|longer|older|bigger) than|(?:a )?max(?:imum|\\.)?(?: of)?|(?:not|never) (?:to )?(?:exceed(?:ed|ing)?|surpass(?:ed)?|topped)|as (?:many|much|high) as|a ceiling of)',
    over: '(?:(?:(?:well|just|slightly|a little|far|a bit|much|considerably|somewhat|a shade|fractionally|comfortably) )?(?:over|above|(?:more|greater|higher|older|longer|larger|bigger|taller|heavier|deeper|wider|faster|hotter) than|in excess of|upwards? of|north of|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing)))',
    under:
      '(?:(?:(?:well|just|slightly|a little|far|a bit|much|considerably|somewhat|a shade) )?(?:below|under|(?:less|fewer|lower|younger|shorter|smaller|lighter|shallower|narrower|slower|colder) than|south of))',
    almost: '(?:almost|nearly|approaching|nearing|neared|just shy of|shy of|just short of|close on|not quite|virtually)',
    about:
      '(?:about|around|round about|roughly|approximately|approx\\.?|some|circa|ca\\.|close to|an estimated|estimated|in the region of|in the order of|of the order of|on the order of|more or less|or so)',
  },
  '(?: by| at| to)?[\\s\\u00a0]',
);

const RUSSIAN_BEFORE = before(
  '(?<![\\p{L}\\p{N}-])',
  {
    at_least: '(?:(?<!тем )не (?:менее|меньше|ниже)(?: чем)?|как минимум|минимум|по меньшей мере|по крайней мере|хотя бы|самое меньшее)',
    at_most: '(?:не (?:более|больше|выше|свыше)(?: чем)?|не превы\\p{L}+|не превос\\p{L}+|максимум|самое большее|предельно)',
    over: '(?:(?:(?:чуть|немногим|немного|несколько|значительно|гораздо|намного|заметно) )?(?:более|больше|свыше|выше)(?: чем)?|(?:старше|длиннее|дальше|дольше|тяжелее|дороже|крупнее|глубже|шире)(?=\\s$)|превы(?:шает|шают|сил[аои]?|сит|сят|шал[аои]?|шающ\\p{L}+)|сверх)',
    under:
      '(?:(?:(?:чуть|немногим|немного|несколько|значительно|гораздо|намного|заметно) )?(?:менее|меньше|ниже)(?: чем)?|(?:младше|моложе|короче|легче|дешевле|мельче)(?=\\s$)|не достига\\p{L}+|не дотяг\\p{L}+ до|не достиг\\p{L}*)',
    almost: '(?:почти(?: что)?|без малого|едва (?:ли )?не|чуть ли не|практически|приближа\\p{L}+ к|вплотную к|под(?= \\d))',
    about: '(?:около|примерно|приблизительно|порядка|ориентировочно|где-то|приближ[её]нно|в районе|плюс-минус)',
  },
  '(?: (?:на|в|до|за|с|к|по|из))?[\\s\\u00a0]',
);

const CHINESE_BEFORE = before(
  '',
  {
    at_least: '(?:至少|不少于|不低于|最少|起码|不下于?|最低)',
    at_most: '(?:最多|不超过|不得超过|至多|不高于|不多于|最高|多达|不大于|不逾)',
    under: '(?:还?不到|不足|(?:略|稍)?低于|少于|小于|未满|不满|未达|未及)',
    over: '(?:(?:略|稍|远|大幅)?(?:超过|高于|多于|大于|超出)|(?:略|稍|远)?(?<![赶反])超|逾|突破|(?:略|稍)高于)',
    almost: '(?:将近|接近|逼近|几近|几乎|(?<![最附靠远临新就])近)',
    about: '(?:大约为?|大概|大致|约为|约合|约有|(?<![节条合签违契预制公])约|估计)',
  },
  '(?:达到?|有|为|是|占|合|在)?\\s?',
);

const SIGN_BEFORE = /(?<over>>|＞)\s?$|(?<at_least>≥|⩾)\s?$|(?<under><|＜)\s?$|(?<at_most>≤|⩽)\s?$|(?<about>(?<![\d%])[≈~∼])\s?$/;

export interface FoundQualifier {
  readonly qualifier: Qualifier;
  readonly start: number;
  readonly words: string;
}

/** The qualifier whose words end right before `position`. */
export function qualifierBefore(lower: string, position: number): FoundQualifier | undefined {
  const last = lower[position - 1] ?? '';
  const patterns = /\s/.test(last)
    ? /[а-яё]\s$/.test(lower.slice(position - 2, position))
      ? [RUSSIAN_BEFORE]
      : [ENGLISH_BEFORE, SIGN_BEFORE, CHINESE_BEFORE]
    : [CHINESE_BEFORE, SIGN_BEFORE];
  for (const pattern of patterns) {
    const match = matchBefore(pattern, lower, position);
    const entry = match === undefined ? undefined : Object.entries(match.groups).find(([, words]) => words !== undefined);
    if (match !== undefined && entry !== undefined) return { qualifier: entry[0] as Qualifier, start: match.start, words: entry[1] ?? '' };
  }
  return undefined;
}

/** A unit or a thing counted may stand between a number and its qualifier: 8.9亿千瓦左右, "20 MW or more". */
const HAN_UNIT = `(?:${countedWords}){0,2}?`;
const UNIT_WORD = '(?:[\\s\\u00a0]\\p{L}{1,14})?';

const AFTER: readonly (readonly [Qualifier, RegExp])[] = [
  ['about', new RegExp(`${HAN_UNIT}(?:左右|上下(?!游|班|车|楼|文|级|属|行|半))| or so\\b|[- ]odd\\b`, 'uy')],
  [
    'at_least',
    new RegExp(
      `${HAN_UNIT}(?:及?以上)|\\+(?!\\d|\\/)|[ -]plus\\b(?! or minus)|${UNIT_WORD} or (?:more|above|higher|greater|longer|larger|over|older)\\b|${UNIT_WORD}\\s(?:и|или) (?:более|больше|выше|старше|дольше)(?![а-яё])| and (?:over|older|above)\\b`,
      'uy',
    ),
  ],
  [
    'at_most',
    new RegExp(
      `${HAN_UNIT}(?:以内|之内(?!的))|${UNIT_WORD} or (?:less|fewer|below|lower|shorter|smaller|under|younger)\\b|${UNIT_WORD}\\s(?:и|или) (?:менее|меньше|ниже|младше|моложе)(?![а-яё])`,
      'uy',
    ),
  ],
  ['under', new RegExp(`${HAN_UNIT}(?:以下)`, 'uy')],
  ['over', /[多余]|\sс (?:лишним|небольшим)(?![а-яё])/y],
];

/** What a qualifier after a number holds; most numbers have none of it near, and need no closer look. */
const HINTS_AFTER = /^[多余+]|[左上下内]|\b(?:or|and|odd|plus)\b|\s(?:и|или|с)\s/;
const farthestAfter = 24;

/** The qualifier whose words begin at `position`. */
export function qualifierAfter(lower: string, position: number): { readonly qualifier: Qualifier; readonly end: number } | undefined {
  if (!HINTS_AFTER.test(lower.slice(position, position + farthestAfter))) return undefined;
  for (const [qualifier, pattern] of AFTER) {
    const match = matchAt(pattern, lower, position);
    if (match !== null) return { qualifier, end: position + match[0].length };
  }
  return undefined;
}
