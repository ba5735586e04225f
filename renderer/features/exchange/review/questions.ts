// The questions of a review in the order in which they are shown, and the answers given to them.
import { type MergeKind, type MergeResult, mergeKinds, type Take } from '../../../../shared/features/exchange/merge.ts';

/** What an edited spreadsheet says beside the workbook. */
export const outsideKinds = ['outside-conflict', 'outside-changed', 'outside-added', 'outside-deleted'] as const;
export type ReviewKind = MergeKind | (typeof outsideKinds)[number];

/** `cells` and `words`: of a row that says two things, its cells with numbers or the value in words. */
export type ReviewTake = Take | 'cells' | 'words';

export interface Question extends Omit<MergeResult['conflicts'][number], 'kind' | 'answers'> {
  readonly kind: ReviewKind;
  readonly answers: readonly ReviewTake[];
}

/** One line of answers, as the core takes it. */
export interface GivenLine extends Given {
  readonly record: string;
  readonly field: string;
}

export interface Given {
  readonly take: ReviewTake;
  /** Words of one's own. */
  readonly value?: string;
}

/** By the id of the question. */
export type GivenAnswers = Readonly<Record<string, Given>>;

export interface QuestionGroup {
  readonly kind: ReviewKind;
  readonly questions: readonly Question[];
}

/** Verdicts and removals first: they change most. */
const order: readonly ReviewKind[] = ['two-verdicts', 'deleted-cited', 'deleted-edited', 'deprecated-cited', ...mergeKinds, ...outsideKinds];

export function groupsOf(questions: readonly Question[]): readonly QuestionGroup[] {
  const byKind = Map.groupBy(questions, ({ kind }) => kind);
  return [...new Set(order)].flatMap((kind) => {
    const ofKind = byKind.get(kind);
    return ofKind === undefined ? [] : [{ kind, questions: ofKind }];
  });
}

export function isAnswered(question: Question, given: GivenAnswers): boolean {
  const answer = given[question.id];
  return answer !== undefined && question.answers.includes(answer.take);
}

export function openAmong(questions: readonly Question[], given: GivenAnswers): readonly Question[] {
  return questions.filter((question) => !isAnswered(question, given));
}

/** Only what is asked is answered: the core refuses an answer to nothing. */
export function answersTo(questions: readonly Question[], given: GivenAnswers): GivenLine[] {
  const asked = new Map(questions.filter((question) => isAnswered(question, given)).map((question) => [question.id, question]));
  return [...asked.values()].map(({ id, record, field }) => ({ record, field, ...given[id]! }));
}

/** The answer of one question given to all of its group that take it; those that have one of their own words keep it. */
export function sameForAll(group: QuestionGroup, take: ReviewTake, given: GivenAnswers): GivenAnswers {
  const taking = group.questions.filter(({ id, answers }) => answers.includes(take) && given[id]?.take !== 'value');
  return { ...given, ...Object.fromEntries(taking.map(({ id }) => [id, { take }])) };
}

const freeText: ReadonlySet<string> = new Set([
  'note',
  'comment',
  'summary',
  'title',
  'author',
  'publisher',
  'gist',
  'what',
  'topic',
  'condition',
  'question',
  'text',
]);

/** Whether words of one's own can stand there: one field of free text. */
export function takesOwnWords({ answers, field, mine, theirs }: Question): boolean {
  return answers.includes('value') && freeText.has(field) && typeof mine === 'string' && typeof theirs === 'string';
}
