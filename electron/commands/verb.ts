// What a verb of the command line is, and what all of them do alike.
import { AppError } from '../../shared/errors.ts';
import { type Command, UsageError } from './parse.ts';
import type { CommandSession } from './session.ts';

export interface Answer {
  readonly json: unknown;
  readonly text: string;
  readonly exitCode?: number;
}

export type Verb = (session: CommandSession, words: readonly string[], command: Command) => Promise<Answer>;

/** By id, title or file name. @throws AppError `not-found`. */
export async function findSource({ app }: Pick<CommandSession, 'app'>, name: string | undefined): Promise<{ id: string }> {
  const wanted = needed(name, 'Which source?');
  const { rows } = await app.ask('sources.window', { count: 500 });
  const match = rows.find((row) => row.id === wanted) ?? rows.find((row) => row.title === wanted) ?? rows.find((row) => row.fileName === wanted);
  if (match === undefined) throw new AppError('not-found', `There is no source “${wanted}” in this workbook.`);
  return match;
}

export function answer<T>(json: T, text: (value: T) => string): Answer {
  return { json, text: text(json) };
}

export function needed(word: string | undefined, question: string): string {
  if (word === undefined || word === '') throw new UsageError(question);
  return word;
}
