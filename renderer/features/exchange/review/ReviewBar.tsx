import { useTranslation } from 'react-i18next';
import { Kbd } from '../../../ui/index.ts';
import { type GivenAnswers, isAnswered, openAmong, type Question } from './questions.ts';
import { useReviewOf } from './review-context.ts';

export interface ReviewBarProps {
  readonly question: Question | undefined;
  readonly questions: readonly Question[];
  readonly given: GivenAnswers;
}

export const choices = [
  { take: 'mine', key: '1' },
  { take: 'theirs', key: '2' },
  { take: 'cells', key: '2' },
  { take: 'both', key: '3' },
  { take: 'words', key: '3' },
  { take: 'base', key: '4' },
] as const;

/** The answers that the question takes, and the button that merges once nothing is left to answer. */
export function ReviewBar({ question, questions, given }: ReviewBarProps) {
  const { t } = useTranslation('exchange');
  const { name, useReview, answerAndGoOn, answerGroup, finish } = useReviewOf();
  const isMerging = useReview(({ phase }) => phase === 'finishing');
  const left = openAmong(questions, given).length;
  const take = question === undefined ? undefined : given[question.id]?.take;
  const group = questions.filter(({ kind }) => kind === question?.kind);
  const canRepeat = question !== undefined && group.length > 1 && isAnswered(question, given) && take !== 'value';
  const taken = choices.filter((one) => question?.answers.includes(one.take) === true);
  return (
    <div className="merge-bar">
      <fieldset className="merge-choices" aria-label={t('merge.answer')}>
        {question === undefined
          ? null
          : taken.map(({ take: one, key }) => (
              <button
                key={one}
                type="button"
                className="button"
                aria-pressed={take === one}
                disabled={isMerging}
                onClick={() => answerAndGoOn(question, one)}
              >
                {t(`${name}.take.${one}`)} <kbd className="key">{key}</kbd>
              </button>
            ))}
        {canRepeat ? (
          <button type="button" className="link-button" onClick={() => answerGroup(question)}>
            {t('merge.sameForAll', { count: group.length })} <Kbd>A</Kbd>
          </button>
        ) : null}
      </fieldset>
      <span className="grow" />
      <span className="merge-left" role="status" data-none={left === 0 ? '' : undefined}>
        {questions.length === 0 ? '' : t(left === 0 ? 'merge.noneLeft' : 'merge.left', { count: left })}
      </span>
      <button type="button" className="button" data-primary="" disabled={left > 0 || isMerging} onClick={() => void finish()}>
        {t(`${name}.finish`)} <Kbd>Ctrl ↵</Kbd>
      </button>
    </div>
  );
}
