// Carries the contract over any message port: one oRPC procedure a call, plus the stream of change events and questions asked
// together. Both shells
// relay the same frames to it, so that they cannot differ.
import { eventIterator, ORPCError, os } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { questionsSchema } from '../../shared/answers.ts';
import { methods } from '../../shared/contract.ts';
import type { Address, ChangeEvent } from '../../shared/rpc.ts';
import { changeEventSchema } from '../../shared/rpc.ts';
import type { App } from '../core/app.ts';
import { createAnswers } from './answers.ts';

type Port = Parameters<RPCHandler<Record<never, never>>['upgrade']>[0];

export function createRpcHandler(app: App): { connect(port: Port): void } {
  const handler = new RPCHandler(routerOf(app));
  return { connect: (port) => handler.upgrade(port) };
}

/** Input and output are checked by dispatch, so the procedures pass them through as they are. */
export function routerOf(app: App) {
  const router: Record<string, Record<string, unknown>> = {};
  for (const name of methods) {
    const [feature, verb] = name.split('.') as [string, string];
    router[feature] ??= {};
    router[feature][verb] = os.handler(async ({ input: frame }) => {
      const { input, ...address } = frameOf(frame);
      const result = await app.call(name, input, address);
      if (!result.ok) throw new ORPCError('BAD_REQUEST', { message: result.error.key, data: result.error });
      return result.value;
    });
  }
  const events = { subscribe: os.output(eventIterator(changeEventSchema)).handler(({ signal }) => eventsOf(app, signal)) };
  const held = createAnswers(app);
  const answers = { read: os.input(questionsSchema).handler(({ input, signal }) => held.reply(input.questions, signal)) };
  return { ...router, events, answers } as { events: typeof events; answers: typeof answers };
}

/** What a page sends: the input of the call, and for which workbook and at which edit. Dispatch checks both. */
function frameOf(frame: unknown): { readonly input: unknown } & Address {
  return typeof frame === 'object' && frame !== null && 'input' in frame ? (frame as { input: unknown } & Address) : { input: frame };
}

async function* eventsOf(app: App, signal: AbortSignal | undefined): AsyncGenerator<ChangeEvent> {
  const waiting: ChangeEvent[] = [];
  let wake = () => {};
  const stop = app.subscribe((event) => {
    // A reader that does not keep up needs only to know that something changed.
    if (waiting.length < 1000) waiting.push(event);
    wake();
  });
  signal?.addEventListener('abort', () => wake(), { once: true });
  try {
    while (!signal?.aborted) {
      const next = waiting.shift();
      if (next !== undefined) yield next;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    stop();
  }
}
