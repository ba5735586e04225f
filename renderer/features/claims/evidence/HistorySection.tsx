import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { mostInOneCall } from '../../../../shared/features/history/contract.ts';
import { useCall, words } from '../../../bridge/index.ts';
import { dayAndTime } from './dates.ts';
import { historyLines } from './history-lines.ts';
import { Section } from './Section.tsx';

const mostShown = 8;

/** What happened to a record and, where there is one, to the verdict on it. */
export function HistorySection({ record, verdict }: { record: string | undefined; verdict: string | undefined }) {
  const { t, i18n } = useTranslation(['evidence', 'passages']);
  const ofRecord = useCall('history.ofRecord', { record: record ?? 'none', limit: mostInOneCall }, { enabled: record !== undefined });
  const ofVerdict = useCall('history.ofRecord', { record: verdict ?? 'none', limit: mostInOneCall }, { enabled: verdict !== undefined });
  const changes = useMemo(
    () => [...(record === undefined ? [] : (ofRecord.data?.changes ?? [])), ...(verdict === undefined ? [] : (ofVerdict.data?.changes ?? []))],
    [record, verdict, ofRecord.data, ofVerdict.data],
  );
  const lines = useMemo(() => historyLines(changes), [changes]);
  if (lines.length === 0) return null;
  const fieldWords = (field: string) => t(`passages:capture.field.${field}`, { defaultValue: t(`field.${field}`, { defaultValue: field }) });
  return (
    <Section title={t('history')} count={lines.length}>
      <ol className="evidence-history">
        {lines.slice(0, mostShown).map((line) => (
          <li key={line.seq}>
            <time dateTime={line.at}>{dayAndTime(line.at, i18n.language)}</time>
            {line.change === undefined ? (
              <span>{words(line.label)}</span>
            ) : (
              <span>
                {t('changed', { field: fieldWords(line.change.field) })} <b>{line.change.now}</b>
                {line.change.before === '' ? null : <i>{t('was', { before: line.change.before })}</i>}
              </span>
            )}
          </li>
        ))}
      </ol>
      {lines.length > mostShown ? <p className="evidence-note">{t('earlierChanges', { count: lines.length - mostShown })}</p> : null}
    </Section>
  );
}
