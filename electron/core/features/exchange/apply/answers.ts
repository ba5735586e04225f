// What was said to the lines of a comparison: the most exact answer wins, and one that fits nothing is refused.
import { AppError } from '../../../../../shared/errors.ts';
import { mostExact } from '../../../../../shared/features/exchange/answers.ts';
import type { ApplyAnswer, Comparison } from '../../../../../shared/features/exchange/applied.ts';

type Take = ApplyAnswer['take'];

export interface Answers {
  /** What was said to a line, or `usual` where nothing was. */
  to<U extends Take | undefined>(record: string, field: string, usual: U): Take | U;
  /** @throws AppError `invalid-input` for an answer that fits no line. */
  assertUsed(): void;
}

export function createAnswers(answers: readonly ApplyAnswer[]): Answers {
  const used = new Set<ApplyAnswer>();
  return {
    to(record, field, usual) {
      const best = mostExact(answers.filter((one) => (one.record === '*' || one.record === record) && (one.field === '*' || one.field === field)));
      if (best === undefined) return usual;
      used.add(best);
      return best.take;
    },
    assertUsed() {
      const unused = answers.find((one) => !used.has(one));
      if (unused !== undefined) throw new AppError('invalid-input', 'exchange.unusedAnswer', { record: unused.record, field: unused.field });
    },
  };
}

/** @throws AppError `conflict` where a conflict was not answered, `invalid-input` where it cannot be answered so. */
export function assertAnswered({ conflicts }: Comparison, answers: Answers): void {
  const open = conflicts.filter(({ record, field }) => answers.to(record, field, undefined) === undefined);
  if (open.length > 0) throw new AppError('conflict', 'exchange.openConflicts', { count: open.length });
  for (const { record, field, answers: allowed } of conflicts) {
    const take = answers.to(record, field, undefined)!;
    if (!allowed.includes(take)) throw new AppError('invalid-input', 'exchange.noSuchAnswer', { record, field, take });
  }
}
