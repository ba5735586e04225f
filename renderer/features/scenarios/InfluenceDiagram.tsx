// What rests on what: inputs at the left, formulas in columns by how far they are from them, outputs marked. The chosen one shows what
// it rests on and what rests on it.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { layersOf } from './influence.ts';
import type { OpenModel } from './use-model.ts';

const column = 156;
const row = 26;

export function InfluenceDiagram({
  open: { analysis, formulas },
  chosen,
  onChoose,
}: {
  open: OpenModel;
  chosen: string | undefined;
  onChoose(code: string): void;
}) {
  const { t } = useTranslation('scenarios');
  const { nodes, edges } = useMemo(
    () => layersOf(analysis?.inputs.map(({ code }) => code) ?? [], analysis?.variables ?? [], chosen),
    [analysis, chosen],
  );
  const placeOf = new Map(nodes.map((node) => [node.code, node]));
  const width = (Math.max(0, ...nodes.map(({ layer }) => layer)) + 1) * column + 12;
  const height = (Math.max(0, ...nodes.map(({ place }) => place)) + 1) * row + 16;
  const outputs = new Set(formulas.filter(({ isOutput }) => isOutput).map(({ code }) => code));
  const labelOf = (code: string) =>
    analysis?.inputs.find((one) => one.code === code)?.label || formulas.find((one) => one.code === code)?.label || code;
  return (
    <section className="influence" aria-label={t('influence')}>
      <header>
        <h3>{t('influence')}</h3>
        <span className="muted">{chosen === undefined ? t('influenceHint') : labelOf(chosen)}</span>
      </header>
      <div>
        <div className="influence-canvas" style={{ width, height }}>
          <svg width={width} height={height} aria-hidden>
            {edges.map(({ from, to, isLit }) => {
              const [a, b] = [placeOf.get(from)!, placeOf.get(to)!];
              const [x1, y1] = [a.layer * column + 136, a.place * row + 20];
              const [x2, y2] = [b.layer * column + 8, b.place * row + 20];
              return (
                <path key={`${from}>${to}`} data-lit={isLit ? '' : undefined} d={`M${x1} ${y1}C${x1 + 24} ${y1} ${x2 - 24} ${y2} ${x2} ${y2}`} />
              );
            })}
          </svg>
          {nodes.map(({ code, layer, place, isInput, isLit }) => (
            <button
              key={code}
              type="button"
              className="influence-node"
              data-kind={isInput ? 'input' : outputs.has(code) ? 'output' : 'formula'}
              data-lit={isLit ? '' : undefined}
              aria-pressed={code === chosen}
              title={labelOf(code)}
              style={{ left: layer * column + 8, top: place * row + 9 }}
              onClick={() => onChoose(code)}
            >
              {code}
            </button>
          ))}
        </div>
      </div>
    </section>
  );
}
