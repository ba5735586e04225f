import { IconCalculator } from '@tabler/icons-react';
import { type FeatureManifest, lazyView } from '../../ui/feature-manifest.ts';
import { checkKeys } from './keys.ts';

export const manifest: FeatureManifest = {
  name: 'checks',
  views: [
    {
      id: 'checks',
      titleKey: 'checks:title',
      icon: IconCalculator,
      keys: checkKeys,
      workspace: 'reconcile',
      component: lazyView(async () => (await import('./ChecksView.tsx')).ChecksView),
    },
  ],
};
