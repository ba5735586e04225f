import { IconGitMerge } from '@tabler/icons-react';
import { type FeatureManifest, lazyView } from '../../ui/feature-manifest.ts';
import { exportAs } from './export-as.ts';
import { mergeKeys } from './keys.ts';
import { chooseTheirs } from './merge/merge-state.ts';

export const manifest: FeatureManifest = {
  name: 'exchange',
  views: [
    {
      id: 'merge',
      titleKey: 'exchange:merge.title',
      icon: IconGitMerge,
      keys: mergeKeys,
      isLarge: true,
      component: lazyView(async () => (await import('./merge/MergeView.tsx')).MergeView),
    },
  ],
  commands: [
    { id: 'exchange.xlsx', titleKey: 'exchange:command.xlsx', menuGroup: 2, run: () => void exportAs('xlsx') },
    { id: 'exchange.csv', titleKey: 'exchange:command.csv', menuGroup: 2, run: () => void exportAs('csv') },
    { id: 'exchange.json', titleKey: 'exchange:command.json', menuGroup: 2, run: () => void exportAs('json') },
    { id: 'exchange.merge', titleKey: 'exchange:command.merge', menuGroup: 2, run: chooseTheirs },
  ],
};
