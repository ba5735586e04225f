import { IconUsers } from '@tabler/icons-react';
import { type FeatureManifest, lazyView } from '../../ui/feature-manifest.ts';
import { actorKeys } from './keys.ts';

export const manifest: FeatureManifest = {
  name: 'actors',
  views: [
    {
      id: 'actors',
      titleKey: 'actors:title',
      icon: IconUsers,
      rail: { order: 23, group: 2 },
      goKey: 'n',
      keys: actorKeys,
      workspace: 'reconcile',
      component: lazyView(async () => (await import('./ActorsView.tsx')).ActorsView),
    },
  ],
};
