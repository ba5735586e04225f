// Verbs on passages: a newer text of their source, where they stand now, and what is decided of those in doubt.
import type { Input, Output } from '../../shared/contract.ts';
import { type Found, mostFoundLength } from '../../shared/features/passages/contract.ts';
import { anchorStateSchema, type Passage } from '../../shared/features/passages/model.ts';
import { holdFile, readStdin, readText } from './files.ts';
import { type Options, UsageError } from './parse.ts';
import type { CommandSession } from './session.ts';
import { type Answer, answer, findSource, needed, type Verb } from './verb.ts';
import { words } from './words.ts';

export const passageVerbs: Readonly<Record<string, Verb>> = {
  async found({ app }, [source]) {
    const { id } = await findSource({ app }, source);
    const found: Found[] = [];
    for (let start = 0; ; start += mostFoundLength) {
      const part = await app.ask('passages.found', { sourceId: id, start });
      found.push(...part.found);
      if (found.length >= part.total) return answer(found, sayFound);
    }
  },
  async replace({ app, files }, [source, path], { options }) {
    const { id } = await findSource({ app }, source);
    const file = holdFile(files, needed(path, 'Which file holds the newer version?'));
    return answerReplaced(await app.ask('sources.replace', { id, file, ...(options.date === undefined ? {} : { date: options.date }) }));
  },
  async versions({ app }, [source]) {
    const { id } = await findSource({ app }, source);
    const { versions } = await app.ask('sources.versions', { id });
    return answer(versions, (list) => list.map((one) => `${one.at}  ${one.textSha256}${one.isCurrent ? '  (now)' : ''}`).join('\n'));
  },
  async anchors({ app }, _words, { options }) {
    const sources = options.source === undefined ? await allSources({ app }) : [await findSource({ app }, options.source)];
    const state = options.state === undefined ? undefined : chosenState(options.state);
    const lists = await Promise.all(sources.map(({ id }) => app.ask('passages.ofSource', { sourceId: id })));
    const passages = lists.flatMap((list) => list.passages).filter((passage) => state === undefined || passage.state === state);
    return answer(passages, (list) => list.map(sayPassage).join('\n'));
  },
  async coverage({ app }) {
    return answer(
      await app.ask('passages.coverage', {}),
      ({ sources, found, captured, setAside }) => `${captured} of ${found} captured, ${setAside} not relevant, in ${sources} sources`,
    );
  },
  async annotate({ app }, [path]) {
    const json = path === '-' || path === undefined ? await readStdin() : readText(path);
    const read = await app.ask('passages.importAnnotations', { json });
    const told = { ...read, unplaced: read.unplaced.map(({ annotation, why }) => ({ annotation, why: words(why) })) };
    return answer(
      told,
      ({ kept, known, passages, unplaced }) =>
        `${kept} kept, ${known} known already; ${passages.length} passages; ${unplaced.length} without a place in a source`,
    );
  },
  async annotations({ app }, _words, { options }) {
    const source = options.source === undefined ? {} : { sourceId: (await findSource({ app }, options.source)).id };
    const { documents } = await app.ask('passages.annotations', source);
    return { json: documents, text: JSON.stringify(documents, null, 2) };
  },
  async anchor({ app }, [id], { options }) {
    const settled = await app.ask('passages.settle', { id: needed(id, 'Which passage?'), ...decisionOf(options) });
    return answer(settled, sayPassage);
  },
};

/** The contract gives the sources in windows. */
async function allSources({ app }: Pick<CommandSession, 'app'>): Promise<readonly { readonly id: string }[]> {
  const all: { readonly id: string }[] = [];
  for (;;) {
    const { rows, total } = await app.ask('sources.window', { start: all.length, count: 500 });
    all.push(...rows);
    if (rows.length === 0 || all.length >= total) return all;
  }
}

function decisionOf({ accept, lost, start, end }: Options): Omit<Input<'passages.settle'>, 'id'> {
  if (lost) return { decision: 'lost' };
  if (start !== undefined || end !== undefined) return { decision: 'place', start: Number(start), end: Number(end) };
  if (accept) return { decision: 'accept' };
  throw new UsageError('What is decided? --accept, --start N --end N, or --lost.');
}

function chosenState(word: string): Passage['state'] {
  const parsed = anchorStateSchema.safeParse(word);
  if (!parsed.success) throw new UsageError('--state is same, moved, changed or lost.');
  return parsed.data;
}

function sayPassage({ id, state, score, isPending, exact, was }: Passage): string {
  const before = was === null || was.exact === exact ? '' : `  (was: ${was.exact})`;
  return `${id}  ${state.padEnd(7)}  ${String(score).padStart(3)}${isPending ? ' ?' : '  '}  ${exact}${before}`;
}

/** A newer text, with the warnings of its reader in words. */
export function answerReplaced(replaced: Output<'sources.replace'>): Answer {
  return { json: { ...replaced, warnings: replaced.warnings.map(words) }, text: sayReplaced(replaced) };
}

function sayReplaced({ title, isUnchanged, counts, passages }: Output<'sources.replace'>): string {
  if (isUnchanged) return `${title} has the same text as before.`;
  const { same, moved, changed, lost } = counts;
  const open = passages
    .filter((passage) => passage.isPending)
    .map(({ id, state, exact, was }) => `  ${id}  ${state}: ${was === exact ? was : `${was} → ${exact}`}`);
  return [`${title}: ${same} passages at their place, ${moved} moved, ${changed} changed, ${lost} lost`, ...open].join('\n');
}

function sayFound(list: readonly Found[]): string {
  return list.map((one) => `${String(one.start).padStart(7)}  ${one.captured ? '●' : '○'} ${one.type.padEnd(6)}  ${one.exact}`).join('\n');
}
