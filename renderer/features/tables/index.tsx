import { IconTableImport } from '@tabler/icons-react';
import { type FeatureManifest, lazyView } from '../../ui/feature-manifest.ts';
import { chooseTable } from './import-state.ts';
import { importKeys } from './keys.ts';

export const manifest: FeatureManifest = {
  name: 'tables',
  views: [
    {
      id: 'table',
      titleKey: 'tables:title',
      icon: IconTableImport,
      keys: importKeys,
      isLarge: true,
      workspace: 'read',
      component: lazyView(async () => (await import('./ImportView.tsx')).ImportView),
    },
  ],
  commands: [{ id: 'tables.import', titleKey: 'tables:choose', menuGroup: 1, run: chooseTable }],
};
