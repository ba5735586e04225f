// A file taken into the workbook: what comes in by itself as a count, each question with both sides, and one edit.
import { IconFileImport, IconGitMerge, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useHints, useKeyedCommands, useOffers } from '../../../bridge/index.ts';
import { EmptyState, ErrorNotice, type KeySpec, Reading, Tool, Toolbar } from '../../../ui/index.ts';
import { mergeKeys } from '../keys.ts';
import { RecentExchanges } from '../RecentExchanges.tsx';
import type { Review as ReviewOf, ReviewPhase, ReviewState } from './create-review.ts';
import { QuestionList } from './QuestionList.tsx';
import { QuestionView } from './QuestionView.tsx';
import type { ReviewTake } from './questions.ts';
import { isAnswered, openAmong, takesOwnWords } from './questions.ts';
import { choices, ReviewBar } from './ReviewBar.tsx';
import { ReviewContext, useReviewOf } from './review-context.ts';
import './merge.css';

const noKeys: readonly KeySpec[] = [];

export interface ReviewViewProps<R> {
  readonly review: ReviewOf<R>;
  /** What needs no answer, in a line. */
  counts(result: R): ReactNode;
  outcome(result: R): ReactNode;
}

export function ReviewView<R>({ review, ...props }: ReviewViewProps<R>) {
  return (
    <ReviewContext.Provider value={review}>
      <Shown {...props} />
    </ReviewContext.Provider>
  );
}

function Shown<R>({ counts, outcome }: Omit<ReviewViewProps<R>, 'review'>) {
  const { t } = useTranslation('exchange');
  const { name, useReview, choose, leave } = useReviewOf();
  const state: ReviewState<R> = useReview();
  const { phase, file, result } = state;
  const isAsking = phase === 'asking' || phase === 'finishing';
  const canLeave = phase !== 'none' && phase !== 'finishing' && phase !== 'reading';
  const leaveWords = t(isAsking ? `${name}.leave` : 'merge.close');
  useHints(isAsking ? undefined : noKeys);
  useOffers([
    { id: 'exchange.choose', title: t('merge.another'), run: phase === 'finishing' ? undefined : choose },
    { id: 'exchange.leave', title: leaveWords, run: canLeave ? () => void leave() : undefined },
  ]);
  if (phase === 'none')
    return (
      <div className="view">
        <EmptyState icon={IconGitMerge} text={t(`${name}.empty`)} action={{ label: t(`command.${name}`), run: choose }} />
        <RecentExchanges />
      </div>
    );
  return (
    <div className="view merge">
      <Toolbar label={t(`${name}.title`)}>
        <b className="cut merge-file" title={file?.name}>
          {file?.name}
        </b>
        <span className="grow" />
        <Tool icon={IconFileImport} label={t('merge.another')} isDisabled={phase === 'finishing'} onRun={choose} />
        <Tool icon={IconX} label={leaveWords} isDisabled={!canLeave} onRun={() => void leave()} />
      </Toolbar>
      {isAsking && result !== undefined ? (
        <Questions counts={counts(result)} />
      ) : phase === 'done' && result !== undefined ? (
        outcome(result)
      ) : (
        <Other phase={phase} />
      )}
    </div>
  );
}

function Other({ phase }: { phase: ReviewPhase }) {
  const { t } = useTranslation('exchange');
  const { name, useReview, read } = useReviewOf();
  const { problem, file } = useReview();
  if (phase === 'refused') return <ErrorNotice title={t(`${name}.refused`)} message={problem ?? ''} onRetry={() => void read()} />;
  if (phase === 'already') return <EmptyState icon={IconGitMerge} text={t(`${name}.already`, { name: file?.name })} />;
  return <Reading text={t(`${name}.reading`, { name: file?.name })} detail={t('merge.readingDetail')} />;
}

function Questions({ counts }: { readonly counts: ReactNode }) {
  const { t } = useTranslation('exchange');
  const { name, useReview, questionsIn, givenIn, step, answerAndGoOn, answerGroup, finish } = useReviewOf();
  const state = useReview();
  const questions = questionsIn(state);
  const given = givenIn(state);
  const question = questions[state.at];
  const isReady = state.phase === 'asking' && openAmong(questions, given).length === 0;
  const takeBy = (key: string) => {
    const take: ReviewTake | undefined = choices.find((one) => one.key === key && question?.answers.includes(one.take) === true)?.take;
    return question === undefined || take === undefined ? undefined : () => answerAndGoOn(question, take);
  };
  const canRepeat = question !== undefined && isAnswered(question, given) && given[question.id]?.take !== 'value';
  useKeyedCommands(mergeKeys, {
    J: questions.length === 0 ? undefined : () => step(1),
    K: questions.length === 0 ? undefined : () => step(-1),
    1: takeBy('1'),
    2: takeBy('2'),
    3: takeBy('3'),
    4: takeBy('4'),
    E: question !== undefined && takesOwnWords(question) ? () => document.querySelector<HTMLElement>('.merge-own')?.focus() : undefined,
    A: canRepeat ? () => answerGroup(question) : undefined,
    'Ctrl ↵': isReady ? () => void finish() : undefined,
  });
  return (
    <>
      <div className="merge-counts">{counts}</div>
      {questions.length === 0 ? (
        <EmptyState icon={IconGitMerge} text={t(`${name}.noQuestions`)} />
      ) : (
        <div className="merge-columns">
          <QuestionList questions={questions} given={given} at={state.at} />
          {question === undefined ? null : <QuestionView key={`${state.at} ${question.id}`} question={question} given={given[question.id]} />}
        </div>
      )}
      <ReviewBar question={question} questions={questions} given={given} />
    </>
  );
}
