// The claims' intervals on one axis, and the gap between two that do not touch, drawn to scale.
import { useTranslation } from 'react-i18next';
import type { ClaimRow } from '../../../shared/features/claims/contract.ts';
import { unitLabel } from '../../../shared/quantity/index.ts';
import { valueText } from '../../ui/index.ts';
import { labelledTicks, type ScaleBar, scaleLayout } from '../../ui/scale-layout.ts';
import { useBox } from '../../ui/use-box.ts';
import { gapText } from './difference.ts';
import { letterOf } from './words.ts';

/** In px, whatever the view is wide. */
const widest = 760;
const rowHeight = 26;
const top = 10;
const foot = 20;
/** Room for the words beside the last bar. */
const wordsRoom = 140;

export interface GapScaleProps {
  readonly rows: readonly ClaimRow[];
  readonly adoptedId: string | undefined;
}

export function GapScale({ rows, adoptedId }: GapScaleProps) {
  const { t, i18n } = useTranslation('conflicts');
  const box = useBox();
  const layout = scaleLayout(rows);
  if (layout === undefined) return null;
  const width = Math.min(widest, Math.max(240, box.width));
  const plot = width - wordsRoom;
  const { bars } = layout;
  const height = top + bars.length * rowHeight + foot;
  const gap = gapOf(bars);
  const difference = gapText(rows, i18n.language);
  const rowOf = (id: string) => rows.findIndex((row) => row.id === id);
  const nameOf = (bar: ScaleBar) => {
    const at = rowOf(bar.id);
    return `${letterOf(at)}  ${valueText(rows[at]!, i18n.language)}`;
  };
  return (
    <div ref={box.ref}>
      <svg
        className="conflict-scale"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('scale', { values: bars.map(nameOf).join('; ') })}
      >
        {labelledTicks(layout.ticks, { width: plot, language: i18n.language }).map(({ at, value, text }) => (
          <g key={value}>
            <line x1={at * plot} x2={at * plot} y1={0} y2={height - foot} className="conflict-scale-line" />
            <text x={at * plot} y={height - 5} textAnchor="middle">
              {`${text} ${unitLabel(rows[0]?.unit ?? null, i18n.language)}`.trim()}
            </text>
          </g>
        ))}
        {bars.map((bar, index) => {
          const y = top + index * rowHeight;
          const [from, to] = [bar.from * plot, Math.max(bar.to * plot, bar.from * plot + 3)];
          return (
            <g key={bar.id} className="conflict-scale-bar" data-adopted={bar.id === adoptedId ? '' : undefined}>
              <rect x={from} y={y} width={to - from} height={14} rx={2} data-open={bar.isOpenLow || bar.isOpenHigh ? '' : undefined} />
              {bar.said === undefined ? null : <line x1={bar.said * plot} x2={bar.said * plot} y1={y - 2} y2={y + 16} />}
              <text x={to + 8} y={y + 11}>
                {nameOf(bar)}
              </text>
            </g>
          );
        })}
        {gap === undefined || difference === undefined ? null : (
          <g className="conflict-scale-gap">
            <path d={`M${gap.from * plot} ${top + rowHeight - 10}v8m0 -4H${gap.to * plot}m0 -4v8`} />
            <text x={((gap.from + gap.to) / 2) * plot} y={top + rowHeight - 12} textAnchor="middle">
              {t('apart', { difference })}
            </text>
          </g>
        )}
      </svg>
    </div>
  );
}

/** Between two bars that do not touch. */
function gapOf(bars: readonly ScaleBar[]): { readonly from: number; readonly to: number } | undefined {
  const [low, high] = bars.toSorted((a, b) => a.from - b.from);
  if (bars.length !== 2 || low === undefined || high === undefined || low.to >= high.from) return undefined;
  return { from: low.to, to: high.from };
}
