// What can be done with several claims at once, in the toolbar of their grid.
import { IconStars, IconTag, IconTrash } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClaimRow } from '../../../../shared/features/claims/contract.ts';
import { openMenu, placeUnder, Tool } from '../../../ui/index.ts';
import { type ClaimMenuOptions, gradeGroup } from './claim-menu.ts';

export interface ChosenToolsProps extends ClaimMenuOptions {
  rowsAtHand(): Promise<readonly ClaimRow[]>;
}

export function ChosenTools({ rowsAtHand, edits, t, tag }: ChosenToolsProps) {
  const { t: words } = useTranslation('claims');
  const place = useRef<HTMLSpanElement>(null);
  const openGrades = async () => {
    const groups = [gradeGroup(await rowsAtHand(), { edits, t })];
    const button = place.current?.querySelector('button');
    if (button != null) openMenu({ label: words('chosen.grade'), groups }, placeUnder(button));
  };
  return (
    <>
      <span ref={place} className="tool-place">
        <Tool icon={IconStars} label={words('chosen.grade')} isExpanded={false} onRun={() => void openGrades()} />
      </span>
      <Tool icon={IconTag} label={words('chosen.tag')} onRun={() => void rowsAtHand().then(tag)} />
      <Tool icon={IconTrash} label={words('chosen.remove')} keys="Ctrl Del" onRun={() => void rowsAtHand().then(edits.removeRows)} />
      <i className="vertical-rule" />
    </>
  );
}
