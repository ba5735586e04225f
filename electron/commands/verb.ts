// What a verb of the command line is, and what all of them do alike.
import { AppError } from '../../shared/errors.ts';
import { type Command, UsageError } from './parse.ts';
import type { CommandSession } from './session.ts';
import { warn } from './terminal.ts';

export interface Answer {
  readonly json: unknown;
  readonly text: string;
  readonly exitCode?: number;
}

export type Verb = (session: CommandSession, words: readonly string[], command: Command) => Promise<Answer>;

/** By id, exact title or file name. @throws AppError `not-found`. */
export async function findSource({ app }: Pick<CommandSession, 'app'>, name: string | undefined): Promise<{ id: string }> {
  const wanted = needed(name, 'Which source?');
  const byId = await app.call('sources.get', { id: wanted });
  if (byId.ok) return byId.value as { id: string };
  for (const field of ['title', 'fileName']) {
    const { rows } = await app.ask('sources.window', { filter: [{ field, op: 'equals', value: wanted.slice(0, 1000) }], count: 2 });
    const match = rows.find((row) => row.title === wanted || row.fileName === wanted) ?? rows[0];
    if (match !== undefined) return match;
  }
  throw new AppError('not-found', 'sources.noneNamed', { source: wanted });
}

/** Says beside the answer, where a script does not read it, that the list goes on. */
export function sayLeftOut(listed: number, total: number, how: string): void {
  if (listed < total) warn(`The first ${listed} of ${total} are listed. ${how}`);
}

export function answer<T>(json: T, text: (value: T) => string): Answer {
  return { json, text: text(json) };
}

export function needed(word: string | undefined, question: string): string {
  if (word === undefined || word === '') throw new UsageError(question);
  return word;
}

/** Words apart by commas. */
export function listed(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Ids of sources. A title may hold commas: the whole text is tried first. */
export async function sourcesNamed(session: Pick<CommandSession, 'app'>, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const whole = await findSource(session, names.join(', ')).catch(() => undefined);
  if (whole !== undefined) return [whole.id];
  return Promise.all(names.map(async (name) => (await findSource(session, name)).id));
}
