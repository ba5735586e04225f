// All instruments or projects by their state on a day, each with the answer whether it was in force then.

import { IconBuildingBank, IconBuildingFactory2 } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { type FocusEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract.ts';
import type { AppError } from '../../../shared/errors.ts';
import type { InForce, ThingState } from '../../../shared/features/policy/contract.ts';
import { errorWords, useCall, useHints, useViewKeys, useWorkspace, words } from '../../bridge/index.ts';
import { EmptyState, ErrorNotice } from '../../ui/index.ts';
import { useWindowText } from '../../ui/shown-text.ts';
import { EvidenceButton } from './EvidenceButton.tsx';
import { listKeys } from './keys.ts';
import { ThingStateChip } from './ThingStateChip.tsx';

type Listed = Output<'policy.instruments'>[number];

const stateOrder: readonly ThingState[] = [
  'in_force',
  'paused',
  'decided',
  'draft',
  'planned',
  'overdue',
  'hypothetical',
  'unknown',
  'halted',
  'ended',
];

export interface ThingListProps {
  readonly type: 'instrument' | 'project';
  readonly query: UseQueryResult<Listed[], AppError>;
  readonly on: string;
  /** The one whose page was left: it gets the focus back. */
  readonly last: string | undefined;
  onOpen(name: string): void;
}

export function ThingList({ type, query, on, last, onOpen }: ThingListProps) {
  const { t } = useTranslation('policy');
  const openView = useWorkspace((state) => state.openView);
  const answers = useCall('policy.inforce', { type, on }).data ?? [];
  const [shown, setShown] = useState<string | undefined>(last);
  const body = useRef<HTMLDivElement>(null);
  const step = (by: number) => {
    const rows = [...(body.current?.querySelectorAll<HTMLElement>('.policy-open') ?? [])];
    const at = rows.findIndex((row) => row.dataset['name'] === shown);
    rows[Math.min(Math.max(at + by, 0), rows.length - 1)]?.focus();
  };
  useViewKeys({ J: () => step(1), K: () => step(-1), '↓': () => step(1), '↑': () => step(-1) });
  useHints(listKeys);
  const isThere = query.data !== undefined;
  useEffect(() => {
    if (isThere && last !== undefined) body.current?.querySelector<HTMLElement>(`[data-name="${CSS.escape(last)}"]`)?.focus();
  }, [isThere, last]);

  if (query.isError) return <ErrorNotice message={errorWords(query.error)} onRetry={() => void query.refetch()} />;
  const things = query.data;
  if (things === undefined) return <div className="grow" aria-busy />;
  if (things.length === 0)
    return (
      <EmptyState
        icon={type === 'project' ? IconBuildingFactory2 : IconBuildingBank}
        text={t(`empty.${type}`)}
        action={{ label: t('emptyAction'), run: () => openView('reader') }}
      />
    );
  return (
    <div className="policy-list" ref={body}>
      <div className="policy-row policy-heads" aria-hidden>
        <div className="policy-item">
          <span>{t('column.name')}</span>
          <span>{t('column.state')}</span>
          <span>{t('column.since')}</span>
          <span className="policy-class">{t('column.class')}</span>
          <span className="policy-number">{t('column.claims')}</span>
        </div>
        <span>{t('column.inForce')}</span>
      </div>
      {stateOrder
        .map((state) => [state, things.filter((one) => one.state === state)] as const)
        .filter(([, members]) => members.length > 0)
        .map(([state, members]) => (
          <section key={state} aria-label={t(`state.${state}`)}>
            <h2 className="policy-group">
              {t(`state.${state}`)} <em>{members.length}</em>
            </h2>
            <ul>
              {members.map((thing) => (
                <Item
                  key={thing.name}
                  thing={thing}
                  answer={answers.find((one) => one.name === thing.name)}
                  isShown={thing.name === shown}
                  onShow={() => setShown(thing.name)}
                  onOpen={() => onOpen(thing.name)}
                />
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
}

interface ItemProps {
  readonly thing: Listed;
  readonly answer: InForce | undefined;
  readonly isShown: boolean;
  onShow(): void;
  onOpen(): void;
}

function Item({ thing, answer, isShown, onShow, onOpen }: ItemProps) {
  const { t } = useTranslation('policy');
  const dated = useWindowText();
  const others = thing.names.filter((one) => one !== thing.name);
  // Rows must not move between the press and the release of a mouse button, or the click is lost.
  const onFocus = (event: FocusEvent<HTMLElement>) => event.target.matches(':focus-visible') && onShow();
  return (
    <li className="policy-row" data-shown={isShown ? '' : undefined} onFocus={onFocus}>
      <button type="button" className="policy-item policy-open" data-name={thing.name} onClick={onOpen}>
        <span className="policy-name">
          <b>{thing.name}</b>
          {others.length === 0 ? null : <span className="muted cut">{others.join(', ')}</span>}
        </span>
        <ThingStateChip state={thing.state} />
        <span>{thing.since === null ? '–' : dated(thing.since)}</span>
        <span className="policy-class">{thing.class ?? <span className="muted">–</span>}</span>
        <span className="policy-number">{thing.claims}</span>
      </button>
      <button
        type="button"
        className="policy-answer"
        data-answer={answer?.answer}
        aria-expanded={isShown}
        aria-label={answer === undefined ? undefined : t('answerOf', { name: thing.name, answer: t(`answer.${answer.answer}`) })}
        onClick={onShow}
      >
        {answer === undefined ? '' : t(`answer.${answer.answer}`)}
        {answer?.assumed === true ? <span className="muted">{t('assumed')}</span> : null}
      </button>
      {isShown && answer !== undefined ? (
        <ul className="policy-why" aria-label={t('reasons')}>
          {answer.why.map((reason) => (
            <li key={words(reason.words)}>
              <EvidenceButton claims={reason.claims}>{words(reason.words)}</EvidenceButton>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}
