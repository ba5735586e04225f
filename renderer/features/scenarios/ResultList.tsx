// Every output with its value, how far it reaches while texts are open, and what it would be with what its inputs say now. A row leads
// to the formula behind it; the mark before it chooses what the charts are about.
import { useTranslation } from 'react-i18next';
import { words } from '../../bridge/index.ts';
import { Card } from './charts/Card.tsx';
import { isShare, plain } from './format.ts';
import type { OpenModel, Output } from './use-model.ts';

export interface ResultListProps {
  readonly open: OpenModel;
  readonly outputs: readonly Output[];
  onOpen(key: string): void;
  onOutput(key: string): void;
}

export function ResultList({ open, outputs, onOpen, onOutput }: ResultListProps) {
  const { t, i18n } = useTranslation('scenarios');
  const { analysis, output } = open;
  const text = (value: number, unit: string) => `${plain(Number(value.toPrecision(7)), unit, i18n.language)}${isShare(unit) ? ' %' : ''}`;
  return (
    <Card title={t('outputs')} hint={t('outputsHint')}>
      <div className="scenario-outputs">
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{t('chartsAbout')}</span>
              </th>
              <th scope="col">{t('output')}</th>
              <th scope="col">{t('value')}</th>
              <th scope="col">{t('band')}</th>
              <th scope="col">{t('nowIs')}</th>
            </tr>
          </thead>
          <tbody>
            {outputs.map(({ key, label, unit }) => {
              const result = analysis?.results.find((one) => one.key === key);
              const band = analysis?.bands.find((one) => one.key === key);
              if (result === undefined) return null;
              return (
                <tr key={key} data-stale={result.stale ? '' : undefined}>
                  <td>
                    <input
                      type="radio"
                      name="scenario-output"
                      checked={key === output?.key}
                      aria-label={t('chartsOf', { output: label })}
                      onChange={() => onOutput(key)}
                    />
                  </td>
                  <th scope="row">
                    <button type="button" className="link-button" onClick={() => onOpen(key)}>
                      {label}
                    </button>{' '}
                    <i>{isShare(unit) ? '' : unit}</i>
                  </th>
                  <td title={result.problem === null ? undefined : words(result.problem.words)}>
                    {result.value === null ? (
                      <span className="scenario-fault">{result.problem === null ? '–' : words(result.problem.words)}</span>
                    ) : (
                      text(result.value, unit)
                    )}
                  </td>
                  <td>{band === undefined ? '' : `${text(band.low, unit)} – ${text(band.high, unit)}`}</td>
                  <td>{result.stale && result.now !== null ? text(result.now, unit) : ''}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
