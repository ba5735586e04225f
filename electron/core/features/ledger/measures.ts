// What the workbook knows of its measures: those that claims use, and what the analyst said of them.
import { AppError } from '../../../../shared/errors.ts';
import type { Claim } from '../../../../shared/features/claims/model.ts';
import { createMeasures, type Measure, type Measures } from '../../../../shared/features/ledger/measures.ts';
import { Decimal } from '../../../../shared/quantity/index.ts';
import type { Handlers } from '../../dispatch.ts';
import { keptUntilTouched } from '../../edits/touched.ts';
import type { MeasureRepository } from './repository.ts';

/** The measures of the open workbook, read again when one was written. */
export interface MeasureService extends Measures {
  /** Changes with what is said of measures. */
  revision(): number;
  touch(): void;
}

export function createMeasureService(repository: MeasureRepository, version: () => number): MeasureService {
  const measures = keptUntilTouched(() => createMeasures(repository.all()), version);
  return {
    familyOf: (code) => measures.current().familyOf(code),
    isAdditive: (code, unit) => measures.current().isAdditive(code, unit),
    addsOverTime: (code, unit) => measures.current().addsOverTime(code, unit),
    rangeOf: (code, unit) => measures.current().rangeOf(code, unit),
    revision: measures.revision,
    touch: measures.touch,
  };
}

export interface MeasuresOptions {
  readonly repository: MeasureRepository;
  readonly claims: { all(): readonly Claim[] };
  readonly measures: Measures;
}

export function createMeasureHandlers({
  repository,
  claims,
  measures,
}: MeasuresOptions): Pick<Handlers<'ledger'>, 'measures' | 'describeMeasure' | 'forgetMeasure'> {
  return {
    measures() {
      const known = new Map(repository.all().map((measure) => [measure.code, measure]));
      const uses = new Map<string, { claims: number; unit: string | null }>();
      for (const { measure, unit } of claims.all()) {
        if (measure === null) continue;
        const before = uses.get(measure);
        uses.set(measure, { claims: (before?.claims ?? 0) + 1, unit: before?.unit ?? unit });
      }
      const codes = [...new Set([...uses.keys(), ...known.keys()])].sort(
        (a, b) => (uses.get(b)?.claims ?? 0) - (uses.get(a)?.claims ?? 0) || a.localeCompare(b),
      );
      return {
        measures: codes.map((code) => {
          const use = uses.get(code) ?? { claims: 0, unit: known.get(code)?.unit ?? null };
          return {
            code,
            ...use,
            family: measures.familyOf(code),
            isAdditive: measures.isAdditive(code, use.unit),
            described: known.get(code) ?? null,
          };
        }),
      };
    },
    describeMeasure(draft, edit) {
      checkRange(draft);
      const before = repository.all().find((measure) => measure.code === draft.code);
      const measure: Measure = { ...draft, id: before?.id ?? edit.newId() };
      edit.name('describeMeasure', { measure: { code: draft.code } });
      if (before === undefined) edit.insert('measure', measure);
      else edit.update('measure', before.id, measure);
      return measure;
    },
    forgetMeasure({ id }, edit) {
      const measure = repository.all().find((one) => one.id === id);
      if (measure === undefined) throw new AppError('not-found', 'ledger.unknownMeasure', { id });
      edit.name('forgetMeasure', { measure: { code: measure.code } });
      edit.remove('measure', id);
      return { removed: 1 };
    },
  };
}

function checkRange({ low, high }: Pick<Measure, 'low' | 'high'>): void {
  if (low !== null && high !== null && new Decimal(low).gt(high))
    throw new AppError('invalid-input', 'ledger.rangeReversed', { field: 'low', low, high });
}
