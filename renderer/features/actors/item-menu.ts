import { IconCopy, IconEqual, IconEqualNot, IconPencil, IconQuestionMark } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { copyWords } from '../../bridge/index.ts';
import { runCommand } from '../../ui/commands.ts';
import type { MenuRequest } from '../../ui/index.ts';

type Words = TFunction<'actors'>;

/** The one whose menu it is is also the one that is shown: its commands are those of the view. */
const act = (key: string) => () => runCommand(`view.keys:actors.actor.${key}`);

export function actorMenu(name: string, t: Words): MenuRequest {
  return {
    label: name,
    groups: [
      [{ label: t('keys:actors.actor.edit'), icon: IconPencil, keys: 'E', run: act('edit') }],
      [{ label: t('ui:claimMenu.copy'), icon: IconCopy, run: () => copyWords(name) }],
    ],
  };
}

export function pairMenu(label: string, t: Words): MenuRequest {
  return {
    label,
    groups: [
      [
        { label: t('outcome.same'), icon: IconEqual, keys: 'S', run: act('same') },
        { label: t('outcome.not_same'), icon: IconEqualNot, keys: 'N', run: act('notSame') },
        { label: t('outcome.undecided'), icon: IconQuestionMark, keys: 'U', run: act('undecided') },
      ],
      [{ label: t('ui:claimMenu.copy'), icon: IconCopy, run: () => copyWords(label) }],
    ],
  };
}
