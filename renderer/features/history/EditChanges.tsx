import { useTranslation } from 'react-i18next';
import { codeWords } from '../../../shared/code-words.ts';
import type { RecordChange } from '../../../shared/features/history/contract.ts';
import { formatPeriod } from '../../../shared/period/index.ts';
import { errorWords, useCall, useWorkspace } from '../../bridge/index.ts';
import { ErrorNotice } from '../../ui/index.ts';

const longestText = 240;
/** Fingerprints that follow from the other fields. */
const derivedFields = new Set(['contentKey', 'textSha256', 'sha256']);
const isForPeople = (change: RecordChange): boolean => !derivedFields.has(change.field);

/** Any stored value as one line of words. */
function words(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(words).join('; ');
  if (typeof value === 'object') {
    const record = value as Record<string, unknown>;
    return typeof record.name === 'string'
      ? record.name
      : Object.entries(record)
          .map(([key, part]) => `${key} ${words(part)}`)
          .join(', ');
  }
  const text = String(value);
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}

/** What names a whole record that came or went. */
function recordWords(value: unknown, language: string): string {
  if (typeof value !== 'object' || value === null) return words(value);
  const record = value as Record<string, unknown>;
  if (typeof record.exact === 'string') return words(record.exact);
  const parts = ['title', 'measure', 'type', 'stage', 'actor', 'topic', 'subject', 'reason']
    .map((field) => record[field])
    .filter((part) => typeof part === 'string' && part !== '');
  const period = typeof record.period === 'string' ? [formatPeriod(record.period, language)] : [];
  return parts.length > 0 ? words([...parts.slice(0, 2).map((part) => codeWords(String(part))), ...period].join(' · ')) : words(value);
}

function Change({ change }: { change: RecordChange }) {
  const { t, i18n } = useTranslation('history');
  const select = useWorkspace((state) => state.select);
  const table = t(`table.${change.table}`, { defaultValue: change.table });
  const canSelect = change.table === 'claim' || change.table === 'source';
  const isWhole = change.field === '*';
  return (
    <tr>
      <th scope="row">
        {canSelect ? (
          <button type="button" className="link-button" onClick={() => select({ type: change.table as 'claim' | 'source', id: change.recordId })}>
            {table}
          </button>
        ) : (
          table
        )}
      </th>
      <td className="history-field">{isWhole ? t(change.old == null ? 'came' : 'went') : change.field}</td>
      {isWhole ? (
        <td colSpan={2} className={change.table === 'passage' ? 'source-words' : ''}>
          {recordWords(change.old ?? change.new, i18n.language)}
        </td>
      ) : (
        <>
          <td className="history-old">{words(change.old)}</td>
          <td>{words(change.new)}</td>
        </>
      )}
    </tr>
  );
}

export function EditChanges({ seq }: { seq: number }) {
  const { t } = useTranslation('history');
  const changes = useCall('history.changes', { seq });
  if (changes.isError) return <ErrorNotice message={errorWords(changes.error)} />;
  return (
    <table className="history-changes">
      <thead>
        <tr>
          <th scope="col">{t('column.record')}</th>
          <th scope="col">{t('column.field')}</th>
          <th scope="col">{t('column.before')}</th>
          <th scope="col">{t('column.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.data?.changes.filter(isForPeople).map((change) => (
          <Change key={`${change.recordId}${change.field}`} change={change} />
        ))}
      </tbody>
    </table>
  );
}
