// Raised and lowered characters. Run into a number they would make another one: 415,000 with a note 1 is not 415,0001, and
// 10 with a raised 6 is not 106. Unicode has characters of their own for digits and signs; anything else keeps its place
// behind ^ or _ where a digit stands before it.

const plain = '0123456789+-−=()n';
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ';
const subscripts = '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙ';

export type Raise = 'raised' | 'lowered';

/** `before` is the character that the words follow. */
export function raisedText(words: string, raise: Raise, before = ''): string {
  // Brackets part a mark from a number by themselves.
  if (ordinal.test(words.trim()) || words.trim().startsWith('[') || before === '[') return words;
  const to = raise === 'raised' ? superscripts : subscripts;
  const isSigns = [...words].every((character) => plain.includes(character) || /\s/.test(character));
  const marked = [...words].map((character) => (isSigns || /\d/.test(character) ? (to[plain.indexOf(character)] ?? character) : character)).join('');
  const isGlued = /\d$/.test(before) && /^[\p{L}\d]/u.test(marked);
  return isGlued ? `${raise === 'raised' ? '^' : '_'}${marked}` : marked;
}

/** The raised ends of ordinal numbers, which belong to them: 1st, 2-й, 3e. */
const ordinal = /^(?:st|nd|rd|th|er|re|e|o|ª|º|-?(?:й|я|е|го|му|ых|ом|ой))$/iu;
