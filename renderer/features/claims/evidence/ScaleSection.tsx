import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClaimRow } from '../../../../shared/features/claims/contract.ts';
import type { Verdict } from '../../../../shared/features/ledger/model.ts';
import { unitLabel } from '../../../../shared/quantity/index.ts';
import { valueText } from '../../../ui/index.ts';
import { labelledTicks, type ScaleBar, scaleLayout } from '../../../ui/scale-layout.ts';
import { Section } from './Section.tsx';

const width = 304;
const rowHeight = 18;
const foot = 18;

export interface ScaleSectionProps {
  readonly rows: readonly ClaimRow[];
  readonly verdict: Verdict | null;
}

/** The rivals' intervals on one axis: where they meet and where they do not. */
export function ScaleSection({ rows, verdict }: ScaleSectionProps) {
  const { t, i18n } = useTranslation('evidence');
  const fade = useId();
  const layout = scaleLayout(rows);
  if (layout === undefined) return null;
  const height = layout.bars.length * rowHeight + foot;
  return (
    <Section title={t('scale')} trailing={<span className="muted evidence-plain">{unitLabel(rows[0]?.unit ?? null, i18n.language)}</span>}>
      <svg
        className="evidence-scale"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('scaleLabel', { values: rows.map((row) => valueText(row, i18n.language)).join('; ') })}
      >
        <defs>
          <linearGradient id={fade}>
            <stop offset="0" stopColor="var(--series-1)" stopOpacity="0.5" />
            <stop offset="1" stopColor="var(--series-1)" stopOpacity="0" />
          </linearGradient>
        </defs>
        {labelledTicks(layout.ticks, { width, language: i18n.language }).map(({ at, value, text }) => (
          <g key={value}>
            <line x1={at * width} x2={at * width} y1={2} y2={height - foot} className="evidence-scale-line" />
            <text x={at * width} y={height - 4} textAnchor="middle" className="evidence-scale-text">
              {text}
            </text>
          </g>
        ))}
        {layout.bars.map((bar, index) => (
          <Bar key={bar.id} bar={bar} top={index * rowHeight + 5} fade={`url(#${fade})`} isAdopted={verdict?.claimId === bar.id} />
        ))}
      </svg>
    </Section>
  );
}

function Bar({ bar, top, fade, isAdopted }: { bar: ScaleBar; top: number; fade: string; isAdopted: boolean }) {
  const tone = isAdopted ? 'adopted' : bar.isOpenLow || bar.isOpenHigh ? 'open' : 'rival';
  const size = Math.max(3, (bar.to - bar.from) * width);
  const isMirrored = bar.isOpenLow && !bar.isOpenHigh;
  const mirror = isMirrored ? { transform: `translate(${2 * bar.from * width + size} 0) scale(-1 1)` } : {};
  return (
    <g className="evidence-scale-bar" data-tone={tone}>
      <rect x={bar.from * width} y={top} width={size} height={8} rx={2} {...mirror} {...(tone === 'open' ? { fill: fade } : {})} />
      {bar.said === undefined ? null : <line x1={bar.said * width} x2={bar.said * width} y1={top - 2} y2={top + 10} />}
    </g>
  );
}
