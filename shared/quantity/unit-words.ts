// Physical units: how they are written in English, Russian and Chinese texts, and the code that a workbook keeps. What an amount
// of them may be added up to is told by `units.ts`.

/** Code of a unit and the symbols that may touch the digits, in lower case. */
const symbols: Readonly<Record<string, string>> = {
  T: 't т 吨',
  KT: 'kt кт 千吨',
  MT: 'mt мт',
  G: 'g г 克',
  MG: 'mg мг 毫克',
  KG: 'kg кг 公斤 千克',
  LB: 'lb lbs',
  OZ: 'oz',
  M: 'm м 米',
  KM: 'km км 公里 千米',
  CM: 'cm см 厘米',
  MM: 'mm мм 毫米',
  UM: 'μm µm um мкм 微米',
  NM: 'nm нм 纳米',
  FT: 'ft',
  INCH: 'in 英寸 寸',
  M2: 'm2 m² м2 м² sqm 平方米',
  KM2: 'km2 km² км2 км² 平方公里',
  HA: 'ha га 公顷',
  M3: 'm3 m³ м3 м³ 立方米',
  CM3: 'cm3 cm³ см3 см³ cc',
  L: 'l л 升',
  ML: 'ml мл 毫升',
  HL: 'hl гл',
  BBL: 'bbl 桶',
  BCM: 'bcm',
  MCM: 'mcm',
  TOE: 'toe',
  BOE: 'boe',
  W: 'w вт 瓦',
  KW: 'kw квт 千瓦',
  MW: 'mw мвт 兆瓦',
  GW: 'gw гвт 吉瓦',
  TW: 'tw твт',
  WH: 'wh втч',
  KWH: 'kwh квтч квт·ч 千瓦时',
  MWH: 'mwh мвтч мвт·ч 兆瓦时',
  GWH: 'gwh гвтч гвт·ч 吉瓦时',
  TWH: 'twh твтч твт·ч',
  KJ: 'kj кдж',
  MJ: 'mj мдж',
  GJ: 'gj гдж',
  TJ: 'tj',
  PJ: 'pj',
  KCAL: 'kcal ккал',
  GCAL: 'gcal гкал',
  V: 'v 伏',
  KV: 'kv кв',
  AH: 'ah ач',
  MAH: 'mah мач',
  HZ: 'hz гц',
  KHZ: 'khz кгц',
  MHZ: 'mhz мгц',
  GHZ: 'ghz ггц',
  PA: 'pa па',
  KPA: 'kpa кпа',
  MPA: 'mpa мпа',
  BAR: 'bar бар',
  PPM: 'ppm',
  PPB: 'ppb',
  DB: 'db дб',
  KN: 'kn',
  HP: 'hp л.с',
  RPM: 'rpm',
  MPH: 'mph',
  TEU: 'teu 标准箱 标箱 тэу дфэ',
  FEU: 'feu',
  DWT: 'dwt',
  CELSIUS: '°c °с',
  KB: 'kb кб',
  MB: 'mb мб',
  GB: 'gb гб',
  TB: 'tb тб',
};

/** Words of more than a symbol, as they stand after a space. */
const words: Readonly<Record<string, string>> = {
  T: 'tonne tonnes ton tons metric тонна тонны тонн',
  KG: 'kilogram kilograms килограмм килограмма килограммов',
  KM: 'kilometre kilometres kilometer kilometers километр километра километров',
  M: 'metre metres meter meters метр метра метров',
  HA: 'hectare hectares гектар гектара гектаров',
  L: 'litre litres liter liters литр литра литров',
  BBL: 'barrel barrels баррель барреля баррелей',
  BU: 'bushel bushels',
  GAL: 'gallon gallons',
  ACRE: 'acre acres акр акра акров',
};

function codesByWord(): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (const table of [symbols, words])
    for (const [code, written] of Object.entries(table)) for (const word of written.split(' ')) codes.set(word, code);
  return codes;
}

const codes = codesByWord();

/** The code of a unit word or symbol as it is written; `undefined` where it is none that is known. */
export function findPhysicalUnit(written: string): string | undefined {
  return codes.get(written.toLowerCase());
}

/** Other letters that may follow digits without making a name of them: times, people, pieces. */
const otherGlued =
  'cbm tcm ktoe mtoe bpd mtpa mmbtu btu moz koz cgt nmi px dpi km/h км/ч bps mbps gbps kbps yo yr yrs hrs hr min mln bn млн млрд тыс чел шт руб р ч мин сек сут';

/** Alternatives for what may touch digits, longest first, for a pattern over lower-case text. */
export const gluedUnitPattern = [...Object.values(symbols), otherGlued]
  .flatMap((written) => written.split(' '))
  .filter((word) => /^[a-zа-яёμµ°]/.test(word))
  .toSorted((a, b) => b.length - a.length)
  .map((word) => word.replace(/[.·/]/g, '\\$&'))
  .join('|');
