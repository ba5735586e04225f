// The file of a source as pages that can be drawn. It comes piece by piece, as far as the pages in view need it; letters,
// fonts and decoders lie beside our own pages. Nothing that the file brings is run.
import { getDocument, PDFDataRangeTransport, type PDFDocumentProxy, PDFWorker, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { AppError } from '../../../../shared/errors.ts';
import { call, fromBase64 } from '../../../bridge/index.ts';

export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Bytes asked for at once; what is at hand after the first piece is often the whole file. */
const pieceBytes = 256 * 1024;

export interface OpenPages {
  readonly document: Promise<PDFDocumentProxy>;
  /** Ends all work on the file. */
  close(): void;
}

export interface OpenPagesOptions {
  readonly sourceId: string;
  /** A piece of the file could not be had after the document was opened: pages that need it stay empty. */
  onFailure(error: AppError): void;
}

/** `document` rejects with an AppError. */
export function openPages({ sourceId, onFailure }: OpenPagesOptions): OpenPages {
  const port = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
  const worker = PDFWorker.create({ port, verbosity: VerbosityLevel.ERRORS });
  const closing = new AbortController();
  const read: ReadPiece = (offset) => readPiece(sourceId, offset, closing.signal);
  const fail = (error: unknown) => {
    if (!closing.signal.aborted) onFailure(asRefusal(error));
  };
  return {
    document: opened(worker, read, fail),
    close() {
      closing.abort();
      worker.destroy();
      port.terminate();
    },
  };
}

async function opened(worker: PDFWorker, read: ReadPiece, onFailure: (error: unknown) => void): Promise<PDFDocumentProxy> {
  const first = await read(0);
  const part = (name: string) => new URL(`pdf/${name}/`, document.baseURI).href;
  const task = getDocument({
    ...(first.isLast ? { data: first.bytes } : { range: rangesOf(first, read, onFailure), rangeChunkSize: pieceBytes }),
    worker,
    cMapUrl: part('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: part('standard_fonts'),
    wasmUrl: part('wasm'),
    useWasm: false,
    useSystemFonts: false,
    disableAutoFetch: true,
    disableStream: true,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  return task.promise.catch((error: unknown) => Promise.reject(asRefusal(error)));
}

function asRefusal(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError('unreadable', 'passages.pagesNotShown');
}

interface Piece {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sizeBytes: number;
  readonly isLast: boolean;
}
type ReadPiece = (offset: number) => Promise<Piece>;

async function readPiece(sourceId: string, offset: number, signal: AbortSignal): Promise<Piece> {
  const { data, sizeBytes, isLast } = await call('sources.content', { id: sourceId, offset, count: pieceBytes }, { signal });
  return { bytes: fromBase64(data), sizeBytes, isLast };
}

function rangesOf(first: Piece, read: ReadPiece, onFailure: (error: unknown) => void): PDFDataRangeTransport {
  const ranges = new PDFDataRangeTransport(first.sizeBytes, first.bytes);
  ranges.requestDataRange = (begin, end) => void readRange(read, begin, end).then((bytes) => ranges.onDataRange(begin, bytes), onFailure);
  return ranges;
}

async function readRange(read: ReadPiece, begin: number, end: number): Promise<Uint8Array> {
  const whole = new Uint8Array(end - begin);
  for (let at = begin; at < end; at += pieceBytes) whole.set((await read(at)).bytes.subarray(0, end - at), at - begin);
  return whole;
}
