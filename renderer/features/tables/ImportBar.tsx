import { useTranslation } from 'react-i18next';
import type { TablePreview } from '../../../shared/features/tables/contract.ts';
import { Kbd } from '../../ui/index.ts';
import { bringIn } from './import-state.ts';

/** What the table comes to, and the button that brings it in. */
export function ImportBar({ preview, isReady }: { preview: TablePreview; isReady: boolean }) {
  const { t } = useTranslation('tables');
  const { rows, added, updated, skipped, rejectedCount, mapping } = preview;
  const counts = [
    ['new', added],
    ['anew', updated],
    ['known', skipped],
    ['rejected', rejectedCount],
  ] as const;
  return (
    <div className="import-bar">
      <b>{t(`total.${mapping.kind}`, { count: rows })}</b>
      {counts.map(([name, count]) =>
        count === 0 ? null : (
          <span key={name} data-tone={name}>
            {t(`count.${name}`, { count })}
          </span>
        ),
      )}
      <span className="grow" />
      <button type="button" className="button" data-primary="" disabled={!isReady} onClick={() => void bringIn()}>
        {t('bringIn', { count: rows })} <Kbd>Ctrl ↵</Kbd>
      </button>
    </div>
  );
}
