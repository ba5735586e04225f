// One actor: its names, what is known of it, what was judged, and the claims that name it.
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Judgement } from '../../../shared/features/actors/model.ts';
import { formatPeriod } from '../../../shared/period/index.ts';
import { errorWords, useCall, useCommand, useKeyedCommands, useOffers } from '../../bridge/index.ts';
import { ErrorNotice, Kbd, Markdown, momentText } from '../../ui/index.ts';
import { ActorDialog } from './ActorDialog.tsx';
import { ClaimLines } from './ClaimLines.tsx';
import { actorKeys } from './keys.ts';

export function ActorDetail({ name }: { name: string }) {
  const { t, i18n } = useTranslation('actors');
  const [isEditing, setEditing] = useState(false);
  const query = useCall('actors.get', { name });
  useKeyedCommands(actorKeys, { E: () => setEditing(true) });
  if (query.isError) return <ErrorNotice message={errorWords(query.error)} onRetry={() => void query.refetch()} />;
  const actor = query.data;
  if (actor === undefined) return <div className="actor-detail" aria-busy />;
  const { record } = actor;
  const dated = (period: string | null) => (period === null ? '' : `, ${formatPeriod(period, i18n.language)}`);
  return (
    <section className="actor-detail" aria-label={actor.name}>
      <header className="actor-head">
        <div>
          <h2>{actor.name}</h2>
          <p className="muted">{[t(`kind.${actor.kind ?? 'unknown'}`), ...actor.uses.map((use) => t(`use.${use}`))].join(' · ')}</p>
        </div>
        <button type="button" className="button" onClick={() => setEditing(true)}>
          <IconPencil size={14} stroke={1.8} aria-hidden />
          {t(record === null ? 'describe' : 'change')}
          <Kbd>E</Kbd>
        </button>
      </header>
      <div className="actor-body">
        <dl className="actor-facts">
          <Fact name={t('names')}>
            {actor.otherNames.length === 0 ? (
              <span className="muted">{t('noOtherNames')}</span>
            ) : (
              actor.otherNames.map((one) => <em key={one}>{one}</em>)
            )}
          </Fact>
          {record?.roles.map(({ role, at, period }) => (
            <Fact key={`${role}${at}${period}`} name={t('role')}>
              {role}
              {at === null ? '' : ` · ${at}`}
              <span className="muted">{dated(period)}</span>
            </Fact>
          ))}
          {record?.relations.map(({ kind, other, period }) => (
            <Fact key={`${kind}${other}${period}`} name={t(`relation.${kind}`)}>
              {other}
              <span className="muted">{dated(period)}</span>
            </Fact>
          ))}
          {record === null || record.note === '' ? null : (
            <Fact name={t('note')}>
              <Markdown text={record.note} />
            </Fact>
          )}
          {actor.judgements.map((judgement) => (
            <Judged key={judgement.id} judgement={judgement} />
          ))}
        </dl>
        <h3>{t('claims', { count: actor.claims })}</h3>
        <ClaimLines rows={actor.rows} label={t('claims', { count: actor.claims })} />
        {actor.claims > actor.rows.length ? <p className="muted actor-more">{t('more', { count: actor.claims - actor.rows.length })}</p> : null}
      </div>
      {isEditing ? <ActorDialog name={actor.name} record={record} otherNames={actor.otherNames} onClose={() => setEditing(false)} /> : null}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What was judged, by whom and why, and the way back. */
function Judged({ judgement }: { judgement: Judgement }) {
  const { t, i18n } = useTranslation('actors');
  const withdraw = useCommand('actors.withdraw');
  const { id, one, other, outcome, reason, by, at } = judgement;
  const takeBack = () => void withdraw.run({ id }).catch(() => undefined);
  useOffers([{ id: `actors.takeBack.${id}`, title: `${t('takeBack')}: ${t(`judged.${outcome}`, { one, other })}`, run: takeBack }]);
  return (
    <Fact name={t('judgement')}>
      <b>{t(`judged.${outcome}`, { one, other })}</b> {reason}{' '}
      <span className="muted">{t('byAt', { by: by === '' ? t('unnamedPerson') : by, at: momentText(at, i18n.language) })}</span>{' '}
      <button type="button" className="link-button" disabled={withdraw.isRunning} onClick={takeBack}>
        {t('takeBack')}
      </button>
    </Fact>
  );
}
