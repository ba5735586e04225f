// The two lines of a margin claim: the value, then what and when.
import type { TFunction } from 'i18next';
import { measureWords } from '../../../../shared/code-words.ts';
import type { ClaimRow } from '../../../../shared/features/claims/contract.ts';
import { formatPeriod } from '../../../../shared/period/index.ts';
import { valueText } from '../../../ui/index.ts';

type Translate = TFunction<readonly ['words', 'passages']>;

export interface ClaimLines {
  readonly value: string;
  readonly what: string;
  /** Stays whole where the line is short of room. */
  readonly when: string;
}

export function claimLines(row: ClaimRow, locale: string, t: Translate): ClaimLines {
  const when = row.period === null ? '' : formatPeriod(row.period, locale);
  switch (row.kind) {
    case 'figure': {
      const hasReadings = row.readings.length > 1;
      return {
        value: valueText(row, locale),
        what: hasReadings ? t('passages:reader.readings', { count: row.readings.length }) : measureWords(row.measure ?? ''),
        when: hasReadings ? '' : when,
      };
    }
    case 'event':
      return { value: row.stage === null ? (row.type ?? row.what) : t(`words:stage.${row.stage}`), what: row.subject ?? '', when };
    case 'statement':
      return { value: t(`words:stance.${row.stance ?? 'neutral'}`), what: [row.actor, row.topic].filter(Boolean).join(': '), when: '' };
  }
}
