// One typed frame to the core and its answer. Every failure arrives as an AppError.
import type { Input, Method, Output } from '../../shared/contract.ts';
import { AppError, type ErrorShape, errorCodes, fromErrorShape } from '../../shared/errors.ts';
import type { Address } from '../../shared/rpc.ts';
import { whenConnected } from './connection.ts';
import { type Link, openLink } from './transport.ts';

export const connectTimeoutMs = 8000;
let opening: Promise<Link> | undefined;

export function link(): Promise<Link> {
  opening ??= openLink();
  return opening;
}

function isErrorShape(value: unknown): value is ErrorShape {
  if (typeof value !== 'object' || value === null) return false;
  const shape = value as Partial<ErrorShape>;
  return typeof shape.key === 'string' && errorCodes.some((code) => code === shape.code);
}

/** Errors of the core carry their shape as `data`; anything else is a broken connection. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const data = typeof error === 'object' && error !== null ? (error as { data?: unknown }).data : undefined;
  if (isErrorShape(data)) return fromErrorShape({ ...data, details: data.details ?? {} });
  return new AppError('unexpected', 'connection.lost', { isConnection: true });
}

export function isConnectionError(error: unknown): boolean {
  return error instanceof AppError && error.details.isConnection === true;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Another workbook than the one that is worked on, or a past state. */
  readonly address?: Address;
}

export async function send<M extends Method>(method: M, input: Input<M>, { address = {}, ...options }: CallOptions = {}): Promise<Output<M>> {
  try {
    const open = await link();
    await whenConnected(connectTimeoutMs);
    return (await open.call(method.split('.'), { input, ...address }, { context: {}, ...options })) as Output<M>;
  } catch (error) {
    throw toAppError(error);
  }
}
