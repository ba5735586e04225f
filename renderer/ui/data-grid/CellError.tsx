import { useTranslation } from 'react-i18next';

export interface RefusedCell {
  readonly rowId: string;
  readonly columnId: string;
  readonly message: string;
  readonly typed: string;
}

export interface CellErrorProps {
  readonly refused: RefusedCell;
  readonly root: HTMLElement | null;
  onEditAgain(): void;
  onDismiss(): void;
}

function placeBelow(root: HTMLElement, { rowId, columnId }: RefusedCell): { left: number; top: number } {
  const cell = root.querySelector(`[row-id="${CSS.escape(rowId)}"] [col-id="${CSS.escape(columnId)}"]`)?.getBoundingClientRect();
  const frame = root.getBoundingClientRect();
  if (cell === undefined) return { left: 8, top: 36 };
  return { left: Math.max(4, Math.min(cell.left - frame.left, frame.width - 296)), top: Math.min(cell.bottom - frame.top, frame.height - 84) };
}

/** Says at the cell why what was typed was not kept, and lets the user go on from it. */
export function CellError({ refused, root, onEditAgain, onDismiss }: CellErrorProps) {
  const { t } = useTranslation('ui');
  if (root === null) return null;
  return (
    <div className="cell-error" role="alert" style={placeBelow(root, refused)}>
      <b>{t('grid.cellRefused')}</b>
      <p>{refused.message}</p>
      {refused.typed === '' ? null : <p className="muted">{t('grid.cellTyped', { typed: refused.typed })}</p>}
      <div>
        <button type="button" className="link-button" onClick={onEditAgain}>
          {t('grid.editAgain')}
        </button>
        <button type="button" className="link-button" onClick={onDismiss}>
          {t('grid.dismiss')}
        </button>
      </div>
    </div>
  );
}
