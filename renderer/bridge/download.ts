import { fromBase64 } from './base64.ts';
import { call } from './call.ts';

export interface Download {
  readonly download: string;
  readonly name: string;
  readonly mediaType: string;
}

/** Reads a file that the core made and gives it to the browser to save. */
export async function saveDownload({ download, name, mediaType }: Download): Promise<void> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (let isLast = false; !isLast; ) {
    const piece = await call('host.readDownload', { handle: download, offset });
    const bytes = fromBase64(piece.data);
    pieces.push(bytes);
    offset += bytes.length;
    isLast = piece.isLast || bytes.length === 0;
  }
  saveBlob(new Blob(pieces, { type: mediaType }), name);
}

export function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
