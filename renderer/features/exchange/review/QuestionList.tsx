import { IconCheck } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type GivenAnswers, groupsOf, isAnswered, openAmong, type Question } from './questions.ts';
import { useRecordName } from './record-name.ts';
import { useReviewOf } from './review-context.ts';
import { fieldLabel } from './value-words.ts';

const shownAtFirst = 100;

export interface QuestionListProps {
  readonly questions: readonly Question[];
  readonly given: GivenAnswers;
  readonly at: number;
}

/** All questions under the words of their kind; those that are answered carry a tick. */
export function QuestionList({ questions, given, at }: QuestionListProps) {
  const { goTo, step } = useReviewOf();
  const { t } = useTranslation('exchange');
  const [most, setMost] = useState(shownAtFirst);
  const shown = Math.max(most, at + 1);
  const open = openAmong(questions, given).length;
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    step(by);
  };
  return (
    <nav className="merge-list" aria-label={t('merge.questions')}>
      <p className="merge-progress">
        <b>{t('merge.answered', { done: questions.length - open, total: questions.length })}</b>
        <progress max={questions.length} value={questions.length - open} aria-label={t('merge.progress')} />
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows only repeat what J and K do */}
      <div className="merge-groups" onKeyDown={onKeyDown}>
        {groupsOf(questions.slice(0, shown)).map(({ kind, questions: ofKind }) => (
          <section key={kind}>
            <h2>
              <span>{t(`merge.kind.${kind}`)}</span> <em>{questions.filter((one) => one.kind === kind).length}</em>
            </h2>
            <ul>
              {ofKind.map((question) => {
                const place = questions.indexOf(question);
                return (
                  <li key={`${place} ${question.id}`}>
                    <Item question={question} isCurrent={place === at} isDone={isAnswered(question, given)} onChoose={() => goTo(place)} />
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
        {questions.length > shown ? (
          <button type="button" className="link-button merge-more" onClick={() => setMost(shown + shownAtFirst)}>
            {t('merge.more', { count: questions.length - shown })}
          </button>
        ) : null}
      </div>
    </nav>
  );
}

interface ItemProps {
  readonly question: Question;
  readonly isCurrent: boolean;
  readonly isDone: boolean;
  onChoose(): void;
}

function Item({ question, isCurrent, isDone, onChoose }: ItemProps) {
  const { t, i18n } = useTranslation('exchange');
  const button = useRef<HTMLButtonElement>(null);
  const name = useRecordName(question, i18n.language);
  const table = t(`merge.table.${question.table}`);
  useEffect(() => {
    if (!isCurrent) return;
    button.current?.scrollIntoView({ block: 'nearest' });
    if (document.activeElement?.matches('.merge-item') === true) button.current?.focus();
  }, [isCurrent]);
  return (
    <button ref={button} type="button" className="merge-item" aria-current={isCurrent ? 'true' : undefined} onClick={onChoose}>
      {isDone ? <IconCheck className="merge-tick" size={14} stroke={2} aria-label={t('merge.isAnswered')} /> : null}
      <span className="merge-item-name">{name || table}</span>
      <span className="cut muted">
        {question.kind === 'field' || (question.kind.startsWith('outside-') && question.field !== '*')
          ? `${table}: ${fieldLabel(question.field)}`
          : table}
      </span>
    </button>
  );
}
