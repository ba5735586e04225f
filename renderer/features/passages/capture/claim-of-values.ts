// The form's fields as a claim in the JSON form, and what is wrong with them, field by field.

import { detailOf } from '../../../../shared/features/claims/details.ts';
import { type ClaimInput, type ClaimKind, claimInputSchema, type PassageInput } from '../../../../shared/features/claims/model.ts';
import { asIssue } from '../../../../shared/issues.ts';
import { PeriodError, typedPeriod } from '../../../../shared/period/index.ts';
import type { Quantity } from '../../../../shared/quantity/index.ts';
import { words } from '../../../bridge/words.ts';
import type { ClaimRecord, FieldName, FormValues, ReadingValues, TextField } from './form-values.ts';
import { recordOf, textOf } from './json-fields.ts';
import { boundsOf, cleanNumber, hasSecondValue, isQualifier } from './value-bounds.ts';

/** Keys of the catalogue, or sentences of the schemas. */
export type FieldErrors = Readonly<Partial<Record<FieldName | 'form', string>>>;

const requiredFields: Readonly<Record<ClaimKind, readonly TextField[]>> = {
  figure: ['measure', 'subject', 'status'],
  event: ['subject'],
  statement: ['actor', 'topic'],
};
const periodFields: readonly TextField[] = ['period', 'when', 'until', 'madeOn', 'pathFirst', 'pathLast'];

/** The claim, or what keeps it from being one. `base` supplies what the form has no field for. */
export function claimOf(values: FormValues, base: ClaimRecord, passage: PassageInput | undefined): { claim: ClaimInput } | { errors: FieldErrors } {
  const errors = { ...fieldErrors(values) };
  if (Object.keys(errors).length > 0) return { errors };
  const claim = { ...keptFields(base), ...provenance(values, base), ...bodyOf(values, base), ...(passage === undefined ? {} : { passage }) };
  const checked = claimInputSchema.safeParse(claim);
  if (checked.success) return { claim: claim as ClaimInput };
  const found: Record<string, string> = {};
  for (const issue of checked.error.issues) found[fieldOfPath(issue.path)] ??= words(asIssue(issue).issue);
  return { errors: found };
}

function fieldErrors(values: FormValues): FieldErrors {
  const errors: Partial<Record<FieldName, string>> = {};
  for (const field of requiredFields[values.kind]) if (values[field].trim() === '') errors[field] = 'error.needed';
  for (const field of periodFields) {
    const problem = periodProblem(values[field]);
    if (problem !== undefined) errors[field] = problem;
  }
  if (values.kind !== 'statement') Object.assign(errors, valueErrors(values));
  if (values.unit !== '' && !/^[A-Z][A-Z0-9_]{0,31}$/.test(unitCode(values.unit))) errors.unit = 'error.unit';
  if (values.pathSteps !== '' && !/^\d{1,3}$/.test(values.pathSteps)) errors.pathSteps = 'error.number';
  if (values.readings.some((reading) => readingProblem(reading))) errors.readings = 'error.reading';
  return errors;
}

/** Why the text is no period; undefined for a good one and for none. */
export function periodProblem(text: string): string | undefined {
  if (text.trim() === '') return undefined;
  try {
    typedPeriod(text);
    return undefined;
  } catch (error) {
    if (error instanceof PeriodError) return words(error.words);
    throw error;
  }
}

function valueErrors(values: FormValues): FieldErrors {
  const isEmpty = values.value.trim() === '';
  if (values.kind === 'event' && isEmpty) return {};
  if (values.qualifier === 'unknown') return {};
  if (isEmpty) return { value: 'error.needed' };
  if (cleanNumber(values.value) === undefined) return { value: 'error.number' };
  if (hasSecondValue(values.qualifier) && values.valueTo.trim() !== '' && cleanNumber(values.valueTo) === undefined)
    return { valueTo: 'error.number' };
  if (values.qualifier === 'between' && values.valueTo.trim() === '') return { valueTo: 'error.needed' };
  return {};
}

function readingProblem(reading: ReadingValues): boolean {
  const isNumber = (text: string) => text.trim() === '' || cleanNumber(text) !== undefined;
  return reading.label.trim() === '' || !isNumber(reading.value) || !isNumber(reading.valueTo);
}

/** What an earlier form of the claim holds and this form has no field for: `ref`, `rank`, `rankReason`, extra passages. */
function keptFields(base: ClaimRecord): ClaimRecord {
  const kept = ['ref', 'rank', 'rankReason'];
  return Object.fromEntries(Object.entries(base).filter(([key, value]) => kept.includes(key) && value !== null));
}

function provenance(values: FormValues, base: ClaimRecord): ClaimRecord {
  return {
    original: values.original,
    saidBy: values.saidBy.map((name) => speakerOf(name, base)),
    via: [...values.via],
    madeOn: periodOrNull(values.madeOn),
    madeOnBasis: textOrNull(values.madeOnBasis),
    credibility: Number(values.credibility),
    hedge: values.hedge,
    note: values.note,
    tags: [...values.tags],
  };
}

/** A speaker that was there before keeps the role. */
function speakerOf(name: string, base: ClaimRecord): unknown {
  const said = Array.isArray(base['saidBy']) ? base['saidBy'] : [base['saidBy']];
  return said.find((speaker) => textOf(recordOf(speaker)['name']) === name) ?? name;
}

function bodyOf(values: FormValues, base: ClaimRecord): ClaimRecord {
  switch (values.kind) {
    case 'figure':
      return figureBody(values, base);
    case 'event':
      return eventBody(values);
    case 'statement':
      return {
        kind: 'statement',
        actor: values.actor.trim(),
        role: textOrNull(values.role),
        topic: values.topic.trim(),
        stance: values.stance,
        gist: values.gist,
        basis: oneOrMany(values.basis),
        period: periodOrNull(values.period),
        condition: textOrNull(values.condition),
      };
  }
}

function figureBody(values: FormValues, base: ClaimRecord): ClaimRecord {
  return {
    kind: 'figure',
    measure: values.measure.trim(),
    subject: values.subject.trim(),
    area: oneOrMany(values.area),
    counterpart: textOrNull(values.counterpart),
    basis: oneOrMany(values.basis),
    period: periodOrNull(values.period),
    periodBasis: textOrNull(values.periodBasis),
    ...measured(values, 'value'),
    status: values.status,
    vintage: textOrNull(values.vintage),
    condition: textOrNull(values.condition),
    deadline: values.deadline === 'yes' ? true : (textOrNull(values.deadline) ?? false),
    per: textOrNull(values.per),
    path: pathOf(values),
    readings: values.readings.map((reading) => readingOf(reading, base)),
  };
}

function eventBody(values: FormValues): ClaimRecord {
  const hasMagnitude = values.value.trim() !== '';
  return {
    kind: 'event',
    subject: values.subject.trim(),
    subjectType: textOrNull(values.subjectType),
    stage: textOrNull(values.stage),
    type: textOrNull(values.type),
    what: values.what,
    when: periodOrNull(values.when),
    condition: textOrNull(values.condition),
    whenBasis: textOrNull(values.whenBasis),
    status: values.status,
    area: oneOrMany(values.area),
    counterpart: textOrNull(values.counterpart),
    ...(hasMagnitude ? measured(values, 'magnitude') : { magnitude: null }),
    by: [...values.by],
    counterparties: [...values.counterparties],
    cause: textOrNull(values.cause),
    depth: textOrNull(values.depth),
    sequence: [...values.sequence],
    until: periodOrNull(values.until),
    batch: textOrNull(values.batch),
    details: values.details.map(detailOf),
  };
}

function measured(values: FormValues, name: 'value' | 'magnitude'): ClaimRecord {
  return {
    [name]: quantityOf(values),
    unit: values.unit === '' ? null : unitCode(values.unit),
    multiplier: Number(values.multiplier),
    change: textOrNull(values.change),
  };
}

/** The typed numbers as bounds; texts that are no numbers count as none. */
export function quantityOf(values: { readonly qualifier: string; readonly value: string; readonly valueTo: string }): Quantity {
  const qualifier = isQualifier(values.qualifier) ? values.qualifier : 'exact';
  return boundsOf({
    qualifier,
    value: cleanNumber(values.value) ?? '',
    valueTo: hasSecondValue(qualifier) ? (cleanNumber(values.valueTo) ?? '') : '',
  });
}

function pathOf(values: FormValues): ClaimRecord | null {
  const typed = {
    ...(values.pathFirst === '' ? {} : { first: values.pathFirst }),
    ...(values.pathLast === '' ? {} : { last: values.pathLast }),
    ...(values.pathSteps === '' ? {} : { steps: Number(values.pathSteps) }),
    ...(values.pathCompounding === '' ? {} : { compounding: values.pathCompounding }),
  };
  return Object.keys(typed).length === 0 ? null : typed;
}

/** A reading that was there before keeps its path. */
function readingOf(reading: ReadingValues, base: ClaimRecord): ClaimRecord {
  const { low, high, qualifier } = quantityOf(reading);
  const before = Array.isArray(base['readings']) ? base['readings'].map(recordOf).find((other) => other['label'] === reading.label) : undefined;
  return {
    ...(before?.['path'] == null ? {} : { path: before['path'] }),
    label: reading.label.trim(),
    ...(low === null && high === null ? {} : { low, high, qualifier }),
    ...(reading.unit === '' ? {} : { unit: unitCode(reading.unit) }),
    ...(reading.change === '' ? {} : { change: reading.change }),
    ...(reading.multiplier === '' ? {} : { multiplier: Number(reading.multiplier) }),
  };
}

function oneOrMany(list: readonly string[]): string | readonly string[] | null {
  return list.length > 1 ? [...list] : (list[0] ?? null);
}

/** As EDTF; it was checked before. */
function periodOrNull(text: string): string | null {
  return text.trim() === '' ? null : typedPeriod(text);
}

function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

export function unitCode(typed: string): string {
  return typed
    .trim()
    .toUpperCase()
    .replace(/[\s/-]+/g, '_')
    .replace(/^%$/, 'PCT');
}

function fieldOfPath(path: readonly PropertyKey[]): FieldName | 'form' {
  const [head, next] = path;
  if (head === 'magnitude' || head === 'value') return 'value';
  if (head === 'path') return next === 'steps' ? 'pathSteps' : next === 'last' ? 'pathLast' : 'pathFirst';
  if (head === 'passage' || head === undefined || typeof head !== 'string') return 'form';
  return head as FieldName;
}
