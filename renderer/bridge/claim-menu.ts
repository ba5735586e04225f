// What can be done with a claim wherever a list that is no grid names it.
import { IconBook, IconCopy, IconQuote } from '@tabler/icons-react';
import i18next from 'i18next';
import { type MenuGroup, type MenuRequest, menuHandlers } from '../ui/index.ts';
import { inEvidence } from './in-evidence.ts';
import { openPassageOf } from './open-passage.ts';

export function copyWords(words: string): void {
  void navigator.clipboard.writeText(words);
}

/** `more`: what only this list can do with it. */
export function claimMenu(id: string, words: string, more: readonly MenuGroup[] = []): MenuRequest {
  return {
    label: words,
    groups: [
      [
        { label: i18next.t('ui:claimMenu.openPassage'), icon: IconBook, run: () => void openPassageOf(id) },
        { label: i18next.t('ui:claimMenu.showEvidence'), icon: IconQuote, run: () => inEvidence({ type: 'claim', id }, 'evidence.focus') },
      ],
      ...more,
      [{ label: i18next.t('ui:claimMenu.copy'), icon: IconCopy, run: () => copyWords(words) }],
    ],
  };
}

/** Menus of a list: of the entry that stands in an element with `data-entry`, by pointer and by keys. */
export function listMenus(requestFor: (entry: string, element: HTMLElement) => MenuRequest | undefined) {
  return menuHandlers((target) => {
    const element = target.closest<HTMLElement>('[data-entry]');
    return element === null ? undefined : requestFor(element.dataset['entry'] ?? '', element);
  });
}

/** What an entry says, as it is copied: its parts by commas. */
export function wordsOf(element: HTMLElement): string {
  return element.innerText
    .split('\n')
    .map((part) => part.trim())
    .filter(Boolean)
    .join(', ');
}
