// Claims of the real documents as rules see them, with their refs as ids.
import { toBody } from '../../shared/features/claims/form.ts';
import { type Claim, claimInputSchema } from '../../shared/features/claims/model.ts';
import { createMeasures } from '../../shared/features/ledger/measures.ts';
import { readShared } from './shared-material.ts';

export const plainContext = {
  source: (id: string | null) =>
    id === null ? undefined : { id, title: id, publisher: null, publishedOn: id.startsWith('004') ? '2023-09-16' : null, grade: null, copyOf: null },
  nameOf: (name: string) => name,
  judged: () => undefined,
  measures: createMeasures([]),
  ladders: [['CBU', 'SKD', 'CKD', 'full_cycle', 'components_localised'].map((code) => ({ code, label: code.replaceAll('_', ' ') }))],
};

export function toClaims(inputs: readonly unknown[]): Claim[] {
  return inputs.map((input, index) => {
    const parsed = claimInputSchema.parse(input);
    const id = parsed.ref ?? `claim-${index}`;
    const start = parsed.passage?.start ?? index;
    const passages =
      parsed.passage === undefined
        ? []
        : [
            {
              id: `p-${id}`,
              source: parsed.passage.source,
              exact: parsed.passage.exact,
              prefix: '',
              suffix: '',
              start,
              end: start + 1,
              page: null,
              sheet: null,
              cells: null,
              state: 'same' as const,
            },
          ];
    return { ...toBody(parsed), id, contentKey: id, sourceId: parsed.passage?.source ?? null, passages };
  });
}

export function seedClaims(): Claim[] {
  return toClaims(JSON.parse(readShared('facts', 'seed-claims.json')));
}
