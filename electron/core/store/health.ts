// Whether the open workbook can still be written. A sync client may have replaced the file, the disk may have failed:
// writing then stops until the workbook is opened again, reading and export go on. A full disk is tried again each time.
import { AppError } from '../../../shared/errors.ts';
import { identityOf } from './identity.ts';

export interface Health {
  /** What keeps the workbook from being written, in words for the user; undefined when nothing does. */
  trouble(): string | undefined;
  /** Whether only opening it again helps: another file lies in its place, the disk failed, or it is open for reading only. */
  isToBeOpenedAgain(): boolean;
  /** @throws AppError `conflict` or `read-only` */
  assertWritable(): void;
  /** Remembers a failure of the disk: after a failed flush nobody knows what the system kept, so that handle is done with. */
  noteFailure(error: unknown): void;
  noteSuccess(): void;
}

const stopped = 'Nothing is written until the workbook is opened again; you can still read and export.';

export function createHealth(path: string, isReadOnly: boolean): Health {
  const opened = identityOf(path);
  let diskTrouble: string | undefined;
  let isDone = false;

  function replaced(): string | undefined {
    const now = identityOf(path);
    if (now === opened) return undefined;
    return now === undefined ? 'The workbook file has gone from its place.' : 'The workbook file was replaced by another program.';
  }

  return {
    trouble() {
      if (isReadOnly) return 'This workbook is open for reading only: its place takes no writes. You can read and export.';
      const gone = replaced();
      return gone === undefined ? diskTrouble : `${gone} Nothing is written until it is opened again: back up or export what you see first.`;
    },
    isToBeOpenedAgain: () => isReadOnly || isDone || (identityOf(path) !== undefined && replaced() !== undefined),
    assertWritable() {
      if (isReadOnly) throw new AppError('read-only', 'This workbook is open for reading only. Nothing was changed. Save a copy to edit it.');
      const gone = replaced();
      if (gone !== undefined) throw new AppError('conflict', `${gone} Nothing was changed. Export what you see, then open the file again.`);
      if (isDone)
        throw new AppError(
          'read-only',
          'Nothing was changed: writing failed before, and what is kept is not known for sure. Open the workbook again to go on.',
        );
    },
    noteFailure(error) {
      if (!(error instanceof AppError)) return;
      if (error.code === 'disk-full') diskTrouble = 'The disk is full. What was saved is safe; changes are kept again when there is space.';
      if (error.code === 'read-only' || error.code === 'damaged') {
        diskTrouble = `${error.code === 'damaged' ? 'The workbook file is damaged.' : 'The workbook could not be written.'} ${stopped}`;
        isDone = true;
      }
    },
    noteSuccess() {
      if (!isDone) diskTrouble = undefined;
    },
  };
}
