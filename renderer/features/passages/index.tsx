import { IconBook2 } from '@tabler/icons-react';
import { type FeatureManifest, lazyView } from '../../ui/feature-manifest.ts';

export const manifest: FeatureManifest = {
  name: 'passages',
  views: [
    {
      id: 'reader',
      titleKey: 'passages:reader.title',
      icon: IconBook2,
      goKey: 'r',
      component: lazyView(async () => (await import('./ReaderView.tsx')).ReaderView),
    },
  ],
};
