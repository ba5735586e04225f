// The answers given to a merge: each line answers the conflicts that it names, the most exact line wins.
import { AppError } from '../../../shared/errors.ts';
import { mostExact } from '../../../shared/features/exchange/answers.ts';
import type { Answer, MergeConflict } from '../../../shared/features/exchange/merge.ts';
import { type RecordTable, recordType } from '../../../shared/records/index.ts';
import type { Fields } from '../store/row.ts';

export function createAnswers(given: readonly Answer[]) {
  const used = new Map<MergeConflict, Answer>();
  const isUsed = new Set<Answer>();
  return {
    /** @throws AppError `invalid-input` for an answer that this conflict does not take. */
    to(conflict: MergeConflict, stays: (id: string) => string): Answer | undefined {
      const fitting = given.filter(
        ({ record, field }) =>
          (record === '*' || record === conflict.record || stays(record) === conflict.record) &&
          (field === undefined || field === conflict.field || (field === '*' && record === '*')),
      );
      for (const one of fitting) isUsed.add(one);
      const answer = mostExact(fitting);
      if (answer === undefined) return undefined;
      const { record, field } = conflict;
      if (fitting.some((one) => isContrary(one, answer))) throw new AppError('invalid-input', 'merge.answeredTwice', { record, field });
      if (!conflict.answers.includes(answer.take)) throw new AppError('invalid-input', 'merge.answerNotTaken', { record, field, take: answer.take });
      used.set(conflict, answer);
      return answer;
    },
    unused: () => given.filter((answer) => !isUsed.has(answer)),
    used: () => [...used].map(([conflict, answer]) => ({ conflict, answer })),
    /** A value of one's own: of a group, the fields that it gives over what stands there. @throws AppError `invalid-input` */
    valueFor(table: RecordTable, values: Fields, { value, record }: Answer): Fields {
      const names = Object.keys(values);
      const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
      const said = names.length === 1 ? { [names[0]!]: value } : { ...values, ...(isObject ? value : { [names[0]!]: value }) };
      const { shape } = recordType(table).schema;
      const wrong = Object.entries(said).find(([name, one]) => shape[name] === undefined || !shape[name].safeParse(one).success);
      if (wrong !== undefined) throw new AppError('invalid-input', 'merge.valueNotTaken', { record, field: wrong[0] });
      return said;
    },
  };
}

/** Whether two lines that name the same answer otherwise. */
function isContrary(one: Answer, other: Answer): boolean {
  const isSameLine = one.record === other.record && one.field === other.field;
  return isSameLine && JSON.stringify([one.take, one.value]) !== JSON.stringify([other.take, other.value]);
}
