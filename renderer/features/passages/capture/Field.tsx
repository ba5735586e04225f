// One field of the form by its specification.
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { FieldErrors } from './claim-of-values.ts';
import { type ControlProps, FieldShell } from './FieldShell.tsx';
import type { FieldSpec } from './field-specs.ts';
import type { FormValues } from './form-values.ts';
import { periodReading } from './period-reading.ts';
import { ReadingsEditor } from './ReadingsEditor.tsx';
import { StageSelect } from './StageSelect.tsx';
import { NamesInput, TermInput } from './TermInput.tsx';
import { hasSecondValue } from './value-bounds.ts';

export interface FieldProps {
  readonly spec: FieldSpec;
  readonly values: FormValues;
  readonly inferred: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  onChange(fields: Partial<FormValues>): void;
}

export function Field({ spec, values, inferred, errors, onChange }: FieldProps) {
  const { t, i18n } = useTranslation('passages');
  const label = t(`capture.field.${labelOf(spec, values)}`);
  if (spec.control === 'readings')
    return <ReadingsEditor readings={values.readings} error={errors.readings} onChange={(readings) => onChange({ readings })} />;
  const hint = hintOf(spec, values, i18n.language, t);
  const error = errors[spec.name] ?? (spec.name === 'value' ? errors.valueTo : undefined);
  return (
    <FieldShell
      label={label}
      span={spec.span}
      inferred={inferred[spec.name === 'value' && values.kind === 'event' ? 'magnitude' : spec.name]}
      hint={hint}
      error={error}
    >
      {(control) => <Control spec={spec} control={{ ...control, ...{ 'data-field': spec.name } }} values={values} onChange={onChange} />}
    </FieldShell>
  );
}

function labelOf(spec: FieldSpec, values: FormValues): string {
  if (spec.name === 'value' && values.kind === 'event') return 'magnitude';
  if (spec.name === 'status' && values.kind === 'event') return 'eventStatus';
  return spec.name;
}

function hintOf(spec: FieldSpec, values: FormValues, locale: string, t: TFunction<'passages'>): string | undefined {
  if (spec.control === 'period')
    return periodReading(values[spec.name], locale, { from: (day) => t('capture.from', { day }), until: (day) => t('capture.until', { day }) });
  if (spec.name === 'credibility') return t(`words:credibilityMeaning.${values.credibility}`);
  return undefined;
}

interface InnerProps {
  readonly spec: Exclude<FieldSpec, { control: 'readings' }>;
  readonly control: ControlProps;
  readonly values: FormValues;
  onChange(fields: Partial<FormValues>): void;
}

function Control({ spec, control, values, onChange }: InnerProps) {
  const { t } = useTranslation(['words', 'passages']);
  switch (spec.control) {
    case 'names':
      return (
        <NamesInput
          control={control}
          terms={spec.terms}
          value={values[spec.name]}
          placeholder=""
          onChange={(list) => onChange({ [spec.name]: list })}
        />
      );
    case 'term':
      return <TermInput control={control} terms={spec.terms} value={values[spec.name]} onChange={(text) => onChange({ [spec.name]: text })} />;
    case 'choice':
      return (
        <NativeSelect
          {...control}
          classNames={{ input: 'capture-input' }}
          value={values[spec.name]}
          onChange={(event) => onChange({ [spec.name]: event.currentTarget.value })}
        >
          {spec.isOptional !== true && values[spec.name] === '' ? (
            <option value="" disabled>
              {t('passages:capture.chooseOne')}
            </option>
          ) : null}
          {spec.isOptional === true ? <option value="">{spec.words === 'change' ? t('change.level') : t('none')}</option> : null}
          {choicesOf(spec.choices, values[spec.name]).map((choice) => (
            <option key={choice} value={choice}>
              {spec.words === 'scale'
                ? t(`scale.${choice}`, { defaultValue: t('scale.other', { power: choice }) })
                : t(`${spec.words}.${choice}`, { defaultValue: choice })}
            </option>
          ))}
        </NativeSelect>
      );
    case 'stage':
      return <StageSelect control={control} value={values.stage} onChange={(stage) => onChange({ stage })} />;
    case 'long':
      return (
        <Textarea
          {...control}
          classNames={{ input: 'capture-input' }}
          rows={2}
          value={values[spec.name]}
          onChange={(event) => onChange({ [spec.name]: event.currentTarget.value })}
        />
      );
    case 'number':
      return <NumberControl spec={spec} control={control} values={values} onChange={onChange} />;
    case 'period':
    case 'text':
      return (
        <TextInput
          {...control}
          classNames={{ input: 'capture-input' }}
          value={values[spec.name]}
          onChange={(event) => onChange({ [spec.name]: event.currentTarget.value })}
        />
      );
  }
}

/** A value that an older claim holds stays choosable even if the list does not name it. */
function choicesOf(choices: readonly string[], value: string): readonly string[] {
  return value === '' || choices.includes(value) ? choices : [...choices, value];
}

/** A range has two numbers side by side. */
function NumberControl({ spec, control, values, onChange }: InnerProps) {
  const { t } = useTranslation('passages');
  const name = spec.name as 'value' | 'pathSteps';
  const input = (
    <TextInput
      {...control}
      classNames={{ root: 'capture-number', input: 'capture-input' }}
      inputMode="decimal"
      value={values[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  );
  if (name !== 'value' || !hasSecondValue(values.qualifier)) return input;
  return (
    <div className="capture-range">
      {input}
      <span aria-hidden>–</span>
      <TextInput
        classNames={{ root: 'capture-number', input: 'capture-input' }}
        aria-label={t('capture.field.valueTo')}
        data-field="valueTo"
        inputMode="decimal"
        value={values.valueTo}
        onChange={(event) => onChange({ valueTo: event.currentTarget.value })}
      />
    </div>
  );
}
