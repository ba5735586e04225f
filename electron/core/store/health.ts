// Whether the open workbook can still be written. A sync client may have replaced the file, the disk may have failed:
// writing then stops until the workbook is opened again, reading and export go on. A full disk is tried again each time.

import { AppError } from '../../../shared/errors.ts';
import { type Message, message } from '../../../shared/message.ts';
import { identityOf } from './identity.ts';
import type { Store, Writing } from './open.ts';
import { asStoreError } from './store-error.ts';

export interface Health {
  /** What keeps the workbook from being written; undefined when nothing does. */
  trouble(): Message | undefined;
  /** Whether only opening it again helps: another file lies in its place, the disk failed, or it is open for reading only. */
  isToBeOpenedAgain(): boolean;
  /** @throws AppError `conflict` or `read-only` */
  assertWritable(): void;
  /** Remembers a failure of the disk: after a failed flush nobody knows what the system kept, so that handle is done with. */
  noteFailure(error: unknown): void;
  /** What was taken back may have left its traces in the journal. */
  noteRollback(): void;
  /** What was committed is acknowledged after this. @throws AppError `conflict` when the file was overwritten meanwhile. */
  noteSuccess(): void;
}

const lossKeys = { gone: 'store.gone', replaced: 'store.replaced', overwritten: 'store.overwritten' } as const;

export function createHealth(path: string, { isReadOnly, writing }: Pick<Store, 'isReadOnly' | 'writing'>): Health {
  const opened = identityOf(path);
  let diskTrouble: Message | undefined;
  let isDone = false;
  let isOverwritten = false;

  function loss(): 'gone' | 'replaced' | 'overwritten' | undefined {
    const now = identityOf(path);
    if (now === opened) return isOverwritten || writing?.watch.isChanged() ? 'overwritten' : undefined;
    return now === undefined ? 'gone' : 'replaced';
  }

  function noteFailure(error: unknown): void {
    if (!(error instanceof AppError)) return;
    if (error.code === 'disk-full') diskTrouble = message('workbook:stopped.diskFull');
    if (error.code === 'read-only' || error.code === 'damaged') {
      diskTrouble = message(error.code === 'damaged' ? 'workbook:stopped.damaged' : 'workbook:stopped.notWritten');
      isDone = true;
    }
  }

  /** The edit is safe in the journal whatever becomes of this. */
  function foldWhereLong(store: Writing): void {
    try {
      store.foldWhereLong();
    } catch (error) {
      noteFailure(asStoreError(error));
    }
  }

  return {
    trouble() {
      if (isReadOnly) return message('workbook:stopped.readOnly');
      switch (loss()) {
        case 'gone':
          return message('workbook:stopped.gone');
        case 'replaced':
          return message('workbook:stopped.replaced');
        case 'overwritten':
          return message('workbook:stopped.overwritten');
        case undefined:
          return diskTrouble;
      }
    },
    isToBeOpenedAgain: () => isReadOnly || isDone || loss() === 'replaced' || loss() === 'overwritten',
    assertWritable() {
      if (isReadOnly) throw new AppError('read-only', 'store.openReadOnly');
      const lost = loss();
      if (lost !== undefined) throw new AppError('conflict', lossKeys[lost]);
      writing?.assertLocked();
      if (isDone) throw new AppError('read-only', 'store.failedBefore');
    },
    noteFailure,
    noteRollback() {
      if (writing !== undefined && !writing.watch.isOverwritten()) writing.watch.settle();
    },
    noteSuccess() {
      if (!isDone) diskTrouble = undefined;
      if (writing === undefined) return;
      isOverwritten ||= writing.watch.isOverwritten();
      if (isOverwritten) throw new AppError('conflict', 'store.overwritten');
      foldWhereLong(writing);
      writing.watch.settle();
    },
  };
}
