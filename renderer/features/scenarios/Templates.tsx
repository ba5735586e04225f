// Where a workbook has no model yet: what one is, and models to begin with.
import { useTranslation } from 'react-i18next';
import { useCall, useCommand } from '../../bridge/index.ts';

export function Templates({ onTaken }: { onTaken(id: string): void }) {
  const { t } = useTranslation('scenarios');
  const { data } = useCall('scenarios.templates', {});
  const take = useCommand('scenarios.take');
  const create = useCommand('scenarios.create');
  return (
    <div className="scenario-templates">
      <p className="scenario-teach">{t('empty')}</p>
      <ul>
        {(data?.templates ?? []).map(({ key, name, note, inputs, formulas }) => (
          <li key={key}>
            <b>{name}</b>
            <span className="muted">{t('counts', { inputs, formulas })}</span>
            <p>{note}</p>
            <button type="button" className="button" onClick={() => void take.run({ key }).then(({ id }) => onTaken(id))}>
              {t('take', { name })}
            </button>
          </li>
        ))}
        <li>
          <b>{t('own')}</b>
          <p>{t('ownHint')}</p>
          <button type="button" className="button" onClick={() => void create.run({ name: t('ownName') }).then(({ id }) => onTaken(id))}>
            {t('create')}
          </button>
        </li>
      </ul>
    </div>
  );
}
