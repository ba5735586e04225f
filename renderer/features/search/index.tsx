import { IconSearch } from '@tabler/icons-react';
import { type FeatureManifest, lazyView } from '../../ui/feature-manifest.ts';
import { PaletteHost } from './PaletteHost.tsx';

export const manifest: FeatureManifest = {
  name: 'search',
  views: [
    {
      id: 'search',
      titleKey: 'search:view.title',
      icon: IconSearch,
      goKey: 'k',
      component: lazyView(async () => (await import('./SearchView.tsx')).SearchView),
    },
  ],
  overlay: PaletteHost,
};
