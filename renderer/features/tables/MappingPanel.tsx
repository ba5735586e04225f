// How the table is read: the column that is looked at, then what holds for all of it.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { columnOfName } from '../../../shared/features/sources/cells.ts';
import type { TablePreview } from '../../../shared/features/tables/contract.ts';
import { type Mapping, periodOfHead } from '../../../shared/features/tables/mapping.ts';
import { words } from '../../bridge/index.ts';
import { type ColumnSpec, specsOf } from './columns.ts';
import { change, changeColumn, useImport } from './import-state.ts';

export function MappingPanel({ preview }: { preview: TablePreview }) {
  const { t } = useTranslation('tables');
  const { column, mapping } = useImport();
  if (mapping === undefined) return null;
  const specs = specsOf(mapping.columns, preview.heads);
  const spec = column === undefined ? undefined : specs[column];
  return (
    <aside className="import-panel" aria-label={t('how')}>
      {column === undefined ? null : (
        <section>
          <h2>
            {t('column', { letter: column })} <span className="muted">{preview.heads[columnOfName(column) - 1]}</span>
          </h2>
          <Reasons preview={preview} at={column} />
          {spec?.field === 'value' ? <ValueColumn key={column} letter={column} spec={spec} /> : null}
        </section>
      )}
      <WholeTable preview={preview} mapping={mapping} />
    </aside>
  );
}

function Reasons({ preview, at }: { preview: TablePreview; at: string }) {
  const number = at === '' ? 0 : columnOfName(at);
  const told = preview.reasons.filter((one) => (at === '' ? one.at === '' : one.at !== '' && columnOfName(one.at) === number));
  return (
    <ul className="import-reasons">
      {told.map(({ why }) => (
        <li key={why.key}>{words(why)}</li>
      ))}
    </ul>
  );
}

function ValueColumn({ letter, spec }: { letter: string; spec: ColumnSpec }) {
  const { t } = useTranslation('tables');
  const put = (patch: Record<string, unknown>) =>
    changeColumn(letter, Object.fromEntries(Object.entries({ ...spec, ...patch }).filter(([, value]) => value !== undefined)) as ColumnSpec);
  return (
    <>
      <Typed label={t('field.measure')} value={spec.measure ?? ''} onPut={(text) => put({ measure: text || undefined })} />
      <Typed
        label={t('field.period')}
        value={spec.period === periodOfHead ? t('headPeriod') : (spec.period ?? '')}
        hint={t('periodHint')}
        onPut={(text) => put({ period: text === '' ? undefined : text === t('headPeriod') ? periodOfHead : text })}
      />
      <Typed label={t('field.unit')} value={spec.unit ?? ''} onPut={(text) => put({ unit: text.toUpperCase() || undefined })} />
      <Chosen
        label={t('field.multiplier')}
        value={spec.multiplier === undefined ? '' : String(spec.multiplier)}
        options={['', '0', '3', '4', '6', '8', '9', '12'].map((value) => [value, value === '' ? t('asInTable') : t(`scale.${value}`)] as const)}
        onPut={(value) => put({ multiplier: value === '' ? undefined : Number(value) })}
      />
      <Chosen
        label={t('field.change')}
        value={spec.change ?? ''}
        options={['', 'percent', 'points', 'absolute', 'factor'].map((value) => [value, t(`change.${value || 'none'}`)] as const)}
        onPut={(value) => put({ change: value || undefined })}
      />
    </>
  );
}

function WholeTable({ preview, mapping }: { preview: TablePreview; mapping: Mapping }) {
  const { t } = useTranslation('tables');
  const { fixed } = mapping;
  const putFixed = (field: string, text: string) => {
    const { [field]: _before, ...others } = fixed;
    change({ fixed: text === '' ? others : { ...others, [field]: text } });
  };
  const numbers = (text: string) =>
    text
      .split(/[\s,;]+/)
      .filter((part) => /^\d+$/.test(part))
      .map(Number);
  return (
    <section>
      <h2>{t('whole')}</h2>
      <Reasons preview={preview} at="" />
      {preview.sheets.length < 2 ? null : (
        <Chosen
          label={t('sheet')}
          value={mapping.sheet ?? ''}
          options={preview.sheets.map(({ name }) => [name, name] as const)}
          onPut={(sheet) => change({ sheet, columns: [], head: undefined, from: undefined, to: undefined })}
        />
      )}
      <Chosen
        label={t('kind')}
        value={mapping.kind}
        options={(['figure', 'event', 'statement'] as const).map((kind) => [kind, t(`kinds.${kind}`)] as const)}
        onPut={(kind) => change({ kind: kind as Mapping['kind'] })}
      />
      <Typed label={t('headRows')} value={(mapping.head ?? []).join(', ')} onPut={(text) => change({ head: numbers(text) })} />
      <Typed label={t('from')} value={String(mapping.from ?? '')} onPut={(text) => change({ from: numbers(text)[0] })} />
      <Typed label={t('to')} value={String(mapping.to ?? '')} onPut={(text) => change({ to: numbers(text)[0] })} />
      {(['measure', 'subject', 'area', 'period', 'unit', 'saidBy'] as const).map((field) => (
        <Typed
          key={field}
          label={t('ofAll', { field: t(`field.${field}`) })}
          value={String(fixed[field] ?? '')}
          onPut={(text) => putFixed(field, field === 'unit' ? text.toUpperCase() : text)}
        />
      ))}
      <Chosen
        label={t('decimal')}
        value={mapping.decimal ?? ''}
        options={(['', '.', ','] as const).map((sign) => [sign, t(`signs.${sign === '' ? 'told' : sign === '.' ? 'point' : 'comma'}`)] as const)}
        onPut={(sign) => change({ decimal: sign === '' ? undefined : (sign as '.' | ',') })}
      />
      <Chosen
        label={t('dates')}
        value={mapping.dates ?? ''}
        options={(['', 'dmy', 'mdy', 'ymd'] as const).map((order) => [order, t(`orders.${order || 'told'}`)] as const)}
        onPut={(order) => change({ dates: order === '' ? undefined : (order as NonNullable<Mapping['dates']>) })}
      />
      <Typed
        label={t('nulls')}
        value={mapping.nulls.join('  ')}
        onPut={(text) => change({ nulls: text.split(/\s+/).filter((word) => word !== '') })}
      />
      <Chosen
        label={t('match')}
        value={mapping.match.join(',')}
        options={['', 'measure,subject,period', 'measure,subject,area,period,basis'].map(
          (fields) => [fields, t(fields === '' ? 'matches.none' : fields.includes('basis') ? 'matches.all' : 'matches.series')] as const,
        )}
        onPut={(fields) => change({ match: fields === '' ? [] : fields.split(',') })}
      />
    </section>
  );
}

interface TypedProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  onPut(text: string): void;
}

/** Taken over when it is left, or by Enter. */
function Typed({ label, value, hint, onPut }: TypedProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const put = () => {
    if (typed.trim() !== value) onPut(typed.trim());
  };
  return (
    <label className="import-field" title={hint}>
      <span>{label}</span>
      <input
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={put}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.ctrlKey) put();
          if (event.key === 'Escape') setTyped(value);
        }}
      />
    </label>
  );
}

interface ChosenProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  onPut(value: string): void;
}

function Chosen({ label, value, options, onPut }: ChosenProps) {
  const all = options.some(([known]) => known === value) ? options : [...options, [value, value] as const];
  return (
    <label className="import-field">
      <span>{label}</span>
      <select value={value} onChange={({ target }) => onPut(target.value)}>
        {all.map(([known, said]) => (
          <option key={known} value={known}>
            {said}
          </option>
        ))}
      </select>
    </label>
  );
}
