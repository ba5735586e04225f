// What is known of a thing beside what claims say: its names, types, class and a summary. Also for one of which no event tells:
// figures alone do not say that their subject is an instrument.
import { Autocomplete, MultiSelect, Select, TagsInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/errors.ts';
import type { ThingPage } from '../../../shared/features/policy/contract.ts';
import { thingTypes } from '../../../shared/features/policy/model.ts';
import { errorWords, useCall, useCommand } from '../../bridge/index.ts';
import { FormDialog } from '../../ui/index.ts';

export interface DescribeDialogProps {
  /** A thing that has a page; without one, a thing of a type is described anew. */
  readonly page: Pick<ThingPage, 'name' | 'types' | 'record'> | undefined;
  readonly type: 'instrument' | 'project';
  onClose(): void;
  onRenamed(name: string): void;
}

export function DescribeDialog({ page, type, onClose, onRenamed }: DescribeDialogProps) {
  const { t } = useTranslation('policy');
  const save = useCommand('policy.describe', { isQuiet: true });
  const words = useCall('policy.words', {}).data;
  const record = page?.record ?? null;
  const [name, setName] = useState(record?.name ?? page?.name ?? '');
  const [aliases, setAliases] = useState<readonly string[]>(record?.aliases ?? []);
  const [types, setTypes] = useState<readonly string[]>(record?.types ?? (page === undefined ? [type] : []));
  const [ofClass, setClass] = useState(record?.class ?? '');
  const [ladder, setLadder] = useState<string | null>(record?.ladder ?? null);
  const [summary, setSummary] = useState(record?.summary ?? '');
  const fault = faultOf(save.error, name);
  const told = page?.types.map((one) => t(`words:subjectType.${one}`)).join(', ') ?? '';
  const used = useCall('claims.terms', { field: 'subject', typed: name.slice(0, 200) }, { enabled: page === undefined }).data?.terms ?? [];
  const submit = async () => {
    try {
      await save.run({
        records: [
          {
            record: 'thing',
            ...(record === null ? {} : { id: record.id }),
            name: name.trim(),
            // A new name keeps the one that claims use.
            aliases:
              page === undefined || name.trim() === page.name || aliases.includes(page.name) || record !== null
                ? [...aliases]
                : [...aliases, page.name],
            types: thingTypes.filter((one) => types.includes(one)),
            class: ofClass.trim() === '' ? null : ofClass.trim(),
            ladder,
            summary: summary.trim(),
          },
        ],
      });
      onClose();
      onRenamed(name.trim());
    } catch {
      // shown at its field
    }
  };
  return (
    <FormDialog
      title={page === undefined ? t(`newTitle.${type}`) : t('describeTitle', { name: page.name })}
      submit={t('save')}
      canSubmit={!save.isRunning && name.trim() !== ''}
      fault={save.error === undefined || fault.field !== undefined ? undefined : errorWords(save.error)}
      onSubmit={submit}
      onClose={onClose}
    >
      <Autocomplete
        label={t('field.name')}
        data={[...new Set(used.map(({ text }) => text))]}
        filter={({ options }) => options}
        openOnFocus={false}
        value={name}
        required
        data-autofocus
        error={fault.field === 'name' ? fault.words : undefined}
        onChange={setName}
      />
      <Autocomplete
        label={t('field.class')}
        data={words?.classes ?? []}
        value={ofClass}
        error={fault.field === 'class' ? fault.words : undefined}
        onChange={setClass}
      />
      <TagsInput
        className="form-wide"
        label={t('field.aliases')}
        description={t('field.aliasesHint')}
        splitChars={[';']}
        acceptValueOnBlur
        value={[...aliases]}
        error={fault.field === 'aliases' ? fault.words : undefined}
        onChange={setAliases}
      />
      <MultiSelect
        className="form-wide"
        label={t('field.types')}
        description={told === '' ? undefined : t('field.typesHint', { types: told })}
        data={thingTypes.map((one) => ({ value: one, label: t(`words:subjectType.${one}`) }))}
        value={[...types]}
        onChange={setTypes}
      />
      <Select
        className="form-wide"
        label={t('field.ladder')}
        clearable
        data={(words?.ladders ?? []).map(({ code, label }) => ({ value: code, label: label || code }))}
        value={ladder}
        onChange={setLadder}
      />
      <Textarea
        className="form-wide"
        label={t('field.summary')}
        autosize
        minRows={2}
        value={summary}
        error={fault.field === 'summary' ? fault.words : undefined}
        onChange={(event) => setSummary(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

type Field = 'name' | 'aliases' | 'class' | 'summary';

/** The field that an error is about, where it is about one. */
function faultOf(error: AppError | undefined, name: string): { readonly field?: Field; readonly words: string } {
  if (error === undefined) return { words: '' };
  const words = errorWords(error);
  if (error.key === 'policy.nameTaken') return { field: error.details['name'] === name.trim() ? 'name' : 'aliases', words };
  const path = JSON.stringify(error.details);
  const field = (['name', 'aliases', 'class', 'summary'] as const).find((one) => error.code === 'invalid-input' && path.includes(`.${one}`));
  return field === undefined ? { words } : { field, words };
}
