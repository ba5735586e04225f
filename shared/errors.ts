// One error class and one closed set of codes for every layer and both transports. An error carries no sentence: `key` names
// one of `resources/locales/*/errors.json` (what happened, what was kept, what to do) and `details`, JSON-safe, fills it in.

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
  'no-value',
  'unit',
  'circle',
  'unsettled',
  'blind',
  'not-own',
  'unexpected',
] as const;
export type ErrorCode = (typeof errorCodes)[number];
export type ErrorDetails = Readonly<Record<string, unknown>>;

export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly key: string;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, key: string, details: ErrorDetails = {}) {
    super(key);
    this.code = code;
    this.key = key;
    this.details = details;
  }
}

export interface ErrorShape {
  readonly code: ErrorCode;
  readonly key: string;
  readonly details: ErrorDetails;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorShape };

/** The shape that crosses a process boundary. Unknown errors keep no stack and no path: their text may name files. */
export function toErrorShape(error: unknown): ErrorShape {
  if (error instanceof AppError) return { code: error.code, key: error.key, details: error.details };
  return { code: 'unexpected', key: 'unexpected', details: {} };
}

export function fromErrorShape(shape: ErrorShape): AppError {
  return new AppError(shape.code, shape.key, shape.details);
}

/** Proves to the compiler that a switch covers every case. */
export function assertNever(value: never): never {
  throw new AppError('unexpected', 'unexpected', { unhandled: String(value) });
}
