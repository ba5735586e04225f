// Made-up text in three languages: words of our own by frequency, as in any language a few stand everywhere and most are rare.
export const languages = ['en', 'ru', 'zh'] as const;
export type Language = (typeof languages)[number];

const common: Readonly<Record<Language, readonly string[]>> = {
  en: 'the of and to in a is that for on with as by from at it was are which over market share price plant brand year export report growth sales'.split(
    ' ',
  ),
  ru: 'и в на с что по из к за от для это как но при доля рынок цена завод марка год отчёт рост продажи вывоз сбор ставка прогноз'.split(' '),
  zh: [...'的一是在有和中国汽车出口市场价格工厂品牌年报告增长销售俄罗斯税费预计数量公司政府'],
};
const syllables: Readonly<Record<Language, readonly string[]>> = {
  en: 'ba con der el fin gra hol im jus ker lan mor nel or pra quin ros sta tem un ver win yor zel'.split(' '),
  ru: 'ба кон дер эл фин гра хол им жус кер лан мор нел ор пра рос ста тем ун вер вин ёр зел щит'.split(' '),
  zh: Array.from({ length: 900 }, (_, nth) => String.fromCodePoint(0x4e00 + 17 * nth)),
};
const endings = ['', '', 'а', 'ы', 'ов', 'ами', 'ого'];

/** About `bytes` of UTF-8, in lines. */
export function makeText(language: Language, bytes: number, random: () => number): string {
  const perSign = language === 'en' ? 1 : language === 'ru' ? 1.85 : 2.9;
  const lines: string[] = [];
  for (let signs = 0; signs * perSign < bytes; ) {
    const line = makeLine(language, 20 + Math.floor(random() * 60), random);
    lines.push(line);
    signs += line.length + 1;
  }
  return lines.join('\n');
}

function makeLine(language: Language, words: number, random: () => number): string {
  const parts = Array.from({ length: words }, () => makeWord(language, random));
  const gap = language === 'zh' ? '' : ' ';
  const stop = language === 'zh' ? ['，', '。'] : [', ', '. '];
  return parts.map((word, index) => (index % 9 === 8 ? `${word}${stop[index % 2]}` : `${word}${gap}`)).join('');
}

/** Half of the words are common ones, the first of them most; the rest are joined of syllables. */
function makeWord(language: Language, random: () => number): string {
  if (random() < 0.03) return String(1900 + Math.floor(random() * 150));
  const list = random() < 0.5 ? common[language] : undefined;
  if (list !== undefined) return list[Math.floor(random() ** 2 * list.length)]!;
  const own = syllables[language];
  const count = language === 'zh' ? 1 : 2 + Math.floor(random() * 2);
  const word = Array.from({ length: count }, () => own[Math.floor(random() ** 2 * own.length)]!).join('');
  return language === 'ru' ? word + endings[Math.floor(random() * endings.length)]! : word;
}
