// The fields of a row, each read by its kind. What cannot be read is refused with its words, and nothing is guessed.
import { detailOf } from '../../../../../shared/features/claims/details.ts';
import { type Claim, eventStatuses, figureStatuses, hedges, ranks, stances, subjectTypes } from '../../../../../shared/features/claims/model.ts';
import type { ReadCell } from '../../../../../shared/features/sources/read-sheet.ts';
import { parted, words } from '../cells.ts';
import { speakerText } from '../claim-columns.ts';
import { periodsIn, wordsOf } from './read-cell.ts';

/** Why a cell is not taken. */
export class UnreadableCell extends Error {
  override readonly name = 'UnreadableCell';
}

export interface FieldHints {
  /** Codes that the workbook uses, by field: `market_share` is read from "market share". */
  readonly codes: ReadonlyMap<string, ReadonlySet<string>>;
  /** What the record said: speakers whose words did not change keep their parts. */
  readonly before: Readonly<Record<string, unknown>>;
}

type ReadField = (cell: ReadCell, hints: FieldHints) => unknown;

const longText: ReadField = (cell) => wordsOf(cell);
const shortText: ReadField = (cell) => wordsOf(cell).trim() || null;
const list: ReadField = (cell) => parted(wordsOf(cell));

function period(cell: ReadCell): string | null {
  if (wordsOf(cell).trim() === '') return null;
  const [only, ...others] = periodsIn(cell);
  if (only === undefined || others.length > 0) throw new UnreadableCell(wordsOf(cell));
  return only;
}

function oneOf(...codes: readonly string[]): ReadField {
  return (cell) => {
    const text = wordsOf(cell).trim();
    if (text === '') return null;
    const code = codes.find((one) => one === text.toLowerCase().replace(/[\s-]+/g, '_'));
    if (code === undefined) throw new UnreadableCell(text);
    return code;
  };
}

/** Words that stand for a code of the workbook, or a new one. */
function coded(field: string): ReadField {
  return (cell, { codes }) => {
    const text = wordsOf(cell).trim();
    if (text === '') return null;
    const known = [...(codes.get(field) ?? [])];
    const exact = known.find((code) => code === text) ?? known.find((code) => words(code).toLowerCase() === words(text).toLowerCase());
    return exact ?? (/^[\p{Ll}\d ]+$/u.test(text) ? text.replaceAll(' ', '_') : text);
  };
}

function json(cell: ReadCell): unknown {
  const text = wordsOf(cell).trim();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableCell(text);
  }
}

function deadline(cell: ReadCell): boolean | string {
  const text = wordsOf(cell).trim().toLowerCase();
  if (['yes', 'true', 'да', '是'].includes(text)) return true;
  if (['', 'no', 'false', 'нет', '否'].includes(text)) return false;
  return period(cell)!;
}

function credibility(cell: ReadCell): number {
  const number = Number(wordsOf(cell).trim());
  if (!Number.isInteger(number) || number < 1 || number > 6) throw new UnreadableCell(wordsOf(cell));
  return number;
}

function speakers(cell: ReadCell, { before }: FieldHints): Claim['saidBy'] {
  const known = new Map(((before.saidBy ?? []) as Claim['saidBy']).map((one) => [speakerText(one), one]));
  return parted(wordsOf(cell)).map((text) => {
    const [, name, role] = /^(.+?)\s*\(([^()]+)\)$/.exec(text) ?? [];
    return known.get(text) ?? (name === undefined ? { name: text, role: null } : { name, role: role! });
  });
}

const claimFields: Readonly<Record<string, ReadField>> = {
  measure: coded('measure'),
  measureCode: shortText,
  subject: shortText,
  subjectType: oneOf(...subjectTypes),
  area: list,
  counterpart: shortText,
  basis: list,
  period,
  periodBasis: shortText,
  status: oneOf(...figureStatuses, ...eventStatuses),
  vintage: shortText,
  condition: shortText,
  deadline,
  per: oneOf('year', 'half', 'quarter', 'month', 'week', 'day'),
  path: (cell) => json(cell) ?? null,
  readings: (cell) => json(cell) ?? [],
  stage: coded('stage'),
  stageCode: shortText,
  type: shortText,
  what: longText,
  by: list,
  counterparties: list,
  cause: shortText,
  depth: coded('depth'),
  depthCode: shortText,
  sequence: list,
  until: period,
  batch: shortText,
  details: (cell) => parted(wordsOf(cell)).map(detailOf),
  actor: shortText,
  role: shortText,
  topic: shortText,
  stance: oneOf(...stances),
  gist: longText,
  original: longText,
  credibility,
  saidBy: speakers,
  via: list,
  madeOn: period,
  madeOnBasis: shortText,
  rank: oneOf(...ranks),
  rankReason: shortText,
  hedge: (cell) => {
    const text = wordsOf(cell).trim();
    return hedges.find((one) => one === text.toLowerCase()) ?? text;
  },
  note: longText,
  tags: list,
};

const sourceFields: Readonly<Record<string, ReadField>> = {
  title: shortText,
  publisher: shortText,
  author: shortText,
  publishedOn: period,
  retrievedOn: period,
  language: shortText,
  grade: (cell) => {
    const text = wordsOf(cell).trim().toUpperCase();
    if (!/^[A-F]?$/.test(text)) throw new UnreadableCell(text);
    return text || null;
  },
  gradeReason: shortText,
  url: shortText,
  note: longText,
};

/** Fields that must not be empty: one that was emptied is not taken. */
const needed = new Set(['measure', 'subject', 'actor', 'topic', 'title', 'hedge', 'rank', 'credibility', 'status', 'stance']);
/** A code in a hidden column of its own, and the field that it is of. */
const codeFields: Readonly<Record<string, string>> = { measureCode: 'measure', stageCode: 'stage', depthCode: 'depth' };

/** Values of fields whose cells are given. A code counts where its words did not change. @throws UnreadableCell */
export function readField(
  kind: 'claim' | 'source',
  field: string,
  cell: ReadCell,
  hints: FieldHints,
): { readonly name: string; readonly value: unknown } {
  const read = (kind === 'source' ? sourceFields : claimFields)[field]!;
  const name = codeFields[field] ?? field;
  const value = read(cell, hints);
  if (needed.has(name) && (value === null || value === '')) throw new UnreadableCell('');
  return { name, value };
}

export function isCodeField(field: string): boolean {
  return field in codeFields;
}
