// One scale: its words in order, and for stages what each does.
import { Select, TextInput } from '@mantine/core';
import { IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Scale, type ScaleStep, scaleKinds, stageDoes, stageTracks } from '../../../shared/features/policy/model.ts';
import { errorWords, useCommand } from '../../bridge/index.ts';
import { FormDialog } from '../../ui/index.ts';
import { LineButton } from './LineButton.tsx';

/** A step with a key of its own: its code may be empty or twice the same while it is typed. */
interface Row extends ScaleStep {
  readonly row: number;
}

export function ScaleForm({ scale, onClose }: { scale: Scale | undefined; onClose(): void }) {
  const { t } = useTranslation('policy');
  const save = useCommand('policy.describe', { isQuiet: true });
  const [kind, setKind] = useState(scale?.kind ?? 'ladder');
  const [code, setCode] = useState(scale?.code ?? '');
  const [label, setLabel] = useState(scale?.label ?? '');
  const [rows, setRows] = useState<readonly Row[]>(() => (scale?.steps ?? [blank, blank]).map((step, row) => ({ ...step, row })));
  const change = (row: number, patch: Partial<ScaleStep>) => setRows(rows.map((one) => (one.row === row ? { ...one, ...patch } : one)));
  const add = () => setRows([...rows, { ...blank, row: Math.max(-1, ...rows.map((one) => one.row)) + 1 }]);
  const raise = (at: number) => setRows(rows.with(at - 1, rows[at]!).with(at, rows[at - 1]!));
  const filled = rows.filter((row) => row.code.trim() !== '');
  const submit = async () => {
    try {
      await save.run({
        records: [
          {
            record: 'scale',
            ...(scale === undefined ? {} : { id: scale.id }),
            kind,
            code: code.trim(),
            label: label.trim(),
            steps: filled.map(({ row: _row, ...step }) => ({
              ...step,
              code: step.code.trim(),
              ...(kind === 'ladder' ? { does: null, on: null, after: null } : {}),
            })),
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
      title={scale === undefined ? t('newScale') : t('editScale', { name: scale.label || scale.code })}
      size={kind === 'stages' ? 'wide' : 'medium'}
      submit={t('save')}
      canSubmit={!save.isRunning && code.trim() !== '' && filled.length > 0}
      fault={save.error === undefined ? undefined : errorWords(save.error)}
      onSubmit={submit}
      onClose={onClose}
    >
      <Select
        className="form-wide"
        label={t('field.scaleKind')}
        data-autofocus
        allowDeselect={false}
        data={scaleKinds.map((one) => ({ value: one, label: t(`scaleChoice.${one}`) }))}
        value={kind}
        onChange={(next) => setKind(scaleKinds.find((one) => one === next) ?? kind)}
      />
      <TextInput label={t('field.code')} required value={code} onChange={(event) => setCode(event.currentTarget.value)} />
      <TextInput label={t('field.label')} value={label} onChange={(event) => setLabel(event.currentTarget.value)} />
      <fieldset className="form-wide scale-steps" data-kind={kind}>
        <legend>{t(`scaleSteps.${kind}`)}</legend>
        {rows.map((row, at) => (
          <StepFields
            key={row.row}
            step={row}
            number={at + 1}
            kind={kind}
            others={filled.filter((one) => one.row !== row.row).map((one) => one.code.trim())}
            onChange={(patch) => change(row.row, patch)}
            onRaise={at === 0 ? undefined : () => raise(at)}
            onRemove={() => setRows(rows.filter((one) => one.row !== row.row))}
          />
        ))}
        <button type="button" className="button" onClick={add}>
          <IconPlus size={14} stroke={1.8} aria-hidden /> {t('addStep')}
        </button>
      </fieldset>
    </FormDialog>
  );
}

const blank: ScaleStep = { code: '', label: '', does: null, on: null, after: null };

interface StepFieldsProps {
  readonly step: ScaleStep;
  readonly number: number;
  readonly kind: Scale['kind'];
  /** Codes of the other steps. */
  readonly others: readonly string[];
  onChange(patch: Partial<ScaleStep>): void;
  readonly onRaise: (() => void) | undefined;
  onRemove(): void;
}

function StepFields({ step, number, kind, others, onChange, onRaise, onRemove }: StepFieldsProps) {
  const { t } = useTranslation('policy');
  const named = (field: string) => t('stepField', { number, field });
  return (
    <div className="scale-step">
      <TextInput
        aria-label={named(t('field.code'))}
        placeholder={t('field.code')}
        value={step.code}
        onChange={(event) => onChange({ code: event.currentTarget.value })}
      />
      <TextInput
        aria-label={named(t('field.label'))}
        placeholder={t('field.label')}
        value={step.label}
        onChange={(event) => onChange({ label: event.currentTarget.value })}
      />
      {kind === 'ladder' ? null : (
        <>
          <Select
            aria-label={named(t('field.does'))}
            placeholder={t('field.does')}
            clearable
            data={stageDoes.map((one) => ({ value: one, label: t(`does.${one}`) }))}
            value={step.does}
            onChange={(does) => onChange({ does })}
          />
          <Select
            aria-label={named(t('field.on'))}
            placeholder={t('field.on')}
            clearable
            data={stageTracks.map((one) => ({ value: one, label: t(`onTrack.${one}`) }))}
            value={step.on}
            onChange={(on) => onChange({ on })}
          />
          <Select
            aria-label={named(t('field.after'))}
            placeholder={t('field.after')}
            clearable
            data={[...new Set([...others, ...(step.after === null ? [] : [step.after])])]}
            value={step.after}
            onChange={(after) => onChange({ after })}
          />
        </>
      )}
      <LineButton icon={IconArrowUp} size={14} label={t('raiseStep', { number })} isDisabled={onRaise === undefined} onRun={() => onRaise?.()} />
      <LineButton icon={IconX} size={14} label={t('removeStep', { number })} onRun={onRemove} />
    </div>
  );
}
