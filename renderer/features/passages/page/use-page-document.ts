import { useEffect, useState } from 'react';
import type { AppError } from '../../../../shared/errors.ts';
import type { PDFDocumentProxy } from './page-document.ts';

export interface PageDocument {
  readonly document: PDFDocumentProxy | undefined;
  readonly error: AppError | undefined;
  retry(): void;
}

/** Opens the file of a source for as long as its pages are shown. `version` is the digest of its bytes. */
export function usePageDocument(sourceId: string, version: string | undefined): PageDocument {
  const [state, setState] = useState<Omit<PageDocument, 'retry'>>({ document: undefined, error: undefined });
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version of the file, and another try, are opened anew
  useEffect(() => {
    if (version === undefined) return;
    let isOver = false;
    let close = () => {};
    const fail = (error: AppError) => isOver || setState({ document: undefined, error });
    setState({ document: undefined, error: undefined });
    void import('./page-document.ts').then(({ openPages }) => {
      if (isOver) return;
      const pages = openPages({ sourceId, onFailure: fail });
      close = pages.close;
      pages.document.then((document) => isOver || setState({ document, error: undefined }), fail);
    });
    return () => {
      isOver = true;
      close();
    };
  }, [sourceId, version, tries]);
  return { ...state, retry: () => setTries(tries + 1) };
}
