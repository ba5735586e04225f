// Texts of any code points. The like of fast-check keeps a table of all of them for shrinking, which takes seconds to make.
import fc from 'fast-check';

const [firstHalf, halves] = [0xd800, 0x800];
const codePoint = fc.integer({ min: 0, max: 0x10ffff - halves }).map((number) => String.fromCodePoint(number < firstHalf ? number : number + halves));

export function anyText(maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: codePoint, maxLength });
}
