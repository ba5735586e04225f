import { useMemo } from 'react';
import type { AppError } from '../../../../shared/errors.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import { readAgain, useCall } from '../../../bridge/index.ts';
import { createStretchReader } from './mentions.ts';
import { type ReaderMarks, type ReaderText, readMarks, readText } from './reader-document.ts';
import { useStretches } from './use-stretches.ts';

export interface ReaderDocument {
  readonly source: Source | undefined;
  readonly text: ReaderText | undefined;
  /** undefined until the first mentions and the claims of this source were read. */
  readonly marks: ReaderMarks | undefined;
  readonly error: AppError | undefined;
  retry(): void;
}

export function useReaderDocument(sourceId: string): ReaderDocument {
  const source = useCall('sources.get', { id: sourceId });
  const words = useCall('sources.text', { id: sourceId });
  const passages = useCall('passages.ofSource', { sourceId });
  const claims = useCall('claims.ofSource', { sourceId });
  const body = words.data?.id === sourceId ? words.data.text : undefined;
  const text = useMemo(() => (body === undefined ? undefined : readText(body)), [body]);
  const stretches = useStretches(sourceId, text);
  const readStretch = useMemo(() => (text === undefined ? undefined : createStretchReader(text.index)), [text]);
  const placed = passages.isPlaceholderData ? undefined : passages.data?.passages;
  const rows = claims.isPlaceholderData ? undefined : claims.data?.rows;
  const marks = useMemo(() => {
    const [latest] = stretches.read;
    if (text === undefined || readStretch === undefined || latest === undefined || placed === undefined || rows === undefined) return undefined;
    return readMarks(text, { sourceId, counts: latest, stretches: stretches.read.map(readStretch), passages: placed, rows, want: stretches.want });
  }, [text, readStretch, stretches, sourceId, placed, rows]);
  const failed = [source, words, passages, claims].find((query) => query.isError);
  return {
    source: source.data?.id === sourceId ? source.data : undefined,
    text,
    marks,
    error: failed?.error ?? stretches.error,
    retry: () => (failed === undefined ? readAgain('passages.found') : void failed.refetch()),
  };
}
