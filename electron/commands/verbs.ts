// One function a verb, over the calls of the contract.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import Papa from 'papaparse';
import type { Input, Output } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { mostInOneCall } from '../../shared/features/history/contract.ts';
import { withoutFormulaLead } from '../../shared/formula-lead.ts';
import type { Message } from '../../shared/message.ts';
import { applyVerb } from './apply-verb.ts';
import { bibliographyVerbs } from './bibliography-verbs.ts';
import { boardVerbs } from './board-verbs.ts';
import { callLines } from './call-verb.ts';
import { exportVerb } from './export-verb.ts';
import { readStdin, removeMade } from './files.ts';
import { importVerb } from './import-verb.ts';
import { changedSince, compareWorkbooks, mergeWorkbooks } from './merge-verbs.ts';
import { type Command, type Options, UsageError } from './parse.ts';
import { passageVerbs } from './passage-verbs.ts';
import { policyVerbs } from './policy-verbs.ts';
import { agreementOfTable, blindShare, readingVerbs } from './reading-verbs.ts';
import { reportVerbs } from './report-verbs.ts';
import * as say from './say.ts';
import { scenarioVerbs } from './scenario-verbs.ts';
import { type CommandSession, startSession, withWorkbook } from './session.ts';
import { shareVerb } from './share-verb.ts';
import { sourceVerbs } from './source-verbs.ts';
import { warn } from './terminal.ts';
import { timelineVerb } from './timeline-verb.ts';
import { type Answer, answer, findSource, needed, sayLeftOut, type Verb } from './verb.ts';
import { wordedCheck, wordedGroup, wordedObservation, wordedTrace } from './worded.ts';
import { words } from './words.ts';

/** Verbs on an open workbook; `words` are those after the file. */
const verbs: Readonly<Record<string, Verb>> = {
  info: async ({ app }) => answer(await infoOf(app), say.info),
  ...sourceVerbs,
  ...passageVerbs,
  ...bibliographyVerbs,
  ...policyVerbs,
  ...scenarioVerbs,
  ...boardVerbs,
  ...reportVerbs,
  ...readingVerbs,
  timeline: timelineVerb,
  capture: captureClaims,
  async claims({ app }, _words, { options }) {
    const source = options.source === undefined ? undefined : (await findSource({ app }, options.source)).id;
    const { claims } = await app.ask('claims.list', { ...chosenKind(options.kind), ...(source === undefined ? {} : { source }) });
    return options.csv ? { json: claims, text: csvOf(claims) } : answer(claims, say.claims);
  },
  trace: async ({ app }, [id]) => answer(wordedTrace(await app.ask('claims.trace', { id: needed(id, 'Which claim?') })), say.trace),
  async ledger({ app }, _words, { options }) {
    const asked = options.series === undefined ? {} : { series: options.series };
    const known = options['known-on'] !== undefined;
    const { observations } = known ? await app.ask('ledger.asSaid', asked) : await app.ask('ledger.list', asked);
    return answer(observations.map(wordedObservation), say.ledger);
  },
  async conflicts({ app }, _words, { options }) {
    const { groups } = await app.ask('conflicts.list', options.kind === undefined ? {} : ({ kind: options.kind } as Input<'conflicts.list'>));
    return answer(groups.map(wordedGroup), say.conflicts);
  },
  checks: async ({ app }) => answer((await app.ask('checks.list', {})).checks.map(wordedCheck), say.checks),
  async actors({ app }, words) {
    const { actors, total } = await app.ask('actors.list', { typed: words.join(' ') });
    sayLeftOut(actors.length, total, 'Give a part of a name to see others.');
    return answer(actors, say.actors);
  },
  judge: judgeNames,
  verdict: giveVerdict,
  export: exportVerb,
  async search({ app }, words, { options }) {
    const query = needed(words.join(' '), 'What to search for?');
    const { hits, total } = await app.ask('search.find', { query, ...(await searchFilters({ app }, options)) });
    sayLeftOut(hits.length, total, '--limit takes up to 500; more words and filters find fewer.');
    return answer(hits, say.hits);
  },
  history: listHistory,
  undo: async ({ app }) => answer(labelled(await app.ask('history.undo', {})), (edit) => `Undone: ${edit.label}`),
  redo: async ({ app }) => answer(labelled(await app.ask('history.redo', {})), (edit) => `Redone: ${edit.label}`),
  backup: async ({ app }) => answer(await app.ask('workbook.backup', {}), (one) => `Backup ${one.id}, checked`),
  apply: applyVerb,
  import: importVerb,
  share: (session, words, command) => (command.options.blind ? blindShare : shareVerb)(session, words, command),
  async verify({ app }, _words, { options }) {
    if (options.rebuild) return answer(await rebuilt(app), say.rebuilt);
    const result = await app.ask('workbook.verify', {});
    return { ...answer(result, (one) => (one.ok ? 'No problem found.' : one.problems.join('\n'))), exitCode: result.ok ? 0 : 1 };
  },
};

export async function runVerb(command: Command): Promise<Answer | undefined> {
  const { verb, words } = command;
  if (verb === 'new') return newWorkbook(command);
  if (verb === 'restore') return restoreWorkbook(command);
  if (verb === 'serve') return serveWorkbook(command);
  if (verb === 'call') return callLines(command);
  if (verb === 'person') return namePerson(command);
  if (verb === 'asof') return asOf(command);
  if (verb === 'agreement' && /\.(csv|tsv)$/i.test(words[0] ?? '')) return agreementOfTable(command);
  if (verb === 'merge') return mergeWorkbooks(command);
  if (verb === 'diff') return compareWorkbooks(command);
  const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (run === undefined) throw new UsageError(`There is no verb “${verb}”.`);
  const knownOn = command.options['known-on'];
  return withWorkbook(words[0], (session) => run(session, words.slice(1), command), knownOn === undefined ? undefined : { knownOn: aDay(knownOn) });
}

/** `asof FILE EDIT|DATE [VERB …]`: what a reading verb would have answered then. */
async function asOf(command: Command): Promise<Answer> {
  const [file, point, verb, ...words] = command.words;
  const at = needed(point, 'At which edit or date?');
  const knownOn = command.options['known-on'];
  const address = { at, ...(knownOn === undefined ? {} : { knownOn: aDay(knownOn) }) };
  if (verb === undefined) return withWorkbook(file, editThen, address);
  if (verb === 'diff') return withWorkbook(file, changedSince, address);
  const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (run === undefined) throw new UsageError(`There is no verb “${verb}”.`);
  return withWorkbook(file, (session) => run(session, words, { ...command, verb }), address);
}

function aDay(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new UsageError('--known-on takes a day such as 2023-09-16.');
  return text;
}

/** The edit that a date means, at whose end the past is shown. */
async function editThen({ app }: CommandSession): Promise<Answer> {
  const [last] = (await app.ask('history.list', { limit: 1 })).edits;
  const found = { edit: last?.seq ?? 0, at: last?.at ?? null, label: last === undefined ? '' : words(last.label), zone: 'UTC' };
  return answer(found, (one) => `Edit ${one.edit}, ${one.at ?? ''} ${one.zone}: ${one.label}`);
}

/** Whose name stands beside edits. */
async function namePerson({ words: [name] }: Command): Promise<Answer> {
  const { app } = startSession();
  try {
    if (name !== undefined) await app.ask('settings.set', { key: 'person', value: name.trim() === '' ? null : name.trim() });
    const { values } = await app.ask('settings.get', { keys: ['person'] });
    return answer({ person: values.person ?? null }, ({ person }) => person ?? 'No name was given yet: assay person NAME');
  } finally {
    app.close();
  }
}

async function rebuilt(app: CommandSession['app']) {
  const { differed } = await app.ask('workbook.rebuild', {});
  return { ok: true, differed };
}

async function newWorkbook({ words, options }: Command): Promise<Answer> {
  const path = resolve(needed(words[0], 'Which file?'));
  const { app } = startSession();
  const isTaken = existsSync(path);
  try {
    await app.createPath(path, { sample: options.sample ?? false });
    return answer(await infoOf(app), say.info);
  } catch (error) {
    app.close();
    if (!isTaken) removeMade(path);
    throw error;
  } finally {
    app.close();
  }
}

/** Does not open the workbook first: it may be past opening. */
async function restoreWorkbook({ words }: Command): Promise<Answer> {
  const { app } = startSession();
  const restored = app.restorePath(resolve(needed(words[0], 'Which workbook? Give its file.')), words[1]);
  return answer(
    restored,
    (one) => `Restored to edit ${one.edit}. What was there is kept as ${one.backup === null ? one.keptAside : `backup ${one.backup}`}`,
  );
}

async function serveWorkbook({ words, options }: Command): Promise<undefined> {
  const { serve } = await import('../serve.ts');
  await serve({ path: words[0] ?? null, port: Number(options.port ?? 0), isOpening: !options['no-open'] });
  return new Promise<never>(() => {});
}

/** Newest first. Without --limit all edits, and as many changes of one record as one call gives. */
async function listHistory({ app }: CommandSession, _words: readonly string[], { options }: Command): Promise<Answer> {
  const limit = options.limit === undefined ? undefined : Number(options.limit);
  if (options.record === undefined) return answer((await editsOf(app, limit)).map(labelled), say.edits);
  const most = limit ?? mostInOneCall;
  const field = options.field === undefined ? {} : { field: options.field };
  const { changes } = await app.ask('history.ofRecord', { record: options.record, limit: most, ...field });
  if (changes.length === most) warn(`The newest ${most} changes are listed. --field narrows them to one field.`);
  return answer(changes.map(labelled), say.changes);
}

async function infoOf(app: CommandSession['app']) {
  const info = await app.ask('workbook.info', {});
  return { ...info, trouble: info.trouble === null ? null : words(info.trouble) };
}

function labelled<T extends { readonly label: Message }>(edit: T): Omit<T, 'label'> & { readonly label: string } {
  return { ...edit, label: words(edit.label) };
}

type Edits = Output<'history.list'>['edits'];

async function editsOf(app: CommandSession['app'], limit = Number.POSITIVE_INFINITY): Promise<Edits> {
  const all: Edits = [];
  for (;;) {
    const before = all.at(-1)?.seq;
    const count = Math.min(mostInOneCall, limit - all.length);
    const { edits } = await app.ask('history.list', { limit: count, ...(before === undefined ? {} : { before }) });
    all.push(...edits);
    if (edits.length < count || all.length >= limit) return all;
  }
}

async function captureClaims({ app }: CommandSession, [from]: readonly string[]): Promise<Answer> {
  if (from !== '-') throw new UsageError('capture reads a JSON array of claims from stdin: assay capture FILE - < claims.json');
  const claims = parseJson(await readStdin());
  const captured = await app.ask('claims.capture', { claims: (Array.isArray(claims) ? claims : [claims]) as Input<'claims.capture'>['claims'] });
  return answer(
    captured.claims,
    (list) =>
      `${list.filter((one) => one.duplicateOf === null).length} captured, ${list.filter((one) => one.duplicateOf !== null).length} known already`,
  );
}

async function giveVerdict({ app }: CommandSession, [observationId]: readonly string[], { options }: Command): Promise<Answer> {
  const { claim, reading, low, high, qualifier, why, open } = options;
  if (claim === undefined && low === undefined && high === undefined && !open)
    throw new UsageError('Which claim (--claim ID), which own value (--low N --high N), or --open for "cannot be decided yet"?');
  const own =
    low === undefined && high === undefined
      ? null
      : { low: low ?? null, high: high ?? null, qualifier: (qualifier ?? (low === high ? 'exact' : 'between')) as 'exact' };
  const observation = await app.ask('ledger.decide', {
    observationId: needed(observationId, 'Which observation?'),
    claimId: claim ?? null,
    reading: reading === undefined ? null : Number(reading),
    own,
    reason: needed(why, 'A verdict needs a reason: --why TEXT'),
  });
  const line = wordedObservation(observation);
  return { json: line, text: say.ledger([line]) };
}

async function judgeNames({ app }: CommandSession, [one, other, outcome]: readonly string[], { options }: Command): Promise<Answer> {
  const judged = await app.ask('actors.judge', {
    one: needed(one, 'Which two names?'),
    other: needed(other, 'Which second name?'),
    outcome: needed(outcome, 'same, not_same or undecided?') as 'same',
    reason: options.why ?? '',
  });
  return answer(judged, (judgement) => `${judgement.one} and ${judgement.other}: ${judgement.outcome.replace('_', ' ')}`);
}

function chosenKind(kind: string | undefined): { kind?: 'figure' | 'event' | 'statement' } {
  if (kind === undefined) return {};
  if (kind !== 'figure' && kind !== 'event' && kind !== 'statement') throw new UsageError('--kind is figure, event or statement.');
  return { kind };
}

async function searchFilters({ app }: Pick<CommandSession, 'app'>, options: Options): Promise<Omit<Input<'search.find'>, 'query'>> {
  const { where, source, language, from, until, kind, grade, limit } = options;
  const listed = (text: string) => text.split(',').map((part) => part.trim());
  const given = {
    where: where === undefined ? undefined : listed(where),
    sources: source === undefined ? undefined : [(await findSource({ app }, source)).id],
    languages: language === undefined ? undefined : listed(language),
    from,
    until,
    kinds: kind === undefined ? undefined : listed(kind),
    grades: grade === undefined ? undefined : listed(grade),
    limit: limit === undefined ? undefined : Number(limit),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Omit<Input<'search.find'>, 'query'>;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('invalid-input', 'claims.stdinNotJson', { reason: error instanceof Error ? error.message : String(error) });
  }
}

/** Every field of every kind has its column, whatever the first record has. */
function csvOf(claims: readonly Record<string, unknown>[]): string {
  return Papa.unparse(claims.map(flatten), { columns: [...new Set(claims.flatMap((claim) => Object.keys(claim)))] });
}

function flatten(claim: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(claim).map(([key, value]) => [key, flat(value)]));
}

function flat(value: unknown): string {
  if (typeof value === 'string') return withoutFormulaLead(value);
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
}
