// Finds a figure of the workbook by words of its series and its period.
import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWords } from '../../../shared/code-words.ts';
import { useCall } from '../../bridge/index.ts';
import { Value, valueText } from '../../ui/index.ts';

const mostShown = 8;

export function FigurePicker({ onChoose, onCancel }: { onChoose(observation: string): void; onCancel(): void }) {
  const { t, i18n } = useTranslation('reports');
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const observations = useCall('ledger.list', {}).data?.observations ?? [];
  const wanted = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = observations
    .map((one) => ({ one, words: [codeWords(one.series.measure), one.series.subject, ...one.series.basis, one.period ?? ''].join(' · ') }))
    .filter(({ one, words }) => (one.low !== null || one.high !== null) && wanted.every((word) => words.toLowerCase().includes(word)))
    .slice(0, mostShown);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt((at + step + found.length) % Math.max(1, found.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const chosen = found[at];
      if (chosen !== undefined) onChoose(chosen.one.id);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      onCancel();
    }
  };
  return (
    <div className="report-picker">
      <TextInput
        aria-label={t('findFigure')}
        placeholder={t('findFigure')}
        autoFocus
        value={typed}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
      />
      <ul>
        {found.map(({ one, words }, index) => (
          <li key={one.id}>
            <button type="button" aria-current={index === at ? 'true' : undefined} onClick={() => onChoose(one.id)}>
              <span>{words}</span>
              <Value text={valueText(one, i18n.language)} />
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p className="muted">{t('noFigure')}</p> : null}
    </div>
  );
}
