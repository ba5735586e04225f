import { useTranslation } from 'react-i18next';
import type { ClaimRow } from '../../../shared/features/claims/contract.ts';
import { formatPeriod } from '../../../shared/period/index.ts';
import { useCall } from '../../bridge/index.ts';
import { Grade, languageName, Value, valueText } from '../../ui/index.ts';
import { firstWords, lastWords } from './quote-context.ts';
import { leadOf, letterOf } from './words.ts';

export interface ClaimCardProps {
  readonly row: ClaimRow;
  readonly index: number;
  readonly isSelected: boolean;
  readonly isAdopted: boolean;
  onSelect(): void;
}

/** One side: what it says, who says it, and the words themselves. */
export function ClaimCard({ row, index, isSelected, isAdopted, onSelect }: ClaimCardProps) {
  const { t, i18n } = useTranslation(['conflicts', 'words']);
  return (
    <article className="conflict-card" data-entry={row.id} data-adopted={isAdopted ? '' : undefined} data-selected={isSelected ? '' : undefined}>
      <h3>
        <button type="button" aria-pressed={isSelected} onClick={onSelect}>
          <span className="conflict-letter">{letterOf(index)}</span>
          <span className="conflict-lead" data-kind={row.kind}>
            {row.kind === 'figure' ? <Value text={valueText(row, i18n.language)} status={row.status} /> : leadOf(row, i18n.language)}
            {row.stance === null ? null : <em>{t(`words:stance.${row.stance}`)}</em>}
          </span>
          <Grade source={row.grade} claim={row.credibility} />
        </button>
      </h3>
      <CardSource row={row} />
      <CardQuote row={row} />
    </article>
  );
}

function CardSource({ row }: { row: ClaimRow }) {
  const { t, i18n } = useTranslation('conflicts');
  const trace = useCall('claims.trace', { id: row.id }).data;
  const source = useCall('sources.get', { id: row.sourceId ?? '' }, { enabled: row.sourceId !== null }).data;
  const held = trace?.claim.id === row.id ? trace.chain.find((link) => link.part === 'held') : undefined;
  const date = row.madeOn ?? held?.date ?? null;
  const name = held?.name ?? row.sourceTitle ?? t('noSource');
  const parts = [
    row.origin === null || row.origin === name ? undefined : t('origin', { origin: row.origin }),
    date === null ? t('undated') : formatPeriod(date, i18n.language),
    source?.id === row.sourceId ? languageName(source?.language ?? null, i18n.language) : undefined,
  ];
  return (
    <p className="conflict-source" title={row.sourceTitle ?? undefined}>
      <b>{name}</b> {row.origin === null ? <span className="conflict-unnamed">{t('unnamed')} · </span> : null}
      <span className="muted">{parts.filter(Boolean).join(' · ')}</span>
    </p>
  );
}

function CardQuote({ row }: { row: ClaimRow }) {
  const { t } = useTranslation('conflicts');
  const trace = useCall('claims.trace', { id: row.id }).data;
  const source = useCall('sources.get', { id: row.sourceId ?? '' }, { enabled: row.sourceId !== null }).data;
  const language = source?.id === row.sourceId ? (source?.language ?? undefined) : undefined;
  const passage = trace?.claim.id === row.id ? trace.passage : undefined;
  if (passage == null) {
    if (passage === undefined) return <blockquote className="conflict-quote source-words" aria-busy />;
    return row.original === '' ? (
      <p className="conflict-quote muted">{t('noPassage')}</p>
    ) : (
      <blockquote className="conflict-quote source-words" lang={language}>
        <mark data-kind={row.kind}>{row.original}</mark>
      </blockquote>
    );
  }
  return (
    <blockquote className="conflict-quote source-words" lang={language}>
      <span>{lastWords(passage.before)}</span>
      <mark data-kind={row.kind}>{passage.exact}</mark>
      <span>{firstWords(passage.after)}</span>
    </blockquote>
  );
}
