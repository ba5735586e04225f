// Claims in the margin: the two lines that each says, the value, then what and when; and where it stands. They stand beside
// their passages and step down when they would collide.
import type { TFunction } from 'i18next';
import { codeWords, measureWords } from '../../../../shared/code-words.ts';
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
      return {
        value: row.stage === null ? (row.type ?? row.what) : t(`words:stage.${row.stage}`, { defaultValue: codeWords(row.stage) }),
        what: row.subject ?? '',
        when,
      };
    case 'statement':
      return { value: t(`words:stance.${row.stance ?? 'neutral'}`), what: [row.actor, row.topic].filter(Boolean).join(': '), when: '' };
  }
}

export interface MarginItem {
  readonly id: string;
  /** Where the passage begins, in pixels from the top of the page. */
  readonly anchor: number;
  readonly height: number;
}

/** Tops of the items, in the order of their anchors; none overlaps the one before it. */
export function stepDown(items: readonly MarginItem[], gap: number): ReadonlyMap<string, number> {
  const tops = new Map<string, number>();
  let free = Number.NEGATIVE_INFINITY;
  for (const item of items.toSorted((a, b) => a.anchor - b.anchor)) {
    const top = Math.max(item.anchor, free);
    tops.set(item.id, top);
    free = top + item.height + gap;
  }
  return tops;
}
