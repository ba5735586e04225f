// Verbs of the bibliography: lines of references, and the formats that reference managers exchange.
import { bibliographyFormats } from '../../shared/features/sources/bibliography/contract.ts';
import { citationStyles } from '../../shared/features/sources/bibliography/lines.ts';
import { readStdin, readText } from './files.ts';
import { type Options, UsageError } from './parse.ts';
import type { CommandSession } from './session.ts';
import { answer, findSource, needed, type Verb } from './verb.ts';
import { words } from './words.ts';

export const bibliographyVerbs: Readonly<Record<string, Verb>> = {
  async cite({ app }, [source], { options }) {
    const style = oneOf(citationStyles, options.style ?? 'apa', '--style');
    const { lines } = await app.ask('sources.cite', { style, ...(await chosenSource({ app }, source)) });
    return answer(lines, (list) => list.map((line) => line.text).join('\n'));
  },
  async bibliography({ app }, [source], { options }) {
    const format = oneOf(bibliographyFormats, options.format ?? 'csl', '--format');
    const { items, text } = await app.ask('sources.bibliography', { format, ...(await chosenSource({ app }, source)) });
    return { json: format === 'csl' ? items : { format, text }, text: text.trimEnd() };
  },
  async 'read-bibliography'({ app }, [path]) {
    const text = path === '-' ? await readStdin() : readText(needed(path, 'Which bibliography? Give a .json, .bib or .ris file, or - for stdin.'));
    const read = await app.ask('sources.readBibliography', { text });
    const told = { ...read, unmatched: read.unmatched.map(({ title, why }) => ({ title, why: words(why) })) };
    return answer(told, ({ matched, unmatched }) =>
      [
        `${matched.length} sources recognised, ${unmatched.length} entries of no source here`,
        ...matched.map((one) => `  ${one.title}: by ${one.by}${one.filled.length === 0 ? '' : `, filled ${one.filled.join(', ')}`}`),
        ...unmatched.map((one) => `  not taken: ${one.title}: ${one.why}`),
      ].join('\n'),
    );
  },
};

async function chosenSource({ app }: Pick<CommandSession, 'app'>, name: Options['source']): Promise<{ ids?: string[] }> {
  return name === undefined ? {} : { ids: [(await findSource({ app }, name)).id] };
}

function oneOf<T extends string>(list: readonly T[], word: string, option: string): T {
  const found = list.find((one) => one === word);
  if (found === undefined) throw new UsageError(`${option} is ${list.join(', ')}; not “${word}”.`);
  return found;
}
