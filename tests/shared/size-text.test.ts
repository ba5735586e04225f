import { describe, expect, it } from 'vitest';
import { sizeText } from '../../shared/size-text.ts';

describe('sizeText', () => {
  it('takes the unit that keeps a size short, and never makes a small file nothing', () => {
    const sizes = [0, 1, 999, 1000, 311_296, 999_499, 999_500, 1_250_000, 128_000_000];
    expect(sizes.map((size) => sizeText(size, 'en'))).toEqual([
      '0 bytes',
      '1 byte',
      '999 bytes',
      '1 kB',
      '311 kB',
      '999 kB',
      '1 MB',
      '1.3 MB',
      '128 MB',
    ]);
  });
});
