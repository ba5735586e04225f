// A workbook or a spreadsheet was dropped: what is to be done with it.
import { useTranslation } from 'react-i18next';
import { closeDropped, type Dropped, isWorkbookFile, openWorkbookFile, useDropped } from '../../bridge/index.ts';
import { Dialog } from '../../ui/index.ts';
import { applyReview } from './apply-review.ts';
import { mergeReview } from './merge-review.ts';

type Way = 'open' | 'merge' | 'apply' | 'add';

const does: Readonly<Record<Way, (dropped: Dropped) => void>> = {
  open: ({ file }) => void openWorkbookFile(file),
  merge: ({ file }) => void mergeReview.take(file),
  apply: ({ file }) => void applyReview.take(file),
  add: ({ add }) => add(),
};

const ways = (file: File): readonly Way[] => (isWorkbookFile(file) ? ['merge', 'open'] : ['apply', 'add']);

export function DroppedDialog() {
  const { t } = useTranslation('exchange');
  const dropped = useDropped((state) => state.dropped);
  return (
    <Dialog title={t('dropped.title', { name: dropped?.file.name })} isOpen={dropped !== undefined} onClose={closeDropped} size="small">
      {dropped === undefined ? null : (
        <div className="dropped-ways">
          {ways(dropped.file).map((way, index) => (
            <button
              key={way}
              type="button"
              data-autofocus={index === 0 ? '' : undefined}
              onClick={() => {
                closeDropped();
                does[way](dropped);
              }}
            >
              <b>{t(`dropped.${way}`)}</b> <span className="muted">{t(`dropped.${way}Detail`)}</span>
            </button>
          ))}
        </div>
      )}
    </Dialog>
  );
}
