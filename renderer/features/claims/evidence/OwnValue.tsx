import { useTranslation } from 'react-i18next';
import type { ClaimRow } from '../../../../shared/features/claims/contract.ts';
import { unitLabel } from '../../../../shared/quantity/index.ts';
import { type OwnTexts, ownQualifiers } from './own-value.ts';

export interface OwnValueProps {
  readonly value: OwnTexts;
  /** The claim whose unit and scale the value takes. */
  readonly like: ClaimRow | undefined;
  onChange(value: OwnTexts): void;
}

export function OwnValue({ value, like, onChange }: OwnValueProps) {
  const { t, i18n } = useTranslation(['evidence', 'words']);
  const scale =
    like === undefined || like.multiplier === 0
      ? ''
      : t(`words:scale.${like.multiplier}`, { defaultValue: t('words:scale.other', { power: like.multiplier }) });
  return (
    <div className="verdict-own">
      <select
        className="evidence-input"
        aria-label={t('ownQualifier')}
        value={value.qualifier}
        onChange={(event) => onChange({ ...value, qualifier: ownQualifiers.find((known) => known === event.currentTarget.value) ?? 'exact' })}
      >
        {ownQualifiers.map((qualifier) => (
          <option key={qualifier} value={qualifier}>
            {t(`words:qualifier.${qualifier}`)}
          </option>
        ))}
      </select>
      <input
        className="evidence-input"
        data-own=""
        inputMode="decimal"
        aria-label={t('ownValue')}
        value={value.value}
        onChange={(event) => onChange({ ...value, value: event.currentTarget.value })}
      />
      {value.qualifier === 'between' ? (
        <input
          className="evidence-input"
          inputMode="decimal"
          aria-label={t('ownTo')}
          value={value.valueTo}
          onChange={(event) => onChange({ ...value, valueTo: event.currentTarget.value })}
        />
      ) : null}
      <span className="muted">{[scale, unitLabel(like?.unit ?? null, i18n.language)].filter(Boolean).join(' ')}</span>
    </div>
  );
}
