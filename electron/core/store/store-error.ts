import { AppError } from '../../../shared/errors.ts';

/** Turns what the driver and the disk say into an error that a user can act on. */
export function asStoreError(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error) || !('code' in error)) return error;
  const code = String(error.code);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT')
    return new AppError('disk-full', 'The disk is full. Nothing of this step was kept; what was saved before is safe.');
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return new AppError('read-only', 'This place cannot be written to. Nothing was changed.');
  }
  if (code === 'ENAMETOOLONG') return new AppError('invalid-input', 'This name is too long for a file. Nothing was changed. Choose a shorter one.');
  if (code.startsWith('SQLITE_BUSY')) return new AppError('locked', 'The workbook is in use by another program. Nothing was changed.');
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return new AppError('damaged', 'The workbook is damaged. It was left as it is. Restore a backup.');
  if (code.startsWith('SQLITE_IOERR') || code === 'SQLITE_CANTOPEN' || 'syscall' in error) {
    return new AppError('read-only', 'The disk could not be read or written. Nothing of this step was kept.');
  }
  return error;
}

/** The history of a workbook is not what was written. */
export function damagedHistory(edit: number): AppError {
  return new AppError('damaged', 'store.historyDamaged', { edit });
}
