// Text that stays as long in the file of a workbook as it is: nothing repeats itself, and none of it is a figure.
import { createHash } from 'node:crypto';

export function unpackedText(lines: number, seed = 0): string {
  return Array.from({ length: lines }, (_, number) => line(`${seed} ${number}`)).join('');
}

function line(of: string): string {
  const letters = createHash('sha256')
    .update(of)
    .digest('hex')
    .replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)]!);
  return `Of ${letters} more was said than done.\n`;
}
