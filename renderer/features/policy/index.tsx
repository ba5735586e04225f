import { IconBuildingBank } from '@tabler/icons-react';
import { type FeatureManifest, lazyView } from '../../ui/feature-manifest.ts';
import { policyKeys } from './keys.ts';

export const manifest: FeatureManifest = {
  name: 'policy',
  views: [
    {
      id: 'instruments',
      titleKey: 'policy:title',
      icon: IconBuildingBank,
      rail: { order: 39, group: 4 },
      goKey: 'i',
      keys: policyKeys,
      workspace: 'analyse',
      isLarge: true,
      component: lazyView(async () => (await import('./PolicyView.tsx')).PolicyView),
    },
  ],
};
