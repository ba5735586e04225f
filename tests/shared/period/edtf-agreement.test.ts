import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../../shared/period/index.ts';

interface EdtfLibrary {
  default(text: string): { readonly min: number; readonly max: number };
}

// The library ships no types; it serves here as a second opinion on the forms whose bounds it gets right.
const moduleName: string = 'edtf';
const { default: edtf } = (await import(moduleName)) as EdtfLibrary;

function bound(time: number): string | null {
  return Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : null;
}

describe('the hand-written EDTF reader', () => {
  it.each([
    '2024',
    '2024-02',
    '2023-02-28',
    '2024?',
    '2004-06-~11',
    '2022/..',
    '../2025',
    '2023-01/2023-06',
    '2023-12~/2024?',
    '202X',
    '20XX',
    '2024-XX',
    '2024-06-XX',
    '1560-XX-25',
    '156X-12-25',
    '19XX-12',
    '2024-33',
    '2024-36',
    '2024-40',
    '2024-41',
    '20',
    '{2020,2021}',
  ])('agrees with the edtf library about %s', (text) => {
    const theirs = edtf(text);
    const { earliest, latest } = parsePeriod(text);
    expect({ earliest, latest }).toEqual({ earliest: bound(theirs.min), latest: bound(theirs.max) });
  });
});
