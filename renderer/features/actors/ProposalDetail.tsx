// Two names side by side with the claims that use each, and the judgement: a key, with a reason where one is needed.
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NameProposal } from '../../../shared/features/actors/contract.ts';
import type { judgementOutcomes } from '../../../shared/features/actors/model.ts';
import { errorWords, useCall, useCommand, useKeyedCommands } from '../../bridge/index.ts';
import { Kbd } from '../../ui/index.ts';
import { ClaimLines } from './ClaimLines.tsx';
import { pairKeys } from './keys.ts';

type Outcome = (typeof judgementOutcomes)[number];

const keysOf: Readonly<Record<Outcome, string>> = { same: 'S', not_same: 'N', undecided: 'U' };
const outcomes = Object.keys(keysOf) as Outcome[];

export function ProposalDetail({ pair, onDone }: { pair: NameProposal; onDone(): void }) {
  const { t } = useTranslation('actors');
  const judge = useCommand('actors.judge', { isQuiet: true });
  const [reason, setReason] = useState('');
  const give = async (outcome: Outcome) => {
    try {
      await judge.run({ one: pair.one, other: pair.other, outcome, reason: reason.trim() });
      onDone();
    } catch {
      // shown above the buttons
    }
  };
  useKeyedCommands(pairKeys, Object.fromEntries(outcomes.map((outcome) => [keysOf[outcome], () => void give(outcome)])));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') (event.target as HTMLElement).blur();
  };
  return (
    <section className="actor-detail" aria-label={t('pair', { one: pair.one, other: pair.other })}>
      <header className="actor-head">
        <h2>{t('areSame')}</h2>
      </header>
      <div className="actor-body actor-pair">
        <NameSide name={pair.one} />
        <NameSide name={pair.other} />
      </div>
      <footer className="actor-judge" data-editor="">
        {judge.error === undefined ? null : (
          <p className="actor-problem" role="alert">
            {errorWords(judge.error)}
          </p>
        )}
        <input
          className="actor-reason"
          placeholder={t('reason')}
          aria-label={t('reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {outcomes.map((outcome) => (
          <button
            key={outcome}
            type="button"
            className="button"
            data-primary={outcome === 'same' ? '' : undefined}
            disabled={judge.isRunning}
            onClick={() => void give(outcome)}
          >
            {t(`outcome.${outcome}`)}
            <Kbd>{keysOf[outcome]}</Kbd>
          </button>
        ))}
      </footer>
    </section>
  );
}

function NameSide({ name }: { name: string }) {
  const { t } = useTranslation('actors');
  const actor = useCall('actors.get', { name, limit: 20 }).data;
  return (
    <div className="actor-side">
      <h3>{name}</h3>
      {actor === undefined ? null : (
        <>
          <p className="muted">{[t('claims', { count: actor.claims }), ...actor.uses.map((use) => t(`use.${use}`))].join(' · ')}</p>
          <ClaimLines rows={actor.rows} label={name} />
          {actor.claims > actor.rows.length ? <p className="muted">{t('more', { count: actor.claims - actor.rows.length })}</p> : null}
        </>
      )}
    </div>
  );
}
