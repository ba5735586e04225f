// The grade of a source: six letters with their standard meaning (Admiralty reliability, as in NATO's AJP-2.1), a reason,
// and how the grade came to be.

import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mostInOneCall } from '../../../../../shared/features/history/contract.ts';
import type { SourceRow } from '../../../../../shared/features/sources/contract.ts';
import { useCall, useCommand } from '../../../../bridge/index.ts';
import { Grade, Markdown } from '../../../../ui/index.ts';
import { dayAndTime } from '../dates.ts';
import { Section } from '../Section.tsx';

const letters = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
const mostChanges = 4;

export function SourceGrade({ source }: { source: SourceRow }) {
  const { t } = useTranslation(['evidence', 'ui']);
  const update = useCommand('sources.update');
  const [looked, setLooked] = useState<string>();
  const grade = looked ?? source.grade;
  return (
    <Section title={t('grade')} trailing={<Grade source={source.grade} />}>
      <div className="grade-choice" role="radiogroup" aria-label={t('grade')}>
        {letters.map((letter) => (
          <label
            key={letter}
            title={t(`ui:grade.source.${letter}`)}
            onPointerEnter={() => setLooked(letter)}
            onPointerLeave={() => setLooked(undefined)}
          >
            <input
              type="radio"
              name={`grade-${source.id}`}
              checked={source.grade === letter}
              aria-label={t(`ui:grade.source.${letter}`)}
              onChange={() => void update.run({ id: source.id, patch: { grade: letter } }).catch(() => undefined)}
            />
            <span className="grade" data-source={letter}>
              <b>{letter}</b>
            </span>
          </label>
        ))}
      </div>
      <p className="evidence-note">{t(`ui:grade.source.${grade ?? 'none'}`)}</p>
      <GradeReason key={`${source.id} ${source.gradeReason ?? ''}`} source={source} />
      <GradeHistory id={source.id} />
      {source.note === '' ? null : <Markdown text={source.note} />}
    </Section>
  );
}

/** Kept when the field is left or Enter is pressed. */
function GradeReason({ source }: { source: SourceRow }) {
  const { t } = useTranslation('evidence');
  const update = useCommand('sources.update');
  const [reason, setReason] = useState(source.gradeReason ?? '');
  function keep(): void {
    const typed = reason.trim();
    if (typed === (source.gradeReason ?? '')) return;
    void update.run({ id: source.id, patch: { gradeReason: typed === '' ? null : typed } }).catch(() => undefined);
  }
  return (
    <TextInput
      wrapperProps={{ 'data-editor': 'on-leave' }}
      aria-label={t('gradeReason')}
      placeholder={t('gradeReason')}
      value={reason}
      onChange={(event) => setReason(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        if (event.key === 'Escape') setReason(source.gradeReason ?? '');
      }}
    />
  );
}

function GradeHistory({ id }: { id: string }) {
  const { t, i18n } = useTranslation('evidence');
  const grades = useCall('history.ofRecord', { record: id, field: 'grade', limit: mostInOneCall }).data?.changes ?? [];
  const reasons = useCall('history.ofRecord', { record: id, field: 'gradeReason', limit: mostInOneCall }).data?.changes ?? [];
  // The arrival of the source is listed with both; a change of another source may still stand here while this one loads.
  const changes = [...grades, ...reasons].filter((change) => change.field !== '*' && change.recordId === id);
  if (changes.length === 0) return null;
  const left = changes.length - mostChanges;
  return (
    <>
      <ol className="evidence-history">
        {changes
          .toSorted((a, b) => b.seq - a.seq)
          .slice(0, mostChanges)
          .map((change) => (
            <li key={`${change.seq} ${change.field}`}>
              <time dateTime={change.at}>{dayAndTime(change.at, i18n.language)}</time>
              <span>
                {t(change.field === 'grade' ? 'gradedAs' : 'gradedBecause')} <b>{String(change.new ?? '–')}</b>
                {change.old === null ? null : <i>{t('was', { before: String(change.old) })}</i>}
              </span>
            </li>
          ))}
      </ol>
      {left > 0 ? <p className="evidence-note">{t('earlierChanges', { count: left })}</p> : null}
    </>
  );
}
