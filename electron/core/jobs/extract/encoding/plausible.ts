// How much a text reads like Russian, Chinese, Japanese or Korean rather than like the wrong encoding of one. Each sign has
// the logarithm of about how often it is met; what no one writes (a capital after a small letter, Latin and Cyrillic in one
// word, line-drawing signs among letters) costs much more. The sum is taken per sign.

import { alphabetValue, isOtherLetter } from './alphabets.ts';

/** Letters of Russian from the most to the least used. */
const russianLetters = 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё';
const common = { best: -2.3, step: -0.12 } as const;
const otherCyrillic = -7;
/** Beside Russian letters, in Ukrainian. */
const ukrainianLetters = 'іїєґ';
const ukrainian = -4.6;
const capital = -1.6;
const rareSign = -9;
const commonCharacter = -2.4;
const otherIdeograph = -6;
const hangul = -3.4;
const ascii = -2.4;
const neverMet = -14;

const cyrillicValue = new Map([...russianLetters].map((letter, index) => [letter, common.best + index * common.step]));

/** Characters that make up about half of any Chinese text, in both scripts, and the commonest of Japanese news. */
const commonCharacters = new Set(
  '的一是不了在人有我他这個个们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過发發后後作里裡用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心本前开開但因只从從想实實日者意无無力它与與长長把机機十民第公此已工使情明性知全三又关關点點正业業外将將两兩高间間由问問很最重并並物手应應战戰向头頭文体體政美相见見被利什二等产產或新己制製身果加西月话話合回特代内內信表化给給世位次度门門任常先海通教原东東声聲提立及比员員解水名真论論处處各入几幾口认認条條平系气氣题題活更别別打变變四总總何电電数數安少报報才结結反受目太量再感建务務做接必场場件计計管期市直资資命山金指统統区區保至形社便空决決治展马馬科司五基书書非则則听聽白界达達光放强強即像难難且权權思完设設式色路记記南品住告类類求据據程北边邊死张張该該交规規万萬取拉格望觉覺术術领領共确確传傳师師观觀清今切院让讓识識带帶导導争爭运運汽车車销銷售价價税稅费費增长率份额額百八六七九零亿億元俄罗羅斯企进口品牌厂廠投资円発売販買円億兆株経済連関気県駅対応実際価輸生産台約割増減前比調査予想見通年間月期業績営利益市場企業自動',
);
const plainSigns = new Set('，。、；：？！「」『』（）《》〈〉“”‘’—–…·～％＋－／　 «»„°№§€•');

/** Mean over the signs; those of ASCII read the same in every narrow encoding and count only where `countsAscii`. */
export function plausibility(text: string, countsAscii: boolean): number {
  let sum = 0;
  let count = 0;
  let before = '';
  for (const sign of text) {
    const value = signValue(sign, before);
    if (countsAscii || sign > '\x7f' || value === neverMet) {
      sum += value;
      count += 1;
    }
    before = sign;
  }
  return count === 0 ? Number.NEGATIVE_INFINITY : sum / count;
}

function signValue(sign: string, before: string): number {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x80) return isControl(code) || (/[A-Za-z]/.test(sign) && (isCyrillic(before) || isOtherLetter(before))) ? neverMet : ascii;
  if (plainSigns.has(sign)) return sign === '€' && isCyrillic(before) ? neverMet : commonCharacter;
  if (code >= 0x400 && code <= 0x4ff) return cyrillic(sign, before);
  if ((code >= 0x3041 && code <= 0x30fe) || (code >= 0xff01 && code <= 0xff5e)) return commonCharacter;
  if (code >= 0x4e00 && code <= 0x9fff) return isHangul(before) ? neverMet : commonCharacters.has(sign) ? commonCharacter : otherIdeograph;
  if (isHangul(sign)) return /[\u4e00-\u9fff]/.test(before) ? neverMet : hangul;
  if (code >= 0xff61 && code <= 0xff9f) return otherIdeograph - 1;
  return code >= 0xe000 && code <= 0xf8ff ? neverMet : (alphabetValue(sign, before) ?? rareSign);
}

/** No word begins right after them. */
const closingSigns = new Set('»”’…€•№§°');

function isCyrillic(sign: string): boolean {
  return sign >= '\u0400' && sign <= '\u04ff';
}

function isControl(code: number): boolean {
  return code < 0x20 && code !== 9 && code !== 10 && code !== 13 && code !== 12;
}

function cyrillic(sign: string, before: string): number {
  if (/[A-Za-z]/.test(before)) return neverMet;
  const small = sign.toLowerCase();
  const value = cyrillicValue.get(small) ?? (ukrainianLetters.includes(small) ? ukrainian : otherCyrillic);
  if (small === sign) return closingSigns.has(before) ? neverMet : value;
  return /\p{Ll}/u.test(before) ? neverMet : value + capital;
}

function isHangul(sign: string): boolean {
  return sign >= '\uac00' && sign <= '\ud7a3';
}
