// Dates that something is measured against: "versus Q3'23", "−2.3 % к маю 2024", "比去年同期". They are no period of the figure
// beside them, and nothing else in the sentence takes their year.
import { matchAt, matchBefore } from '../text/match.ts';

const ENGLISH_CHANGE =
  '(?:%|percent|per cent|points?|pp|bps?|times|fold|higher|lower|more|less|fewer|up|down|unchanged|different|changed?|rise|fall|drop|jump|surge|slump|increase|decrease|decline|growth|gain|loss|improvement|y\\/y|yoy)';
/** Right before a date, with the level or the period that it is of between. */
const ENGLISH = new RegExp(
  `(?<![a-z])(?:versus|vs\\.?|against|compared (?:with|to)|relative to|than(?: (?:in|at|on|during|for))?|(?:below|above|beyond|short of|behind)(?! the middle)|${ENGLISH_CHANGE} (?:from|over|on)|the level of|levels? (?:of|in|seen in))(?: (?:the|its|their|those))?(?: (?:same|corresponding|prior|comparable) (?:period|month|quarter|half|day|week|time|figure)(?: (?:of|in|a))?)?(?: (?:levels?|average|averages|figures?|peak|low|high|record|total|results?)(?: (?:of|in|from|for|set in))?)?(?: (?:in|of|during|at|on))?(?: the)?[\\s\\u00a0]$`,
);
const RUSSIAN =
  /(?<![а-яё])(?:против|чем(?: в| за| на| к)?|(?:сравнени|сопоставлени)\p{L}{1,2} со?|относительно|по отношению к|ниже|выше|меньше|больше|хуже|лучше|(?:к|от|на|с|до|выше|ниже) (?:уровн|показател|значени|результат|максимум|минимум|объ[её]м)\p{L}{0,3}|(?:уровн|показател|значени|результат)\p{L}{1,3})(?: (?:аналогичн|соответствующ|прошл|того|тот)\p{L}{0,3} (?:же )?(?:период|месяц|квартал)\p{L}{0,2})?(?: (?:за|в|на|со?))?[\s\u00a0]$/u;
/** "на 5% к маю": a bare "к" compares after a change of some size. */
const RUSSIAN_TO =
  /(?:%|п\.[\s\u00a0]?п\.|б\.\s?п\.|раза?|процент\p{L}{0,2}|пункт\p{L}{0,2}|г\/г|треть|четверть|половину|вдвое|втрое|вчетверо|[\d]|тыс\.|млн|млрд|руб\.|тонн|долл\.)[\s\u00a0]ко?[\s\u00a0](?:(?:уровню|показателю|значению|концу|началу|итогам)[\s\u00a0])?$/u;
/** "five times the 2019 average", "back to its 2019 level". */
const LIKENED =
  /(?:times|below|above|than|of|to|from|over|under|half|double|twice|near|exceed\w*|match\w*|surpass\w*|beat\w*) (?:the|its|their|his)\s$/;
const LEVEL_AFTER = /(?:['’]s)?\s(?:average|levels?|peak|figures?|total|low|high|record|mean|norm|baseline)(?![a-z])/y;
const HAN_BEFORE = /(?:(?<![占同环之对])比|(?<![计比])较|相较于?|相比于?|对比|高于|低于|好于|差于|不及|超过|少于|多于)(?:同?期)?\s?$/;
const HAN_WITH = /(?:与|同|和|跟)\s?$/;
const HAN_LIKENED = /[^，。；]{0,10}(?:相比|持平|相当|相仿|一致)/y;

/** "up 5% on 3 May" says when, "up 5% on May" against what. */
function isDay(words: string): boolean {
  return /^\d{1,2}(?!\d)|[a-z]\s\d{1,2}(?!\d)|day$|\d-\d\d-\d|\d\.\d\d\./.test(words);
}

/** Whether the date that starts and ends here is one to compare with. Lower case. */
export function isComparedDate(lower: string, start: number, end: number): boolean {
  const english = matchBefore(ENGLISH, lower, start);
  if (english !== undefined) return !(/\son\s(?:the\s)?$/.test(lower.slice(english.start, start)) && isDay(lower.slice(start, end)));
  if (matchBefore(LIKENED, lower, start) !== undefined && matchAt(LEVEL_AFTER, lower, end) !== null) return true;
  if (matchBefore(RUSSIAN, lower, start) !== undefined) return true;
  if (matchBefore(RUSSIAN_TO, lower, start) !== undefined || matchBefore(HAN_BEFORE, lower, start) !== undefined) return true;
  return matchBefore(HAN_WITH, lower, start) !== undefined && matchAt(HAN_LIKENED, lower, end) !== null;
}
