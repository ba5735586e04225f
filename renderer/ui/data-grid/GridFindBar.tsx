// The bar that finds words in a grid and replaces them: what would change is shown first, and it is one edit.
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../Dialog.tsx';
import { FindBar } from '../find/FindBar.tsx';
import type { PastedBlock } from './grid-types.ts';
import type { GridFind, Replacement } from './use-grid-find.ts';

const mostShown = 50;

export interface GridFindBarProps<Row> {
  readonly find: GridFind<Row>;
  /** Left out where nothing can be changed. */
  replace?(block: PastedBlock<Row>): Promise<void>;
  titleOf(columnId: string): string;
}

export function GridFindBar<Row>({ find, replace, titleOf }: GridFindBarProps<Row>): ReactNode {
  const { t } = useTranslation('ui');
  const [by, setBy] = useState('');
  const [previewed, setPreviewed] = useState<ReturnType<GridFind<Row>['replacements']>>();
  if (!find.isOpen) return null;
  const carryOut = () => {
    if (previewed === undefined || replace === undefined) return;
    void replace({ cells: previewed.cells, skipped: previewed.skipped, reason: 'replace' });
    setPreviewed(undefined);
  };
  return (
    <>
      <FindBar find={find} asked={find.asked} label={t('grid.find.label')} />
      {replace === undefined ? null : (
        // biome-ignore lint/a11y/useSemanticElements: nothing is sent from here
        <div className="find-bar" role="search" aria-label={t('grid.find.replace')}>
          <input
            type="text"
            aria-label={t('grid.find.by')}
            placeholder={t('grid.find.by')}
            value={by}
            onChange={(event) => setBy(event.target.value)}
            onKeyDown={(event) => event.key === 'Enter' && find.hits.count > 0 && setPreviewed(find.replacements(by))}
          />
          <button type="button" className="button" disabled={find.hits.count === 0} onClick={() => setPreviewed(find.replacements(by))}>
            {t('grid.find.preview')}
          </button>
        </div>
      )}
      <Dialog
        title={t('grid.find.replace')}
        isOpen={previewed !== undefined}
        onClose={() => setPreviewed(undefined)}
        actions={
          <button type="button" className="button" data-primary="" data-autofocus disabled={previewed?.cells.length === 0} onClick={carryOut}>
            {t('grid.find.doReplace', { count: previewed?.cells.length ?? 0 })}
          </button>
        }
      >
        <Changes cells={previewed?.cells ?? []} titleOf={titleOf} />
        {previewed === undefined || previewed.skipped === 0 ? null : <p className="muted">{t('grid.find.skipped', { count: previewed.skipped })}</p>}
      </Dialog>
    </>
  );
}

function Changes<Row>({ cells, titleOf }: { readonly cells: readonly Replacement<Row>[]; titleOf(columnId: string): string }) {
  const { t } = useTranslation('ui');
  return (
    <ul className="find-changes" aria-label={t('grid.find.changes')}>
      {cells.slice(0, mostShown).map(({ columnId, before, value }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew each time
        <li key={index}>
          <span className="muted">{titleOf(columnId)}</span> <s>{before}</s> <b>{value}</b>
        </li>
      ))}
      {cells.length > mostShown ? <li className="muted">{t('grid.find.more', { count: cells.length - mostShown })}</li> : null}
    </ul>
  );
}
