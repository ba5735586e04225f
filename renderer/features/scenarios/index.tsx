import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { type FeatureManifest, lazyView } from '../../ui/feature-manifest.ts';
import { scenarioKeys } from './keys.ts';

export const manifest: FeatureManifest = {
  name: 'scenarios',
  views: [
    {
      id: 'scenarios',
      titleKey: 'scenarios:title',
      icon: IconAdjustmentsHorizontal,
      rail: { order: 42, group: 4 },
      goKey: 'w',
      keys: scenarioKeys,
      isLarge: true,
      workspace: 'analyse',
      component: lazyView(async () => (await import('./ScenariosView.tsx')).ScenariosView),
    },
  ],
};
