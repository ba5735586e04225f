import i18next from 'i18next';
import type { AppError } from '../../../shared/errors.ts';
import { call, notify, useWorkspace } from '../../bridge/index.ts';
import { type FeatureManifest, lazyView } from '../../ui/feature-manifest.ts';

const StartView = lazyView(async () => (await import('./StartView.tsx')).StartView);

async function close(): Promise<void> {
  await call('workbook.close', {});
  useWorkspace.getState().reset();
}

async function verify(): Promise<void> {
  const { ok, problems } = await call('workbook.verify', {});
  if (ok) notify({ tone: 'info', text: i18next.t('workbook:verified') });
  else notify({ tone: 'error', text: i18next.t('workbook:problems', { problems: problems.slice(0, 5).join('\n') }) });
}

function tell(work: Promise<void>): void {
  work.catch((error: AppError) => notify({ tone: 'error', text: error.message }));
}

export const manifest: FeatureManifest = {
  name: 'workbook',
  views: [],
  start: StartView,
  commands: [
    { id: 'workbook.verify', titleKey: 'workbook:command.verify', menuGroup: 9, run: () => tell(verify()) },
    { id: 'workbook.close', titleKey: 'workbook:command.close', menuGroup: 9, run: () => tell(close()) },
  ],
};
