// Contradictions of published figures on Chinese cars in Russia, from eleven questions that several publications answer
// differently. Each must surface with a kind that fits what a careful reader found behind it.
import { describe, expect, it } from 'vitest';
import { runChecks } from '../../../shared/features/checks/run.ts';
import { findConflicts } from '../../../shared/features/conflicts/find.ts';
import type { ConflictKind } from '../../../shared/features/conflicts/model.ts';
import { plainContext, toClaims } from '../../helpers/seed-claims.ts';

type Value = string | { readonly low: string | null; readonly high: string | null; readonly qualifier: string };
interface Said {
  readonly by: string;
  readonly value: Value;
  readonly [field: string]: unknown;
}

const exports = { measure: 'vehicle_exports', subject: 'China', area: 'CN', counterpart: 'RU', unit: 'UNITS' };
const share = { measure: 'market_share', subject: 'Chinese brands', area: 'RU', basis: 'new car sales', unit: 'PCT' };
const fee = { measure: 'utilisation_fee', area: 'RU', unit: 'RUB', period: '2024-10-01' };
const moskvich = { measure: 'cars', subject: 'Moskvich', area: 'RU', period: '2023', unit: 'UNITS' };

interface Question {
  readonly question: string;
  /** Kinds of the finder that fit; `check` names a rule of arithmetic that must break. */
  readonly kinds: readonly ConflictKind[];
  readonly check?: string;
  readonly said: readonly Said[];
}

const questions: readonly Question[] = [
  {
    question: 'exports in the first quarter of 2025',
    kinds: ['basis', 'unit', 'period'],
    said: [
      {
        ...exports,
        by: 'first text',
        measure: 'vehicle_exports_change',
        period: '2025-Q1',
        unit: 'PCT',
        change: 'percent',
        basis: 'vehicles',
        value: '-39',
      },
      {
        ...exports,
        by: 'CPCA',
        measure: 'vehicle_exports_change',
        period: '2025-Q1',
        unit: 'PCT',
        change: 'percent',
        basis: 'passenger cars',
        value: '-44',
      },
      { ...exports, by: 'CPCA', period: '2025-Q1', basis: 'passenger cars', value: '99000' },
      {
        ...exports,
        by: 'GACC',
        measure: 'vehicle_exports_value_change',
        period: '2025-01/2025-04',
        unit: 'PCT',
        change: 'percent',
        basis: 'vehicles',
        value: '-47.2',
      },
    ],
  },
  {
    question: 'exports in 2025',
    kinds: ['basis', 'period'],
    said: [
      {
        ...exports,
        by: 'GACC',
        measure: 'vehicle_exports_change',
        period: '2025',
        unit: 'PCT',
        change: 'percent',
        basis: ['passenger cars', 'new and used'],
        value: '-42',
      },
      {
        ...exports,
        by: 'CPCA',
        measure: 'vehicle_exports_change',
        period: '2025-01/2025-09',
        unit: 'PCT',
        change: 'percent',
        basis: 'vehicles',
        value: '-58',
      },
    ],
  },
  {
    question: 'the value of exports in 2024',
    kinds: ['basis', 'value'],
    said: [
      { ...exports, by: 'ambassador', measure: 'vehicle_exports_value', period: '2024', unit: 'USD', multiplier: 9, value: '21' },
      {
        ...exports,
        by: 'GACC',
        measure: 'vehicle_exports_value',
        period: '2024',
        unit: 'USD',
        multiplier: 9,
        basis: 'passenger cars',
        value: '15.2',
      },
    ],
  },
  {
    question: 'the number of vehicles exported in 2024',
    kinds: ['basis', 'value'],
    said: [
      { ...exports, by: 'CPCA', period: '2024', basis: 'vehicles', multiplier: 6, value: '1.16' },
      { ...exports, by: 'GACC', period: '2024', basis: 'passenger cars', multiplier: 6, value: { low: '1.09', high: '1.09', qualifier: 'about' } },
    ],
  },
  {
    question: 'the share of 2023',
    kinds: ['precision', 'value', 'basis'],
    said: [
      { ...share, by: 'first text', period: '2023', value: { low: '50', high: null, qualifier: 'over' } },
      { ...share, by: 'Otkritie Auto', period: '2023', value: '49' },
      { ...share, by: 'Autostat', period: '2023', value: { low: '50', high: '50', qualifier: 'about' } },
    ],
  },
  {
    question: 'the share of 2024',
    kinds: ['value'],
    said: [
      { ...share, by: 'first text', period: '2024', value: '60' },
      { ...share, by: 'FT', period: '2024', value: '63' },
      // The peak of the months bounds the year.
      { ...share, by: 'Autostat', period: '2024', per: 'month', value: { low: null, high: '61.9', qualifier: 'at_most' } },
    ],
  },
  {
    question: 'the share of 2025 while it moved',
    kinds: ['period'],
    said: [
      { ...share, by: 'Autostat', period: '2025-01/2025-06', value: '55' },
      { ...share, by: 'Autostat', period: '2025-01/2025-10', value: '54' },
      { ...share, by: 'Autostat', period: '2025-10', value: { low: null, high: '50', qualifier: 'under' } },
    ],
  },
  {
    question: 'the fee on a used car of 1 to 2 litres',
    kinds: ['value'],
    said: [
      { ...fee, by: 'Dzen', subject: 'Used car, 1–2 l', value: '963800' },
      { ...fee, by: 'decree', subject: 'Used car, 1–2 l', value: '978200' },
    ],
  },
  {
    question: 'the fee on a new car of 1 to 2 litres',
    kinds: ['value'],
    said: [
      { ...fee, by: 'decree', subject: 'New car, 1–2 l', period: '2023-08-01', value: '300600' },
      { ...fee, by: 'calculator', subject: 'New car, 1–2 l', period: '2023-08-01', value: '306000' },
    ],
  },
  {
    question: 'the loss of Moskvich in 2023',
    kinds: ['basis'],
    said: [
      { ...moskvich, by: 'accounts', measure: 'net_loss', unit: 'RUB', multiplier: 9, basis: 'statutory accounts', value: '8.6' },
      { ...moskvich, by: 'Kogogin', measure: 'net_loss', unit: 'RUB', multiplier: 6, value: '160' },
    ],
  },
  {
    question: 'the cars of Moskvich in 2023',
    kinds: ['basis'],
    said: [
      { ...moskvich, by: 'first text', basis: 'assembled', value: '31000' },
      { ...moskvich, by: 'Interfax', basis: 'shipped', value: { low: '19000', high: '19000', qualifier: 'about' } },
      { ...moskvich, by: 'Interfax', basis: 'sold', value: '15300' },
    ],
  },
  {
    question: 'the import tariff',
    kinds: ['unit'],
    said: [
      {
        by: 'first text',
        measure: 'import_tariff_change',
        subject: 'Passenger cars',
        area: 'RU',
        period: '2025',
        unit: 'PCT',
        change: 'percent',
        value: '80',
      },
      {
        by: 'blog',
        measure: 'import_tariff',
        subject: 'Passenger cars',
        area: 'RU',
        period: '2025-01',
        unit: 'PCT',
        value: { low: '20', high: '38', qualifier: 'between' },
      },
      { by: 'union', measure: 'import_tariff', subject: 'Passenger cars', area: 'RU', period: '2025', unit: 'PCT', value: '15' },
    ],
  },
];

function claimsOf({ question, said }: Question) {
  return toClaims(
    said.map(({ by, value, ...fields }, index) => ({
      kind: 'figure',
      ref: `${question} ${index}`,
      value: typeof value === 'string' ? { low: value, high: value, qualifier: 'exact' } : value,
      saidBy: [by],
      passage: { source: by, exact: 'words', start: index },
      ...fields,
    })),
  );
}

describe('what publications say differently about one market', () => {
  it.each(questions)('surfaces for $question', (one) => {
    const claims = claimsOf(one);
    const groups = findConflicts(claims, plainContext);
    const joined = new Set(groups.filter((group) => one.kinds.includes(group.kind)).flatMap((group) => group.claims));
    expect([...joined].sort(), JSON.stringify(groups)).toEqual(claims.map((claim) => claim.id).sort());
  });

  it('has no value conflict between figures that differ in basis, period or unit', () => {
    const apart = questions.filter((one) => !one.kinds.includes('value'));
    expect(apart.flatMap((one) => findConflicts(claimsOf(one), plainContext).filter((group) => group.kind === 'value'))).toEqual([]);
  });

  it('shows a year whose share exceeds the peak of its months', () => {
    const months = Array.from({ length: 12 }, (_, index) => `2024-${String(index + 1).padStart(2, '0')}`);
    const claims = claimsOf({
      question: 'peak',
      kinds: [],
      said: [
        { ...share, by: 'FT', period: '2024', value: '63' },
        ...months.map((period, index) => ({ ...share, by: 'Autostat', period, value: index === 6 ? '61.9' : `5${index % 10}.4` })),
      ],
    });
    const checks = runChecks(claims, plainContext);
    expect(checks.filter((check) => check.rule === 'max_of_months').map((check) => check.result)).toEqual(['breaks']);
  });
});
