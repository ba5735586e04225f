import { IconAnchor, IconCopy, IconTextScan2, IconUnlink } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { PendingPassage } from '../../../../shared/features/passages/contract.ts';
import { copyWords } from '../../../bridge/index.ts';
import { runCommand } from '../../../ui/commands.ts';
import type { MenuRequest } from '../../../ui/index.ts';

/** The one whose menu it is is also the one that is shown: its commands are those of the view. */
const act = (key: string) => () => runCommand(`view.keys:passages.anchors.${key}`);

export function passageMenu({ before, places }: PendingPassage, t: TFunction<'passages'>): MenuRequest {
  return {
    label: before.exact,
    groups: [
      [
        {
          label: t('anchors.accept'),
          icon: IconAnchor,
          keys: 'A',
          whyNot: places.length === 0 ? t('anchors.none') : undefined,
          run: act('accept'),
        },
        { label: t('anchors.choose'), icon: IconTextScan2, keys: 'S', run: act('choose') },
        { label: t('anchors.lost'), icon: IconUnlink, keys: 'L', run: act('lost') },
      ],
      [{ label: t('ui:claimMenu.copy'), icon: IconCopy, run: () => copyWords(before.exact) }],
    ],
  };
}
