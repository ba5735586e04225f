// One error class and one closed set of codes for every layer and both transports. The message is written for the
// user: what happened, what was kept, what to do. `details` is JSON-safe.

export const errorCodes = [
  'invalid-input',
  'not-found',
  'conflict',
  'cancelled',
  'read-only',
  'locked',
  'disk-full',
  'damaged',
  'newer-workbook',
  'not-a-workbook',
  'limit',
  'unreadable',
  'passage-not-found',
  'passage-ambiguous',
  'no-workbook',
  'unexpected',
] as const;
export type ErrorCode = (typeof errorCodes)[number];
export type ErrorDetails = Readonly<Record<string, unknown>>;

export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

export interface ErrorShape {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: ErrorDetails;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorShape };

/** The shape that crosses a process boundary. Unknown errors keep no stack and no path: their text may name files. */
export function toErrorShape(error: unknown): ErrorShape {
  if (error instanceof AppError) return { code: error.code, message: error.message, details: error.details };
  return { code: 'unexpected', message: 'Something failed inside Assay. Nothing of this step was kept; what was saved before is safe.', details: {} };
}

export function fromErrorShape(shape: ErrorShape): AppError {
  return new AppError(shape.code, shape.message, shape.details);
}

/** Proves to the compiler that a switch covers every case. */
export function assertNever(value: never): never {
  throw new AppError('unexpected', `unhandled case ${String(value)}`);
}
