import { IconArrowDown, IconArrowUp, IconBook, IconCopy, IconDownload, IconEdit, IconNote, IconQuote, IconTrash } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { inEvidence, openPassageOf } from '../../bridge/index.ts';
import type { MenuAction, MenuRequest } from '../../ui/index.ts';

export interface PanelMenuOptions {
  readonly title: string;
  /** The claim of the mark that is selected or under the pointer. */
  readonly claimId: string | undefined;
  readonly t: TFunction<'boards'>;
  edit(): void;
  note(claimId: string | undefined): void;
  copy(): void;
  save(): void;
  remove(): void;
  /** Undefined where it stands first, or last. */
  readonly up: (() => void) | undefined;
  readonly down: (() => void) | undefined;
}

export function panelMenu({ title, claimId, t, edit, note, copy, save, remove, up, down }: PanelMenuOptions): MenuRequest {
  const ofMark: MenuAction[] =
    claimId === undefined
      ? []
      : [
          { label: t('menu.openPassage'), icon: IconBook, keys: 'O', run: () => void openPassageOf(claimId) },
          { label: t('menu.showEvidence'), icon: IconQuote, run: () => inEvidence({ type: 'claim', id: claimId }, 'evidence.focus') },
          { label: t('menu.noteOnFigure'), icon: IconNote, keys: 'M', run: () => note(claimId) },
        ];
  return {
    label: title,
    groups: [
      ofMark,
      [
        { label: t('menu.edit'), icon: IconEdit, keys: 'E', run: edit },
        { label: t('menu.noteOnDay'), icon: IconNote, run: () => note(undefined) },
      ],
      [
        { label: t('menu.copySvg'), icon: IconCopy, run: copy },
        { label: t('menu.saveSvg'), icon: IconDownload, run: save },
      ],
      [
        ...(up === undefined ? [] : [{ label: t('menu.up'), icon: IconArrowUp, run: up }]),
        ...(down === undefined ? [] : [{ label: t('menu.down'), icon: IconArrowDown, run: down }]),
      ],
      [{ label: t('menu.remove'), icon: IconTrash, isDangerous: true, run: remove }],
    ],
  };
}
