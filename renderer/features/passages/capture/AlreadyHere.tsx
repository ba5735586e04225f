// Claims that the one in the form would stand beside, so that they are seen before it is captured: a figure's measure and subject,
// an event's subject, a statement's actor. What they differ in is named; the same period comes first.
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClaimRow } from '../../../../shared/features/claims/contract.ts';
import { formatPeriod } from '../../../../shared/period/index.ts';
import type { Filter } from '../../../../shared/rpc.ts';
import { openPassageOf, useCall } from '../../../bridge/index.ts';
import { Grade, Value, valueText } from '../../../ui/index.ts';
import { unitCode } from './claim-of-values.ts';
import type { FormValues } from './form-values.ts';

const mostAsked = 60;
const mostShown = 5;

type Compared = 'period' | 'unit' | 'area' | 'basis';

export function AlreadyHere({ values }: { readonly values: FormValues }) {
  const { t } = useTranslation('passages');
  const asked = useDeferredValue(filtersOf(values));
  const key = JSON.stringify(asked);
  const list = useCall(
    'claims.window',
    { kind: values.kind, filter: [...(asked ?? [])], sort: [{ field: 'period', direction: 'desc' }], count: mostAsked },
    { enabled: asked !== undefined },
  );
  if (asked === undefined || list.data === undefined || (list.isPlaceholderData && key === '')) return null;
  const rows = list.data.rows.map((row) => ({ row, differs: differences(row, values) })).toSorted((a, b) => a.differs.length - b.differs.length);
  return (
    <section className="capture-here" aria-label={t('capture.here.title')}>
      <h3>
        {t('capture.here.title')} <span className="muted">{list.data.total === 0 ? t('capture.here.none') : t('capture.here.why')}</span>
      </h3>
      <ul>
        {rows.slice(0, mostShown).map(({ row, differs }) => (
          <HereLine key={row.id} row={row} differs={differs} />
        ))}
      </ul>
      {list.data.total > mostShown ? <p className="muted">{t('capture.here.more', { count: list.data.total - mostShown })}</p> : null}
    </section>
  );
}

function HereLine({ row, differs }: { readonly row: ClaimRow; readonly differs: readonly Compared[] }) {
  const { t, i18n } = useTranslation(['passages', 'words']);
  const when = row.period === null ? '–' : formatPeriod(row.period, i18n.language);
  const who = [row.origin, row.sourceTitle].filter(Boolean).join(' · ');
  return (
    <li>
      <button type="button" title={[who, t('capture.here.open')].filter(Boolean).join('\n')} onClick={() => void openPassageOf(row.id)}>
        <span className="capture-here-value">
          {row.kind === 'figure' ? (
            <Value text={valueText(row, i18n.language)} status={row.status} />
          ) : row.kind === 'event' ? (
            t(`words:stage.${row.stage}`, { defaultValue: row.stage ?? row.type ?? '' })
          ) : (
            t(`words:stance.${row.stance ?? 'neutral'}`)
          )}
        </span>
        <span className="capture-here-about">
          <b>{row.kind === 'statement' ? row.topic : when}</b>
          <span className="muted">{who}</span>
        </span>
        <span className="capture-here-marks">
          <Grade source={row.grade} claim={row.credibility} />
          {differs.map((one) => (
            <em key={one}>{t(`capture.here.differs.${one}`)}</em>
          ))}
        </span>
      </button>
    </li>
  );
}

/** Undefined while the form does not say what it is about. */
function filtersOf({ kind, measure, subject, actor }: FormValues): readonly Filter[] | undefined {
  const equals = (field: string, value: string): Filter => ({ field, op: 'equals', value: value.trim() });
  if (kind === 'figure')
    return measure.trim() === '' || subject.trim() === ''
      ? undefined
      : [{ field: 'measure', op: 'in', value: spellingsOf(measure) }, equals('subject', subject)];
  if (kind === 'event') return subject.trim() === '' ? undefined : [equals('subject', subject)];
  return actor.trim() === '' ? undefined : [equals('actor', actor)];
}

/** As it may be typed, and as a code: "market share", market_share. */
function spellingsOf(measure: string): string[] {
  const typed = measure.trim();
  return [...new Set([typed, typed.toLowerCase().replace(/\s+/g, '_'), typed.toLowerCase().replaceAll('_', ' ')])];
}

const isSameList = (a: readonly string[], b: readonly string[]) => a.length === b.length && [...a].sort().join('\n') === [...b].sort().join('\n');

function differences(row: ClaimRow, values: FormValues): readonly Compared[] {
  if (row.kind !== 'figure') return row.kind === 'event' && row.period !== values.period.trim() ? ['period'] : [];
  const unit = values.unit.trim() === '' ? null : unitCode(values.unit);
  return [
    ...(row.period === values.period.trim() ? [] : (['period'] as const)),
    ...(row.unit === unit ? [] : (['unit'] as const)),
    ...(isSameList(row.area, values.area) ? [] : (['area'] as const)),
    ...(isSameList(row.basis, values.basis) ? [] : (['basis'] as const)),
  ];
}
