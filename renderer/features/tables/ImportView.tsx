// A table brought in: its first rows under what each column says, what cannot be read where it stands, and one edit.
import { IconFileImport, IconTableImport, IconX } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useHints, useKeyedCommands, useOffers } from '../../bridge/index.ts';
import type { ViewProps } from '../../ui/feature-manifest.ts';
import { EmptyState, ErrorNotice, type KeySpec, Reading, Tool, Toolbar } from '../../ui/index.ts';
import { ImportBar } from './ImportBar.tsx';
import { ImportOutcome } from './ImportOutcome.tsx';
import { bringIn, chooseTable, type ImportPhase, leave, look, nameOf, takeSource, useImport } from './import-state.ts';
import { importKeys } from './keys.ts';
import { MappingPanel } from './MappingPanel.tsx';
import { NeedsALook } from './NeedsALook.tsx';
import { SampleTable } from './SampleTable.tsx';
import './tables.css';

const noKeys: readonly KeySpec[] = [];

export function ImportView({ params }: ViewProps) {
  const { t } = useTranslation('tables');
  const state = useImport();
  const sourceId = typeof params['sourceId'] === 'string' ? params['sourceId'] : undefined;
  useEffect(() => {
    if (sourceId !== undefined) void takeSource(sourceId);
  }, [sourceId]);
  const { phase } = state;
  const isLooking = phase === 'looking' || phase === 'importing';
  const isBusy = phase === 'importing';
  useHints(isLooking ? undefined : noKeys);
  useOffers([
    { id: 'tables.choose', title: t('another'), run: isBusy ? undefined : chooseTable },
    { id: 'tables.leave', title: t('leave'), run: phase === 'none' || isBusy ? undefined : () => void leave() },
  ]);
  if (phase === 'none')
    return (
      <div className="view">
        <EmptyState icon={IconTableImport} text={t('empty')} action={{ label: t('choose'), run: chooseTable }} />
      </div>
    );
  return (
    <div className="view import-table">
      <Toolbar label={t('title')}>
        <b className="cut import-file" title={nameOf(state)}>
          {nameOf(state)}
        </b>
        <span className="grow" />
        <Tool icon={IconFileImport} label={t('another')} isDisabled={isBusy} onRun={chooseTable} />
        <Tool icon={IconX} label={t('leave')} isDisabled={isBusy} onRun={() => void leave()} />
      </Toolbar>
      {isLooking && state.preview !== undefined ? <Look /> : <Other phase={phase} />}
    </div>
  );
}

function Other({ phase }: { phase: ImportPhase }) {
  const { t } = useTranslation('tables');
  const state = useImport();
  if (phase === 'refused') return <ErrorNotice title={t('refusedFile')} message={state.problem ?? ''} onRetry={() => void look(undefined)} />;
  if (phase === 'imported') return <ImportOutcome />;
  return <Reading text={t('reading', { name: nameOf(state) })} detail={t('readingDetail')} />;
}

function Look() {
  const { t } = useTranslation('tables');
  const { preview, problem, phase, isReadingAgain } = useImport();
  const isReady = phase === 'looking' && !isReadingAgain && (preview?.rows ?? 0) > 0;
  useKeyedCommands(importKeys, { 'Ctrl ↵': isReady ? () => void bringIn() : undefined });
  if (preview === undefined) return null;
  return (
    <>
      <p className="import-origin" role="status">
        {problem ?? t(`origin.${preview.origin}`)}
      </p>
      <div className="import-columns">
        <div className="import-main">
          <SampleTable preview={preview} />
          <NeedsALook preview={preview} />
        </div>
        <MappingPanel preview={preview} />
      </div>
      <ImportBar preview={preview} isReady={isReady} />
    </>
  );
}
