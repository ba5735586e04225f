// What happened to one cell: who changed it, when, and what it said before.
import { useTranslation } from 'react-i18next';
import type { ClaimRow } from '../../../../shared/features/claims/contract.ts';
import { mostInOneCall, type RecordChange } from '../../../../shared/features/history/contract.ts';
import { useCall, words } from '../../../bridge/index.ts';
import { Dialog, momentText } from '../../../ui/index.ts';
import { historyLines } from '../evidence/history-lines.ts';

export interface HistoryOfCell {
  readonly row: ClaimRow;
  readonly columnId: string;
  readonly title: string;
}

/** Columns that show several fields of a claim. */
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  value: ['low', 'high', 'qualifier', 'multiplier', 'unit', 'change', 'readings', 'value'],
  origin: ['saidBy', 'via', 'origin'],
  grade: ['credibility', 'rank'],
  period: ['period', 'periodBasis'],
};

const isOf = (columnId: string) => {
  const fields = fieldsOf[columnId] ?? [columnId];
  return ({ field }: RecordChange) => field === '*' || fields.includes(field);
};

export function CellHistory({ cell, onClose }: { readonly cell: HistoryOfCell | undefined; onClose(): void }) {
  const { t } = useTranslation('claims');
  return (
    <Dialog title={t('history.title', { column: cell?.title ?? '' })} isOpen={cell !== undefined} onClose={onClose} size="medium">
      {cell === undefined ? null : <Lines {...cell} />}
    </Dialog>
  );
}

function Lines({ row, columnId }: HistoryOfCell) {
  const { t, i18n } = useTranslation('claims');
  const history = useCall('history.ofRecord', { record: row.id, limit: mostInOneCall });
  if (history.data === undefined) return <p aria-busy />;
  const own = history.data.changes.filter(isOf(columnId));
  const authors = new Map(own.map(({ seq, author }) => [seq, author]));
  const lines = historyLines(own);
  if (lines.length === 0) return <p className="muted">{t('history.none')}</p>;
  return (
    <ol className="cell-history">
      {lines.map((line) => (
        <li key={line.seq}>
          <time dateTime={line.at}>{momentText(line.at, i18n.language)}</time>
          <span>
            {line.change === undefined ? (
              words(line.label)
            ) : (
              <>
                {line.change.before === '' ? null : <s>{line.change.before}</s>} <b>{line.change.now}</b>
              </>
            )}
          </span>
          <span className="muted">{authors.get(line.seq) || t('history.unnamed')}</span>
        </li>
      ))}
    </ol>
  );
}
