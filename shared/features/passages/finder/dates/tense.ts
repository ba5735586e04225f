// Does a clause speak of the future? A bare month or weekday is then the next one, else the last one past. The verb tells: a
// forecast that was missed, a planned mill and "than expected" stand in clauses of the past as well.

export type Tense = 'past' | 'future' | 'open';

/** Nouns, adjectives and comparisons made of the words of the future; "plans to" and "expected to" stay. */
const ENGLISH_NOMINAL = new RegExp(
  [
    '\\b(?:than|as|was|were|been|had|has|have)\\s(?:(?:been|previously|originally|widely|initially|once)\\s)?(?:planned|expected|forecast|scheduled|promised|hoped|intended|aimed|due)\\b',
    "\\b(?:an?|the|its|their|his|our|this|that|these|those|analysts['’]?|market|consensus|official|previous|earlier|annual|of|above|below|under|over|beat|beats|beating|miss|missed|misses|missing|met|meets|exceeds?|exceeded|topped|against|on|with|ahead of|behind|despite|versus|vs)\\s(?:[a-z'’-]+\\s){0,3}?(?:forecasts?|plans?|expectations|targets?|schedules?|aims?|hopes?)\\b(?!\\sto\\b)",
    '\\b(?:planned|expected|scheduled|promised|forecast|upcoming|forthcoming)\\s(?!(?:to|in|on|by|at|for|that|from|next|this|an?|the|its|their)\\b|\\d)[a-z](?![^,.;]{0,40}\\bto\\s(?!\\d))',
  ].join('|'),
  'g',
);
const ENGLISH_FUTURE =
  /\b(?:will|shall|won't|going to|plans?|planned|planning|expects?|expected|due|scheduled|set to|is to|are to|aims?|intends?|hopes?|forecasts?|next|upcoming|forthcoming|promise[sd]?|matures?|expires?|by the end|takes effect|comes? into force|must|has to|have to|should|would|(?:meets?|begins?|starts?|opens?|ends?|closes?|resumes?|votes?) (?:again )?(?:on|in))\b/;
/** Without a verb, what a forecast or a plan is for lies ahead. */
const ENGLISH_OUTLOOK = /\b(?:forecasts?|plans?|targets?|outlook|guidance|projections?|budget|schedule)\s(?:[a-z]+\s){0,2}for\b/;
const ENGLISH_PAST =
  /\b(?:was|were|had|has|have|did|said|(?<!\b(?:is|are|be) )[a-z]{2,}ed|rose|fell|grew|sold|made|came|went|took|began|ran|met|cost|hit|won|lost|paid|built|bought|sank|slid|shrank|left|held|kept|led|set)\b/;
const RUSSIAN_FUTURE =
  /(?:^|[^а-яё])(?:будет|будут|планиру[ею]т|ожида[ею]т|намер(?:ен|на|ны)|должн[аоы]?(?!\p{L})(?!\sбыл)|должен(?!\sбыл)|прогнозиру[ею]т|предсто[ия]т|собира[ею]т|обеща[ею]т|рассчитыва[ею]т|следующ\p{L}+|намечен[аоы]?(?!\p{L})|запланирован[аоы]?(?!\p{L})(?!\sбыл))/u;
/** Nouns of the future, and prefixed verbs that look like it: a verb of the past decides against them. */
const RUSSIAN_MAYBE_FUTURE =
  /(?:^|[^а-яё])(?:прогноз\p{L}*|может|могут|хочет|хотят|истекает|заверш(?:ится|атся)|(?:по|под|за|от|в|вы|у|при|на|об|пере|со|с|из|до|раз|про|вз|воз)[а-яё]{1,}(?:[уюая]т|ит|ет|ёт)(?:ся)?)(?!\p{L})/u;
/** Endings of the past tense, and nouns that share them. */
const RUSSIAN_PAST =
  /(?<![а-яё])(?!(?:правил|школ|числ|начал|дел|дол|цел|рубл|автомобил|модел|недел|апрел|июл|сил|стал[иь]|масл|земл|сел[аои]|тел|мил|пол[аеу]|стол|отдел|материал|филиал|персонал|капитал|потенциал|квартал|сигнал|канал|журнал|метал|интервал|терминал|идеал|предел|раздел|узел|дизел|нул|рол|сол|мол|процентил|был[аои]?[а-я]|[а-яё]+тел[иья]))[а-яё]{2,}(?:л|ла|ло|ли|лся|лась|лось|лись)(?![а-яё])|(?<![а-яё])(?:был|была|были|было)(?![а-яё])/;
/** "Below expectations", "as planned", "than forecast", "of the year's plan": no plan of what is told. */
const CHINESE_NOMINAL =
  /(?:低于|高于|超出?|超过|好于|差于|优于|不及|未达到?|符合|逊于|弱于|强于|达到|不如|比|与|较|按照?|依照|完成了?|超额完成)[\u4e00-\u9fff]{0,6}?(?:预期|预计|计划|预测|目标|预算)值?|此前预[计期测]|原定|原计划|预[测期]值|(?:市场)?预[期估测](?:为|是)?\d|计划(?:[的数量表外内]|单列|生育)|预[期计]的/g;
const CHINESE_FUTURE =
  /将(?=[于在达会从由是不有为继进再超升降上下提增减开启实投取成保迎首突推生建]|[重新]新|大幅|陆续|逐步|全面)|预计|计划|拟|有望|即将|预期|明年|争取|力争|预测|定于|届时|到期|(?<![展大协员机社年商工学集例盛峰宴聚两全])会(?![议员长谈面])|料/;
const CHINESE_PAST = /了|已|曾|过去|去年|上月|上周|昨|同比|环比|表示|宣布|透露|指出|称(?!为|作|号)/;

/** A verb of the future wins: "said it will open in May" speaks of the next May. */
export function tenseOf(lower: string): Tense {
  if (/[а-яё]/.test(lower)) return russianTense(lower);
  if (/[\u4e00-\u9fff]/.test(lower)) return chineseTense(lower);
  if (ENGLISH_FUTURE.test(lower) && ENGLISH_FUTURE.test(lower.replace(ENGLISH_NOMINAL, ' … '))) return 'future';
  if (ENGLISH_PAST.test(lower)) return 'past';
  return ENGLISH_OUTLOOK.test(lower) ? 'future' : 'open';
}

function russianTense(lower: string): Tense {
  if (RUSSIAN_FUTURE.test(lower)) return 'future';
  if (RUSSIAN_PAST.test(lower)) return 'past';
  return RUSSIAN_MAYBE_FUTURE.test(lower) ? 'future' : 'open';
}

function chineseTense(lower: string): Tense {
  if (CHINESE_FUTURE.test(lower) && CHINESE_FUTURE.test(lower.replace(CHINESE_NOMINAL, '，'))) return 'future';
  return CHINESE_PAST.test(lower) ? 'past' : 'open';
}

const SENTENCE_REACH = 400;
const CLAUSE_REACH = 200;
const CLAUSE_EDGE = /[,;:—–(）（，；]|\b(?:that|which|who|while|when|but|after|because)\b|(?:^|\s)(?:что|котор\p{L}+|когда|если|а|но)\s/u;

/** "Slipped to April", "the vote is in October": a date that something is put off to, or that is to be, lies ahead. */
const MOVED_TO =
  /\b(?:slipped|delayed|postponed|deferred|rescheduled|pushed back|put back|put off) (?:to|until|till)(?: the)? $|\b(?:is|are) (?:in|on|for|set for|due in|due on) $|(?:перенес|перенос|отлож|сдвину)[а-яё]*(?: \p{L}+){0,2} (?:на|до) $|(?:推迟|延期|延后|改期|推后)[至到]?$/u;
/** "Scheduled for February", "Expected to fall in March, …": without "is" these only describe, and another verb tells. */
const PARTICIPLE_BEFORE =
  /(?:^\s*|(?<!\b(?:is|are|be|was|were|been|am|not|now|still|and|it|they|we|had|has|have)\s))(?:planned|scheduled|due|promised|slated) (?:for|in|on|by) (?:the )?$|^\s*(?:expected|forecast|planned|scheduled|due|set) to [a-z]+(?: [a-z%\d.]+){0,3} (?:in|on|by|for) $/;

/** "Ожидалось, что в мае инфляция составит 9,9%": what was ahead then is past now. */
const WAS_EXPECTED = /(?:ожидал|прогнозировал|предполагал|планировал|намечал|рассчитывал)(?:о|а|и)?(?:сь|ся)?(?![а-яё])/;

/** The tense of the clause around a date, else that of the sentence: "said on 3 June that sales will fall". */
export function tenseAt(lower: string, start: number, end: number): Tense {
  const before =
    lower
      .slice(Math.max(0, start - CLAUSE_REACH), start)
      .split(CLAUSE_EDGE)
      .at(-1) ?? '';
  const after = lower.slice(end, end + CLAUSE_REACH).split(CLAUSE_EDGE)[0] ?? '';
  if (MOVED_TO.test(before)) return 'future';
  if (PARTICIPLE_BEFORE.test(before) && ENGLISH_PAST.test(`${lower.slice(0, start).replace(PARTICIPLE_BEFORE, ' ')} ${lower.slice(end)}`))
    return 'past';
  const local = tenseOf(`${before} ${after}`);
  if (local === 'future' && WAS_EXPECTED.test(lower) && !RUSSIAN_FUTURE.test(`${before} ${after}`)) return 'past';
  return local === 'open' ? tenseOf(lower.slice(Math.max(0, start - SENTENCE_REACH), end + SENTENCE_REACH)) : local;
}
