import { IconFileText } from '@tabler/icons-react';
import { type FeatureManifest, lazyView } from '../../ui/feature-manifest.ts';
import { reportKeys } from './keys.ts';

export const manifest: FeatureManifest = {
  name: 'reports',
  views: [
    {
      id: 'reports',
      titleKey: 'reports:title',
      icon: IconFileText,
      rail: { order: 43, group: 4 },
      goKey: 'd',
      workspace: 'report',
      keys: reportKeys,
      isLarge: true,
      component: lazyView(async () => (await import('./ReportsView.tsx')).ReportsView),
    },
  ],
};
