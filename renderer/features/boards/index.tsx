import { IconLayoutDashboard } from '@tabler/icons-react';
import { type FeatureManifest, lazyView } from '../../ui/feature-manifest.ts';
import { boardKeys } from './keys.ts';

export const manifest: FeatureManifest = {
  name: 'boards',
  views: [
    {
      id: 'boards',
      titleKey: 'boards:title',
      icon: IconLayoutDashboard,
      rail: { order: 42, group: 4 },
      goKey: 'b',
      keys: boardKeys,
      isLarge: true,
      workspace: 'report',
      component: lazyView(async () => (await import('./BoardsView.tsx')).BoardsView),
    },
  ],
};
