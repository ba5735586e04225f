// Verbs on second readings and track records.
import { resolve } from 'node:path';
import Papa from 'papaparse';
import type { Input, Output } from '../../shared/contract.ts';
import { agreementOf, levels } from '../../shared/features/readings/alpha.ts';
import { outcomeTakes } from '../../shared/features/readings/model.ts';
import { message } from '../../shared/message.ts';
import { holdFile, readText, takeDownload } from './files.ts';
import { writeOutput } from './outputs.ts';
import { type Command, UsageError } from './parse.ts';
import { newWorkbookPath } from './share-verb.ts';
import { type Answer, answer, listed, needed, sourcesNamed, type Verb } from './verb.ts';
import { words } from './words.ts';

type Fields = Output<'readings.agreement'>['fields'];

export const readingVerbs: Readonly<Record<string, Verb>> = {
  async nothing({ app }, [passage]) {
    const chosen = needed(passage, 'Which passage holds nothing? Give its id, or all.');
    const marked = await app.ask('readings.nothing', chosen === 'all' ? {} : { passage: chosen });
    return answer(marked, (one) => `${one.marked} passages hold nothing`);
  },
  async second({ app, files }, [share]) {
    const file = holdFile(files, resolve(needed(share, 'Which share came back?')));
    const taken = await app.ask('readings.second', { share: file });
    return answer(taken, (one) => (one.already ? 'Nothing new in it.' : `${one.read} passages read again, ${one.missing} not reached`));
  },
  async agreement({ app }) {
    const found = await app.ask('readings.agreement', {});
    return answer(found, ({ fields, cases }) =>
      [
        sayFields(fields),
        ...cases.map(({ id, kind, exact, outcome }) => `${id}  ${kind}  ${exact}${outcome === null ? '' : `  settled: ${outcome.take}`}`),
      ].join('\n'),
    );
  },
  async settle({ app }, [id, word], { options }) {
    const take = outcomeTakes.find((one) => one === word);
    if (take === undefined) throw new UsageError(`Settle it how? ${outcomeTakes.join(', ')}.`);
    const settled = await app.ask('readings.settle', {
      case: needed(id, 'Which case? “assay agreement FILE” lists them.'),
      take,
      why: needed(options.why, 'It needs a reason: --why TEXT'),
    });
    return answer(settled, (one) => `${one.kind}: ${one.outcome?.take ?? ''}`);
  },
  async track({ app }, _words, { options }) {
    const { source, speaker, origin } = options;
    const asked = { source, speaker, origin };
    const { records } = await app.ask('track.list', Object.fromEntries(Object.entries(asked).filter(([, name]) => name !== undefined)));
    return answer(records, (list) =>
      list
        .map(({ name, figures, adopted, rejected, corrected, contradicted }) =>
          words(message('readings:track', { name, figures, adopted, rejected, corrected, contradicted })),
        )
        .join('\n'),
    );
  },
};

/** `agreement T.csv`: a row a unit, a column a reader, the first row their names. */
export function agreementOfTable({ words: [path], options }: Command): Answer {
  const level = levels.find((one) => one === (options.level ?? 'nominal'));
  if (level === undefined) throw new UsageError(`--level is ${levels.join(', ')}.`);
  const { data } = Papa.parse<string[]>(readText(resolve(path!)).replace(/^\ufeff/, ''));
  const rows = data.slice(1).filter((row, at, all) => at < all.length - 1 || row.some((cell) => cell !== ''));
  const units = rows.map((row) => row.map((cell) => (cell.trim() === '' ? null : cell.trim())));
  return answer({ fields: [{ field: 'table', ...agreementOf(units, level) }] }, ({ fields }) => sayFields(fields));
}

function sayFields(fields: Fields): string {
  const shown = (value: number | null) => (value === null ? '–' : value.toFixed(3));
  return fields
    .map(({ field, n, agree, alpha, low, high }) => `${field.padEnd(12)} ${agree} of ${n}  alpha ${shown(alpha)}  ${shown(low)} to ${shown(high)}`)
    .join('\n');
}

export const blindShare: Verb = async (session, [out], { options }) => {
  const path = newWorkbookPath(needed(out, 'Where to? Give a new file ending in .assay.'));
  const number = (text: string | undefined, option: string) => {
    if (text !== undefined && !/^\d+$/.test(text)) throw new UsageError(`--${option} takes a whole number.`);
    return text === undefined ? undefined : Number(text);
  };
  const asked = {
    sources: await sourcesNamed(session, listed(options.source)),
    report: options.report,
    sample: number(options.draw, 'draw'),
    seed: number(options.seed, 'seed'),
  };
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as Input<'readings.share'>;
  const made = await session.app.ask('readings.share', given);
  const written = writeOutput(path, takeDownload(session.files, made.download), { isForced: false });
  return answer(
    { path: written, sources: made.sources, passages: made.passages },
    (one) => `${one.passages} passages of ${one.sources} sources, to be read blind`,
  );
};
