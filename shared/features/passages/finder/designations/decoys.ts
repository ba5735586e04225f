// Stretches of a sentence whose digits neither count nor date: coordinates, registrations, phones, statutes, tariff codes,
// standards, wagons, tickers, years of calendars that are not converted. No figure and no date begins or ends in one.
import { matchesOf } from '../text/match.ts';
import type { Sentence } from '../text/sentences.ts';

interface Decoy {
  /** What a sentence must hold for the pattern to match; cheaper than the pattern. */
  readonly needs: RegExp;
  readonly pattern: RegExp;
  /** Looked for in the words as written: capitals tell "EN 50342" from the Spanish "en 2024". */
  readonly isCased?: boolean;
}

const SIDE = '(?:[nsew](?![a-z])|[сю]\\.?\\s?ш\\.|[вз]\\.?\\s?д\\.)';
/** Digits in groups; a long first group stands alone, so that the number after it is not swallowed. */
const CODE = '[a-z]{0,4}[\\s-]?(?:\\d{6,30}(?:[a-z\\d-]{0,20})|\\d[\\da-z]{0,20}(?:[\\s\\-–./:,]\\d[\\da-z]{0,20}){0,6})';

const REGISTRATIONS =
  'imo|mmsi|cik|ein|isin|isbn(?:-1[03])?|issn|doi|vat(?: (?:no|number|reg(?:istration)?))?|gstin|d-u-n-s|eori|cnpj|cpf|siren|siret|iban|lei|duns|cusip|sedol|vin|ssn|orcid|pmid|grid ref(?:erence)?|patents? (?:us|ep|wo|cn|ru|gb|de|no)|(?:company|registration|account|licen[cs]e|permit|patent|serial|tax|charity|policy|passport|reg\\.) (?:no|number|id|code)|' +
  'инн|кпп|огрн(?:ип)?|окпо|октмо|окато|бик|снилс|[рлк]\\/с|кбк|рнн|бин|иин|унп|имо|(?:лицев|расч[её]тн|корреспондентск)\\p{L}+ сч[её]т\\p{L}{0,2}|(?:кадастров|регистрационн|инвентарн|серийн|заводск|учётн|учетн)\\p{L}+ номер\\p{L}{0,2}|лицензи\\p{L}{1,2} №|паспорт\\p{L}{0,2}(?: серии)?|' +
  '统一社会信用代码|社会信用代码|纳税人识别号|注册号|证券代码|股票代码|基金代码|备案号?|许可证号?|车牌号?|身份证号?码?|银行账号|账号|组织机构代码|批准文号|专利号|邮政编码|邮编|序列号|合同编号|订单号';

const PHONES = 'тел|факс|моб|tel|phone|telephone|fax|mobile|hotline|whatsapp|доб|ext|电话|传真|手机|热线|客服|拨打|致电';

const TARIFFS =
  'hs|hts(?:us)?|hsn|cn|tariff (?:line|code|heading|item|number)s?|(?:sub)?headings?|codes?|naics|nace|isic|sitc|cpv|тн\\s?вэд|код(?:а|ом|у|ы|ов|ам|ами)?(?: (?:тн\\s?вэд|оквэд2?|окпд2?))?|оквэд2?|окпд2?|товарн\\p{L}+ позици\\p{L}+|税则号列?|税号|(?:hs|商品|海关|产品)?编码';

const STANDARDS =
  'GB(?:\\/[TZ])?|QC\\/T|JT\\/T|YD\\/T|DB|GOST(?: R)?|ГОСТ(?: Р)?|ISO(?:\\/(?:IEC|TS|TR))?|IEC|EN|DIN(?: EN)?|ASTM|ANSI|API|JIS|BS|IEEE|SAE|NFPA|UL|UN|UNSCR?|СП|СНиП|СанПиН|ТУ|ОСТ|РД|ПБУ|МСФО|IFRS|IAS|TR CU|ТР ТС|ТР ЕАЭС';

const decoys: readonly Decoy[] = [
  {
    needs: /[°º]|[纬经]\s?\d|\.\d{4,}[,;]|latitude|longitude|широт|долгот/,
    pattern: new RegExp(
      [
        `[nsew]?\\s?\\d{1,3}\\s?[°º]\\s?\\d{1,2}(?:[.,]\\d{1,6})?\\s?['′’](?:\\s?\\d{1,2}(?:[.,]\\d{1,6})?\\s?(?:["″”]|''))?(?:\\s?${SIDE})?`,
        `\\d{1,3}(?:[.,]\\d{1,8})?\\s?[°º]\\s?${SIDE}`,
        `[南北东西][纬经]\\s?\\d{1,3}(?:\\.\\d{1,8})?(?:[°度]\\s?(?:\\d{1,2}(?:\\.\\d{1,6})?\\s?[′'’分]?)?(?:\\d{1,2}(?:\\.\\d{1,6})?[″秒])?)?`,
        `(?:lat(?:itude)?|lon(?:gitude)?|широт\\p{L}|долгот\\p{L})\\s?[:=]?\\s?[-−]?\\d{1,3}[.,]\\d{1,8}`,
        `[-−]?\\d{1,3}\\.\\d{4,8}[,;]\\s?[-−]?\\d{1,3}\\.\\d{4,8}`,
      ].join('|'),
      'gu',
    ),
  },
  {
    needs: new RegExp(`(?<![a-zа-яё])(?:${REGISTRATIONS})`, 'u'),
    pattern: new RegExp(
      `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}])(?:${REGISTRATIONS})\\.?(?:\\s(?:no\\.?|number|code)(?![a-z]))?[\\s:：#№]{0,3}${CODE}`,
      'gu',
    ),
  },
  {
    needs: new RegExp(`(?<![a-zа-яё])(?:${PHONES})|(?<![\\d.,])0\\d{2,4}[\\s-]\\d{3}`, 'u'),
    pattern: new RegExp(
      `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}])(?:${PHONES})\\.?[\\s:：]{0,3}\\+?\\(?\\d[\\d\\s()–-]{0,20}\\d(?![\\d%]|[.,]\\d)|(?<![\\d.,])0\\d{2,4}[\\s-]\\d{3,4}[\\s-]?\\d{3,4}(?![\\d%])`,
      'gu',
    ),
  },
  {
    needs:
      /§|\([\da-z]{1,3}\)|\d\s?u\.?\s?s\.?\s?c\.?|c\.?f\.?r|fed\. reg|rule \d|(?<![a-z])(?:e\.?o\.?|p\.?l\.?|s\.?i\.?|h\.?r\.?) (?:no\. )?\d|\((?:eu|ec|ес)\)|\/(?:eu|ec|eec|ес)(?!\p{L})/u,
    pattern: new RegExp(
      [
        '\\d{1,3}\\s(?:u\\.?\\s?s\\.?\\s?c\\.?|c\\.?\\s?f\\.?\\s?r\\.?|fed\\. reg\\.|stat\\.)\\s(?:§{1,2}\\s?|part\\s)?\\d{1,6}[a-z]{0,2}(?:[.-]\\d{1,5})*(?:\\([\\da-z]{1,4}\\))*',
        '§{1,2}\\s?\\d{1,6}[a-z]?(?:[.-]\\d{1,5})*(?:\\([\\da-z]{1,4}\\))*(?:(?:,| and| und| и|–|-)\\s?\\d{1,5}[a-z]?(?:\\.\\d{1,4})*(?![\\d%]|\\s[a-z]\\.))*',
        '(?<![\\d,.])\\d{1,4}[a-z]?(?:\\.\\d{1,3})*(?:\\([\\da-z]{1,4}\\)){1,6}(?=[\\s.,;:)]|$)',
        'rules? \\d{1,4}[a-z]-\\d{1,3}',
        '(?<![a-z])(?:e\\.?o\\.?|p\\.?l\\.?|pub\\. l\\.|s\\.?i\\.?|h\\.?r\\.?) (?:no\\. )?\\d{1,5}(?:[-/]\\d{1,5})?(?![\\d,.]*\\d|\\s?%)',
        '\\((?:eu|ec|eec|ес|еэс)\\)\\s(?:no\\.?\\s|№\\s?)?\\d{2,4}\\/\\d{2,4}',
        '\\d{2,4}\\/\\d{1,4}\\/(?:eu|ec|eec|ес|еэс)(?!\\p{L})',
      ].join('|'),
      'gu',
    ),
  },
  {
    needs: new RegExp(`(?<![a-zа-яё])(?:${TARIFFS})`, 'u'),
    pattern: new RegExp(
      `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}])(?:${TARIFFS})[\\s:：№]{0,3}(?:(?:no\\.?|code|codes)\\s)?(?:\\d{4,10}(?:[.\\s]\\d{2,4}){1,4}(?:\\s\\d)?|\\d{2}(?:\\.\\d{2}){1,4})(?![\\d,.]*\\d|[\\s\\u00a0]?%)(?:(?:,| and| or| и| или|;|、|和)\\s?\\d{4,10}(?:[.\\s]\\d{2,4})*(?![\\d,.]*\\d|[\\s\\u00a0]?%)){0,12}|(?<![\\p{Script=Latin}\\p{Script=Cyrillic}])(?:hs|hts(?:us)?|hsn|тн\\s?вэд|оквэд2?|окпд2?|税则号列?|税号|编码)[\\s:：№]{0,3}(?:codes?\\s)?\\d{2,10}(?:[.\\s]\\d{1,4}){0,4}(?![\\d,.]*\\d)`,
      'gu',
    ),
  },
  { needs: /[（(](?:19|20)\d\d[)）]\p{Script=Han}/u, pattern: /[（(](?:19|20)\d\d[)）]\p{Script=Han}{1,4}\d{0,6}\p{Script=Han}{1,6}\d{1,8}号/gu },
  {
    needs: /wagon|locomotive|railcar|tank car|вагон|локомотив|тепловоз|электровоз|цистерн|рейс|flight|борт|车次|航班/,
    pattern:
      /(?<!\p{L})(?:wagons?|locomotives?|railcars?|tank cars?|flights?|вагон\p{L}{0,3}|локомотив\p{L}{0,3}|тепловоз\p{L}{0,3}|электровоз\p{L}{0,3}|цистерн\p{L}{0,3}|рейс\p{L}{0,3}|борт\p{L}{0,2})\s(?:no\.?\s?|№\s?)?(?:модели\s)?[a-zа-я\d]{0,4}[-–]?\d{1,4}[-–]\d{1,6}(?![\d,.]*\d|\s?%)/gu,
  },
  {
    needs: /\d\.(?:sh|sz|hk|ss|bj|tw|ks|t)(?!\p{L})|[（(](?:sh|sz|hk|[a-z]{2,6}:\s?)?\d{4,6}[)）]|[ab]股\d{6}|k\d{1,5}\+\d/u,
    pattern:
      /(?<![\d.])\d{4,6}\.(?:sh|sz|hk|ss|bj|tw|ks|t)(?!\p{L})|(?<=\p{Script=Han})[（(](?:sh|sz|hk)?\d{6}[)）]|[（(][a-z]{2,6}:\s?\d{4,6}[)）]|(?<=[ab]股)\d{6}(?!\d)|k\d{1,5}\+\d{1,4}(?!\d)/gu,
  },
  {
    needs: new RegExp(`(?<!\\p{L})(?:${STANDARDS})[\\s-]?[A-Z]?\\d`, 'u'),
    pattern: new RegExp(`(?<!\\p{L})(?:${STANDARDS})[\\s-]?[A-Z]?\\d{1,6}(?:[.\\-–—:]\\d{1,6})*(?![\\d,.]*\\d|[\\s\\u00a0]?%)`, 'gu'),
    isCased: true,
  },
  {
    needs:
      /hijri|hebrew|jewish|persian|iranian|buddhist|ethiopian|coptic|saka|\d\s?a\.?[hp]\b|хиджр|календар|летосчисл|сотворения|历\s?\d|буддийск|农历|(?:[3-9]\d{3}|2[2-9]\d\d)(?:-?\p{L}{1,2})?\sгод/u,
    pattern:
      /(?<![\d,.])\d{3,4}\s(?:ah\b|a\.h\.|ap\b)|(?:hijri|hebrew|jewish|persian|iranian|buddhist|ethiopian|coptic|saka)(?: (?:year|era|calendar(?: year)?))?,? \d{3,4}|(?<!\d)\d{3,4}(?:-?\p{L}{1,2})?(?:\s(?:год\p{L}{0,2}|г\.))?\s(?:по (?:лунной |солнечной )?(?:хиджре|\p{L}+ (?:календар|летосчислен)\p{L}+)|хиджры|от сотворения мира|буддийской эры)|(?:佛|回|伊斯兰|希吉来|希伯来|犹太|波斯|伊朗|埃塞俄比亚|藏)[历曆]\s?\d{2,4}年?|农[历曆][正一二三四五六七八九十冬腊\d]{1,3}月(?:初?[一二三四五六七八九十廿\d]{1,3}日?)?|(?<![\d.,])\d{4} \((?:hijri|hebrew|jewish|persian|iranian|buddhist|ethiopian|coptic|saka)[^)]{0,20}\)|(?<![\d.,])(?:[3-9]\d{3}|2[2-9]\d\d)(?:-?\p{L}{1,2})?\sгод(?:а|у|ом|е)?(?!\p{L})/gu,
  },
  { needs: /\bBE\b/, pattern: /\bBE \d{4}|(?<!\d)\d{4} BE\b/g, isCased: true },
];

export interface DecoySpan {
  readonly start: number;
  readonly end: number;
}

/** How the digits of decoys look: long, parted by signs, beside letters or signs of their own. Most sentences hold none of it. */
const MAYBE =
  /\d{5}|\d[-–/:]\d|\d\.\d+\.\d|\d{4}[.\s]\d|\.\d{4}|[°º§纬经历曆号]|\d\(|\([a-z\d]{1,3}\)|[（(]\d{4,6}[)）]|\d\s?[a-z]\.\s?[a-z]|\d (?:usc|cfr|a[hp]\b)|\d[a-z]-\d|(?:код|code|оквэд|окпд|hs|isic|nace|heading)\D{0,12}\d|e\.?o\.? \d|[pl]\. ?l\. \d|хиджр|календар|сотворен|hijri|calendar|buddhist|persian|hebrew|(?<!\d)0\d{2,4}\s\d|patent|grid ref|\d\+\d|[2-9]\d{3}(?:-?[а-я]{1,2})?\sгод/;
const MAYBE_CASED = /[A-ZА-Я]{2}[\s-]?[A-Z]?\d|\d BE\b|[a-zА-Яа-я][\s-]Р \d|\/[TZ] ?\d/;
const none: readonly DecoySpan[] = [];

export function decoySpans({ text, lower }: Sentence): readonly DecoySpan[] {
  if (!/\d/.test(lower)) return none;
  const isMet = MAYBE.test(lower);
  const isCasedMet = MAYBE_CASED.test(text);
  if (!isMet && !isCasedMet) return none;
  const spans: DecoySpan[] = [];
  for (const { needs, pattern, isCased } of decoys) {
    const searched = isCased ? text : lower;
    if (!(isCased ? isCasedMet : isMet) || !needs.test(searched)) continue;
    for (const match of matchesOf(pattern, searched)) spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans;
}
