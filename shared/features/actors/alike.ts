// Names that may be spellings of one: alike in Latin letters whatever their script, once the words for the form of a company
// are left out. A proposal, never a decision.
import { type FoldedName, foldName, latinName, mayBeSameName, spellingKey } from './spelling.ts';

/** Words that say in which legal form a company is, not which one. */
const legalForms =
  /(^|[\s,(«"“])(jsc|pjsc|ojsc|cjsc|llc|llp|lp|pte|pty|bhd|se|ab|as|asa|oy|oyj|kk|kgaa|srl|sas|sarl|ltd|limited|inc|corp|corporation|co|company|gmbh|ag|plc|sa|spa|nv|bv|group|holding|holdings|ооо|оао|зао|пао|ао|нао|тоо|чп|ип|фгуп|гуп|гк|группа|групп|груп|холдинг|компания|концерн|корпорация|корп|лтд|инк)(?=$|[\s,.)»"”])\.?/giu;
const chineseForms = /(股份有限公司|有限责任公司|有限公司|集团公司|集团|公司)$/u;

export interface AlikePair {
  readonly one: string;
  readonly other: string;
}

/** Chinese characters in Latin letters, without tones: 华为 is huawei. */
export type Romanise = (name: string) => string;

/** Names are compared only with those that begin alike, so that the work grows with the names and not with their square. */
export function proposeAlike(names: readonly string[], isJudged: (one: string, other: string) => boolean, romanise?: Romanise): AlikePair[] {
  const folded = names.map((name) => ({ name, folded: foldName(plainName(name)) })).filter(({ folded: { latin } }) => latin.length >= 2);
  const buckets = Map.groupBy(folded, ({ folded: { latin } }) => spellingKey(latin));
  const alike = [...buckets.values()].flatMap((bucket) => pairsIn(bucket.slice(0, bucketLimit)));
  const pairs = new Map(
    [...alike, ...acronyms(names), ...syllabic(names), ...officialNames(names), ...romanised(names, romanise)].map((pair) => [
      `${pair.one}\n${pair.other}`,
      pair,
    ]),
  );
  return [...pairs.values()].filter(({ one, other }) => !isJudged(one, other));
}

const bucketLimit = 200;

export function plainName(name: string): string {
  // N.V., S.p.A.: letters with dots are one word.
  const joined = name.replace(/(?<![\p{L}\p{N}])\p{L}(?:\.\p{L})+\.?(?![\p{L}\p{N}])/gu, (letters) => letters.replaceAll('.', ''));
  return joined.replace(legalForms, ' ').replace(chineseForms, '').replace(/\s+/g, ' ').trim() || name;
}

function pairsIn(bucket: readonly { readonly name: string; readonly folded: FoldedName }[]): AlikePair[] {
  return bucket.flatMap((one, index) =>
    bucket.slice(index + 1).flatMap((other) => (mayBeSameName(one.folded, other.folded) ? [{ one: one.name, other: other.name }] : [])),
  );
}

const idleWords = new Set('of the and for in to de la du des und der die das и в по для на'.split(' '));
/** Corp, Group, Inc, Ltd: the legal form may lend the last letter. */
const formLetters = /[cgil]$/;

/** Capitals that are the first letters of the words of exactly one other name: ECB, ВТБ, and YMTC of a corporation. */
function acronyms(names: readonly string[]): AlikePair[] {
  const byInitials = Map.groupBy(names, initialsOf);
  return names.flatMap((name): AlikePair[] => {
    if (!/^\p{Lu}{3,7}$/u.test(name)) return [];
    const letters = name.toLowerCase();
    const meant = [...(byInitials.get(letters) ?? []), ...(formLetters.test(letters) ? (byInitials.get(letters.slice(0, -1)) ?? []) : [])];
    return meant.length === 1 && meant[0] !== name ? [{ one: name, other: meant[0]! }] : [];
  });
}

function initialsOf(name: string): string {
  const words = (plainName(name).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !idleWords.has(word.toLowerCase()));
  return words.length < 3 ? '' : words.map((word) => word[0]!.toLowerCase()).join('');
}

/** Words that only say of which country a body is, at the end of its name. */
const ofCountry = /\s+(российской федерации|россии|рф|украины|республики \p{L}+)$/iu;

/** Russian bodies named by the beginnings of their words: Минсельхоз is Министерство сельского хозяйства. */
function syllabic(names: readonly string[]): AlikePair[] {
  const long = names
    .filter((name) => /\p{Script=Cyrillic}/u.test(name))
    .map((name) => ({ name, words: significantWords(name.replace(ofCountry, '')) }))
    .filter(({ words }) => words.length >= 2 && words.length <= 6);
  return names.flatMap((name): AlikePair[] => {
    const short = name.replace(ofCountry, '').toLowerCase();
    if (!/^\p{Script=Cyrillic}{6,20}$/u.test(short)) return [];
    const meant = long.filter(({ words }) => isMadeOf(short, words));
    return meant.length === 1 ? [{ one: name, other: meant[0]!.name }] : [];
  });
}

function significantWords(name: string): string[] {
  return (
    plainName(name)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  ).filter((word) => !idleWords.has(word));
}

/** Beginnings of two letters at least of all the words, in their order. */
function isMadeOf(short: string, [first, ...others]: readonly string[]): boolean {
  if (first === undefined) return short === '';
  for (let length = Math.min(first.length, short.length); length >= 2; length -= 1)
    if (first.startsWith(short.slice(0, length)) && isMadeOf(short.slice(length), others)) return true;
  return false;
}

/** A Chinese name and the one that it is in Latin letters. Two Chinese names that only sound alike are two. */
function romanised(names: readonly string[], romanise: Romanise | undefined): AlikePair[] {
  if (romanise === undefined) return [];
  const byLatin = Map.groupBy(
    names.filter((name) => /^[\p{Script=Latin}\P{L}]+$/u.test(name)),
    (name) => latinName(plainName(name)),
  );
  return names.flatMap((name) => {
    if (!hasHan(name)) return [];
    const plain = plainName(name);
    const readings = new Set([plain, plain.replace(endingBusiness, '')].map((one) => latinName(romanise(one))));
    return [...readings].flatMap((reading) => (reading.length < 4 ? [] : (byLatin.get(reading) ?? []).map((one) => ({ one, other: name }))));
  });
}

export function hasHan(name: string): boolean {
  return /\p{Script=Han}{2}/u.test(name);
}

/** What a Chinese company says of its business between its name and its legal form. One of these alone may be a subsidiary. */
const business =
  /新能源|天然气|集成电路|制造|电气|股份|科技|技术|汽车|电子|国际|控股|工业|实业|能源|动力|电池|通信|信息|网络|智能|材料|机械|重工|半导体|生物|医药|化工|钢铁|发展|投资|集团/gu;
const onlyBusiness = new RegExp(`^(?:${business.source})+$`, 'u');
const endingBusiness = new RegExp(`(?:${business.source})+$`, 'u');

/** The name by which a Chinese company goes, and its official one: 宁德时代 and 宁德时代新能源科技股份有限公司. */
function officialNames(names: readonly string[]): AlikePair[] {
  const short = names.filter((name) => /^\p{Script=Han}{2,8}$/u.test(name) && !chineseForms.test(name));
  return names.flatMap((name) => {
    const bare = name.replace(chineseForms, '');
    if (bare === name || !/^\p{Script=Han}+$/u.test(name)) return [];
    const meant = short.filter((one) => one.length >= 3 && bare.startsWith(one) && isBusiness(bare.slice(one.length)));
    return meant.map((one) => ({ one, other: name }));
  });
}

/** Said of a whole company; a field of business alone may be that of its daughter. */
const ofWhole = /^(?:科技|技术|控股|股份)$/u;

function isBusiness(rest: string): boolean {
  if (ofWhole.test(rest)) return true;
  return onlyBusiness.test(rest) && (rest.match(business)?.length ?? 0) >= 2;
}
