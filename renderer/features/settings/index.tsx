import { toggleTheme } from '../../bridge/index.ts';
import type { FeatureManifest } from '../../ui/feature-manifest.ts';

export const manifest: FeatureManifest = {
  name: 'settings',
  views: [],
  commands: [{ id: 'settings.theme', titleKey: 'settings:toggleTheme', worksOnStart: true, run: toggleTheme }],
};
