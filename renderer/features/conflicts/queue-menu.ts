import { IconBook, IconChevronDown, IconChevronUp, IconCopy } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { QueuedGroup } from '../../../shared/features/conflicts/contract.ts';
import { copyWords, openPassageOf } from '../../bridge/index.ts';
import { runCommand } from '../../ui/commands.ts';
import type { MenuRequest } from '../../ui/index.ts';
import { mostCards } from './choices.ts';
import { againstText, groupTitle, letterOf } from './words.ts';

export function lineOf({ title, against }: QueuedGroup, locale: string): string {
  return [groupTitle(title, locale), againstText(against, locale)].filter(Boolean).join(', ');
}

/** Of a line of the queue: its passages by the letters that they have beside it. */
export function groupMenu({ claims }: QueuedGroup, label: string, t: TFunction<'conflicts'>): MenuRequest {
  const passages = claims.slice(0, mostCards).map((id, index) => ({
    label: t('menu.passageOf', { letter: letterOf(index) }),
    icon: IconBook,
    run: () => void openPassageOf(id),
  }));
  return {
    label,
    groups: [
      passages,
      [
        { label: t('keys:conflicts.conflict.next'), icon: IconChevronDown, keys: 'J', run: () => runCommand('view.keys:conflicts.conflict.next') },
        {
          label: t('keys:conflicts.conflict.previous'),
          icon: IconChevronUp,
          keys: 'K',
          run: () => runCommand('view.keys:conflicts.conflict.previous'),
        },
      ],
      [{ label: t('ui:claimMenu.copy'), icon: IconCopy, run: () => copyWords(label) }],
    ],
  };
}
