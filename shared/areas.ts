// Areas by whatever name: codes of ISO 3166-1, names in English, Russian and Chinese (CLDR, through Intl), and the groups of
// countries that markets and policies speak of. What is no area that is known is itself.

/** ISO 3166-1 alpha-2, as assigned. */
const codes = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR ' +
  'CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ' +
  'ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ ' +
  'MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI ' +
  'SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
).split(' ');

const known: ReadonlySet<string> = new Set(codes);

/** Members of groups of countries, as of 2025. */
const groups: Readonly<Record<string, readonly string[]>> = {
  EU: 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
  EAEU: 'AM BY KG KZ RU'.split(' '),
  CIS: 'AM AZ BY KG KZ MD RU TJ UZ'.split(' '),
  G7: 'CA DE FR GB IT JP US'.split(' '),
  BRICS: 'AE BR CN EG ET ID IN IR RU ZA'.split(' '),
  ASEAN: 'BN ID KH LA MM MY PH SG TH VN'.split(' '),
  WORLD: codes,
};

/** Names beside those of CLDR. */
const otherNames: Readonly<Record<string, string>> = {
  RU: 'Russian Federation|Российская Федерация|РФ|RF|俄罗斯联邦|俄|俄国',
  US: 'USA|U.S.|U.S.A.|United States of America|America|США|Соединенные Штаты Америки|美|美利坚合众国',
  GB: 'UK|U.K.|Great Britain|Britain|Великобритания|Соединенное Королевство|英',
  CN: 'PRC|China mainland|Mainland China|People’s Republic of China|КНР|中|中国大陆|中华人民共和国',
  KR: 'Korea|South Korea|Republic of Korea|Южная Корея|Республика Корея|韩',
  AE: 'UAE|Emirates|ОАЭ|阿联酋',
  CZ: 'Czech Republic|Чешская Республика|Чехия',
  TR: 'Turkey|Türkiye|Турция',
  TW: 'Taiwan|Тайвань|台湾',
  HK: 'Hong Kong|Гонконг|香港',
  BY: 'Belarus|Беларусь|Белоруссия|Republic of Belarus',
  KZ: 'Republic of Kazakhstan|Республика Казахстан',
  NL: 'Holland|Голландия',
  EU: 'European Union|EC|EU27|EU-27|Европейский союз|Евросоюз|ЕС|欧盟',
  EAEU: 'EEU|Eurasian Economic Union|ЕАЭС|Евразийский экономический союз|欧亚经济联盟',
  CIS: 'СНГ|独联体|Commonwealth of Independent States',
  G7: 'Group of Seven|Большая семёрка|七国集团',
  BRICS: 'БРИКС|金砖国家',
  ASEAN: 'АСЕАН|东盟',
  WORLD: 'World|Global|Worldwide|the world|WW|Мир|весь мир|全球|世界',
};

const rest = /\b(?:others?|rest|elsewhere)\b|проч|остальн|друг(?:ие|их)|其他|其余/iu;

let byName: ReadonlyMap<string, string> | undefined;

function names(): ReadonlyMap<string, string> {
  if (byName !== undefined) return byName;
  const made = new Map<string, string>();
  for (const language of ['en', 'ru', 'zh']) {
    const display = new Intl.DisplayNames([language], { type: 'region' });
    for (const code of codes) made.set(fold(display.of(code) ?? code), code);
  }
  for (const code of [...codes, ...Object.keys(groups)]) made.set(fold(code), code);
  for (const [code, others] of Object.entries(otherNames)) for (const name of others.split('|')) made.set(fold(name), code);
  byName = made;
  return made;
}

function fold(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/^the\s+/, '')
    .replace(/[.’'"]/g, '')
    .trim();
}

/** The code of an area: ISO 3166-1 alpha-2, or that of a group of countries; the name in lower case where none is known. */
export function areaCode(name: string): string {
  return names().get(fold(name)) ?? fold(name);
}

/** A country or a group of countries; not a province, a city or a market. A code, as `areaCode` gives it. */
export function isKnownArea(code: string): boolean {
  return isGroupOfAreas(code) || known.has(code);
}

/** The EU, the world: what countries are parts of. A code, as `areaCode` gives it. */
export function isGroupOfAreas(code: string): boolean {
  return Object.hasOwn(groups, code);
}

/** Whether one area lies in the other: a country in a group or in the world. Codes, as `areaCode` gives them. */
export function isWithinArea(part: string, whole: string): boolean {
  return part !== whole && (groups[whole]?.includes(part) ?? false);
}

/** The area that the rest is left of: the EU of "EU other"; empty where the words name no area. */
export function wholeOfRest(name: string): string {
  const left = name
    .normalize('NFKC')
    .replace(new RegExp(rest.source, 'giu'), ' ')
    .replace(/\b(?:of|the|in|states|countries|member|provinces|regions|districts)\b|стран[аы]?|регион(?:ы|ов)|област(?:и|ей)|国家|地区|省份/giu, ' ')
    .replace(/[()\s,]+/g, ' ')
    .trim();
  return left === '' ? '' : areaCode(left);
}

/** Whether the words name what is left of a whole: "EU other", "rest of the world", "прочие", "其他". */
export function isRestOfArea(name: string): boolean {
  return rest.test(name.normalize('NFKC'));
}
