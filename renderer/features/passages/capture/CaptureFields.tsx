import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPeriod } from '../../../../shared/period/index.ts';
import { changeKinds, formatQuantity } from '../../../../shared/quantity/index.ts';
import { type FieldErrors, quantityOf, unitCode } from './claim-of-values.ts';
import type { DraftPart } from './drafts.ts';
import { Field } from './Field.tsx';
import { mainFields, moreFields } from './field-specs.ts';
import type { FormValues } from './form-values.ts';

export interface CaptureFieldsProps {
  readonly part: DraftPart;
  readonly errors: FieldErrors;
  onChange(fields: Partial<FormValues>): void;
}

export function CaptureFields({ part, errors, onChange }: CaptureFieldsProps) {
  const { t, i18n } = useTranslation('passages');
  const { values, inferred } = part;
  const more = moreFields[values.kind];
  const [isOpen, setOpen] = useState(false);
  const hasHiddenError = more.some((spec) => errors[spec.name] !== undefined);
  const isShown = isOpen || hasHiddenError;
  const Chevron = isShown ? IconChevronDown : IconChevronRight;
  const reading = readingOf(values, i18n.language);
  return (
    <div className="capture-scroll">
      <div className="capture-grid">
        {mainFields[values.kind].map((spec) => (
          <Field key={spec.name} spec={spec} values={values} inferred={inferred} errors={errors} onChange={onChange} />
        ))}
      </div>
      <button type="button" className="tool capture-more" aria-expanded={isShown} onClick={() => setOpen(!isShown)}>
        <Chevron size={14} aria-hidden />
        {t('capture.more')}
      </button>
      {isShown ? (
        <div className="capture-grid" ref={revealMore}>
          {more.map((spec) => (
            <Field key={spec.name} spec={spec} values={values} inferred={inferred} errors={errors} onChange={onChange} />
          ))}
        </div>
      ) : null}
      {reading === undefined ? null : (
        <p className="capture-note">
          {t('capture.readsAs')} <b>{reading}</b>
        </p>
      )}
    </div>
  );
}

/** Fields that were just asked for are scrolled to. */
function revealMore(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

/** What the figure will say: "> 1bn USD, Jun 2023". */
function readingOf(values: FormValues, locale: string): string | undefined {
  if (values.kind !== 'figure') return undefined;
  const change = changeKinds.find((kind) => kind === values.change) ?? null;
  const measured = { ...quantityOf(values), unit: values.unit === '' ? null : unitCode(values.unit), multiplier: Number(values.multiplier), change };
  const value = formatQuantity(measured, { locale });
  const period = values.period === '' ? '' : formatPeriod(values.period.trim(), locale);
  return value === '–' ? undefined : [value, period].filter((part) => part !== '').join(', ');
}
