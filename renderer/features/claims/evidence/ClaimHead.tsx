// The head of Evidence: what the claim says, in one look.

import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { codeWords } from '../../../../shared/code-words.ts';
import type { ClaimRow } from '../../../../shared/features/claims/contract.ts';
import { openPassage } from '../../../bridge/index.ts';
import { Markdown, StateChip, valueParts, valueText } from '../../../ui/index.ts';
import { DateBox } from './DateBox.tsx';
import { DiffersNotice } from './DiffersNotice.tsx';
import { figureTitle, intervalWords, isUpcoming, scopeWords } from './evidence-words.ts';

export function ClaimHead({ row }: { row: ClaimRow }) {
  const { t } = useTranslation(['evidence', 'words']);
  return (
    <header className="evidence-head">
      <div className="evidence-title">
        <h2>{titleOf(row, t)}</h2>
        {row.passages.length === 0 ? null : (
          <button type="button" className="icon-button" aria-label={t('change')} title={t('change')} onClick={() => openPassage(row, true)}>
            <IconPencil size={14} stroke={1.8} aria-hidden />
          </button>
        )}
      </div>
      <Scope row={row} />
      {row.kind === 'figure' ? <FigureValue row={row} /> : row.kind === 'event' ? <EventDates row={row} /> : <Gist row={row} />}
      <DiffersNotice {...row} />
      {row.readings.length === 0 ? null : <Readings row={row} />}
      <Notes row={row} />
    </header>
  );
}

function titleOf(row: ClaimRow, t: (key: string, options: { readonly defaultValue: string }) => string): string {
  switch (row.kind) {
    case 'figure':
      return figureTitle(row.measure ?? '', row.subject ?? '');
    case 'event':
      return [row.subject, row.what || (row.stage === null ? row.type : t(`words:stage.${row.stage}`, { defaultValue: codeWords(row.stage) }))]
        .filter(Boolean)
        .join(': ');
    case 'statement':
      return [row.actor, row.topic].filter(Boolean).join(': ');
  }
}

function Scope({ row }: { row: ClaimRow }) {
  const { t, i18n } = useTranslation(['evidence', 'words']);
  const parts =
    row.kind === 'figure'
      ? [scopeWords(row, i18n.language)]
      : row.kind === 'event'
        ? [
            row.subjectType === null ? '' : t(`words:subjectType.${row.subjectType}`),
            row.stage === null ? row.type : t(`words:stage.${row.stage}`, { defaultValue: codeWords(row.stage) }),
            row.depth === null ? '' : t(`words:depth.${row.depth}`, { defaultValue: codeWords(row.depth) }),
            row.area.join(', '),
            row.by.join(', '),
          ]
        : [row.role, scopeWords({ ...row, area: [], counterpart: null }, i18n.language)];
  const words = parts.filter((part) => part !== null && part !== '').join(' · ');
  return words === '' ? null : <p className="evidence-scope">{words}</p>;
}

function FigureValue({ row }: { row: ClaimRow }) {
  const { t, i18n } = useTranslation(['evidence', 'words']);
  const { mark, digits, unit } = valueParts(valueText(row, i18n.language));
  const interval = intervalWords(row, i18n.language);
  return (
    <div className="evidence-value">
      <span className="evidence-big" data-upcoming={isUpcoming(row.status) ? '' : undefined}>
        {mark === '' ? null : <i className="evidence-mark">{mark}</i>}
        {digits}
        {unit === '' ? null : <i>&nbsp;{unit}</i>}
      </span>
      <span className="evidence-side">
        {row.state === null ? null : <StateChip state={row.state} />}
        {row.status === null || row.status === 'actual' ? null : (
          <span className="evidence-status" data-status={row.status}>
            {t(`words:status.${row.status}`)}
          </span>
        )}
        {interval === undefined ? null : <span>{t('interval', { interval })}</span>}
      </span>
    </div>
  );
}

function EventDates({ row }: { row: ClaimRow }) {
  const { i18n } = useTranslation();
  return (
    <>
      <DateBox when={row.period} locale={i18n.language} basis={row.periodBasis} />
      {row.value === null ? null : <FigureValue row={row} />}
    </>
  );
}

function Gist({ row }: { row: ClaimRow }) {
  const { t } = useTranslation('words');
  return (
    <p className="evidence-gist">
      <b data-stance={row.stance ?? 'neutral'}>{t(`stance.${row.stance ?? 'neutral'}`)}</b>
      {row.gist}
    </p>
  );
}

/** Ways to understand the words; they stay open until a verdict names one. */
function Readings({ row }: { row: ClaimRow }) {
  const { t } = useTranslation('evidence');
  return (
    <div className="evidence-readings">
      <span>{t('readings', { count: row.readings.length })}</span>
      <ul>
        {row.readings.map((reading) => (
          <li key={reading.label}>{reading.label}</li>
        ))}
      </ul>
    </div>
  );
}

function Notes({ row }: { row: ClaimRow }) {
  const { t } = useTranslation('evidence');
  const lines: readonly (readonly [string, string | null])[] = [
    ['periodBasis', row.kind === 'event' ? null : row.periodBasis],
    ['condition', row.condition],
    ['cause', row.cause],
    ['vintage', row.vintage],
    ['rankReason', row.rank === 'normal' ? null : (row.rankReason ?? row.rank)],
    ['note', row.note],
    ['tags', row.tags.join(', ')],
  ];
  const shown = lines.filter(([, text]) => text !== null && text !== '');
  if (shown.length === 0) return null;
  return (
    <dl className="evidence-notes">
      {shown.map(([key, text]) => (
        <div key={key}>
          <dt>{t(`field.${key}`)}</dt>
          <dd>{key === 'note' ? <Markdown text={text ?? ''} /> : text}</dd>
        </div>
      ))}
    </dl>
  );
}
