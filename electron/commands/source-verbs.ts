// Verbs that bring sources in and read them.
import type { Input, Output } from '../../shared/contract.ts';
import { toErrorShape } from '../../shared/errors.ts';
import { type Encoding, encodings } from '../../shared/features/sources/model.ts';
import { messageOf } from '../../shared/in-words.ts';
import { filesUnder, holdFile } from './files.ts';
import { assertOutput, writeOutput } from './outputs.ts';
import { type Options, UsageError } from './parse.ts';
import { answerReplaced } from './passage-verbs.ts';
import * as say from './say.ts';
import type { CommandSession } from './session.ts';
import { warn } from './terminal.ts';
import { type Answer, answer, findSource, needed, type Verb } from './verb.ts';
import { words } from './words.ts';

/** Files that one call takes. */
const mostFiles = 500;

export const sourceVerbs: Readonly<Record<string, Verb>> = {
  add: addSources,
  async text({ app }, [source], { options: { version } }) {
    const { id } = await findSource({ app }, source);
    const found = await app.ask('sources.text', { id, ...(version === undefined ? {} : { version }) });
    return { json: found, text: found.text };
  },
  async file({ app }, [source, out], { options }) {
    const { id } = await findSource({ app }, source);
    const path = needed(out, 'Where to? Give a name for the file.');
    const way = { isForced: options.force ?? false };
    assertOutput(path, way);
    const pieces: Buffer[] = [];
    for (let offset = 0, isLast = false; !isLast; ) {
      const piece = await app.ask('sources.content', { id, offset });
      pieces.push(Buffer.from(piece.data, 'base64'));
      offset += pieces.at(-1)!.length;
      isLast = piece.isLast;
    }
    const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
    return answer({ path: writeOutput(path, pieces, way), bytes }, (one) => `${one.bytes} bytes, as they came`);
  },
  async reread({ app }, [source], { options }) {
    const { id } = await findSource({ app }, source);
    const encoding = chosenEncoding(needed(options.encoding, 'In which encoding? Give --encoding.'));
    return answerReplaced(await app.ask('sources.reread', { id, encoding }));
  },
  async type({ app }, [source, ...typed], { options }) {
    const { id } = await findSource({ app }, source);
    const page = Number(needed(options.page, 'On which page do the words stand? Give --page.'));
    const quote = await app.ask('sources.typeQuote', { id, page, text: needed(typed.join(' '), 'Which words?') });
    return answer(quote, (one) => `typed at ${one.start} to ${one.end}, page ${one.page}`);
  },
};

async function addSources(session: CommandSession, paths: readonly string[], { options }: { options: Options }): Promise<Answer> {
  if (paths.length === 0) throw new UsageError('Which files?');
  const { kept, parts } = filesUnder(paths);
  if (parts > 0) warn(`${parts} files belong to saved pages and are not added by themselves.`);
  const { handles, refused } = holdAll(session, kept);
  const added: Output<'sources.add'>['added'] = [];
  for (let from = 0; from < handles.length; from += mostFiles) {
    const result = await addHeld(session, handles.slice(from, from + mostFiles), options);
    added.push(...result.added);
    refused.push(...result.refused);
  }
  for (const { code, why } of refused) warn(`error: ${code}: ${words(why)}`);
  return { json: added.map(addedInWords), text: say.added(added), exitCode: refused.length > 0 ? 1 : 0 };
}

/** What its reader left out and has to say, in words. */
function addedInWords({ dropped, warnings, ...source }: Output<'sources.add'>['added'][number]) {
  return { ...source, dropped: dropped.map(({ what, text }) => ({ what: words(what), text })), warnings: warnings.map(words) };
}

type Refused = Output<'sources.add'>['refused'][number];

/** One file that cannot be read from the disk does not keep the others out. */
function holdAll({ files }: CommandSession, paths: readonly string[]): { handles: string[]; refused: Refused[] } {
  const handles: string[] = [];
  const refused: Refused[] = [];
  for (const path of paths) {
    try {
      handles.push(holdFile(files, path));
    } catch (error) {
      if (paths.length === 1) throw error;
      const shape = toErrorShape(error);
      refused.push({ file: path, code: shape.code, why: messageOf(shape) });
    }
  }
  return { handles, refused };
}

async function addHeld({ app }: CommandSession, handles: readonly string[], options: Options): Promise<Output<'sources.add'>> {
  const { title, publisher, author, date, grade, encoding } = options;
  const meta = Object.fromEntries(
    Object.entries({ title, publisher, author, publishedOn: date, grade }).filter(([, value]) => value !== undefined),
  ) as Input<'sources.add'>['meta'] & {};
  const stop =
    handles.length > 1 && process.stderr.isTTY === true
      ? app.subscribe(({ type, job }) => type === 'job.progressed' && void showJob(app, job ?? undefined))
      : undefined;
  try {
    return await app.ask('sources.add', { files: [...handles], meta, ...(encoding === undefined ? {} : { encoding: chosenEncoding(encoding) }) });
  } finally {
    stop?.();
  }
}

async function showJob(app: CommandSession['app'], id: string | undefined): Promise<void> {
  const { jobs } = await app.ask('host.jobs', {});
  const job = jobs.find((one) => one.id === id);
  if (job !== undefined && job.what !== '') warn(`${job.done} of ${job.total}  ${job.what}`);
}

function chosenEncoding(name: string): Encoding {
  const found = encodings.find((one) => one === name.toLowerCase());
  if (found === undefined) throw new UsageError(`--encoding is one of ${encodings.join(', ')}.`);
  return found;
}
