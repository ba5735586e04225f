import { IconSearch } from '@tabler/icons-react';
import { type FeatureManifest, lazyView } from '../../ui/feature-manifest.ts';
import { paletteKeys, searchKeys } from './keys.ts';
import { PaletteHost } from './PaletteHost.tsx';

export const manifest: FeatureManifest = {
  name: 'search',
  views: [
    {
      id: 'search',
      titleKey: 'search:view.title',
      icon: IconSearch,
      goKey: 'k',
      keys: searchKeys,
      component: lazyView(async () => (await import('./SearchView.tsx')).SearchView),
    },
  ],
  keyGroups: [{ titleKey: 'keys:palette', keys: paletteKeys }],
  overlay: PaletteHost,
};
