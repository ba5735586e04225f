// Two readings of one passage, field by field.
import { findPeriod } from '../../period/index.ts';
import { canonicalQuantity } from '../../quantity/index.ts';
import { normalName } from '../claims/origin.ts';
import { type Agreement, agreementOf, type Level, type Unit } from './alpha.ts';
import type { Read, ReadingPair } from './model.ts';

export const fields = ['what', 'value', 'hedge', 'unit', 'period', 'status', 'who'] as const;
export type Field = (typeof fields)[number];
export const caseKinds = ['missing', ...fields] as const;
export type CaseKind = (typeof caseKinds)[number];

type NameOf = (name: string) => string;

/** What a reading says in a field, so that equal texts mean the same. */
export function fieldText(field: Field, read: Read, nameOf: NameOf): string {
  const named = (name: string | null) => (name === null ? null : normalName(nameOf(name)));
  switch (field) {
    case 'what': {
      const { kind, measure, subject, area, counterpart, basis, stage, topic, stance } = read;
      return JSON.stringify([kind, measure, named(subject), area.toSorted(), counterpart, basis.map(normalName).toSorted(), stage, topic, stance]);
    }
    case 'value':
      return numbersOf(read).join(' ');
    case 'hedge':
      return read.value === null ? '' : read.value.qualifier === 'times' ? 'exact' : read.value.qualifier;
    case 'unit':
      return `${read.unit ?? ''} ${read.change ?? ''}`;
    case 'period': {
      const period = findPeriod(read.period);
      return period === undefined
        ? (read.period ?? '')
        : JSON.stringify([period.earliest, period.latest, period.mode, period.approximate, period.uncertain]);
    }
    case 'status':
      return read.status ?? '';
    case 'who':
      return JSON.stringify([...read.saidBy.map(({ name }) => named(name)), named(read.actor)].filter((name) => name !== null).toSorted());
  }
}

/** The numbers that are stated, whatever hedges them. */
function numbersOf({ value, multiplier }: Read): string[] {
  if (value === null) return [];
  const { low, high } = canonicalQuantity({ ...value, unit: null, multiplier, change: null });
  return [...new Set([low, high].filter((bound) => bound !== null))];
}

/** Fields in which two readings of one thing differ. A hedge is held against another where the numbers are alike. */
export function differences(first: Read, second: Read, nameOf: NameOf): Field[] {
  return comparedFields(first, second, nameOf).filter((field) => fieldText(field, first, nameOf) !== fieldText(field, second, nameOf));
}

function comparedFields(first: Read, second: Read, nameOf: NameOf): readonly Field[] {
  const isAlike = fieldText('value', first, nameOf) === fieldText('value', second, nameOf);
  return isAlike ? fields : fields.filter((field) => field !== 'hedge');
}

/** Pairs what two readers read on one passage: by kind, those with most equal fields first; what is left stands alone. */
export function pairUp<A extends Read, B extends Read>(first: readonly A[], second: readonly B[], nameOf: NameOf): [A | undefined, B | undefined][] {
  const likeness = (a: Read, b: Read) => fields.length - differences(a, b, nameOf).length;
  const all = first.flatMap((a) => second.flatMap((b) => (a.kind === b.kind ? [{ a, b, like: likeness(a, b) }] : [])));
  const pairs: [A | undefined, B | undefined][] = [];
  const taken = new Set<Read>();
  for (const { a, b } of all.toSorted((x, y) => y.like - x.like)) {
    if (taken.has(a) || taken.has(b)) continue;
    taken.add(a).add(b);
    pairs.push([a, b]);
  }
  for (const a of first) if (!taken.has(a)) pairs.push([a, undefined]);
  for (const b of second) if (!taken.has(b)) pairs.push([undefined, b]);
  return pairs;
}

export interface FieldAgreement extends Agreement {
  readonly field: string;
}

export function agreementByField(pairs: readonly Pick<ReadingPair, 'first' | 'second'>[], nameOf: NameOf): FieldAgreement[] {
  const both = pairs.flatMap(({ first, second }) => (first === null || second === null ? [] : [{ first, second }]));
  const of = (field: string, units: readonly Unit[], level: Level = 'nominal'): FieldAgreement => ({ field, ...agreementOf(units, level) });
  const unitsOf = (field: Field): Unit[] =>
    both.flatMap(({ first, second }) =>
      comparedFields(first, second, nameOf).includes(field) ? [[fieldText(field, first, nameOf), fieldText(field, second, nameOf)]] : [],
    );
  return [
    of(
      'missing',
      pairs.map(({ first, second }) => [first === null ? 'no' : 'yes', second === null ? 'no' : 'yes']),
    ),
    ...fields.map((field) => of(field, unitsOf(field))),
    of(
      'credibility',
      both.map(({ first, second }) => [String(first.credibility), String(second.credibility)]),
      'ordinal',
    ),
  ];
}
