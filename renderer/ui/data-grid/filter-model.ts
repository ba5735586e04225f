// Between the grid's filter model and the contract's filters.
import type { Filter } from './grid-types.ts';

const operators: Readonly<Record<string, Filter['op']>> = {
  contains: 'contains',
  equals: 'equals',
  notEqual: 'notEquals',
  startsWith: 'startsWith',
  greaterThan: 'greaterThan',
  lessThan: 'lessThan',
  blank: 'blank',
  notBlank: 'notBlank',
};

export const textOperators = ['contains', 'equals', 'notEqual', 'startsWith', 'blank', 'notBlank'] as const;
export const numberOperators = ['equals', 'greaterThan', 'lessThan', 'blank', 'notBlank'] as const;

interface Condition {
  readonly type?: string | null;
  readonly filter?: string | number | null;
}

export function toFilters(model: Readonly<Record<string, unknown>> | null): Filter[] {
  return Object.entries(model ?? {}).flatMap(([field, condition]) => toFilter(field, condition as Condition));
}

function toFilter(field: string, { type, filter }: Condition): Filter[] {
  const op = operators[type ?? ''];
  if (op === undefined) return [];
  if (op === 'blank' || op === 'notBlank') return [{ field, op }];
  return filter === undefined || filter === null || filter === '' ? [] : [{ field, op, value: String(filter) }];
}
