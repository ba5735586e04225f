import { IconBook, IconCopy, IconQuote, IconZoomInArea } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { TimelineItem } from '../../../shared/features/timeline/contract.ts';
import type { Mark } from '../../../shared/features/timeline/drawn-mark.ts';
import { inEvidence, openPassageOf } from '../../bridge/index.ts';
import type { MenuAction, MenuRequest } from '../../ui/index.ts';

export interface MarkMenuOptions {
  readonly mark: Mark;
  /** Its claims. */
  readonly items: readonly TimelineItem[];
  readonly name: string;
  /** The claim of the mark that is selected, else its first. */
  readonly claimId: string;
  readonly t: TFunction<readonly ['timeline', 'words']>;
  zoomTo(mark: Mark): void;
  onSelect(claimId: string): void;
}

export function markMenu({ mark, items, name, claimId, t, zoomTo, onSelect }: MarkMenuOptions): MenuRequest {
  const others =
    items.length < 2
      ? []
      : items.map(
          (item): MenuAction => ({
            label: [item.label, item.sourceTitle].filter(Boolean).join(' · '),
            isChecked: item.claimId === claimId,
            run: () => onSelect(item.claimId),
          }),
        );
  return {
    label: name,
    groups: [
      [
        { label: t('menu.openPassage'), icon: IconBook, keys: 'O', run: () => void openPassageOf(claimId) },
        { label: t('menu.showEvidence'), icon: IconQuote, run: () => inEvidence({ type: 'claim', id: claimId }, 'evidence.focus') },
      ],
      others,
      [
        { label: t('menu.zoomTo'), icon: IconZoomInArea, run: () => zoomTo(mark) },
        { label: t('menu.copy'), icon: IconCopy, run: () => void navigator.clipboard.writeText(name) },
      ],
    ],
  };
}
