// One input: its value, how far it reaches, how trials draw it, and what it rests on. In a scenario its value is the scenario's; all
// else is the model's.
import { Select, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedModel, ShownInput } from '../../../shared/features/scenarios/contract.ts';
import { type Distribution, distributionKinds, type Scenario } from '../../../shared/features/scenarios/model.ts';
import { errorWords, useCommand } from '../../bridge/index.ts';
import { Dialog } from '../../ui/index.ts';
import { BindingPicker } from './BindingPicker.tsx';
import { isShare, plain, typed } from './format.ts';
import { codesOf } from './points.ts';

export interface InputDialogProps {
  readonly input: ShownInput;
  readonly model: ListedModel;
  readonly scenario: Scenario | undefined;
  onClose(): void;
}

const drawn = distributionKinds.filter((kind) => kind !== 'event');

export function InputDialog({ input, model, scenario, onClose }: InputDialogProps) {
  const { t, i18n } = useTranslation('scenarios');
  const save = useCommand('scenarios.saveInput', { isQuiet: true });
  const saveScenario = useCommand('scenarios.saveScenario', { isQuiet: true });
  const text = (value: string | null | undefined) => (value == null ? '' : plain(Number(value), input.unit, i18n.language));
  const codes = codesOf(input, model);
  const [values, setValues] = useState(() =>
    codes.map(({ key, at }) => text(scenario?.changes[key] ?? input.points.find((point) => point.at === at)?.value)),
  );
  const [low, setLow] = useState(text(input.low));
  const [high, setHigh] = useState(text(input.high));
  const [kind, setKind] = useState(input.distribution.kind);
  const [readings, setReadings] = useState(input.distribution.values.map((value) => text(value)).join('; '));
  const [basis, setBasis] = useState(input.basis);
  const faults = values.map((value) => value.trim() !== '' && typed(value, input.unit) === undefined);
  const isWrong = (value: string) => value.trim() !== '' && typed(value, input.unit) === undefined;
  const canSave = !faults.some(Boolean) && !isWrong(low) && !isWrong(high);
  const end = (value: string) => (value.trim() === '' ? null : typed(value, input.unit)!);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const known = codes.flatMap(({ key, at }, place) =>
      values[place]!.trim() === '' ? [] : [{ key, at, value: typed(values[place]!, input.unit)! }],
    );
    const distribution: Distribution = { ...input.distribution, kind, values: readings.split(';').flatMap((one) => typed(one, input.unit) ?? []) };
    const shared = { low: end(low), high: end(high), basis: basis.trim(), ...(input.distribution.kind === 'event' ? {} : { distribution }) };
    try {
      if (scenario === undefined)
        await save.run({ model: model.id, id: input.id, patch: { ...shared, points: known.map(({ at, value }) => ({ at, value })) } });
      else {
        const others = Object.entries(scenario.changes).filter(([key]) => !codes.some((one) => one.key === key));
        const own = known
          .filter(({ at, value }) => input.points.find((point) => point.at === at)?.value !== value)
          .map(({ key, value }) => [key, value]);
        await saveScenario.run({
          model: model.id,
          id: scenario.id,
          name: scenario.name,
          note: scenario.note,
          changes: Object.fromEntries([...others, ...own]),
        });
        if (shared.low !== input.low || shared.high !== input.high || shared.basis !== input.basis || kind !== input.distribution.kind)
          await save.run({ model: model.id, id: input.id, patch: shared });
      }
      onClose();
    } catch {
      // shown above the buttons
    }
  };
  const error = save.error ?? saveScenario.error;
  const unit = isShare(input.unit) ? '%' : input.unit;
  return (
    <Dialog title={input.label || input.code} isOpen onClose={onClose} size="large">
      <form className="scenario-form" onSubmit={(event) => void submit(event)}>
        <p className="muted">
          <code>{input.code}</code> {unit} {scenario === undefined ? '' : t('inScenario', { name: scenario.name })}
        </p>
        <div className="scenario-points">
          {codes.map(({ key, at }, place) => (
            <TextInput
              key={key}
              label={at ?? t('value')}
              value={values[place]!}
              data-autofocus={place === 0 ? '' : undefined}
              error={faults[place] ? t('notANumber') : undefined}
              onChange={(event) => setValues(values.with(place, event.currentTarget.value))}
            />
          ))}
        </div>
        {input.by !== null ? null : (
          <div className="form-grid">
            <TextInput
              label={t('field.low')}
              value={low}
              error={isWrong(low) ? t('notANumber') : undefined}
              onChange={(event) => setLow(event.currentTarget.value)}
            />
            <TextInput
              label={t('field.high')}
              value={high}
              error={isWrong(high) ? t('notANumber') : undefined}
              onChange={(event) => setHigh(event.currentTarget.value)}
            />
            <Select
              label={t('field.distribution')}
              data={drawn.map((one) => ({ value: one, label: t(`distribution.${one}`) }))}
              value={kind}
              allowDeselect={false}
              onChange={(next) => next !== null && setKind(next as Distribution['kind'])}
            />
            {kind === 'readings' ? (
              <TextInput
                label={t('field.readings')}
                description={t('field.readingsHint')}
                value={readings}
                onChange={(event) => setReadings(event.currentTarget.value)}
              />
            ) : null}
          </div>
        )}
        <Textarea
          label={t('field.basis')}
          description={t('field.basisHint')}
          autosize
          minRows={2}
          value={basis}
          onChange={(event) => setBasis(event.currentTarget.value)}
        />
        <BindingPicker input={input} onBound={onClose} />
        {error === undefined ? null : <p className="scenario-fault">{errorWords(error)}</p>}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {t('cancel')}
          </button>
          <button type="submit" className="button" data-primary="" disabled={!canSave || save.isRunning || saveScenario.isRunning}>
            {t('save')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
