// Does a sentence speak of the future? A bare month or weekday is then the next one, else the last one past.

export type Tense = 'past' | 'future' | 'open';

const ENGLISH_FUTURE =
  /\b(?:will|shall|won't|going to|plans?|planned|planning|expects?|expected|due|scheduled|set to|is to|are to|aims?|intends?|hopes?|forecasts?|next|upcoming|forthcoming|promise[sd]?|matures?|expires?|by the end|takes effect|comes? into force|must|has to|have to|should|would|(?:meets?|begins?|starts?|opens?|ends?|closes?|resumes?|votes?) (?:again )?(?:on|in))\b/;
const ENGLISH_PAST =
  /\b(?:was|were|had|has|have|did|said|[a-z]{2,}ed|rose|fell|grew|sold|made|came|went|took|began|ran|met|cost|hit|won|lost|paid|built|bought|sank|slid|shrank|left|held|kept|led|set)\b/;
const RUSSIAN_FUTURE =
  /(?:^|[^а-яё])(?:будет|будут|планиру\p{L}+|ожида\p{L}+|намер\p{L}+|должн\p{L}+|прогноз\p{L}*|предсто\p{L}+|собира\p{L}+|обеща\p{L}+|рассчитыва\p{L}+|может|могут|хочет|хотят|следующ\p{L}+|истекает|заверш(?:ится|атся)|(?:по|под|за|от|в|вы|у|при|на|об|пере|со|с|из|до|раз|про|вз|воз)[а-яё]{1,}(?:[уюая]т|ит|ет|ёт)(?:ся)?)(?!\p{L})/u;
/** Endings of the past tense, and nouns that share them. */
const RUSSIAN_PAST =
  /(?<![а-яё])(?!(?:правил|школ|числ|начал|дел|дол|цел|рубл|автомобил|модел|недел|апрел|июл|сил|стал[иь]|масл|земл|сел[аои]|тел|мил|пол[аеу]|стол|отдел|материал|филиал|персонал|капитал|потенциал|квартал|сигнал|канал|журнал|метал|интервал|терминал|идеал|предел|раздел|узел|дизел|нул|рол|сол|мол|процентил|был[аои]?[а-я]|[а-яё]+тел[иья]))[а-яё]{2,}(?:л|ла|ло|ли|лся|лась|лось|лись)(?![а-яё])|(?<![а-яё])(?:был|была|были|было)(?![а-яё])/;
const CHINESE_FUTURE =
  /将(?=[于在达会从由是不有为继进再超升降上下提增减开启实投取成保迎首突推生建]|[重新]新|大幅|陆续|逐步|全面)|预计|计划|拟|有望|即将|预期|明年|争取|力争|定于|届时|到期|(?<![展大协员机社年商工学集例盛峰宴聚两全])会(?![议员长谈面])|料/;
const CHINESE_PAST = /了|已|曾|过去|去年|上月|上周|昨|同比|环比|表示|宣布|透露|指出|称(?!为|作|号)/;

/** Future words win: "said it will open in May" speaks of the next May. */
export function tenseOf(lower: string): Tense {
  if (ENGLISH_FUTURE.test(lower) || RUSSIAN_FUTURE.test(lower) || CHINESE_FUTURE.test(lower)) {
    return /[а-яё]/.test(lower) && isRussianPast(lower) ? 'past' : 'future';
  }
  return ENGLISH_PAST.test(lower) || RUSSIAN_PAST.test(lower) || CHINESE_PAST.test(lower) ? 'past' : 'open';
}

/** Prefixed verbs of the present look like the future in Russian: without "будет" or a plan, a past verb decides. */
function isRussianPast(lower: string): boolean {
  const isPlain = /(?:^|[^а-яё])(?:будет|будут|планиру|ожида[ею]т|намер|должн|прогноз|предсто|собира[ею]т|обеща[ею]т|рассчитыва[ею]т|следующ)/.test(
    lower,
  );
  return !isPlain && RUSSIAN_PAST.test(lower);
}

const SENTENCE_REACH = 400;
const CLAUSE_REACH = 200;
const CLAUSE_EDGE = /[,;:—–(）（，；]|\b(?:that|which|who|while|when|but|after|because)\b|(?:^|\s)(?:что|котор\p{L}+|когда|если|а|но)\s/u;

/** The tense of the clause around a date, else that of the sentence: "said on 3 June that sales will fall". */
export function tenseAt(lower: string, start: number, end: number): Tense {
  const before =
    lower
      .slice(Math.max(0, start - CLAUSE_REACH), start)
      .split(CLAUSE_EDGE)
      .at(-1) ?? '';
  const after = lower.slice(end, end + CLAUSE_REACH).split(CLAUSE_EDGE)[0] ?? '';
  const local = tenseOf(`${before} ${after}`);
  return local === 'open' ? tenseOf(lower.slice(Math.max(0, start - SENTENCE_REACH), end + SENTENCE_REACH)) : local;
}
