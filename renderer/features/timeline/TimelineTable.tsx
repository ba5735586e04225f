import { useTranslation } from 'react-i18next';
import type { Lane } from '../../../shared/features/timeline/contract.ts';
import { itemKind, itemWhen } from './item-words.ts';

export interface TimelineTableProps {
  readonly lanes: readonly Lane[];
  readonly selected: string | undefined;
  onSelect(claimId: string): void;
}

/** The same items as a table, undated ones too. */
export function TimelineTable({ lanes, selected, onSelect }: TimelineTableProps) {
  const { t, i18n } = useTranslation(['timeline', 'words'] as const);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="timeline-table" aria-label={t('table')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {(['lane', 'when', 'stage', 'what', 'source'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lanes.flatMap((lane) =>
            lane.items.map((item, index) => (
              <tr key={`${lane.id} ${item.claimId}`} aria-current={item.claimId === selected ? 'true' : undefined}>
                <td>{index === 0 ? <b>{lane.label}</b> : <span className="visually-hidden">{lane.label}</span>}</td>
                <td>{itemWhen(item, i18n.language, t)}</td>
                <td>{itemKind(item, t)}</td>
                <td>
                  <button type="button" onClick={() => onSelect(item.claimId)}>
                    {item.label}
                  </button>
                </td>
                <td className="muted" title={item.sourceTitle ?? undefined}>
                  {item.sourceTitle}
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  );
}
