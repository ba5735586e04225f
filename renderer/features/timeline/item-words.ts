// A mark in words, for its name, its tooltip and the table.
import type { TFunction } from 'i18next';
import type { TimelineItem } from '../../../shared/features/timeline/contract.ts';
import { formatPeriod } from '../../../shared/period/index.ts';
import type { Mark } from './life-cycle.ts';

export type TimelineWords = TFunction<readonly ['timeline', 'words']>;

export function itemKind(item: TimelineItem, t: TimelineWords): string {
  if (item.kind === 'statement') return t(`words:stance.${item.stance ?? 'neutral'}`);
  return item.stage === null ? '' : t(`words:stage.${item.stage}`);
}

export function itemWhen(item: TimelineItem, locale: string, t: TimelineWords): string {
  return item.when === null ? t('undated') : formatPeriod(item.when, locale);
}

export function itemName(item: TimelineItem, locale: string, t: TimelineWords): string {
  return [itemKind(item, t), item.label, itemWhen(item, locale, t)].filter((part) => part !== '').join(' · ');
}

export function markName(mark: Mark, locale: string, t: TimelineWords): string {
  const [first] = mark.items;
  if (first === undefined) return mark.label;
  const more = mark.items.length > 1 ? ` · ${t('claims', { count: mark.items.length })}` : '';
  return `${itemName(first, locale, t)}${more}`;
}
