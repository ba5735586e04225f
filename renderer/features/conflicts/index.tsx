import { IconScale } from '@tabler/icons-react';
import { type FeatureManifest, lazyView } from '../../ui/feature-manifest.ts';

export const manifest: FeatureManifest = {
  name: 'conflicts',
  views: [
    {
      id: 'conflicts',
      titleKey: 'conflicts:title',
      icon: IconScale,
      rail: { order: 31, group: 3 },
      goKey: 'x',
      component: lazyView(async () => (await import('./ConflictsView.tsx')).ConflictsView),
    },
  ],
};
