import { useTranslation } from 'react-i18next';
import type { Lane, TimelineMark } from '../../../shared/features/timeline/contract.ts';
import type { MarkWords } from './mark-words.ts';

export interface TimelineTableProps {
  readonly lanes: readonly Lane[];
  readonly words: MarkWords;
  readonly selected: string | undefined;
  onSelect(claimId: string): void;
}

/** The same marks as a table, events without a date too. */
export function TimelineTable({ lanes, words, selected, onSelect }: TimelineTableProps) {
  const { t } = useTranslation('timeline');
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
            rowsOf(lane, words, t('undated')).map(({ key, when, kind, label, claims }, index) => {
              const [first] = claims;
              const source = first === undefined ? null : (words.item(first)?.sourceTitle ?? null);
              return (
                <tr key={`${lane.id} ${key}`} aria-current={selected !== undefined && claims.includes(selected) ? 'true' : undefined}>
                  <td>{index === 0 ? <b>{lane.name}</b> : <span className="visually-hidden">{lane.name}</span>}</td>
                  <td>{when}</td>
                  <td>{kind}</td>
                  <td>
                    {first === undefined ? (
                      label
                    ) : (
                      <button type="button" onClick={() => onSelect(first)}>
                        {label}
                      </button>
                    )}
                  </td>
                  <td className="muted" title={source ?? undefined}>
                    {source}
                  </td>
                </tr>
              );
            }),
          )}
        </tbody>
      </table>
    </section>
  );
}

interface Row {
  readonly key: string;
  readonly when: string;
  readonly kind: string;
  readonly label: string;
  readonly claims: readonly string[];
}

function rowsOf({ marks, undated }: Lane, words: MarkWords, noDate: string): Row[] {
  const row = (mark: TimelineMark): Row => ({
    key: mark.id,
    when: words.when(mark),
    kind: words.kind(mark),
    label: words.label(mark),
    claims: mark.claims,
  });
  const rest = undated.map((id): Row => ({ key: id, when: noDate, kind: '', label: words.item(id)?.label ?? '', claims: [id] }));
  return [...marks.map(row), ...rest];
}
