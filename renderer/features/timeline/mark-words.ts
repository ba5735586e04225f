// A mark in words, for its label, its name and the table.
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineItem, TimelineMark } from '../../../shared/features/timeline/contract.ts';
import { formatPeriod } from '../../../shared/period/index.ts';
import { useStageWord } from '../../bridge/index.ts';
import { bandText, useWindowText } from '../../ui/shown-text.ts';

export type TimelineWords = TFunction<readonly ['timeline', 'words']>;

export interface MarkWords {
  /** What stands on it or beside it. */
  label(mark: TimelineMark): string;
  /** Kind, label and days. */
  name(mark: TimelineMark): string;
  kind(mark: TimelineMark): string;
  when(mark: TimelineMark): string;
  item(id: string): TimelineItem | undefined;
}

export function useMarkWords(items: readonly TimelineItem[]): MarkWords {
  const { t, i18n } = useTranslation(['timeline', 'words'] as const);
  const dated = useWindowText();
  const stageWord = useStageWord();
  return useMemo(() => {
    const byId = new Map(items.map((item) => [item.claimId, item]));
    const locale = i18n.language;
    function label(mark: TimelineMark): string {
      const value = mark.low === null && mark.high === null ? '' : bandText(mark, mark.does === 'changes' ? 'TIMES' : mark.unit, locale);
      if (mark.shape === 'plan') return t('planLabel', { value });
      if (mark.shape === 'step' || mark.shape === 'band') return value;
      if (mark.label !== '') return mark.label;
      // What began at a time that nobody tells bears no words of its own.
      return mark.stage === null ? '' : stageWord(mark.stage);
    }
    function kind({ shape, track, stage, batch, claims }: TimelineMark): string {
      if (shape === 'quote') return t(`words:stance.${byId.get(claims[0] ?? '')?.stance ?? 'neutral'}`);
      if (shape === 'plan' || shape === 'step' || shape === 'band' || shape === 'note') return t(`kind.${shape}`);
      const words = [batch ?? '', stage === null ? '' : stageWord(stage), shape === 'bar' && track !== null ? t(`track.${track}`) : ''];
      const told = words.filter((word, index) => word !== '' && words.findIndex((other) => other.toLowerCase() === word.toLowerCase()) === index);
      return told.join(', ');
    }
    function when(mark: TimelineMark): string {
      const { from, to, shape, claims } = mark;
      const item = shape === 'point' || shape === 'quote' ? byId.get(claims[0] ?? '') : undefined;
      if (item?.when != null) return formatPeriod(item.when, locale);
      if (shape === 'band') return mark.period ?? dated(from);
      if (to !== null) return `${dated(from)} – ${dated(to)}`;
      return shape === 'bar' || shape === 'step' ? `${dated(from)} – ${t('goesOn')}` : dated(from);
    }
    function name(mark: TimelineMark): string {
      const shown = label(mark);
      const what = kind(mark);
      const period = mark.shape === 'plan' && mark.period !== null ? t('planFor', { period: formatPeriod(mark.period, locale) }) : '';
      const parts = [what, shown.toLowerCase() === what.toLowerCase() ? '' : shown, period, when(mark)];
      const claims = mark.n > 1 ? t('claims', { count: mark.n }) : '';
      return [...parts, claims].filter((part) => part !== '').join(' · ');
    }
    return { label, kind, when, name, item: (id) => byId.get(id) };
  }, [items, t, i18n.language, dated, stageWord]);
}
