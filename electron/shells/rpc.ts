// Carries the contract over any message port: one oRPC procedure a call, plus the stream of change events and questions asked
// together. Both shells relay the same frames to it, so that they cannot differ.
import { eventIterator, ORPCError, os } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { questionsSchema } from '../../shared/answers.ts';
import { methods } from '../../shared/contract.ts';
import type { Address, ChangeEvent } from '../../shared/rpc.ts';
import { changeEventSchema } from '../../shared/rpc.ts';
import type { App } from '../core/app.ts';
import { createAnswers } from './answers.ts';
import { readFrame, refusalOf } from './frames.ts';
import { createTurns, type Line } from './turns.ts';

/** The part of a message port that is used; that of a worker thread has it. */
export interface FramePort {
  on(event: 'message', listener: (data: unknown) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(data: string): void;
  close(): void;
}

/** What each call knows of the page that asks. */
export interface PageContext {
  readonly line: Line;
  /** Streams of change events that it holds. */
  streams: number;
}

/** A page that sends more than this without waiting for an answer is cut off; it connects again. */
const mostWaiting = 100_000;
const mostWaitingLength = 512 * 1024 * 1024;
/** One a window, and one that is being replaced after a reconnection. */
const mostStreams = 16;

export function createRpcHandler(app: App): { connect(port: FramePort): void } {
  const handler = new RPCHandler(routerOf(app));
  const turns = createTurns();
  return {
    connect(port) {
      const line = turns.line();
      const feed = upgraded(handler, port, { line, streams: 0 });
      let waitingLength = 0;
      port.on('close', () => line.leave());
      port.on('message', async (data) => {
        const length = lengthOf(data);
        waitingLength += length;
        if (line.length() >= mostWaiting || waitingLength > mostWaitingLength) {
          port.close();
          return;
        }
        await line.turn();
        waitingLength -= length;
        const read = readFrame(data);
        if ('frame' in read) feed(read.frame);
        else if (read.id !== undefined) port.postMessage(refusalOf(read.id));
        // Whoever sends what has no beginning speaks another protocol.
        else port.close();
      });
    },
  };
}

/** Gives the protocol's handler a port of its own, which only ever brings frames that were read. */
function upgraded(handler: RPCHandler<PageContext>, port: FramePort, context: PageContext): (frame: object) => void {
  let hear: (event: { data: object }) => void = () => {};
  handler.upgrade(
    {
      postMessage: (data: string) => port.postMessage(data),
      on(event: string, listener: (value?: { data: object }) => void) {
        if (event === 'message') hear = listener;
        else port.on('close', () => listener());
      },
    } as unknown as Parameters<typeof handler.upgrade>[0],
    { context },
  );
  return (frame) => hear({ data: frame });
}

function lengthOf(data: unknown): number {
  return typeof data === 'string' || data instanceof Uint8Array ? data.length : 0;
}

const page = os.$context<PageContext>();

/** Input and output are checked by dispatch, so the procedures pass them through as they are. */
export function routerOf(app: App) {
  const router: Record<string, Record<string, unknown>> = {};
  for (const name of methods) {
    const [feature, verb] = name.split('.') as [string, string];
    router[feature] ??= {};
    router[feature][verb] = page.handler(async ({ input: frame }) => {
      const { input, ...address } = frameOf(frame);
      const result = await app.call(name, input, address);
      if (!result.ok) throw new ORPCError('BAD_REQUEST', { message: result.error.key, data: result.error });
      return result.value;
    });
  }
  const events = {
    subscribe: page.output(eventIterator(changeEventSchema)).handler(({ signal, context }) => {
      if (context.streams >= mostStreams) throw new ORPCError('TOO_MANY_REQUESTS');
      return eventsOf(app, { signal, context });
    }),
  };
  const held = createAnswers(app);
  const answers = {
    read: page.input(questionsSchema).handler(({ input, signal, context }) => held.reply(input.questions, { signal, line: context.line })),
  };
  return { ...router, events, answers } as { events: typeof events; answers: typeof answers };
}

/** What a page sends: the input of the call, and for which workbook and at which edit. Dispatch checks both. */
function frameOf(frame: unknown): { readonly input: unknown } & Address {
  return typeof frame === 'object' && frame !== null && 'input' in frame ? (frame as { input: unknown } & Address) : { input: frame };
}

async function* eventsOf(app: App, { signal, context }: { signal: AbortSignal | undefined; context: PageContext }): AsyncGenerator<ChangeEvent> {
  const waiting: ChangeEvent[] = [];
  let wake = () => {};
  context.streams += 1;
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
    context.streams -= 1;
    stop();
  }
}
