import { IconChartLine } from '@tabler/icons-react';
import { type FeatureManifest, lazyView } from '../../ui/feature-manifest.ts';
import { chartKeys } from './keys.ts';

export const manifest: FeatureManifest = {
  name: 'charts',
  views: [
    {
      id: 'charts',
      titleKey: 'charts:title',
      icon: IconChartLine,
      rail: { order: 41, group: 4 },
      goKey: 'c',
      keys: chartKeys,
      workspace: 'analyse',
      component: lazyView(async () => (await import('./ChartsView.tsx')).ChartsView),
    },
  ],
};
