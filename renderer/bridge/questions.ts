// Asks the core for answers. Questions of the same moment go in one message, and where an answer is held already only what became
// other in it comes back; what did not is the same object as before.
import type { Reply } from '../../shared/answers.ts';
import { type Json, withDifference } from '../../shared/difference.ts';
import { AppError, fromErrorShape } from '../../shared/errors.ts';
import type { Address } from '../../shared/rpc.ts';
import { whenConnected } from './connection.ts';
import { connectTimeoutMs, link, toAppError } from './send.ts';

/** Answers that are held; the oldest give way. */
const mostHeld = 200;
/** The core takes no more in one message. */
const mostTogether = 400;

interface Held {
  readonly name: string;
  readonly value: Json;
}

interface Waiting {
  readonly method: string;
  readonly input: unknown;
  readonly address: Address;
  readonly key: string;
  /** What is held when it is asked: what became other is told against it. */
  before: Held | undefined;
  resolve(value: unknown): void;
  reject(error: AppError): void;
}

const held = new Map<string, Held>();
let waiting: Waiting[] = [];

/** @throws AppError */
export function ask(method: string, input: unknown, address: Address): Promise<unknown> {
  return new Promise((resolve, reject) => {
    if (waiting.length === 0) setTimeout(sendAll);
    waiting.push({ method, input, address, key: JSON.stringify([method, input, address]), before: undefined, resolve, reject });
  });
}

function sendAll(): void {
  const asked = waiting;
  waiting = [];
  for (let from = 0; from < asked.length; from += mostTogether) void sendTogether(asked.slice(from, from + mostTogether));
}

async function sendTogether(asked: readonly Waiting[]): Promise<void> {
  const open = new Set(asked);
  const questions = asked.map((question, nr) => {
    const { method, input, address, key } = question;
    question.before = held.get(key);
    return { nr, method, input, address, held: question.before?.name ?? null };
  });
  try {
    const rpc = await link();
    await whenConnected(connectTimeoutMs);
    const batches = (await rpc.call(['answers', 'read'], { questions }, { context: {} })) as AsyncIterable<Reply[]>;
    for await (const replies of batches)
      for (const reply of replies) {
        const question = asked[reply.nr]!;
        open.delete(question);
        settle(question, reply);
      }
    if (open.size > 0) throw new AppError('unexpected', 'connection.lost', { isConnection: true });
  } catch (error) {
    for (const question of open) question.reject(toAppError(error));
  }
}

function settle({ key, before, resolve, reject }: Waiting, reply: Reply): void {
  if ('error' in reply) {
    reject(fromErrorShape(reply.error));
    return;
  }
  held.delete(key);
  const value = 'whole' in reply ? reply.whole : 'same' in reply ? before!.value : withDifference(before!.value, reply.difference);
  const name = 'same' in reply ? before!.name : reply.held;
  if (name !== null) held.set(key, { name, value });
  if (held.size > mostHeld) held.delete(held.keys().next().value!);
  resolve(value);
}
