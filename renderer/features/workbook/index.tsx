import { IconDatabaseExport } from '@tabler/icons-react';
import type { AppError } from '../../../shared/errors.ts';
import { call, errorWords, mayLeave, notify, useWorkspace } from '../../bridge/index.ts';
import { type FeatureManifest, lazyView } from '../../ui/feature-manifest.ts';
import { chooseWorkbook } from './choose-workbook.ts';
import { NewWorkbookDialog } from './NewWorkbookDialog.tsx';
import { nameWorkbook } from './naming.ts';
import { TourStrip } from './tour/TourStrip.tsx';
import { takeTour } from './tour/take-tour.ts';
import { verify } from './verify.ts';

const StartView = lazyView(async () => (await import('./StartView.tsx')).StartView);

async function close(): Promise<void> {
  if (!(await mayLeave())) return;
  await call('library.close', {});
  useWorkspace.getState().reset();
}

export const manifest: FeatureManifest = {
  name: 'workbook',
  views: [
    {
      id: 'backups',
      titleKey: 'workbook:backups.title',
      icon: IconDatabaseExport,
      component: lazyView(async () => (await import('./BackupsView.tsx')).BackupsView),
    },
  ],
  start: StartView,
  strip: TourStrip,
  overlay: NewWorkbookDialog,
  commands: [
    { id: 'library.new', titleKey: 'workbook:command.new', menuGroup: 9, run: nameWorkbook },
    { id: 'library.openFile', titleKey: 'workbook:command.openFile', menuGroup: 9, worksOnStart: true, run: chooseWorkbook },
    { id: 'tour.take', titleKey: 'workbook:tour.title', menuGroup: 8, worksOnStart: true, run: takeTour },
    { id: 'workbook.backups', titleKey: 'workbook:command.backups', menuGroup: 9, run: () => useWorkspace.getState().openView('backups') },
    { id: 'workbook.verify', titleKey: 'workbook:command.verify', menuGroup: 9, run: verify },
    {
      id: 'library.close',
      titleKey: 'workbook:command.close',
      menuGroup: 9,
      run: () => void close().catch((error: AppError) => notify({ tone: 'error', text: errorWords(error) })),
    },
  ],
};
