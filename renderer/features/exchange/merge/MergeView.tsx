// Another workbook taken into this one: what comes in by itself as a count, each question with both sides, and one edit.
import { IconFileImport, IconGitMerge, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useHints, useKeyedCommands, useOffers } from '../../../bridge/index.ts';
import { EmptyState, ErrorNotice, type KeySpec, Reading, Tool, Toolbar } from '../../../ui/index.ts';
import { mergeKeys } from '../keys.ts';
import { MergeBar } from './MergeBar.tsx';
import { MergeOutcome } from './MergeOutcome.tsx';
import {
  answerAndGoOn,
  answerGroup,
  chooseTheirs,
  givenIn,
  leave,
  type MergePhase,
  mergeTheirs,
  questionsIn,
  read,
  step,
  useMerge,
} from './merge-state.ts';
import { QuestionList } from './QuestionList.tsx';
import { QuestionView } from './QuestionView.tsx';
import { isAnswered, openAmong, takesOwnWords } from './questions.ts';
import './merge.css';

const noKeys: readonly KeySpec[] = [];

export function MergeView() {
  const { t } = useTranslation('exchange');
  const state = useMerge();
  const { phase, file, result } = state;
  const isAsking = phase === 'asking' || phase === 'merging';
  const canLeave = phase !== 'none' && phase !== 'merging' && phase !== 'reading';
  const leaveWords = t(isAsking ? 'merge.leave' : 'merge.close');
  useHints(isAsking ? undefined : noKeys);
  useOffers([
    { id: 'exchange.choose', title: t('merge.another'), run: phase === 'merging' ? undefined : chooseTheirs },
    { id: 'exchange.leave', title: leaveWords, run: canLeave ? () => void leave() : undefined },
  ]);
  if (phase === 'none')
    return (
      <div className="view">
        <EmptyState icon={IconGitMerge} text={t('merge.empty')} action={{ label: t('command.merge'), run: chooseTheirs }} />
      </div>
    );
  return (
    <div className="view merge">
      <Toolbar label={t('merge.title')}>
        <b className="cut merge-file" title={file?.name}>
          {file?.name}
        </b>
        <span className="grow" />
        <Tool icon={IconFileImport} label={t('merge.another')} isDisabled={phase === 'merging'} onRun={chooseTheirs} />
        <Tool icon={IconX} label={leaveWords} isDisabled={!canLeave} onRun={() => void leave()} />
      </Toolbar>
      {isAsking && result !== undefined ? <Review /> : <Other phase={phase} />}
    </div>
  );
}

function Other({ phase }: { phase: MergePhase }) {
  const { t } = useTranslation('exchange');
  const { problem, file } = useMerge();
  if (phase === 'refused') return <ErrorNotice title={t('merge.refused')} message={problem ?? ''} onRetry={() => void read()} />;
  if (phase === 'already') return <EmptyState icon={IconGitMerge} text={t('merge.already', { name: file?.name })} />;
  if (phase === 'merged') return <MergeOutcome />;
  return <Reading text={t('merge.reading', { name: file?.name })} detail={t('merge.readingDetail')} />;
}

function Review() {
  const { t } = useTranslation('exchange');
  const state = useMerge();
  const questions = questionsIn(state);
  const given = givenIn(state);
  const question = questions[state.at];
  const isReady = state.phase === 'asking' && openAmong(questions, given).length === 0;
  const take = (one: 'mine' | 'theirs' | 'both' | 'base') =>
    question?.answers.includes(one) === true ? () => answerAndGoOn(question, one) : undefined;
  const canRepeat = question !== undefined && isAnswered(question, given) && given[question.id]?.take !== 'value';
  useKeyedCommands(mergeKeys, {
    J: questions.length === 0 ? undefined : () => step(1),
    K: questions.length === 0 ? undefined : () => step(-1),
    1: take('mine'),
    2: take('theirs'),
    3: take('both'),
    4: take('base'),
    E: question !== undefined && takesOwnWords(question) ? () => document.querySelector<HTMLElement>('.merge-own')?.focus() : undefined,
    A: canRepeat ? () => answerGroup(question) : undefined,
    'Ctrl ↵': isReady ? () => void mergeTheirs() : undefined,
  });
  const { taken, united, same } = state.result!.merged;
  const counts = [
    taken > 0 ? t('merge.taken', { count: taken }) : t('merge.noneTaken'),
    united > 0 ? t('merge.united', { count: united }) : '',
    same > 0 ? t('merge.same', { count: same }) : '',
  ];
  return (
    <>
      <p className="merge-counts">{counts.filter(Boolean).join(' · ')}</p>
      {questions.length === 0 ? (
        <EmptyState icon={IconGitMerge} text={t('merge.noQuestions')} />
      ) : (
        <div className="merge-columns">
          <QuestionList questions={questions} given={given} at={state.at} />
          {question === undefined ? null : <QuestionView key={`${state.at} ${question.id}`} question={question} given={given[question.id]} />}
        </div>
      )}
      <MergeBar question={question} questions={questions} given={given} />
    </>
  );
}
