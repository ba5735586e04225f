// Speakers that no text names: "officials", "two industry sources", "аналитики", "知情人士".

const englishKinds =
  'officials?|analysts?|sources?|experts?|traders?|observers?|economists?|insiders?|diplomats?|executives?|brokers?|dealers|specialists|participants|representatives|spokes(?:man|woman|person|people)|lawmakers|researchers|scientists|commentators|strategists|watchers|employees|managers|residents|critics|people (?:familiar|close|briefed).*|those familiar.*';
const englishTells =
  'a|an|the|one|two|three|four|some|many|most|several|other|various|senior|former|top|unnamed|anonymous|unidentified|independent|local|foreign|western|russian|chinese|european|american|asian|us|eu|uk|industry|market|government|ministry|company|trade|security|diplomatic|banking|financial|oil|gas|energy|power|car|auto|shipping|chip|semiconductor|metals|grain|port|health|defence|state|military|well-placed|informed|familiar|leading|outside|private|sell-side|buy-side';
const english = new RegExp(`^(?:(?:${englishTells})[\\s-]+)*(?:${englishKinds})$`, 'iu');

const russianKinds =
  'чиновник\\p{L}*|аналитик\\p{L}*|эксперт\\p{L}*|источник\\p{L}*|трейдер\\p{L}*|наблюдател\\p{L}*|экономист\\p{L}*|собеседник\\p{L}*|инсайдер\\p{L}*|специалист\\p{L}*|дипломат\\p{L}*|брокер\\p{L}*|дилер(?:ы|ов)|участник\\p{L}* рынка|игрок\\p{L}* рынка|представител\\p{L}* (?:отрасли|рынка|власти|властей)|осведомл[её]нн\\p{L}* лиц\\p{L}*';
const russian = new RegExp(
  `^(?:(?:\\p{L}+(?:ые|ых|ый|ого|ие|их|ий)|ряд|два|три|один|несколько|многие|некоторые)\\s+)*(?:${russianKinds})(?:\\s+(?:рынка|отрасли|на рынке|в отрасли|в правительстве|в ведомстве))?$`,
  'iu',
);

const chinese =
  /^(?:多位|多名|一位|两位|几位|某|某些|业内|市场|行业|相关|有关|知情|匿名|外国|西方|政府|高级|资深|独立|部分|不具名的?|有)*(?:知情人士|业内人士|人士|分析人士|分析师|专家|官员|消息人士|消息源|观察人士|观察家|交易员|经济学家|负责人|内部人士|从业者|学者|外交官)$/u;

export function isUnnamed(name: string): boolean {
  const plain = name.normalize('NFKC').replace(/\s+/g, ' ').trim();
  return english.test(plain) || russian.test(plain) || chinese.test(plain);
}
