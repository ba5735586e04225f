// Describes by what a rate or a share is reckoned: its driver, the form, and points or a formula.
import { Autocomplete, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { scheduleForms } from '../../../shared/features/policy/model.ts';
import { findPeriod } from '../../../shared/period/index.ts';
import { errorWords, useCall, useCommand } from '../../bridge/index.ts';
import { FormDialog } from '../../ui/index.ts';
import { useKnownNames } from './Links.tsx';
import type { ShownSchedule } from './Schedules.tsx';
import { pointLines, readPoints } from './schedule-points.ts';

export interface ScheduleDialogProps {
  /** The thing whose rate it gives. */
  readonly of: string;
  /** The schedule that is edited; without one, it is described anew. */
  readonly schedule: ShownSchedule | undefined;
  onClose(): void;
}

export function ScheduleDialog({ of, schedule, onClose }: ScheduleDialogProps) {
  const { t } = useTranslation('policy');
  const save = useCommand('policy.describe', { isQuiet: true });
  const known = useKnownNames();
  const [gives, setGives] = useState(schedule?.gives ?? 'rate');
  const [recipient, setRecipient] = useState(schedule?.to ?? '');
  const [measure, setMeasure] = useState(schedule?.driver.measure ?? '');
  const [driverUnit, setDriverUnit] = useState(schedule?.driver.unit ?? '');
  const [unit, setUnit] = useState(schedule?.unit ?? '');
  const [form, setForm] = useState(schedule?.form ?? 'linear');
  const [points, setPoints] = useState(pointLines(schedule?.points ?? []));
  const [formula, setFormula] = useState(schedule?.formula ?? '');
  const [floor, setFloor] = useState(schedule?.floor ?? '');
  const [cap, setCap] = useState(schedule?.cap ?? '');
  const [period, setPeriod] = useState(schedule?.period ?? '');
  const measures = useCall('claims.terms', { field: 'measure', typed: measure.slice(0, 200) }).data?.terms ?? [];
  const read = form === 'formula' ? [] : readPoints(points);
  const badPeriod = period.trim() !== '' && findPeriod(period.trim()) === undefined;
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  const submit = async () => {
    if (read === undefined || badPeriod) return;
    try {
      await save.run({
        records: [
          {
            record: 'schedule',
            ...(schedule === undefined ? {} : { id: schedule.id }),
            of,
            gives,
            to: gives === 'share' ? orNull(recipient) : null,
            driver: { measure: measure.trim(), unit: orNull(driverUnit) },
            unit: orNull(unit),
            form,
            points: read,
            formula: form === 'formula' ? formula.trim() : '',
            floor: orNull(floor),
            cap: orNull(cap),
            period: orNull(period),
          },
        ],
      });
      onClose();
    } catch {
      // shown above the buttons
    }
  };
  return (
    <FormDialog
      title={t('scheduleTitle', { name: of })}
      submit={t('save')}
      canSubmit={!save.isRunning && measure.trim() !== '' && read !== undefined && !badPeriod}
      fault={save.error === undefined ? undefined : errorWords(save.error)}
      onSubmit={submit}
      onClose={onClose}
    >
      <Select
        label={t('field.gives')}
        data-autofocus
        allowDeselect={false}
        data={(['rate', 'share'] as const).map((one) => ({ value: one, label: t(`gives.${one}`) }))}
        value={gives}
        onChange={(next) => setGives(next === 'share' ? 'share' : 'rate')}
      />
      <TextInput label={t('field.unit')} placeholder="PCT" value={unit} onChange={(event) => setUnit(event.currentTarget.value.toUpperCase())} />
      {gives === 'share' ? (
        <Autocomplete className="form-wide" label={t('field.recipient')} data={[...known]} value={recipient} onChange={setRecipient} />
      ) : null}
      <Autocomplete
        label={t('field.driver')}
        required
        data={[...new Set(measures.map(({ text }) => text))]}
        filter={({ options }) => options}
        value={measure}
        onChange={setMeasure}
      />
      <TextInput
        label={t('field.driverUnit')}
        placeholder="EUR"
        value={driverUnit}
        onChange={(event) => setDriverUnit(event.currentTarget.value.toUpperCase())}
      />
      <Select
        className="form-wide"
        label={t('field.form')}
        allowDeselect={false}
        data={scheduleForms.map((one) => ({ value: one, label: t(`formChoice.${one}`) }))}
        value={form}
        onChange={(next) => setForm(scheduleForms.find((one) => one === next) ?? form)}
      />
      {form === 'formula' ? (
        <TextInput
          className="form-wide"
          label={t('field.formula')}
          description={t('field.formulaHint', { driver: measure.trim() || t('field.driver') })}
          required
          value={formula}
          onChange={(event) => setFormula(event.currentTarget.value)}
        />
      ) : (
        <Textarea
          className="form-wide"
          label={t('field.points')}
          description={t('field.pointsHint')}
          autosize
          minRows={3}
          value={points}
          error={read === undefined ? t('badPoints') : undefined}
          onChange={(event) => setPoints(event.currentTarget.value)}
        />
      )}
      <TextInput label={t('field.floor')} value={floor} onChange={(event) => setFloor(event.currentTarget.value)} />
      <TextInput label={t('field.cap')} value={cap} onChange={(event) => setCap(event.currentTarget.value)} />
      <TextInput
        className="form-wide"
        label={t('field.period')}
        value={period}
        error={badPeriod ? t('badPeriod') : undefined}
        onChange={(event) => setPeriod(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
