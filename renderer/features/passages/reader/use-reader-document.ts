import { useMemo } from 'react';
import type { AppError } from '../../../../shared/errors.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import { useCall } from '../../../bridge/index.ts';
import { type ReaderMarks, type ReaderText, readMarks, readText } from './reader-document.ts';

export interface ReaderDocument {
  readonly source: Source | undefined;
  readonly text: ReaderText | undefined;
  /** undefined until the mentions and claims of this source were read. */
  readonly marks: ReaderMarks | undefined;
  readonly error: AppError | undefined;
  retry(): void;
}

const noMarks = { found: [], passages: [], rows: [] } as const;

export function useReaderDocument(sourceId: string): ReaderDocument {
  const source = useCall('sources.get', { id: sourceId });
  const words = useCall('sources.text', { id: sourceId });
  const found = useCall('passages.found', { sourceId });
  const passages = useCall('passages.ofSource', { sourceId });
  const claims = useCall('claims.ofSource', { sourceId });
  const body = words.data?.id === sourceId ? words.data.text : undefined;
  const text = useMemo(() => (body === undefined ? undefined : readText(body)), [body]);
  const isOther = found.isPlaceholderData || passages.isPlaceholderData || claims.isPlaceholderData;
  const hasAll = found.data !== undefined && passages.data !== undefined && claims.data !== undefined && !isOther;
  const [foundList, passageList, rows] = hasAll
    ? [found.data.found, passages.data.passages, claims.data.rows]
    : [noMarks.found, noMarks.passages, noMarks.rows];
  const marks = useMemo(
    () => (text === undefined || !hasAll ? undefined : readMarks(text, { sourceId, found: foundList, passages: passageList, rows })),
    [text, hasAll, sourceId, foundList, passageList, rows],
  );
  const failed = [source, words, found, passages, claims].find((query) => query.isError);
  return {
    source: source.data?.id === sourceId ? source.data : undefined,
    text,
    marks,
    error: failed?.error ?? undefined,
    retry: () => void failed?.refetch(),
  };
}
