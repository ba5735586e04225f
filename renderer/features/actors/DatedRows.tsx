import { Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Actor, relationKinds } from '../../../shared/features/actors/model.ts';

interface RowsProps<T> {
  readonly rows: readonly T[];
  onChange(rows: T[]): void;
}

type Role = Actor['roles'][number];
type Relation = Actor['relations'][number];

export function RoleRows(props: RowsProps<Role>) {
  const { t } = useTranslation('actors');
  return (
    <DatedRows {...props} title={t('roles')} add={t('addRole')} empty={{ role: '', at: null, period: null }}>
      {(row, set) => (
        <>
          <TextInput aria-label={t('role')} placeholder={t('role')} value={row.role} onChange={(event) => set({ role: event.currentTarget.value })} />
          <TextInput aria-label={t('at')} placeholder={t('at')} value={row.at ?? ''} onChange={(event) => set({ at: event.currentTarget.value })} />
        </>
      )}
    </DatedRows>
  );
}

export function RelationRows(props: RowsProps<Relation>) {
  const { t } = useTranslation('actors');
  const kinds = relationKinds.map((kind) => ({ value: kind, label: t(`relation.${kind}`) }));
  return (
    <DatedRows {...props} title={t('relations')} add={t('addRelation')} empty={{ kind: 'owns', other: '', period: null }}>
      {(row, set) => (
        <>
          <Select
            aria-label={t('relationLabel')}
            data={kinds}
            value={row.kind}
            allowDeselect={false}
            onChange={(kind) => set({ kind: relationKinds.find((known) => known === kind) ?? row.kind })}
          />
          <TextInput
            aria-label={t('other')}
            placeholder={t('other')}
            value={row.other}
            onChange={(event) => set({ other: event.currentTarget.value })}
          />
        </>
      )}
    </DatedRows>
  );
}

interface DatedRowsProps<T> extends RowsProps<T> {
  readonly title: string;
  readonly add: string;
  readonly empty: T;
  children(row: T, set: (part: Partial<T>) => void): ReactNode;
}

/** A short list of rows, each with a period at its end and a way to take it out. */
function DatedRows<T extends { readonly period: string | null }>({ rows, onChange, title, add, empty, children }: DatedRowsProps<T>) {
  const { t } = useTranslation('actors');
  const setRow = (index: number, part: Partial<T>) => onChange(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  return (
    <fieldset className="actor-rows form-wide">
      <legend>{title}</legend>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity until they are saved
        <div key={index} className="actor-row">
          {children(row, (part) => setRow(index, part))}
          <TextInput
            aria-label={t('period')}
            placeholder={t('period')}
            value={row.period ?? ''}
            onChange={(event) => setRow(index, { period: event.currentTarget.value } as Partial<T>)}
          />
          <button type="button" className="icon-button" aria-label={t('takeOut')} onClick={() => onChange(rows.filter((_, at) => at !== index))}>
            <IconX size={14} aria-hidden />
          </button>
        </div>
      ))}
      <button type="button" className="link-button" onClick={() => onChange([...rows, empty])}>
        <IconPlus size={12} aria-hidden />
        {add}
      </button>
    </fieldset>
  );
}
