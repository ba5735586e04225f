// Unit codes and what they measure. Codes are data of the workbook; this file knows the ones that the rules need.

/** ISO 4217 codes of currencies that market and trade texts use. */
export const currencies: readonly string[] =
  'AED AFN ALL AMD AOA ARS AUD AZN BAM BDT BGN BHD BND BOB BRL BWP BYN CAD CDF CHF CLP CNH CNY COP CRC CUP CZK DJF DKK DOP DZD EGP ETB EUR FJD GBP GEL GHS GTQ HKD HNL HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KZT LAK LBP LKR LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SCR SDG SEK SGD SOS SYP THB TJS TMT TND TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV XAF XAU XDR XOF YER ZAR ZMW'.split(
    ' ',
  );

const currencySet: ReadonlySet<string> = new Set(currencies);

export const unitDimensions = ['share', 'points', 'factor', 'ratio', 'money', 'count', 'amount', 'time', 'index', 'other', 'none'] as const;
export type UnitDimension = (typeof unitDimensions)[number];

const knownDimensions: Readonly<Record<string, UnitDimension>> = {
  PCT: 'share',
  PERMILLE: 'share',
  PP: 'points',
  BP: 'points',
  TIMES: 'factor',
  INDEX: 'index',
  SECONDS: 'time',
  MINUTES: 'time',
  HOURS: 'time',
  DAYS: 'time',
  WEEKS: 'time',
  MONTHS: 'time',
  QUARTERS: 'time',
  YEARS: 'time',
};

/** Mass, volume, energy, area, freight: amounts of a thing, which add up over places and times unless their measure says otherwise. */
const amountUnits: ReadonlySet<string> = new Set(
  'T KT MT G KG MG LB OZ L ML HL GAL BU BBL M3 MCM BCM WH KWH MWH GWH TWH J KJ MJ GJ TJ PJ KCAL GCAL TOE BOE HA M2 KM2 ACRE TEU FEU DWT'.split(' '),
);
/** Power, length, voltage and the like: what a thing has, not how much of it there is. */
const measuredUnits: ReadonlySet<string> = new Set(
  'HP W KW MW GW TW KM M CM MM UM NM FT INCH CM3 CC V KV A AH MAH HZ KHZ MHZ GHZ PA KPA MPA BAR PPM PPB DB KN RPM MPH KB MB GB TB CELSIUS'.split(' '),
);

export function isCurrency(code: string | null): boolean {
  return code !== null && currencySet.has(code);
}

/** Dimensions whose levels add up where no measure says otherwise; a share, a rate or a temperature never does. */
const additiveDimensions: ReadonlySet<UnitDimension> = new Set(['count', 'money', 'amount']);

export function isAdditiveUnit(code: string | null): boolean {
  return additiveDimensions.has(unitDimension(code));
}

/** What a unit measures. `RUB_PER_USD` is a ratio; an unknown word such as PLANTS counts things; no unit is `none`. */
export function unitDimension(code: string | null): UnitDimension {
  if (code === null) return 'none';
  if (currencySet.has(code)) return 'money';
  const known = knownDimensions[code];
  if (known !== undefined) return known;
  if (code.includes('_PER_')) return 'ratio';
  if (amountUnits.has(code)) return 'amount';
  return measuredUnits.has(code) ? 'other' : 'count';
}

/** Units that can be compared after a conversion at most: any two currencies, any two counts; other units only with themselves. */
export function isSameDimension(a: string | null, b: string | null): boolean {
  const dimension = unitDimension(a);
  if (dimension !== unitDimension(b)) return false;
  return dimension === 'other' || dimension === 'ratio' || dimension === 'amount' ? a === b : true;
}

const labels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: { PCT: '%', PCT_PER_YEAR: '% a year', PP: 'pp', BP: 'bp', PERMILLE: '‰', TIMES: '×', UNITS: 'units', CELSIUS: '°C' },
  ru: { PCT_PER_YEAR: '% в год', PP: 'п. п.', BP: 'б. п.', UNITS: 'ед.' },
  zh: { PCT_PER_YEAR: '%/年', PP: '个百分点', BP: '个基点', UNITS: '辆' },
};

/** The unit as shown after a number: `%`, `pp`, `×`, `USD`, `RUB/USD`, `plants`. */
export function unitLabel(code: string | null, locale: string): string {
  if (code === null) return '';
  const language = locale.split('-')[0] ?? 'en';
  const known = labels[language]?.[code] ?? labels.en?.[code];
  if (known !== undefined) return known;
  if (code.includes('_PER_'))
    return code
      .split('_PER_')
      .map((part) => unitLabel(part, locale))
      .join('/');
  if (currencySet.has(code) || measuredUnits.has(code) || amountUnits.has(code)) return code;
  return code.toLowerCase().replaceAll('_', ' ');
}
