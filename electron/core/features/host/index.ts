// Files on their way in and out, in pieces; long work under way.
import { Buffer } from 'node:buffer';
import { pieceBytes } from '../../../../shared/features/host/contract.ts';
import type { Handlers } from '../../dispatch.ts';
import type { Files } from '../../host.ts';
import type { Jobs } from '../../jobs/jobs.ts';

export function createHostHandlers(files: Files, jobs: Jobs): Handlers<'host'> {
  return {
    jobs: () => ({ jobs: jobs.list() }),
    cancelJob: ({ id }) => ({ wasRunning: jobs.cancel(id) }),
    openUpload: (file) => ({ handle: files.open(file) }),
    appendUpload: ({ handle, data }) => ({ receivedBytes: files.append(handle, Buffer.from(data, 'base64')) }),
    dropUpload({ handle }) {
      files.drop(handle);
      return {};
    },
    readDownload({ handle, offset }) {
      const { piece, sizeBytes } = files.read(handle, offset, pieceBytes);
      return { data: Buffer.from(piece).toString('base64'), offset, sizeBytes, isLast: offset + piece.length >= sizeBytes };
    },
  };
}
