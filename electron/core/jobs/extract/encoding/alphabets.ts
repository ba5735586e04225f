// Letters of alphabets of one byte a letter beside Russian, from the most to the least used, with the logarithm of about how
// often each is met. A text in the wrong encoding falls upon the rare ones.

interface Alphabet {
  readonly letters: string;
  /** Block of Unicode that it lies in. */
  readonly first: string;
  readonly last: string;
  /** Letters that only end words. */
  readonly finals?: string;
  readonly step: number;
}

const best = -2.3;
const rare = -8;
const unheard = -14;

const alphabets: readonly Alphabet[] = [
  { letters: 'αοιετσνηυρπκμλςωάόίδγχθέήφύώβξζψ', first: '\u0370', last: '\u03ff', finals: 'ς', step: -0.11 },
  { letters: 'יוהלאמרתבשנחםקדכפעטסגצןזךףץ', first: '\u0590', last: '\u05ff', finals: 'ךםןףץ', step: -0.12 },
  { letters: 'اليمنوتربةعدسفهكقحجأشصطخىإذئضغثءزآظؤ', first: '\u0600', last: '\u06ff', finals: 'ةى', step: -0.1 },
  { letters: 'านรกอเง่มวัท้ยลสีตดปิะไคพหจบแุ์ขืชใำนูซโถธผึ็ญณภศษฟฝฐฉฮ', first: '\u0e00', last: '\u0e7f', step: -0.06 },
];

const values = new Map(alphabets.flatMap(({ letters, step }) => [...letters].map((letter, index) => [letter, best + index * step] as const)));
const finals = new Set(alphabets.flatMap((alphabet) => [...(alphabet.finals ?? '')]));

function alphabetOf(character: string): Alphabet | undefined {
  return alphabets.find(({ first, last }) => character >= first && character <= last);
}

/** A letter of one of these alphabets. */
export function isOtherLetter(character: string): boolean {
  return alphabetOf(character) !== undefined;
}

/** Undefined for a character of none of these alphabets. */
export function alphabetValue(character: string, before: string): number | undefined {
  const alphabet = alphabetOf(character);
  if (alphabet === undefined) return undefined;
  const isMixed = /[A-Za-z\u0400-\u04ff]/.test(before) || (isOtherLetter(before) && alphabetOf(before) !== alphabet);
  if (isMixed) return unheard;
  const small = character.toLowerCase();
  if (small !== character) return /\p{Ll}/u.test(before) ? unheard : (values.get(small) ?? rare) - 1.6;
  return (values.get(character) ?? rare) - (finals.has(before) ? 4 : 0);
}
