// The verdict: a choice by its number, a reason, and Ctrl Enter.
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unitLabel } from '../../../shared/quantity/index.ts';
import { errorWords, forgetTyped, useKeyedCommands, useOffers, useViewKeys } from '../../bridge/index.ts';
import { Kbd } from '../../ui/index.ts';
import { type Choice, choicesOf, isSameChoice, observationOf } from './choices.ts';
import { conflictKeys } from './keys.ts';
import { readOwnValue } from './own-value.ts';
import { type GroupWithRows, useGiveVerdict } from './use-give-verdict.ts';

export interface VerdictBarProps {
  readonly group: GroupWithRows;
  readonly choice: Choice | undefined;
  readonly selectedId: string | undefined;
  onChoose(choice: Choice): void;
  onDone(): void;
}

export function VerdictBar({ group, choice, selectedId, onChoose, onDone }: VerdictBarProps) {
  const { t, i18n } = useTranslation(['conflicts', 'words']);
  const verdicts = useGiveVerdict();
  const [reason, setReason] = useState(group.decision?.reason ?? '');
  const [own, setOwn] = useState('');
  const [problem, setProblem] = useState<string>();
  const reasonField = useRef<HTMLInputElement>(null);
  const ownField = useRef<HTMLInputElement>(null);
  const problemId = useId();
  const choices = choicesOf(group.rows, selectedId);
  const needsNumber = choice?.type === 'own' && observationOf(group.kind, group.rows) !== undefined;
  const [lead] = group.rows;

  // An own value is typed first, then its reason.
  useEffect(() => {
    if (needsNumber) ownField.current?.focus();
  }, [needsNumber]);

  const choose = (next: Choice) => {
    onChoose(next);
    setProblem(undefined);
    reasonField.current?.focus();
  };
  const refuse = (text: string, field: HTMLInputElement | null) => {
    setProblem(text);
    field?.focus();
  };
  const give = async () => {
    if (choice === undefined) return setProblem(t('problem.choice', { last: choices.length }));
    const value = needsNumber ? readOwnValue(own) : undefined;
    if (needsNumber && value === undefined) return refuse(t('problem.own'), ownField.current);
    if (reason.trim() === '') return refuse(t('problem.reason'), reasonField.current);
    await attempt(() => verdicts.give(group, { choice, own: value, reason: reason.trim() }));
  };
  const attempt = async (run: () => Promise<void>) => {
    try {
      await run();
      (document.activeElement as HTMLElement | null)?.blur();
      forgetTyped(reasonField.current?.form);
      onDone();
    } catch (error) {
      setProblem(errorWords(error));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      (event.target as HTMLElement).blur();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void give();
    }
  };
  useViewKeys(Object.fromEntries(choices.map((one, index) => [String(index + 1), () => choose(one)])));
  useKeyedCommands(conflictKeys, { 'Ctrl ↵': () => void give() });

  const isObserved = observationOf(group.kind, group.rows) !== undefined;
  const word = (one: Choice) => {
    if (one.type === 'adopt') return t(group.rows.length === 1 ? 'choice.accept' : 'choice.adopt', { letter: one.letter });
    if (one.type === 'reading') return one.label;
    return one.type === 'own' && !isObserved ? t('choice.ownAnswer') : t(`choice.${one.type}`);
  };
  const reopen = group.decision === null || verdicts.isRunning ? undefined : () => void attempt(() => verdicts.reopen(group));
  useOffers([
    ...choices.map((one, index) => ({
      id: `conflicts.choose.${index}`,
      title: `${t('verdict')}: ${word(one)}`,
      keys: String(index + 1),
      run: () => choose(one),
    })),
    { id: 'conflicts.reopen', title: t('reopen'), run: reopen },
  ]);
  return (
    <form
      className="verdict-bar"
      aria-label={t('verdict')}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <div className="verdict-choices">
        {choices.map((one, index) => (
          <button
            key={word(one)}
            type="button"
            className="button"
            data-type={one.type}
            aria-pressed={isSameChoice(choice, one)}
            title={t(`choiceMeans.${one.type}`)}
            onClick={() => choose(one)}
          >
            <span className="cut">{word(one)}</span> <Kbd>{index + 1}</Kbd>
          </button>
        ))}
        <span className="grow" />
        {group.decision === null ? null : (
          <button type="button" className="link-button" disabled={verdicts.isRunning} onClick={reopen}>
            {t('reopen')}
          </button>
        )}
      </div>
      <div className="verdict-row">
        {needsNumber ? (
          <label className="verdict-own-value">
            <input
              ref={ownField}
              className="conflict-input"
              aria-label={t('ownValue')}
              placeholder={t('ownExample')}
              value={own}
              onChange={(event) => setOwn(event.currentTarget.value)}
            />
            <span className="muted">{scaleWords()}</span>
          </label>
        ) : null}
        <input
          ref={reasonField}
          className="conflict-input grow"
          aria-label={t('reason')}
          aria-invalid={problem === undefined ? undefined : true}
          aria-describedby={problem === undefined ? undefined : problemId}
          placeholder={t(choice?.type === 'own' && !isObserved ? 'reasonOfOwn' : 'reasonPlaceholder')}
          value={reason}
          maxLength={4000}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <button type="submit" className="button" data-primary="" disabled={verdicts.isRunning}>
          {t(group.decision === null ? 'give' : 'change')} <Kbd>Ctrl ↵</Kbd>
        </button>
      </div>
      {problem === undefined ? null : (
        <p className="verdict-problem" id={problemId} role="alert">
          {problem}
        </p>
      )}
    </form>
  );

  function scaleWords(): string {
    if (lead === undefined) return '';
    const scale =
      lead.multiplier === 0 ? '' : t(`words:scale.${lead.multiplier}`, { defaultValue: t('words:scale.other', { power: lead.multiplier }) });
    return [scale, unitLabel(lead.unit, i18n.language)].filter(Boolean).join(' ');
  }
}
