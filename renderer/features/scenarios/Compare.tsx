// Scenarios of a model side by side: what each sets, and what each comes to. Another model, or another version, is set beside it code by
// code.
import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedModel } from '../../../shared/features/scenarios/contract.ts';
import { useCall, useCalls } from '../../bridge/index.ts';
import { Card } from './charts/Card.tsx';
import { isShare, plain } from './format.ts';
import type { OpenModel } from './use-model.ts';

export function Compare({ open, models }: { open: OpenModel; models: readonly ListedModel[] }) {
  const { t, i18n } = useTranslation('scenarios');
  const { model, outputs, analysis } = open;
  const columns = [{ id: null, name: t('base'), changes: {} as Readonly<Record<string, string>> }, ...model.scenarios];
  const { data } = useCalls(
    'scenarios.compute',
    columns.map(({ id }) => ({ input: { model: model.id, scenario: id }, enabled: true })),
  );
  const unitOf = (code: string) => analysis?.inputs.find((one) => one.code === code.split('.')[0])?.unit ?? '';
  const text = (value: number, unit: string) => `${plain(Number(value.toPrecision(6)), unit, i18n.language)}${isShare(unit) ? ' %' : ''}`;
  const changed = [...new Set(model.scenarios.flatMap(({ changes }) => Object.keys(changes)))];
  const baseOf = (key: string) => {
    const [code, item] = key.split('.');
    const input = analysis?.inputs.find((one) => one.code === code);
    return (input?.points.find(({ at }) => at === item) ?? input?.points[0])?.value;
  };
  return (
    <div className="scenario-results scenario-compare">
      <Card title={t('sideBySide')} hint={t('sideHint')}>
        <div className="scenario-outputs">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('input')}</th>
                {columns.map(({ id, name }) => (
                  <th key={id ?? ''} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {changed.map((key) => (
                <tr key={key}>
                  <th scope="row">{analysis?.inputs.find((one) => one.code === key.split('.')[0])?.label || key}</th>
                  {columns.map(({ id, changes }) => {
                    const own = changes[key] ?? baseOf(key);
                    return (
                      <td key={id ?? ''} data-set={changes[key] === undefined ? undefined : ''}>
                        {own === undefined ? '–' : text(Number(own), unitOf(key))}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
            <thead>
              <tr>
                <th scope="col">{t('output')}</th>
                {columns.map(({ id }) => (
                  <th key={id ?? ''} scope="col">
                    <span className="visually-hidden">{t('value')}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {outputs.map(({ key, label, unit }) => {
                const values = columns.map((_, at) => data[at]?.results.find((one) => one.key === key)?.value ?? null);
                return (
                  <tr key={key}>
                    <th scope="row">
                      {label} <i>{isShare(unit) ? '' : unit}</i>
                    </th>
                    {values.map((value, at) => (
                      <td key={columns[at]!.id ?? ''} data-differs={at > 0 && value !== values[0] ? '' : undefined}>
                        {value === null ? '–' : text(value, unit)}
                      </td>
                    ))}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </Card>
      <Versions model={model} models={models} />
    </div>
  );
}

function Versions({ model, models }: { model: ListedModel; models: readonly ListedModel[] }) {
  const { t } = useTranslation('scenarios');
  const [other, setOther] = useState<string | null>(null);
  const { data } = useCall('scenarios.compareModels', { a: model.id, b: other ?? model.id }, { enabled: other !== null });
  const others = models.filter(({ id }) => id !== model.id);
  if (others.length === 0) return null;
  return (
    <Card
      title={t('versions')}
      legend={
        <Select
          size="xs"
          aria-label={t('otherModel')}
          placeholder={t('otherModel')}
          data={others.map(({ id, name }) => ({ value: id, label: name }))}
          value={other}
          onChange={setOther}
        />
      }
    >
      {data === undefined || other === null ? (
        <p className="scenario-none">{t('versionsHint')}</p>
      ) : data.changed.length + data.onlyA.length + data.onlyB.length === 0 ? (
        <p className="scenario-none">{t('sameModels')}</p>
      ) : (
        <div className="scenario-outputs">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('column.code')}</th>
                <th scope="col">{model.name}</th>
                <th scope="col">{others.find(({ id }) => id === other)?.name}</th>
              </tr>
            </thead>
            <tbody>
              {[
                ...data.changed,
                ...data.onlyA.map((code) => ({ code, a: t('there'), b: '–' })),
                ...data.onlyB.map((code) => ({ code, a: '–', b: t('there') })),
              ].map(({ code, a, b }) => (
                <tr key={code}>
                  <th scope="row">
                    <code>{code}</code>
                  </th>
                  <td className="model-text">{a}</td>
                  <td className="model-text">{b}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}
