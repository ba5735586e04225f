// Verbs on reports.
import type { Input, Output } from '../../shared/contract.ts';
import { reportFormats } from '../../shared/features/reports/contract.ts';
import { message } from '../../shared/message.ts';
import { readStdin, takeDownload } from './files.ts';
import { assertOutput, writeOutput } from './outputs.ts';
import { type Options, UsageError } from './parse.ts';
import type { CommandSession } from './session.ts';
import { type Answer, answer, needed, type Verb } from './verb.ts';
import { words } from './words.ts';

type Report = Output<'reports.get'>;

export const reportVerbs: Readonly<Record<string, Verb>> = {
  async reports({ app }) {
    const { reports } = await app.ask('reports.list', {});
    return answer(reports, (list) => list.map(({ name, unsettled, typed }) => words(message('reports:line', { name, unsettled, typed }))).join('\n'));
  },
  async report({ app }, [name], { options }) {
    const report = needed(name, 'Which report? “assay reports FILE” lists them.');
    const { write, take, keep, why, check, markdown, lang } = options;
    if ([write, take, keep, check, markdown].filter((one) => one !== undefined).length > 1)
      throw new UsageError('One at a time: --check, --write -, --take LOCK, --keep LOCK or --markdown.');
    if (write !== undefined) {
      if (write !== '-') throw new UsageError('--write reads Markdown from stdin: assay report FILE NAME --write - < note.md');
      const given = lang === undefined ? {} : { lang: lang as Input<'reports.write'>['lang'] };
      return told(await app.ask('reports.write', { report, markdown: await readStdin(), ...given }));
    }
    if (take !== undefined) return told(await app.ask('reports.take', { report, lock: take }));
    if (keep !== undefined)
      return told(await app.ask('reports.keep', { report, lock: keep, why: needed(why, 'What is kept needs a reason: --why TEXT') }));
    const found = await app.ask('reports.get', { report });
    if (markdown) return answer({ markdown: found.markdown }, (one) => one.markdown.trimEnd());
    return { ...told(found), exitCode: check && found.coverage.unsettled > 0 ? 1 : 0 };
  },
};

export async function exportReport({ app, files }: CommandSession, path: string, format: string, options: Options): Promise<Answer> {
  const known = reportFormats.find((one) => one === format);
  if (known === undefined) throw new UsageError(`A report goes out as .${reportFormats.join(', .')}; not as .${format}.`);
  const way = { isForced: options.force ?? false };
  assertOutput(path, way);
  const made = await app.ask('reports.export', {
    report: options.report ?? '',
    format: known,
    ...(options.why === undefined ? {} : { why: options.why }),
  });
  const written = writeOutput(path, takeDownload(files, made.download), way);
  return answer({ path: written, bytes: made.bytes, edit: made.edit }, (one) => `${one.path}: ${one.bytes} bytes`);
}

function told(report: Report) {
  return answer(report, say);
}

function say({ title, name, locks, typed, coverage }: Report): string {
  const { locked, stale, undecided, typed: open } = coverage;
  return [
    title === '' ? name : title,
    words(message('reports:coverage', { locked, stale, undecided, typed: open })),
    ...locks
      .filter(({ settled }) => !settled)
      .map(({ id, printed, state, now }) => `  ${printed}  ${words(message(`reports:state.${state}`))}  ${now?.text ?? ''}  ${id}`),
    ...typed.filter(({ reason }) => reason === '').map(({ exact }) => `  ${exact}  ${words(message('reports:typed'))}`),
  ].join('\n');
}
