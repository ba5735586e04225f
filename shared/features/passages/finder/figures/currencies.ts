// Money by sign, code and word. "dollar" alone is USD, ¥ and 元 are CNY (house convention for market texts).
import { isCurrency } from '../../../../quantity/units.ts';
import { matchAt, matchBefore } from '../text/match.ts';

const signs: Readonly<Record<string, string>> = {
  $: 'USD',
  us$: 'USD',
  hk$: 'HKD',
  a$: 'AUD',
  au$: 'AUD',
  c$: 'CAD',
  ca$: 'CAD',
  s$: 'SGD',
  nt$: 'TWD',
  nz$: 'NZD',
  r$: 'BRL',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'CNY',
  '￥': 'CNY',
  '₽': 'RUB',
  '₹': 'INR',
  '₩': 'KRW',
  '₸': 'KZT',
  '₺': 'TRY',
  '₴': 'UAH',
  '₫': 'VND',
  '₪': 'ILS',
  '฿': 'THB',
  '₦': 'NGN',
  '₱': 'PHP',
  '₮': 'MNT',
  '₾': 'GEL',
  '₼': 'AZN',
  '֏': 'AMD',
  '₲': 'PYG',
  '₡': 'CRC',
};

const informalCodes: Readonly<Record<string, string>> = {
  RMB: 'CNY',
  RUR: 'RUB',
  RUB: 'RUB',
  RS: 'INR',
  CNH: 'CNY',
  RUPEES: 'INR',
  TK: 'BDT',
  KSH: 'KES',
  RP: 'IDR',
  RM: 'MYR',
  SFR: 'CHF',
  人民币: 'CNY',
  新台币: 'TWD',
  台币: 'TWD',
  美元: 'USD',
  港币: 'HKD',
  港元: 'HKD',
  欧元: 'EUR',
  日元: 'JPY',
  英镑: 'GBP',
  韩元: 'KRW',
  卢布: 'RUB',
  澳元: 'AUD',
  加元: 'CAD',
  新币: 'SGD',
  新加坡元: 'SGD',
  印度卢比: 'INR',
  泰铢: 'THB',
  林吉特: 'MYR',
  瑞士法郎: 'CHF',
};
/** Codes that are also English words or firms: they need a number with a fraction, grouping or scale. */
const ambiguousCodes: ReadonlySet<string> = new Set([
  'ALL',
  'TRY',
  'TOP',
  'COP',
  'CUP',
  'MAD',
  'AMD',
  'GEL',
  'SOS',
  'BOB',
  'PEN',
  'MOP',
  'LAK',
  'BAM',
  'CAD',
  'RON',
]);

const SIGN_BEFORE = /\\?(?<sign>(?:(?<![a-z])(?:us|hk|au|ca|nt|nz|[acsr]))?\$|[€£¥￥₽₹₩₸₺₴₫₪฿₦₱₮₾₼֏₲₡])[\s\u00a0]?$/i;
const CODE_BEFORE =
  /(?<![A-Za-z])(?<code>[A-Z]{3}|Rmb|Rub|Rs|Rupees|Tk|KSh|Ksh|Rp|RM|SFr|人民币|新?台币|美元|港[币元]|欧元|日元|英镑|韩元|卢布|澳元|加元|新币|新加坡元|印度卢比|泰铢|林吉特|瑞士法郎)\.?[\s\u00a0]?$/;

export interface FoundCurrency {
  readonly code: string;
  /** Start of a currency before the number, end of one after it. */
  readonly edge: number;
}

/** A currency sign or code that ends right before `position`. */
export function currencyBefore(text: string, position: number, isPlainInteger: boolean): FoundCurrency | undefined {
  const sign = matchBefore(SIGN_BEFORE, text, position);
  const signCode = signs[sign?.groups.sign?.toLowerCase() ?? ''];
  if (sign !== undefined && signCode !== undefined) return { code: signCode, edge: sign.start };
  const match = matchBefore(CODE_BEFORE, text, position);
  const code = codeOf(match?.groups.code);
  if (match === undefined || code === undefined || (isPlainInteger && ambiguousCodes.has(code))) return undefined;
  return { code, edge: match.start };
}

function codeOf(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const upper = written.toUpperCase();
  return informalCodes[upper] ?? (isCurrency(upper) ? upper : undefined);
}

const adjectives: readonly (readonly [string, RegExp])[] = [
  ['USD', /^(?:us|u\.s\.|american|американск)/],
  ['HKD', /^(?:hong kong|гонконгск)/],
  ['AUD', /^(?:australian|австралийск)/],
  ['CAD', /^(?:canadian|канадск)/],
  ['SGD', /^(?:singapore|сингапурск)/],
  ['TWD', /^(?:new taiwan|taiwan|тайваньск)/],
  ['NZD', /^(?:new zealand|новозеландск)/],
  ['BYN', /^(?:belarus|белорусск)/],
  ['CHF', /^(?:swiss|швейцарск)/],
  ['SEK', /^(?:swedish|шведск)/],
  ['NOK', /^(?:norwegian|норвежск)/],
  ['DKK', /^(?:danish|датск)/],
  ['CZK', /^(?:czech|чешск)/],
  ['KPW', /^(?:north korean)/],
  ['UZS', /^(?:uzbek|узбекск)/],
  ['KGS', /^(?:kyrgyz|киргизск)/],
];

/** Nouns; the last pattern of a shared noun stands for its plain meaning. */
const nouns: readonly (readonly [string, RegExp])[] = [
  ['USD', /^(?:dollar|долл|美元|美金|usd|\$)/],
  ['EUR', /^(?:euro|евро|欧元|€)/],
  ['CNY', /^(?:yuan|renminbi|rmb|юан|元|人民币|¥|￥)/],
  ['RUB', /^(?:rouble|ruble|руб|р\.|卢布|₽)/],
  ['GBP', /^(?:pound|sterling|фунт|英镑|£)/],
  ['JPY', /^(?:yen|иен|йен|日元|日圆)/],
  ['HKD', /^(?:港元|港币)/],
  ['KRW', /^(?:won|вон|韩元|韩圆|₩)/],
  ['INR', /^(?:rupee|рупи|卢比|印度卢比|₹)/],
  ['KZT', /^(?:tenge|тенге|坚戈|₸)/],
  ['UZS', /^(?:so['’]?m|sum|сум|苏姆)/],
  ['KGS', /^(?:сом)/],
  ['TRY', /^(?:lira|лир|里拉|₺)/],
  ['BRL', /^(?:real|reais|реал|雷亚尔)/],
  ['CHF', /^(?:franc|франк|瑞士法郎|瑞郎)/],
  ['SEK', /^(?:krona|kronor|крон|瑞典克朗)/],
  ['PLN', /^(?:zloty|злот|兹罗提)/],
  ['UAH', /^(?:hryvn|грив|₴)/],
  ['AED', /^(?:dirham|дирхам|迪拉姆)/],
  ['SAR', /^(?:riyal|риял)/],
  ['ZAR', /^(?:rand|рэнд|兰特)/],
  ['VND', /^(?:dong|донг|越南盾)/],
  ['THB', /^(?:baht|бат|泰铢)/],
  ['IDR', /^(?:rupiah|印尼盾)/],
  ['MXN', /^(?:mexican peso)/],
  ['AUD', /^澳元/],
  ['CAD', /^加元/],
  ['SGD', /^新元|^新加坡元/],
  ['TWD', /^新台币/],
  ['BYN', /^白俄罗斯卢布/],
  ['AZN', /^(?:manat|манат)/],
  ['GEL', /^(?:lari|лари)/],
  ['AMD', /^(?:dram|драм)/],
];

const ENGLISH_WORD =
  /[\s\u00a0-]?(?:of )?((?:us|u\.s\.|american|hong kong|australian|canadian|singapore|new taiwan|taiwan|new zealand|belarusian|swiss|swedish|norwegian|danish|czech|uzbek|kyrgyz|chinese|russian|british|japanese|korean|south korean|indian|turkish|brazilian|kazakh) )?(dollars?|euros?|yuan|renminbi|rmb|roubles?|rubles?|pounds?(?: sterling)?|yen|rupees?|tenge|(?<=(?:illion|thousand|bn|trn|tn|\dm|\dk|,\d{3})[\s\u00a0]?)(?:won|so['’]?m|sum)|liras?|reals|reais|(?:swiss )?francs?|kron(?:a|or)|zlotys?|hryvnias?|dirhams?|riyals?|rands?|dong|baht|rupiah|mexican pesos|manats?|laris?|drams?)(?![a-z-])/y;
const RUSSIAN_WORD =
  /[\s\u00a0-]?((?:американск|гонконгск|австралийск|канадск|сингапурск|тайваньск|новозеландск|белорусск|швейцарск|шведск|норвежск|датск|чешск|узбекск|киргизск|российск|китайск|британск|японск)\p{L}*\s)?(руб\.|руб(?!\p{L})|рубл\p{L}+|р\.(?!\s?\p{Lu})|долл\.|долл(?!\p{L})|доллар\p{L}*(?:\sсша(?!\p{L}))?|евро|юан\p{L}*|фунт\p{L}*(?:\sстерлингов)?|[ий]ен\p{L}{0,3}(?!\p{L})|вон(?:а|ы|ам|ами)?(?!\p{L})|рупи\p{L}+|тенге|сум(?:а|ов|ы|ам)?(?!\p{L})|сом(?:а|ов|ы)?(?!\p{L})|лир(?:а|ы|у|ам)?(?!\p{L})|реал(?:а|ов)(?!\p{L})|франк\p{L}*|крон(?:а|ы|у|ам)?(?!\p{L})|злот\p{L}+|грив(?:ен|н)\p{L}*|дирхам\p{L}*|риял\p{L}*|донг\p{L}*|бат(?:ов|а)?(?!\p{L})|манат\p{L}*|лари(?!\p{L})|драм\p{L}*)/uy;
const CHINESE_WORD =
  /(元人民币|人民币元?|美元|美金|欧元|日元|日圆|英镑|港元|港币|白俄罗斯卢布|卢布|韩元|韩圆|印度卢比|卢比|坚戈|里拉|雷亚尔|瑞士法郎|瑞郎|澳元|加元|新台币|新元|兹罗提|迪拉姆|兰特|越南盾|泰铢|印尼盾|元(?!首|旦|素|件))/y;
const SIGN_AFTER = /[\s\u00a0]?([€£¥₽₹₩₸₺₴]|\$(?![\d]))/y;
const CODE_AFTER = /[\s\u00a0]?([A-Z]{3}|RMB)(?![A-Za-z])/y;

/** A currency word, code or sign that begins at `position`; `text` keeps its case, `lower` does not. */
export function currencyAfter(text: string, lower: string, position: number): FoundCurrency | undefined {
  const phrase = matchAt(ENGLISH_WORD, lower, position) ?? matchAt(RUSSIAN_WORD, lower, position);
  const sign = phrase ?? matchAt(CHINESE_WORD, lower, position) ?? matchAt(SIGN_AFTER, lower, position);
  const match = sign ?? matchAt(CODE_AFTER, text, position);
  if (match === null) return undefined;
  const code = phrase !== null ? wordCode(phrase[1] ?? '', phrase[2] ?? '') : sign !== null ? wordCode('', sign[1] ?? '') : plainCode(match[1]);
  return code === undefined ? undefined : { code, edge: position + match[0].length };
}

function plainCode(written: string | undefined): string | undefined {
  const code = codeOf(written);
  return code === undefined || ambiguousCodes.has(code) ? undefined : code;
}

/** The adjective decides for dollars, roubles, francs and crowns; elsewhere the noun is enough. */
function wordCode(adjective: string, noun: string): string | undefined {
  const byNoun = nouns.find(([, pattern]) => pattern.test(noun))?.[0];
  const byAdjective = adjectives.find(([, pattern]) => pattern.test(adjective))?.[0];
  return byAdjective !== undefined && SHARED_NOUN.test(noun) ? byAdjective : byNoun;
}

const SHARED_NOUN = /^(?:dollar|долл|rub|rouble|руб|franc|франк|kron|крон|so|sum|сум|сом)/;
