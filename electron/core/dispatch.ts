// Every call comes through here, whatever carried it: the name is looked up in the contract, the input is checked against
// its strict schema, a command gets its edit, and whatever goes wrong leaves as one typed error.

import type { z } from 'zod';
import { type Contract, type FeatureName, findCall, type Method, type Output, type ParsedInput } from '../../shared/contract.ts';
import { AppError, type Result, toErrorShape } from '../../shared/errors.ts';
import { asIssue, issueMessage } from '../../shared/issues.ts';
import { type Address, addressSchema } from '../../shared/rpc.ts';
import type { EditEngine, EditScope } from './edits/edits.ts';
import type { Log } from './host.ts';
import { withStayingIds } from './merge/aliases.ts';
import { assertSafeInput } from './safe-input.ts';
import { asStoreError } from './store/store-error.ts';

type Answer<M extends Method> = Output<M> | Promise<Output<M>>;

/** What a command answers: a value, or a function that reads it once the edit is committed. */
export type Written<M extends Method> = Output<M> | (() => Output<M>);

/** Work before the edit opens (parsing in a child process) and the write itself, which must not wait. */
export interface Prepared<M extends Method, P> {
  prepare(input: ParsedInput<M>): Promise<P>;
  write(prepared: P, edit: EditScope): Written<M>;
}

// biome-ignore lint/suspicious/noExplicitAny: the prepared value is private to one handler.
export type CommandHandler<M extends Method> = ((input: ParsedInput<M>, edit: EditScope) => Written<M>) | Prepared<M, any>;
export type PlainHandler<M extends Method> = (input: ParsedInput<M>) => Answer<M>;

type KindOf<F extends FeatureName, V extends keyof Contract[F]> = Contract[F][V] extends { kind: infer K } ? K : never;
/** The handlers of one feature: a command receives its edit. */
export type Handlers<F extends FeatureName> = {
  readonly [V in keyof Contract[F] & string]: `${F}.${V}` extends infer M extends Method
    ? KindOf<F, V> extends 'command'
      ? CommandHandler<M>
      : PlainHandler<M>
    : never;
};

export type HandlerTable = { readonly [F in FeatureName]?: Handlers<F> };

type LooseHandler = ((input: unknown, edit?: EditScope) => unknown) | Prepared<Method, unknown>;

export interface DispatchOptions {
  /** What answers calls with this address. @throws AppError `not-found` where no such workbook is open */
  target(address: Address): Target;
  readonly log: Log;
}

export interface Target {
  readonly handlers: HandlerTable;
  /** Undefined where nothing can be written: no workbook is open, or it is a past state or only looked at. */
  readonly edits: EditEngine | undefined;
  /** Ids under which records are still found that were united with others. */
  readonly aliases?: (() => ReadonlyMap<string, string>) | undefined;
  /** Why nothing can be written, where a workbook is there. */
  readonly refusal?: AppError | undefined;
}

export function createDispatch(options: DispatchOptions) {
  return async function dispatch(name: string, input: unknown, address: Address = {}): Promise<Result<unknown>> {
    try {
      return { ok: true, value: await answer(options, name, { input, address }) };
    } catch (error) {
      const shape = toErrorShape(asStoreError(error));
      if (shape.code === 'unexpected')
        options.log.error('call failed', { call: name, what: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      return { ok: false, error: shape };
    }
  };
}

async function answer(options: DispatchOptions, name: string, { input, address }: { input: unknown; address: Address }): Promise<unknown> {
  const call = findCall(name);
  if (call === undefined) throw new AppError('not-found', 'calls.unknown', { call: name.slice(0, 80) });
  assertSafeInput(input);
  const given = parseInput(name, call.input, input);
  const { handlers, edits, refusal, aliases } = options.target(parseInput(name, addressSchema, address) as Address);
  const parsed = aliases === undefined ? given : withStayingIds(given, aliases());
  const handler = findHandler(handlers, name);
  if (handler === undefined) throw new AppError('no-workbook', 'workbooks.noneOpen');
  if (call.kind !== 'command') return (handler as (input: unknown) => unknown)(parsed);
  if (refusal !== undefined) throw refusal;
  if (edits === undefined) throw new AppError('no-workbook', 'workbooks.noneOpen');
  const write = typeof handler === 'function' ? (edit: EditScope) => handler(parsed, edit) : await prepare(handler, parsed);
  const { value } = edits.run('change', write);
  return typeof value === 'function' ? value() : value;
}

async function prepare(handler: Prepared<Method, unknown>, input: unknown): Promise<(edit: EditScope) => unknown> {
  const prepared = await handler.prepare(input as never);
  return (edit) => handler.write(prepared, edit);
}

function parseInput(name: string, schema: z.ZodType, input: unknown): unknown {
  const parsed = schema.safeParse(input ?? {});
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.slice(0, 20).map(asIssue);
  throw new AppError('invalid-input', 'calls.invalidInput', { call: name, issue: issueMessage(issues[0]), issues });
}

function findHandler(table: HandlerTable, name: string): LooseHandler | undefined {
  const [feature, verb] = name.split('.') as [FeatureName, string];
  const handlers = table[feature] as Record<string, LooseHandler> | undefined;
  return handlers?.[verb];
}
