// Words and order of dates by language. Month names come from Intl, so any locale works; phrases fall back to English.

export interface PeriodWords {
  year(year: string): string;
  years(first: string, last: string): string;
  decade(year: string): string;
  half(year: string, half: number): string;
  quarter(year: string, quarter: number): string;
  /** `month` is the first month of the season, 3 6 9 12. */
  season(year: string, month: number): string;
  month(year: string, month: number): string;
  months(year: string, first: number, last: number): string;
  day(year: string, month: number, day: number): string;
  days(year: string, month: number, first: number, last: number): string;
  from(text: string): string;
  until(text: string): string;
  between(first: string, last: string): string;
  readonly or: string;
}

function shortMonth(locale: string, month: number): string {
  const key = `${locale}|${month}`;
  const known = shortMonths.get(key) ?? readShortMonth(locale, month);
  shortMonths.set(key, known);
  return known;
}

const shortMonths = new Map<string, string>();

/** ICU abbreviates September to four letters in some English locales; a column of dates wants three. */
function readShortMonth(locale: string, month: number): string {
  const name = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }).format(Date.UTC(2024, month - 1, 1));
  return name.replace(/^Sept$/, 'Sep').replace(/\.$/, '');
}

function seasonName(month: number, names: readonly string[]): string {
  return names[month / 3 - 1] ?? '';
}

/** Languages that write the day before the month. */
function dayFirst(locale: string): PeriodWords {
  const name = (month: number) => shortMonth(locale, month);
  return {
    year: (year) => year,
    years: (first, last) => `${first}–${last}`,
    decade: (year) => `${year}s`,
    half: (year, half) => `H${half} ${year}`,
    quarter: (year, quarter) => `Q${quarter} ${year}`,
    season: (year, month) => `${seasonName(month, ['Spring', 'Summer', 'Autumn', 'Winter'])} ${year}`,
    month: (year, month) => `${name(month)} ${year}`,
    months: (year, first, last) => `${name(first)}–${name(last)} ${year}`,
    day: (year, month, day) => `${day} ${name(month)} ${year}`,
    days: (year, month, first, last) => `${first}–${last} ${name(month)} ${year}`,
    from: (text) => `from ${text}`,
    until: (text) => `until ${text}`,
    between: (first, last) => `between ${first} and ${last}`,
    or: ' or ',
  };
}

function russian(): PeriodWords {
  return {
    ...dayFirst('ru'),
    decade: (year) => `${year}-е`,
    half: (year, half) => `${half}-е полугодие ${year}`,
    quarter: (year, quarter) => `${['I', 'II', 'III', 'IV'][quarter - 1] ?? quarter} кв. ${year}`,
    season: (year, month) => `${seasonName(month, ['весна', 'лето', 'осень', 'зима'])} ${year}`,
    from: (text) => `с ${text}`,
    until: (text) => `до ${text}`,
    between: (first, last) => `между ${first} и ${last}`,
    or: ' или ',
  };
}

function chinese(): PeriodWords {
  return {
    year: (year) => `${year}年`,
    years: (first, last) => `${first}–${last}年`,
    decade: (year) => `${year}年代`,
    half: (year, half) => `${year}年${half === 1 ? '上' : '下'}半年`,
    quarter: (year, quarter) => `${year}年${'一二三四'[quarter - 1] ?? quarter}季度`,
    season: (year, month) => `${year}年${seasonName(month, ['春', '夏', '秋', '冬'])}季`,
    month: (year, month) => `${year}年${month}月`,
    months: (year, first, last) => `${year}年${first}–${last}月`,
    day: (year, month, day) => `${year}年${month}月${day}日`,
    days: (year, month, first, last) => `${year}年${month}月${first}–${last}日`,
    from: (text) => `自${text}起`,
    until: (text) => `至${text}`,
    between: (first, last) => `${first}与${last}之间`,
    or: '或',
  };
}

const cache = new Map<string, PeriodWords>();

export function wordsOf(locale: string): PeriodWords {
  const cached = cache.get(locale);
  if (cached !== undefined) return cached;
  const language = locale.split('-')[0];
  const words = language === 'ru' ? russian() : language === 'zh' ? chinese() : dayFirst(locale);
  cache.set(locale, words);
  return words;
}
