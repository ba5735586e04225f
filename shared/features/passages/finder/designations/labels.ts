// Words that make the number after them a name: No., article, page, room, version, route, class, 第, 表.
import type { RawFigure } from '../figures/raw-figure.ts';
import { matchAt, matchBefore } from '../text/match.ts';
import type { Sentence } from '../text/sentences.ts';
import { COUNTED } from './counted.ts';
import { MEASURED_UNIT } from './names.ts';

const ENGLISH_LABEL =
  /(?<![a-z])(?:nos?\.?|number|#|№|art(?:icle|\.)s?|chapters?|ch\.|sections?|sec\.|tables?|figs?\.|figures?(?= \d)|pages?|pp?\.|rooms?|suite|apartment|floor|gate|terminal|form|code|codes|hs|heading|headings|case|letter|order|decree|resolution|law|regulation|directive|bill|act|paragraphs?|para\.?|clauses?|annex(?:es)?|appendix|schedule|route|highway|road|flight|train|bus|version|ver\.|v\.|release|model|type|class|grade|category|group|tier|level|phase|stage|step|line|lines|lot|box|item|note|part|parts|volume|vol\.|issue|euro|iso|gost|tel\.?|phone|fax|ext\.?|zone|block|building|house|window|question|rule|standard|series|generation|channel|platform|berth|building|day|week|round|hall|stand|booth|building|units?|reactors|phases|zones|blocks|terminals|platforms|plot|agenda|index|mark|mk|exhibit|document|doc\.|protocol|invoice|contract|ticket|window|point)(?![a-z])[\s\u00a0]?(?:no\.?[\s\u00a0]?|number |code |№[\s\u00a0]?|#)?(?:[a-zа-я][-.\s])?(?:\d+(?:\.\d+)*(?:,| and| to| or|–|-)[\s\u00a0]?)?[\s(]*$/;
const RUSSIAN_LABEL =
  /(?<![а-яё])(?:№|номер\p{L}*|ст(?:ать\p{L}{1,2}|\.)|пункт(?:е|ом|у)?|п\.|пп\.|абз\.|абзац\p{L}{0,2}|част(?:ь|и|ью)|ч\.|глав(?:а|ы|е|у|ой)|гл\.|раздел\p{L}{0,2}|таблиц\p{L}{1,2}|табл\.|рисун(?:ок|ке|ка)|рис\.|страниц\p{L}{1,2}|стр\.|с\.|форм[аеуы]|постановлени\p{L}{1,2}|приказ\p{L}{0,2}|указ(?:а|у|ом|е)?|письм[оауе]\p{L}?|дел[оауе]\p{L}?|кабинет\p{L}{0,2}|зал(?:е|а|у)?|комнат\p{L}{1,2}|аудитори\p{L}{1,2}|офис(?:е|а)?|дом(?:а|е|у)?|д\.|корпус\p{L}{0,2}|корп\.|стр(?:оение|\.)|кв(?:артира|\.)|трасс\p{L}{1,2}|шоссе|рейс\p{L}{0,2}|поезд\p{L}{0,2}|маршрут\p{L}{0,2}|автобус(?: №)?|верси\p{L}{1,2}|класс\p{L}{0,2}(?: \p{L}{4,20}(?:и|а|ы))?|категори\p{L}{1,2}(?: \p{L}{4,20}(?:и|а|ы))?|групп\p{L}{1,2}|код(?:а|у|ом|ы)?(?: \p{L}{4,20}а)?|тн вэд|телефон\p{L}{0,2}|тел\.|факс|гост|ту|исо|приложени\p{L}{1,2}|закон\p{L}{0,2}|строк\p{L}{1,2}|индекс|модел\p{L}{1,2}|мотор\p{L}{0,2}|двигател\p{L}{1,2}|евро|этаж\p{L}{0,2}|лини\p{L}{1,2}|уров(?:ень|ня|не)|этап\p{L}{0,2}|вариант\p{L}{0,2}|вопрос(?:а|у)?|протокол\p{L}{0,2}|договор\p{L}{0,2}|счет|счёт|лот|билет|столб(?:ец|це)|графа|пост|цех|участок|улиц\p{L}{1,2}|ул\.|домо?м?|подъезд|офис)(?:[\s\u00a0]№)?[\s\u00a0-]?(?:\d+(?:\.\d+)*(?:,| и|–|-)[\s\u00a0]?)?$/u;
const CHINESE_LABEL =
  /(?:第|表|图|附件|附录|编号|代码|税号|税则号|文号|型号|版本|文件|邮编|电话|航班|房间|公路|国道|高速|号|款车型|欧|国|京|沪|〔|［|\[)[\s]?$/;
const CHINESE_AFTER =
  /(?:号(?!称)|条(?:规定|款|第|和第|、第|至第|（)|章|款第|项第|指数|强企业|强(?!的|烈|度)|版(?!本?面)|型|系列|系(?!统)|款车型|国集团|路|楼|室|届|期项目|后|D打印|G网络|G技术|G通信)/y;

/** True when a word of reference stands before or after the number. */
export function isLabelled(sentence: Sentence, { start, number }: RawFigure): boolean {
  const { lower } = sentence;
  if (matchBefore(/[№#]\s?$/, lower, number.start) !== undefined) return true;
  if (matchAt(MEASURED_UNIT, lower, number.end) !== null) return false;
  const last = lower[start - 1] ?? '';
  if (/[\u2e80-\u9fff〔［]/.test(last))
    return matchBefore(CHINESE_LABEL, lower, start) !== undefined || matchAt(CHINESE_AFTER, lower, number.end) !== null;
  if (matchAt(CHINESE_AFTER, lower, number.end) !== null) return true;
  if (!number.isPlainInteger && !/^\d{1,3}\.\d{1,2}$/.test(number.low)) return false;
  const english = matchBefore(ENGLISH_LABEL, lower, start);
  if (english !== undefined) return !isOrdinaryWord(lower, english.start, number.end);
  return matchBefore(RUSSIAN_LABEL, lower, start) !== undefined && matchAt(COUNTED, lower, number.end) === null;
}

/** "the group 40 dealers" does not occur; "order 300 buses", "house 500 workers", "line 2" do: a counted plural decides. */
const VERB_LIKE =
  /^(?:order|house|model|case|note|stage|stand|form|contract|point|mark|exhibit|document|question|rule|train|schedule|line|number|code|figure)s?[\s\u00a0]$/;

function isOrdinaryWord(lower: string, start: number, end: number): boolean {
  const label = lower.slice(start, end);
  if (!VERB_LIKE.test(label.replace(/[\d\s.,-]+$/, ' '))) return false;
  return matchBefore(/(?:\bto|\bwill|\bwould|\bcan|\bcould|\bmay|\bthey|\bwe)\s$/, lower, start) !== undefined;
}
