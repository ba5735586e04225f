// Answers questions that a page asks together. The core keeps the last answers as text: a page that asks again is told only what
// became other.
import { randomUUID } from 'node:crypto';
import type { Question, Reply } from '../../shared/answers.ts';
import { findCall } from '../../shared/contract.ts';
import { differenceOf, type Json } from '../../shared/difference.ts';
import { AppError, type Result, toErrorShape } from '../../shared/errors.ts';
import type { Address } from '../../shared/rpc.ts';
import type { App } from '../core/app.ts';
import type { Line } from './turns.ts';

/** Characters of one answer, and of all together, that are kept. */
const longestKept = 8_000_000;
const mostKept = 64_000_000;
/** Replies that are ready are sent together; none waits longer for those that are not. */
const waitMs = 40;

export interface Asked {
  readonly signal: AbortSignal | undefined;
  /** Of the page that asks: each question waits for its turn. */
  readonly line: Pick<Line, 'turn'>;
}

export interface Answers {
  /** Ends when every question has its reply, which come as they are ready. */
  reply(questions: readonly Question[], asked: Asked): AsyncGenerator<Reply[]>;
}

export function createAnswers(app: Pick<App, 'call'>): Answers {
  const kept = createKept();

  async function ask({ method, input, address }: Question): Promise<Result<unknown>> {
    if (findCall(method)?.kind === 'query') return app.call(method, input, address as Address);
    return { ok: false, error: toErrorShape(new AppError('invalid-input', 'calls.noQuery', { call: method })) };
  }

  /** Whatever happens there is a reply: a page waits for each. */
  async function replyTo(question: Question): Promise<Reply> {
    try {
      return await readReply(question);
    } catch (error) {
      return { nr: question.nr, error: toErrorShape(error) };
    }
  }

  async function readReply(question: Question): Promise<Reply> {
    const { nr, held } = question;
    const result = await ask(question);
    if (!result.ok) return { nr, error: result.error };
    const text = JSON.stringify(result.value);
    const before = held === null ? undefined : kept.text(held);
    if (before === text) return { nr, same: true };
    const whole = result.value as Json;
    if (before === undefined) return { nr, held: kept.keep(text), whole };
    const difference = differenceOf(JSON.parse(before) as Json, JSON.parse(text) as Json);
    kept.drop(held!);
    const name = kept.keep(text);
    if (name === null || difference === undefined || JSON.stringify(difference).length >= text.length) return { nr, held: name, whole };
    return { nr, held: name, difference };
  }

  return {
    async *reply(questions, { signal, line }) {
      const ready: Reply[] = [];
      let open = questions.length;
      let wake = () => {};
      void (async () => {
        const [quick, slow] = inOrder(questions);
        for (const question of [...quick, ...slow]) {
          // What is ready goes out before the first that may take long.
          if (question === slow[0] && quick.length > 0) {
            await nextTurn();
            wake();
            await nextTurn();
          }
          await line.turn();
          if (signal?.aborted) return;
          void replyTo(question).then((reply) => {
            ready.push(reply);
            open -= 1;
            if (open === 0) wake();
          });
        }
      })();
      while (!signal?.aborted && open + ready.length > 0) {
        if (open > 0)
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, waitMs);
            wake = () => {
              clearTimeout(timer);
              resolve();
            };
          });
        if (ready.length > 0) yield ready.splice(0);
      }
    },
  };
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Those that read nothing of the workbook, such as settings, never wait for those that do. */
function inOrder(questions: readonly Question[]): [Question[], Question[]] {
  const isQuick = ({ method }: Question) => Object.keys(findCall(method)?.reads ?? { unknown: 'all' }).length === 0;
  return [questions.filter(isQuick), questions.filter((question) => !isQuick(question))];
}

interface Kept {
  text(name: string): string | undefined;
  /** Null for what is too long. */
  keep(text: string): string | null;
  drop(name: string): void;
}

/** The texts that were used last. */
function createKept(): Kept {
  const texts = new Map<string, string>();
  // A page outlives a core that had to be started again: what that one kept must not be taken for an answer of this one.
  const life = randomUUID();
  let length = 0;
  let last = 0;
  function drop(name: string): void {
    length -= texts.get(name)?.length ?? 0;
    texts.delete(name);
  }
  return {
    text(name) {
      const text = texts.get(name);
      if (text === undefined) return undefined;
      texts.delete(name);
      texts.set(name, text);
      return text;
    },
    keep(text) {
      if (text.length > longestKept) return null;
      last += 1;
      const name = `${life}.${last}`;
      texts.set(name, text);
      length += text.length;
      while (length > mostKept) drop(texts.keys().next().value!);
      return name;
    },
    drop,
  };
}
