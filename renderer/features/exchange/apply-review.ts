// An edited spreadsheet that is looked at: nothing of it is taken without a yes.
import type { Output } from '../../../shared/contract.ts';
import type { Comparison } from '../../../shared/features/exchange/applied.ts';
import { message } from '../../../shared/message.ts';
import { call } from '../../bridge/index.ts';
import { createReview } from './review/create-review.ts';
import type { GivenLine, Question } from './review/questions.ts';

type Answers = NonNullable<Parameters<typeof call<'exchange.apply'>>[1]['answers']>;
export type ApplyResult = Comparison & Partial<Pick<Output<'exchange.apply'>, 'applied'>>;

const asked = (answers: readonly GivenLine[]): Answers =>
  answers.map(({ record, field, take }) => ({ record, field, take: take as Answers[number]['take'] }));

export const applyReview = createReview<ApplyResult>({
  name: 'apply',
  accept: '.xlsx',
  preview: (file) => call('exchange.applyPreview', { file }),
  finish: (file, answers) => call('exchange.apply', { file, answers: asked(answers) }),
  questionsOf,
  isNothing: ({ changed, added, deleted, conflicts }) => changed.length + added.length + deleted.length + conflicts.length === 0,
});

const nobody = { by: { mine: null, theirs: null } } as const;

function questionsOf({ changed, added, deleted, conflicts }: ApplyResult): Question[] {
  return [
    ...conflicts.map(
      ({ id, table, record, field, base, mine, theirs, sheet, cell, answers }): Question => ({
        ...nobody,
        id,
        kind: 'outside-conflict',
        table,
        record,
        field,
        base: base ?? null,
        mine,
        theirs,
        answers,
        words: message('exchange:apply.inCell', { sheet, cell }),
      }),
    ),
    ...changed.map(
      ({ table, record, field, from, to, sheet, cell }): Question => ({
        ...nobody,
        id: `changed ${record} ${field}`,
        kind: 'outside-changed',
        table,
        record,
        field,
        base: null,
        mine: from,
        theirs: to,
        answers: ['mine', 'theirs'],
        words: message('exchange:apply.inCell', { sheet, cell }),
      }),
    ),
    ...added.map(
      ({ id, claim, sheet, row }): Question => ({
        ...nobody,
        id: `added ${id}`,
        kind: 'outside-added',
        table: 'claim',
        record: id,
        field: '*',
        base: null,
        mine: null,
        theirs: claim,
        answers: ['mine', 'theirs'],
        words: message('exchange:apply.inRow', { sheet, row }),
      }),
    ),
    ...deleted.map(
      ({ table, record }): Question => ({
        ...nobody,
        id: `deleted ${record}`,
        kind: 'outside-deleted',
        table,
        record,
        field: '*',
        base: null,
        mine: { id: record },
        theirs: null,
        answers: ['mine', 'theirs'],
        words: message('exchange:apply.rowGone'),
      }),
    ),
  ];
}
