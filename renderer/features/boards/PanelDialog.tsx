// A panel is begun or changed: what it draws and how, what its title says. What a figure may not do is refused here.
import { Checkbox, MultiSelect, type OptionsFilter, Select, TextInput } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorWords, useCall } from '../../bridge/index.ts';
import { Dialog, ErrorNotice, Segments } from '../../ui/index.ts';
import { FindingFields } from './FindingFields.tsx';
import { describedBy, formOf, keptFindings, keyOfSeries, type PanelForm, seriesOfKey, shownForms } from './panel-form.ts';
import { type ListedPanel, useDescribe } from './use-boards.ts';

export interface PanelDialogProps {
  readonly board: string;
  readonly panel: ListedPanel | undefined;
  onClose(): void;
}

export function PanelDialog({ board, panel, onClose }: PanelDialogProps) {
  const { t } = useTranslation('boards');
  const [form, setForm] = useState(() => formOf(panel));
  const describe = useDescribe({ isQuiet: true });
  const series = useCall('ledger.series', {}).data?.series;
  const lanes = useCall('timeline.lanes', { by: 'thing' }).data?.lanes;
  const set = (patch: Partial<PanelForm>) => setForm((before) => ({ ...before, ...patch }));

  const choices = useMemo(() => {
    const known = new Map<string, { readonly value: string; readonly label: string; observations: number }>();
    for (const one of series ?? []) {
      const value = keyOfSeries(one);
      const before = known.get(value);
      if (before !== undefined) before.observations += one.observations;
      else known.set(value, { value, label: labelOf(one), observations: one.observations });
    }
    // What the panel names may be gone from the workbook, and stays chosen.
    for (const value of form.series) if (!known.has(value)) known.set(value, { value, label: labelOf(seriesOfKey(value)), observations: 0 });
    return [...known.values()].toSorted((a, b) => b.observations - a.observations).map(({ value, label }) => ({ value, label }));
  }, [series, form.series]);
  const things = useMemo(() => {
    const names = (lanes ?? []).filter(({ kind }) => kind !== 'rate' && kind !== 'statement' && kind !== 'note').map(({ name }) => name);
    return [...new Set([...form.events, ...names])].filter((name) => name !== '');
  }, [lanes, form.events]);

  const chosen = choices.filter(({ value }) => form.series.includes(value));
  const isNameless = form.name.trim() === '' && form.title.trim() === '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await describe.run(describedBy(form, board, panel))) onClose();
  };
  return (
    <Dialog title={panel === undefined ? t('newPanel') : t('editPanel', { name: panel.name })} isOpen onClose={onClose} size="large">
      <form onSubmit={(event) => void submit(event)}>
        <div className="form-grid">
          <TextInput
            className="form-wide"
            label={t('field.title')}
            description={t('field.titleHint')}
            value={form.title}
            data-autofocus
            onChange={(event) => set({ title: event.currentTarget.value })}
          />
          <MultiSelect
            className="form-wide"
            label={t('field.seriesOfPanel')}
            data={choices}
            value={[...form.series]}
            searchable
            filter={byWords}
            hidePickedOptions
            limit={100}
            nothingFoundMessage={t('noSeries')}
            onChange={(value) => set({ series: value })}
          />
          <Select
            label={t('field.form')}
            data={shownForms.map((one) => ({ value: one, label: t(`form.${one}`) }))}
            value={form.form}
            allowDeselect={false}
            onChange={(value) => set({ form: (value ?? 'line') as PanelForm['form'] })}
          />
          <MultiSelect
            label={t('field.events')}
            data={things}
            value={[...form.events]}
            searchable
            limit={100}
            onChange={(value) => set({ events: value })}
          />
        </div>
        <div className="board-values">
          <Segments
            label={t('field.values')}
            segments={(['values', 'index', 'prior', 'year'] as const).map((key) => ({ key, label: t(`values.${key}`) }))}
            chosen={form.values}
            onChoose={(values) => set({ values })}
          />
          {form.values === 'index' ? (
            <TextInput
              label={t('field.base')}
              placeholder="2021"
              value={form.base}
              required
              onChange={(event) => set({ base: event.currentTarget.value })}
            />
          ) : null}
          <Checkbox label={t('field.log')} checked={form.isLog} onChange={(event) => set({ isLog: event.currentTarget.checked })} />
          <Checkbox label={t('field.bridge')} checked={form.bridge} onChange={(event) => set({ bridge: event.currentTarget.checked })} />
        </div>
        <div className="form-grid">
          <TextInput label={t('field.from')} placeholder="2020" value={form.from} onChange={(event) => set({ from: event.currentTarget.value })} />
          <TextInput label={t('field.to')} placeholder="2027" value={form.to} onChange={(event) => set({ to: event.currentTarget.value })} />
          <TextInput
            label={t('field.known')}
            placeholder="2025-06-30"
            value={form.known}
            onChange={(event) => set({ known: event.currentTarget.value })}
          />
          <TextInput
            label={t('field.panelName')}
            description={t('field.panelNameHint')}
            value={form.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          {form.series.length < 2 ? null : (
            <>
              <MultiSelect label={t('field.second')} data={chosen} value={[...form.second]} onChange={(value) => set({ second: value })} />
              {form.second.length === 0 ? null : (
                <TextInput label={t('field.secondWhy')} value={form.why} required onChange={(event) => set({ why: event.currentTarget.value })} />
              )}
            </>
          )}
        </div>
        <FindingFields findings={form.findings} series={chosen} onChange={(findings) => set({ findings })} />
        {keptFindings(panel).length === 0 ? null : <p className="muted">{t('keptFindings', { count: keptFindings(panel).length })}</p>}
        {describe.error === undefined ? null : <ErrorNotice message={errorWords(describe.error)} />}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {t('cancel')}
          </button>
          <button type="submit" className="button" data-primary="" disabled={describe.isRunning || isNameless || form.series.length === 0}>
            {t('save')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Each word of what is typed, in any order. */
const byWords: OptionsFilter = ({ options, search }) => {
  const typed = search.toLowerCase().split(/\s+/).filter(Boolean);
  return options.filter((one) => 'label' in one && typed.every((word) => one.label.toLowerCase().includes(word)));
};

function labelOf({ measure, subject, basis, area, counterpart, unit, change }: ReturnType<typeof seriesOfKey>): string {
  const place = [area.join(', '), counterpart ?? ''].filter((part) => part !== '').join(' → ');
  return [measure.replaceAll('_', ' '), subject, basis.join(', '), place, unit ?? '', change ?? ''].filter((part) => part !== '').join(' · ');
}
