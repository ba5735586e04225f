// Whether the open workbook can still be written. A sync client may have replaced the file, the disk may have failed:
// writing then stops until the workbook is opened again, reading and export go on. A full disk is tried again each time.

import { AppError } from '../../../shared/errors.ts';
import { type Message, message } from '../../../shared/message.ts';
import { identityOf } from './identity.ts';

export interface Health {
  /** What keeps the workbook from being written; undefined when nothing does. */
  trouble(): Message | undefined;
  /** Whether only opening it again helps: another file lies in its place, the disk failed, or it is open for reading only. */
  isToBeOpenedAgain(): boolean;
  /** @throws AppError `conflict` or `read-only` */
  assertWritable(): void;
  /** Remembers a failure of the disk: after a failed flush nobody knows what the system kept, so that handle is done with. */
  noteFailure(error: unknown): void;
  noteSuccess(): void;
}

export function createHealth(path: string, isReadOnly: boolean): Health {
  const opened = identityOf(path);
  let diskTrouble: Message | undefined;
  let isDone = false;

  function loss(): 'gone' | 'replaced' | undefined {
    const now = identityOf(path);
    if (now === opened) return undefined;
    return now === undefined ? 'gone' : 'replaced';
  }

  return {
    trouble() {
      if (isReadOnly) return message('workbook:stopped.readOnly');
      switch (loss()) {
        case 'gone':
          return message('workbook:stopped.gone');
        case 'replaced':
          return message('workbook:stopped.replaced');
        case undefined:
          return diskTrouble;
      }
    },
    isToBeOpenedAgain: () => isReadOnly || isDone || loss() === 'replaced',
    assertWritable() {
      if (isReadOnly) throw new AppError('read-only', 'store.openReadOnly');
      const lost = loss();
      if (lost !== undefined) throw new AppError('conflict', lost === 'gone' ? 'store.gone' : 'store.replaced');
      if (isDone) throw new AppError('read-only', 'store.failedBefore');
    },
    noteFailure(error) {
      if (!(error instanceof AppError)) return;
      if (error.code === 'disk-full') diskTrouble = message('workbook:stopped.diskFull');
      if (error.code === 'read-only' || error.code === 'damaged') {
        diskTrouble = message(error.code === 'damaged' ? 'workbook:stopped.damaged' : 'workbook:stopped.notWritten');
        isDone = true;
      }
    },
    noteSuccess() {
      if (!isDone) diskTrouble = undefined;
    },
  };
}
