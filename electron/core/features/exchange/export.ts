// Makes the file of an export in its format, from allowed rows only.
import type { ParsedInput } from '../../../../shared/contract.ts';
import type { Claim, PassageRef } from '../../../../shared/features/claims/model.ts';
import { type ExportFormat, type ExportTable, exportTableNames, usualExtras } from '../../../../shared/features/exchange/contract.ts';
import type { Extra } from '../../../../shared/features/exchange/extras.ts';
import type { Observation } from '../../../../shared/features/ledger/model.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import { allInWords } from '../../../../shared/in-words.ts';
import { formatQuantity } from '../../../../shared/quantity/index.ts';
import { baseFormat, baseProperty, baseText, marksSheet, marksTable, type Origin, withDigests } from './base.ts';
import type { Table } from './cells.ts';
import { claimsToCsv, tablesToCsv } from './csv.ts';
import { toDataPackage } from './data-package.ts';
import { overviewTableNames, type SheetPassage } from './overview-sheets.ts';
import type { InContext } from './pack/content.ts';
import { packBytes } from './pack/document.ts';
import type { PolicyContent } from './policy-content.ts';
import { policyTableNames } from './policy-sheets.ts';
import { type Selectable, type Selection, selected } from './selection.ts';
import { type ExportContent, evidenceTables, exportTables } from './sheets.ts';
import { wordingIn } from './wording.ts';
import { toXlsx } from './xlsx/write-xlsx.ts';

export interface ExportParts extends Selectable {
  readonly name: string;
  /** What is known on a day; supplied by the policy feature. */
  policy(on: string | undefined): PolicyContent;
  /** Which state of which workbook is handed over. */
  origin(): Origin;
  /** When its last edit was made; undefined before the first. */
  lastEditAt(): string | undefined;
  listed(claim: Claim): object;
  passages(): readonly SheetPassage[];
  inContext(passage: PassageRef): InContext;
  /** Of the passages of sources, as Web Annotations. */
  annotations(sourceIds: readonly string[] | undefined): readonly unknown[];
}

export type ExportInput = ParsedInput<'exchange.export'>;

export interface Exported {
  readonly bytes: Uint8Array;
  readonly claims: number;
  readonly sources: number;
}

export async function exportAs(input: ExportInput, parts: ExportParts): Promise<Exported> {
  const selection = selected(parts, input);
  const making: Making = { ...parts, selection, input, extras: new Set(input.with ?? usualExtras(input.format)), say: wordingIn(input.language) };
  return { bytes: await makers[input.format](making), claims: selection.claims.length, sources: selection.sources.length };
}

interface Making extends Omit<ExportParts, 'claims' | 'sources' | 'conflicts'>, Pick<ExportParts, 'claims'> {
  readonly selection: Selection;
  readonly input: ExportInput;
  readonly extras: ReadonlySet<Extra>;
  readonly say: ReturnType<typeof wordingIn>;
}

const makers: Readonly<Record<ExportFormat, (making: Making) => Uint8Array | Promise<Uint8Array>>> = {
  xlsx: toSheets,
  csv: toCsv,
  json: toJson,
  html: toPack,
  zip: toPackage,
  jsonld: toAnnotations,
};

function contentOf({ selection, claims, extras, say, input, name, origin, passages, policy }: Making): ExportContent {
  let known: PolicyContent | undefined;
  const chosen = new Set(selection.sources.map(({ id }) => id));
  return {
    ...selection,
    name,
    extras,
    say,
    locale: input.language,
    origin: origin(),
    sourceOf: (claim) => claims.source(claim.sourceId),
    passages: () => passages().filter(({ source }) => chosen.has(source)),
    policy() {
      known ??= policy(input.on);
      return known;
    },
  };
}

const isOfPolicy = (name: string) => policyTableNames.some((one) => one === name);
const isOverview = (name: string) => overviewTableNames.some((one) => one === name);

/** What is told of instruments and projects rests on all claims: with some of them it is left out. Empty tables of it are none. */
function shownTables(content: ExportContent, { isWhole }: Selection): Table[] {
  const names = exportTableNames.filter((name) => isWhole || !isOfPolicy(name));
  return exportTables(content, names).filter(({ name, rows }) => rows.length > 0 || !(isOfPolicy(name) || isOverview(name)));
}

/** With what tells, once the file was edited outside, which state it shows and which row is which record. */
function toSheets(making: Making): Promise<Uint8Array> {
  const content = contentOf(making);
  const marked = evidenceTables(content);
  const base = { ...making.origin(), format: baseFormat, language: making.input.language };
  const isMarked = (name: string) => marked.some(({ table }) => table.name === name);
  const tables = shownTables(content, making.selection).map((one) => (isMarked(one.name) ? withDigests(one) : one));
  return toXlsx([...tables, marksTable(base, marked)], { identity: baseText(base), property: baseProperty, hidden: [marksSheet] });
}

function toCsv(making: Making): Uint8Array {
  const content = contentOf(making);
  const { table } = making.input;
  return table === undefined ? claimsToCsv(exportTables(content, ['Figures', 'Events', 'Statements'])) : tablesToCsv(exportTables(content, [table]));
}

/** The data behind the sheets: neither what the file is for people, nor the same values once more as a matrix. */
const notInPackage: ReadonlySet<ExportTable> = new Set(['Matrix', 'About']);

function toPackage(making: Making): Promise<Uint8Array> {
  const tables = shownTables(contentOf(making), making.selection).filter(
    ({ name, rows }) => rows.length > 0 && !notInPackage.has(name as ExportTable),
  );
  const { workbook, edit } = making.origin();
  return toDataPackage(tables, { name: making.name, workbook, edit, language: making.input.language });
}

function toAnnotations({ annotations, selection, extras }: Making): Uint8Array {
  const documents = annotations(selection.isWhole ? undefined : selection.sources.map(({ id }) => id));
  return jsonBytes({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'AnnotationPage',
    items: documents.map((one) => publicAnnotation(one, extras)),
  });
}

/** What people wrote beside a passage is a note; an annotation that came in says who made it. */
function publicAnnotation(annotation: unknown, extras: ReadonlySet<Extra>): object {
  const { body, creator, ...rest } = annotation as Readonly<Record<string, unknown>>;
  const isByProgram = (creator as { readonly type?: unknown } | undefined)?.type === 'Software';
  return {
    ...rest,
    ...(body !== undefined && extras.has('notes') ? { body } : {}),
    ...(creator !== undefined && (isByProgram || extras.has('people')) ? { creator } : {}),
  };
}

function toPack({ selection, claims, extras, say, input, name, origin, lastEditAt, inContext }: Making): Uint8Array {
  const { edit } = origin();
  const at = lastEditAt();
  return packBytes({
    ...selection,
    name,
    extras,
    say,
    inContext,
    locale: input.language,
    conflicts: selection.conflicts(),
    state: edit === null || at === undefined ? null : { edit, at },
    sourceOf: (claim) => claims.source(claim.sourceId),
  });
}

function toJson(making: Making): Uint8Array {
  const { selection, listed, say, name, input, extras } = making;
  const told = selection.isWhole ? contentOf(making).policy() : undefined;
  const { described, ...policy } = told ?? { described: undefined };
  return jsonBytes({
    workbook: name,
    sources: selection.sources.map((source) => publicSource(source, extras)),
    claims: selection.claims.map((claim) => publicClaim(listed(claim), extras)),
    ledger: selection.observations.map((observation) => publicObservation(observation, input.language, extras)),
    ...(told === undefined ? {} : { policy: allInWords(policy, say), described }),
  });
}

function jsonBytes(content: object): Uint8Array {
  return Buffer.from(`${JSON.stringify(content, null, 2)}\n`, 'utf8');
}

/** File names may name a person or a folder. */
function publicSource({ fileName, dropped: _dropped, grade, gradeReason, note, ...source }: Source, extras: ReadonlySet<Extra>): object {
  return {
    ...source,
    ...(extras.has('grades') ? { grade, gradeReason } : {}),
    ...(extras.has('notes') ? { note } : {}),
    ...(extras.has('fileNames') ? { fileName } : {}),
  };
}

function publicClaim(claim: object, extras: ReadonlySet<Extra>): object {
  const { note, credibility, ...rest } = claim as Readonly<Record<string, unknown>>;
  return { ...rest, ...(extras.has('grades') ? { credibility } : {}), ...(extras.has('notes') ? { note } : {}) };
}

/** That somebody decided, and why, always travels; who, only where it was asked for. */
function publicObservation({ verdict, ...observation }: Observation, locale: string, extras: ReadonlySet<Extra>): object {
  const shown = { ...observation, valueText: formatQuantity(observation, { locale }) };
  if (verdict === null) return { ...shown, verdict };
  const { by, ...decided } = verdict;
  return { ...shown, verdict: extras.has('people') ? { ...decided, by } : decided };
}
