// The merge that is looked at.
import type { MergeResult } from '../../../shared/features/exchange/merge.ts';
import { call } from '../../bridge/index.ts';
import { createReview } from './review/create-review.ts';
import type { GivenLine } from './review/questions.ts';

type Answers = Parameters<typeof call<'exchange.merge'>>[1]['answers'];

const asked = (answers: readonly GivenLine[]) =>
  answers.map(({ record, field, take, value }) => ({ record, field, take, ...(value === undefined ? {} : { value }) })) as Answers;

export const mergeReview = createReview<MergeResult>({
  name: 'merge',
  accept: '.assay',
  preview: (theirs, answers) => call('exchange.previewMerge', { theirs, answers: asked(answers) }),
  finish: (theirs, answers) => call('exchange.merge', { theirs, answers: asked(answers) }),
  questionsOf: ({ conflicts }) => conflicts,
  isNothing: ({ already }) => already,
});
