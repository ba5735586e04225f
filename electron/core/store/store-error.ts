import { AppError } from '../../../shared/errors.ts';

/** Turns what the driver and the disk say into an error that a user can act on. */
export function asStoreError(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error) || !('code' in error)) return error;
  const code = String(error.code);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return new AppError('disk-full', 'store.diskFull');
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return new AppError('read-only', 'store.notWritable');
  }
  if (code === 'ENAMETOOLONG') return new AppError('invalid-input', 'store.nameTooLong');
  if (code.startsWith('SQLITE_BUSY')) return new AppError('locked', 'store.busy');
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return new AppError('damaged', 'store.damaged');
  if (code.startsWith('SQLITE_IOERR') || code === 'SQLITE_CANTOPEN' || 'syscall' in error) {
    return new AppError('read-only', 'store.diskFailed');
  }
  return error;
}

/** The history of a workbook is not what was written. */
export function damagedHistory(edit: number): AppError {
  return new AppError('damaged', 'edits.damagedHistory', { edit });
}
