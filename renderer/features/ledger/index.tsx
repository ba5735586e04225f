import { IconListDetails, IconTable } from '@tabler/icons-react';
import { type FeatureManifest, lazyView } from '../../ui/feature-manifest.ts';
import { ledgerKeys } from './keys.ts';

export const manifest: FeatureManifest = {
  name: 'ledger',
  views: [
    {
      id: 'ledger',
      titleKey: 'ledger:title',
      icon: IconTable,
      rail: { order: 30, group: 3 },
      goKey: 'l',
      keys: ledgerKeys,
      workspace: 'analyse',
      isLarge: true,
      component: lazyView(async () => (await import('./LedgerView.tsx')).LedgerView),
    },
    {
      id: 'series',
      titleKey: 'ledger:seriesView.title',
      icon: IconListDetails,
      goKey: 'm',
      workspace: 'reconcile',
      component: lazyView(async () => (await import('./series/SeriesView.tsx')).SeriesView),
    },
  ],
};
