// What a date of a sentence is for, where it is not the period of the figures: something to compare with, the last time that a
// level was seen, when someone spoke, when a thing that is named was built or signed. English, Russian and Chinese.
import { isComparedDate, type Mention } from '../../../../shared/features/passages/finder/index.ts';

/** A stretch of the sentence, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface DateInSentence {
  /** Lower case. */
  readonly lower: string;
  readonly date: Stretch;
  readonly mention: Mention;
  readonly figures: readonly Stretch[];
  readonly selected: Stretch;
}

const farthest = 70;

/** Whether the date says nothing of when the selected figure holds. A date within the selection always does. */
export function isOfSomethingElse(one: DateInSentence): boolean {
  const { date, selected } = one;
  if (date.start < selected.end && selected.start < date.end) return false;
  return (
    isComparedElsewhere(one) ||
    isBeforeComparand(one) ||
    isBeforeNow(one) ||
    isOfRelativeClause(one) ||
    isOfRemark(one) ||
    isSamePeriod(one) ||
    isLastSeen(one) ||
    isOfSpeaking(one) ||
    isOfNamedThing(one)
  );
}

/** Words of comparison that a figure and its date follow: "vs $16.07bn in Q3'23", "против 5 млн в 2023 году". */
const OPENS_COMPARISON =
  /(?:(?<![\p{L}])(?:versus|vs\.?|against|compared (?:with|to)|than|up from|down from|from(?= [\d$€£(])|on the(?= [\d$€£(])|против|чем|сравнени\p{L}+ со?|со?(?= [\d(]))|(?<![占同环])比|较)(?![\p{Script=Latin}\p{Script=Cyrillic}])/gu;
const ENDS_CLAUSE = /[;；。)）]|[,，]\s?(?!\d)/u;

function isComparedElsewhere({ lower, date, figures, selected }: DateInSentence): boolean {
  if (isComparedDate(lower, date.start, date.end)) return !isOwnedBy(lower, date, selected);
  const from = Math.max(0, date.start - farthest);
  const opener = [...lower.slice(from, date.start).matchAll(OPENS_COMPARISON)].at(-1);
  if (opener === undefined) return false;
  const operand = from + opener.index + opener[0].length;
  const hasFigure = figures.some((figure) => figure.start >= operand && figure.end <= date.start);
  if (!hasFigure || ENDS_CLAUSE.test(lower.slice(operand, date.start))) return false;
  return selected.start < operand || selected.start > date.end;
}

/** "against 2023's 5bn", "较2023年的5亿元": the figure is what the comparison is with. */
function isOwnedBy(lower: string, date: Stretch, selected: Stretch): boolean {
  return selected.start >= date.end && /^(?:['’]s|的|的约)?\s?$/.test(lower.slice(date.end, selected.start)) && selected.start - date.end < 4;
}

const COMPARAND =
  /(?:(?<![a-z])(?:versus|vs\.?|against|compared (?:with|to)|(?:up|down) from)|(?<![а-яё])(?:против|вместо))\s[^,;.()，；。\d]{0,24}$/;

/** "in 2024 it was 5bn, compared with 4bn": what the figure is compared with has its date after it, or none. */
function isBeforeComparand({ lower, date, figures, selected }: DateInSentence): boolean {
  if (date.start >= selected.start) return false;
  const opener = COMPARAND.exec(lower.slice(Math.max(0, selected.start - 44), selected.start));
  if (opener === null) return false;
  const at = selected.start - opener[0].length;
  return date.end <= at && figures.some((figure) => figure.end <= at);
}

const NOW =
  /(?<![a-z])(?:now|currently|today|at present|presently)(?![a-z])|(?<![а-яё])(?:сейчас|теперь|ныне|в настоящее время)(?![а-яё])|目前|现在|如今|现[为有]/;

/** "It peaked in April 2020 and is now 4.2%". */
function isBeforeNow({ lower, date, selected }: DateInSentence): boolean {
  return date.end <= selected.start && NOW.test(lower.slice(date.end, selected.start));
}

const RELATIVE_BEFORE = /,\s(?:which|who|whose|where|когда|где|(?:в |на |у |с )?котор[а-яё]+)\s[^,;]{0,70}$/;

/** ", which peaked at 14.7% in April 2020,": the clause keeps its date to itself. */
function isOfRelativeClause({ lower, date, selected }: DateInSentence): boolean {
  const before = lower.slice(Math.max(0, date.start - 90), date.start);
  const opens = RELATIVE_BEFORE.exec(before);
  const closes = /^[^,;]{0,30},/.exec(lower.slice(date.end, date.end + 40));
  if (opens === null || closes === null) return false;
  return selected.start >= date.end + closes[0].length || selected.end <= date.start - (before.length - opens.index);
}

/** "$1,234m (30 June 2024: $1,102m)": a date in brackets that hold a figure is of that one. */
function isOfRemark({ lower, date, figures, selected }: DateInSentence): boolean {
  const open = Math.max(lower.lastIndexOf('(', date.start), lower.lastIndexOf('（', date.start));
  const closes = [lower.indexOf(')', date.end), lower.indexOf('）', date.end)].filter((at) => at !== -1);
  const close = Math.min(...closes);
  if (open === -1 || closes.length === 0 || Math.max(lower.lastIndexOf(')', date.start - 1), lower.lastIndexOf('）', date.start - 1)) > open)
    return false;
  const isInside = (one: Stretch) => one.start > open && one.end <= close;
  return !isInside(selected) && figures.some(isInside);
}

const SAME_BEFORE =
  /(?:same|corresponding|equivalent) (?:period|month|quarter|half|day|week|time) (?:of|in|a|during)\s(?:the\s)?$|(?:аналогичн|соответствующ|то(?:т|го|му|м) же|та(?:кой|кого) же)\p{L}* (?:период|месяц|квартал|отрезк|дат)\p{L}*(?: (?:в|за))?\s$/u;

/** "The same period of 2024" is a part of it that the words do not name. */
function isSamePeriod({ lower, date }: DateInSentence): boolean {
  return SAME_BEFORE.test(lower.slice(Math.max(0, date.start - 60), date.start)) || /^同[期月季日]/.test(lower.slice(date.end, date.end + 2));
}

const SUPERLATIVE =
  /(?<![a-z])(?:most|least|highest|lowest|first|best|worst|biggest|largest|smallest|fastest|slowest|strongest|weakest|steepest|sharpest|deepest|longest|shortest|record|new (?:high|low)|(?:high|low|peak)(?= since)|not seen|unseen)(?![a-z])|впервые|максим|миним|рекорд|наи[а-яё]+|худш|лучш|сам\p{L}{2} (?:высок|низк|больш|мал|крупн|быстр|сильн|слаб)|最|首次|新[高低]|罕见/u;

/** "the lowest since 2022", "为4月以来最低" tell how long ago, not when. */
function isLastSeen({ lower, date, mention }: DateInSentence): boolean {
  const words = lower.slice(date.start, date.end);
  const isSince = mention.earliest !== null && mention.latest === null && /^(?:ever )?since|^со? |以来$|^自/.test(words);
  const isOfPeak = /(?:since|с(?:о)? времени|с момента)\s$/.test(lower.slice(Math.max(0, date.start - 12), date.start));
  if (!isSince && !isOfPeak) return false;
  return (
    SUPERLATIVE.test(lower.slice(Math.max(0, date.start - 45), date.start)) || /^的?(?:最|新[高低]|首次)/.test(lower.slice(date.end, date.end + 4))
  );
}

const SPOKE_BEFORE =
  /(?:(?<![a-z])(?:said|says|told|announced|reported|wrote|noted|stated|added|warned|confirmed|published|released|speaking|interview)(?![a-z])|(?:сообщ|заяв|пис|напис|рассказ|отмет|подтверд|опублик|уточн|поясн)[а-яё]*(?<!ние|ния))[^,;，；]{0,30}$/u;
const SPOKE_AFTER = /^(?:当[天日])?[^，。；]{0,8}(?:表示|称|宣布|公告|披露|透露|指出|报道|公布|发布(?!会))/;

/** A day on which someone said it. */
function isOfSpeaking({ lower, date, mention }: DateInSentence): boolean {
  if (mention.earliest === null || mention.earliest !== mention.latest) return false;
  return SPOKE_BEFORE.test(lower.slice(Math.max(0, date.start - 50), date.start)) || SPOKE_AFTER.test(lower.slice(date.end, date.end + 14));
}

const MADE =
  '(?:opened|founded|built|launched|established|signed|set up|created|introduced|published|adopted|passed|started|completed|commissioned|acquired|bought|sold|closed|released|issued|announced|approved|enacted|ratified|listed|incorporated)';
const MADE_RUSSIAN =
  '(?:открыт|основан|построен|запущен|создан|учрежд[её]н|подписан|принят|введ[её]н|опубликован|выпущен|установлен|начат|заверш[её]н|куплен|продан|закрыт|утвержд[её]н|заключ[её]н)';
const MADE_BEFORE = new RegExp(
  `(?:[,(–—]\\s?(?:(?:which|that|who) (?:was |were )?)?(?:first |originally )?${MADE}(?![a-z])[^,;()]{0,30}|[,(]\\s?(?:котор\\p{L}+ (?:был\\p{L}? )?)?${MADE_RUSSIAN}\\p{L}*[^,;()]{0,30})$`,
  'u',
);
/** "Основанный в 1932 году завод", "Founded in 1932, the mill". */
const MADE_ATTRIBUTE = new RegExp(
  `(?:(?<![а-яё])(?:открыт|основанн|построенн|запущенн|созданн|учрежд[её]нн|подписанн|принят|введ[её]нн|опубликованн|выпущенн|установленн|начат|куплен|заключ[её]нн|утвержд[её]нн)(?:ый|ая|ое|ые|ого|ой|ом|ому|ым|ую|ых|ыми)\\s[^,;]{0,24}(?:в|с|от)\\s|^\\s*${MADE} (?:in|on) (?:the )?(?:early |late |mid-)?)$`,
);
const CLOSES_REMARK = /^\s?[,)）–—]/;
const PAPER_BEFORE =
  /(?:(?<![a-z])(?:decree|resolution|order|law|act|agreement|contract|treaty|report|letter|memo|directive|regulation|deal|pact)s?(?: (?:no\.?\s?|№\s?)\S{1,15})? (?:of|dated|from) |(?<![а-яё])(?:постановлени|закон|указ|приказ|договор|соглашени|контракт|отч[её]т|письм|распоряжени|решени)\p{L}{0,3}(?: №?\s?\S{1,15})? от )$/u;
const MADE_HAN_AFTER = /^[^，。；\d]{0,6}(?:投产|建成|成立|上市|推出|签署|签订|发布|启用|创立|开业|开工|竣工|颁布|通过|收购|开通|落成|出台)的/;
const MADE_HAN_BEFORE = /(?:成立|始?建|创立|创办|创建|签署|发布|开业|落成)于$/;

/** When the thing that the sentence speaks of was built, signed or issued. */
function isOfNamedThing({ lower, date, selected }: DateInSentence): boolean {
  const before = lower.slice(Math.max(0, date.start - 80), date.start);
  const after = lower.slice(date.end, date.end + 16);
  const remark = MADE_BEFORE.exec(before);
  const isOutside = remark !== null && (selected.start > date.end || selected.end < date.start - (before.length - remark.index));
  if (isOutside && CLOSES_REMARK.test(after)) return true;
  return MADE_ATTRIBUTE.test(before) || PAPER_BEFORE.test(before) || MADE_HAN_AFTER.test(after) || MADE_HAN_BEFORE.test(before);
}

const EARLIER_AFTER =
  /^[^,;.()，；。（）\d]{0,18}?(?:(?<![a-z])(?:a|one|two|three|the) (?:years?|months?|weeks?|quarters?|decades?|days?) (?:ago|earlier|before|previously|prior)(?![a-z])|(?<![а-яё])(?:(?:двумя |тремя )?(?:годом|годами|месяцем|месяцами|кварталом|неделей|дн[её]м) (?:ранее|раньше)|(?:год|месяц|неделю|квартал) (?:тому )?назад))/;
const SAME_TIME_BEFORE = /(?:上年|去年|上月|前年|往年)?同期[^，。；\d]{0,12}$/;
const MEASURES_CHANGE = /(?:than|against|from|higher|lower|more|less|up|down|compared|чем|выше|ниже|больше|меньше|по сравнению|к уровню)[^,;]{0,20}$/;

/** "vs 58% a year ago", "上年同期净利润1.1亿元": a level of a time that the words name only by its distance from another. */
export function isOfUnnamedTime(lower: string, selected: Stretch): boolean {
  const after = EARLIER_AFTER.exec(lower.slice(selected.end, selected.end + 60));
  if (after !== null) return !MEASURES_CHANGE.test(after[0].replace(/(?:a|one|two|three|the|год|месяц|недел|кварт|двумя|тремя)[^,;]*$/, ''));
  const before = lower.slice(Math.max(0, selected.start - 24), selected.start);
  return SAME_TIME_BEFORE.test(before) && !/[比较与]\s?(?:上年|去年|上月|前年|往年)?同期/.test(before);
}
