// Mentions are read by stretches of the text: those near the screen, and read again with each change only there. Those that
// were left keep what they showed.
import { useCallback, useMemo, useState } from 'react';
import type { AppError } from '../../../../shared/errors.ts';
import { useCalls } from '../../../bridge/index.ts';
import type { Stretch } from './mentions.ts';
import type { ReaderText } from './reader-document.ts';

/** Code points; a page or two of a long text, so that what is in view lies in one or two of them. */
const stretchLength = 50_000;
const mostRead = 8;

export interface Stretches {
  /** Those that were read, the latest asked for first; the counts of the first are those of now. */
  readonly read: readonly Stretch[];
  readonly error: AppError | undefined;
  /** Asks for what the finder sees between two positions, UTF-16 units. */
  want(start: number, end: number): void;
}

const atFirst: readonly number[] = [0];

export function useStretches(sourceId: string, text: ReaderText | undefined): Stretches {
  const [asked, setAsked] = useState<{ of: ReaderText | undefined; numbers: readonly number[] }>({ of: text, numbers: atFirst });
  const numbers = asked.of === text ? asked.numbers : atFirst;
  const want = useCallback(
    (start: number, end: number) => {
      if (text === undefined) return;
      const [first, last] = [start, end].map((unit) => Math.floor(text.index.toCodePoints(unit) / stretchLength)) as [number, number];
      const wanted = Array.from({ length: last - first + 1 }, (_, at) => first + at);
      setAsked((before) => ({ of: text, numbers: withFirst(before.of === text ? before.numbers : atFirst, wanted) }));
    },
    [text],
  );
  const calls = numbers.map((number, place) => ({
    input: { sourceId, start: number * stretchLength, length: stretchLength },
    enabled: place < mostRead,
  }));
  const { data, error } = useCalls('passages.found', calls);
  const read = useMemo(() => data.filter((one) => one !== undefined), [data]);
  return useMemo(() => ({ read, error, want }), [read, error, want]);
}

/** The same list where nothing new is wanted, so that nothing is drawn for it. */
function withFirst(numbers: readonly number[], wanted: readonly number[]): readonly number[] {
  const latest = new Set(numbers.slice(0, wanted.length + 2));
  if (wanted.every((number) => latest.has(number))) return numbers;
  return [...wanted, ...numbers.filter((number) => !wanted.includes(number))];
}
