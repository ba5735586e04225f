// Everything, or some series and sources.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../bridge/index.ts';

export interface ChosenPart {
  /** Ids. */
  readonly series: readonly string[];
  readonly sources: readonly string[];
}

export const nothingChosen: ChosenPart = { series: [], sources: [] };

export interface ChoosePartProps {
  /** Undefined for everything. */
  readonly part: ChosenPart | undefined;
  onChoose(part: ChosenPart | undefined): void;
}

const mostSources = 500;
const mostShown = 200;

export function ChoosePart({ part, onChoose }: ChoosePartProps) {
  const { t } = useTranslation('exchange');
  return (
    <fieldset>
      <legend>{t('out.what')}</legend>
      <label>
        <input type="radio" name="what" checked={part === undefined} onChange={() => onChoose(undefined)} /> {t('out.all')}
      </label>
      <label>
        <input type="radio" name="what" checked={part !== undefined} onChange={() => onChoose(part ?? nothingChosen)} /> {t('out.some')}
      </label>
      {part === undefined ? null : <Lists part={part} onChoose={onChoose} />}
    </fieldset>
  );
}

function Lists({ part, onChoose }: { readonly part: ChosenPart; onChoose(part: ChosenPart): void }) {
  const { t } = useTranslation('exchange');
  const [typed, setTyped] = useState('');
  const series = useCall('ledger.series', {}).data?.series ?? [];
  const sources = useCall('sources.window', { count: mostSources }).data?.rows ?? [];
  const lines = [
    ...series.map(({ id, label }) => ({ of: 'series' as const, id, label })),
    ...sources.map(({ id, title }) => ({ of: 'sources' as const, id, label: title })),
  ];
  const wanted = typed.trim().toLocaleLowerCase();
  const isChosen = ({ of, id }: (typeof lines)[number]) => part[of].includes(id);
  const shown = lines.filter((line) => wanted === '' || isChosen(line) || line.label.toLocaleLowerCase().includes(wanted)).slice(0, mostShown);
  const turn = (line: (typeof lines)[number]) =>
    onChoose({ ...part, [line.of]: isChosen(line) ? part[line.of].filter((id) => id !== line.id) : [...part[line.of], line.id] });
  return (
    <>
      <input
        type="search"
        className="out-search"
        aria-label={t('out.search')}
        placeholder={t('out.search')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <div className="out-list" tabIndex={0}>
        {shown.map((line) => (
          <label key={`${line.of} ${line.id}`}>
            <input type="checkbox" checked={isChosen(line)} onChange={() => turn(line)} /> <span className="cut">{line.label}</span>
            <span className="muted">{t(`merge.table.${line.of === 'series' ? 'series' : 'source'}`)}</span>
          </label>
        ))}
        {shown.length === 0 ? <p className="muted">{t('out.noneFound')}</p> : null}
      </div>
    </>
  );
}
