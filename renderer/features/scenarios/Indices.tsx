// Indices of a model: ranges such as years, and lists such as routes.
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ListedModel } from '../../../shared/features/scenarios/contract.ts';
import type { ModelIndex } from '../../../shared/features/scenarios/model.ts';
import { useCommand } from '../../bridge/index.ts';
import { EditCell } from './EditCell.tsx';

export function Indices({ model }: { model: ListedModel }) {
  const { t } = useTranslation('scenarios');
  const update = useCommand('scenarios.update');
  const write = (indices: readonly ModelIndex[]) => update.run({ model: model.id, patch: { indices: [...indices] } });
  const change = (at: number, patch: Partial<ModelIndex>) =>
    write(model.indices.map((index, place) => (place === at ? { ...index, ...patch } : index)));
  const free =
    ['year', 'route', 'item', 'group'].find((code) => !model.indices.some((index) => index.code === code)) ?? `index_${model.indices.length + 1}`;
  return (
    <section className="model-indices" aria-label={t('indices')}>
      <h3>{t('indices')}</h3>
      {model.indices.map((index, at) => (
        <div key={index.code}>
          <EditCell label={t('index.code')} value={index.code} isCode onSave={(code) => change(at, { code })} />
          <EditCell
            label={t('index.items')}
            value={index.items.length > 0 ? index.items.join('; ') : `${index.first ?? ''}–${index.last ?? ''}`}
            onSave={(text) => {
              const read = itemsOf(text);
              return read === undefined ? undefined : change(at, read);
            }}
          />
          <button
            type="button"
            className="tool"
            aria-label={t('index.remove', { code: index.code })}
            onClick={() => void write(model.indices.filter((_, place) => place !== at))}
          >
            <IconTrash size={13} aria-hidden />
          </button>
        </div>
      ))}
      <button
        type="button"
        className="tool"
        onClick={() =>
          void write([...model.indices, { code: free, label: '', first: new Date().getFullYear(), last: new Date().getFullYear() + 9, items: [] }])
        }
      >
        <IconPlus size={14} aria-hidden /> <span className="tool-word">{t('index.add')}</span>
      </button>
    </section>
  );
}

/** `2025–2035` is a range, `SKD; CKD` a list. */
function itemsOf(text: string): Pick<ModelIndex, 'first' | 'last' | 'items'> | undefined {
  const [, first, last] = /^\s*(-?\d{1,6})\s*(?:–|-|\.\.|to)\s*(-?\d{1,6})\s*$/.exec(text) ?? [];
  if (first !== undefined && last !== undefined) return { first: Number(first), last: Number(last), items: [] };
  const items = text
    .split(';')
    .map((one) => one.trim().replaceAll(/\s+/g, '_'))
    .filter((one) => one !== '');
  return items.length === 0 ? undefined : { first: null, last: null, items };
}
