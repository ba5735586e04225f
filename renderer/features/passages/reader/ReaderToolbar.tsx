import { IconAnchor, IconChevronLeft, IconChevronRight, IconFiles, IconFileText, IconPencil, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Kbd, Tool, Toolbar } from '../../../ui/index.ts';
import { togglePage, usePageShown } from '../page/page-pane.ts';
import type { Coverage } from './mentions.ts';

export interface ReaderToolbarProps {
  readonly coverage: Coverage | undefined;
  readonly lost: number;
  readonly drafts: number;
  readonly hasPages: boolean;
  onLost(): void;
  onResume(): void;
  onChoose(): void;
  onStep(step: 'next' | 'previous'): void;
  onFind(): void;
}

export function ReaderToolbar({ coverage, lost, drafts, hasPages, onLost, onResume, onChoose, onStep, onFind }: ReaderToolbarProps) {
  const { t, i18n } = useTranslation('passages');
  const number = new Intl.NumberFormat(i18n.language);
  const isIdle = coverage === undefined || coverage.total === 0;
  return (
    <Toolbar label={t('reader.toolbar')}>
      {coverage === undefined ? null : <CoverageBar coverage={coverage} />}
      {lost === 0 ? null : (
        <button
          type="button"
          className="tool reader-lost"
          aria-label={t('reader.lost', { count: lost })}
          title={t('reader.lost', { count: lost })}
          onClick={onLost}
        >
          <IconAnchor size={14} stroke={1.8} aria-hidden />
          {number.format(lost)}
        </button>
      )}
      <span className="grow" />
      {drafts === 0 ? null : (
        <button type="button" className="tool" title={t('reader.resume')} onClick={onResume}>
          <IconPencil size={14} stroke={1.8} aria-hidden />
          {t('reader.drafts', { count: drafts })}
        </button>
      )}
      <Tool icon={IconSearch} label={t('reader.find')} keys="Ctrl F" iconOnly onRun={onFind} />
      {hasPages ? <PageTool /> : null}
      <button type="button" className="tool" aria-label={t('reader.back')} title={t('reader.back')} onClick={onChoose}>
        <IconFiles size={14} stroke={1.8} aria-hidden />
      </button>
      <button type="button" className="tool" aria-label={t('reader.previous')} disabled={isIdle} onClick={() => onStep('previous')}>
        <IconChevronLeft size={14} stroke={1.8} aria-hidden />
        <Kbd>P</Kbd>
      </button>
      <button type="button" className="tool" aria-label={t('reader.next')} disabled={isIdle} onClick={() => onStep('next')}>
        <Kbd>N</Kbd>
        <IconChevronRight size={14} stroke={1.8} aria-hidden />
      </button>
    </Toolbar>
  );
}

function PageTool() {
  const { t } = useTranslation('passages');
  const isShown = usePageShown();
  return <Tool icon={IconFileText} label={t('page.show')} keys="B" iconOnly isPressed={isShown} onRun={() => void togglePage()} />;
}

function CoverageBar({ coverage: { total, captured, setAside } }: { coverage: Coverage }) {
  const { t, i18n } = useTranslation('passages');
  const number = new Intl.NumberFormat(i18n.language);
  if (total === 0) return <span className="muted">{t('reader.noneFound')}</span>;
  const share = (part: number) => `${(part / total) * 100}%`;
  return (
    <>
      <span className="coverage reader-coverage" role="img" aria-label={t('reader.coverage', { captured, setAside, total })}>
        <i className="coverage-captured" style={{ width: share(captured) }} />
        <i className="coverage-aside" style={{ width: share(setAside) }} />
      </span>
      <span title={t('reader.coverage', { captured, setAside, total })}>
        <b className="reader-count">{number.format(captured)}</b> {t('reader.ofCaptured', { total: number.format(total) })}
      </span>
      {setAside === 0 ? null : <span className="muted reader-wide">· {t('reader.aside', { count: setAside, shown: number.format(setAside) })}</span>}
    </>
  );
}
