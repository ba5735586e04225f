import { IconArrowAutofitWidth, IconPencil, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Tool, Toolbar } from '../../../ui/index.ts';
import { askQuote } from '../typing/TypeQuote.tsx';
import { fullScale } from './page-sizes.ts';
import type { GoToPage } from './use-page-scroll.ts';

export interface PageToolbarProps {
  /** Number of the page in view. */
  readonly page: number;
  readonly pages: number;
  readonly scale: number;
  readonly isFitted: boolean;
  readonly onPage: GoToPage;
  onZoom(steps: number): void;
  onFit(): void;
}

export function PageToolbar({ page, pages, scale, isFitted, onPage, onZoom, onFit }: PageToolbarProps) {
  const { t, i18n } = useTranslation('passages');
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(scale / fullScale);
  return (
    <Toolbar label={t('page.toolbar')}>
      <PageNumber page={page} pages={pages} onPage={(wanted) => onPage(wanted, 'top')} />
      <span className="grow" />
      <Tool icon={IconPencil} label={t('page.type')} iconOnly onRun={askQuote} />
      <i className="vertical-rule" />
      <Tool icon={IconZoomOut} label={t('page.smaller')} keys="−" iconOnly onRun={() => onZoom(-1)} />
      <span className="page-percent muted">{percent}</span>
      <Tool icon={IconZoomIn} label={t('page.larger')} keys="+" iconOnly onRun={() => onZoom(1)} />
      <Tool icon={IconArrowAutofitWidth} label={t('page.fit')} keys="0" iconOnly isPressed={isFitted} onRun={onFit} />
    </Toolbar>
  );
}

/** The page in view, as a field that goes to the page that is typed. */
function PageNumber({ page, pages, onPage }: { page: number; pages: number; onPage(page: number): void }) {
  const { t } = useTranslation('passages');
  const [typed, setTyped] = useState<string>();
  const leave = () => setTyped(undefined);
  return (
    <form
      data-passing=""
      className="page-number"
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = Number(typed);
        if (Number.isInteger(wanted) && wanted >= 1 && wanted <= pages) onPage(wanted);
        leave();
      }}
    >
      <input
        aria-label={t('page.number')}
        inputMode="numeric"
        value={typed ?? String(page)}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={leave}
      />
      <span className="muted">{t('page.of', { count: pages })}</span>
    </form>
  );
}
