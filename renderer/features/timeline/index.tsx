import { IconTimelineEvent } from '@tabler/icons-react';
import { type FeatureManifest, lazyView } from '../../ui/feature-manifest.ts';
import { timelineKeys } from './keys.ts';

export const manifest: FeatureManifest = {
  name: 'timeline',
  views: [
    {
      id: 'timeline',
      titleKey: 'timeline:title',
      icon: IconTimelineEvent,
      rail: { order: 40, group: 4 },
      goKey: 't',
      keys: timelineKeys,
      workspace: 'analyse',
      isLarge: true,
      component: lazyView(async () => (await import('./TimelineView.tsx')).TimelineView),
    },
  ],
};
