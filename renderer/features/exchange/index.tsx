import { IconGitMerge, IconTableImport } from '@tabler/icons-react';
import { type FeatureManifest, lazyView } from '../../ui/feature-manifest.ts';
import { applyReview } from './apply-review.ts';
import { ExchangeOverlay } from './ExchangeOverlay.tsx';
import { exportAs } from './export-as.ts';
import { mergeKeys } from './keys.ts';
import { mergeReview } from './merge-review.ts';
import { openOut } from './out-state.ts';

export const manifest: FeatureManifest = {
  name: 'exchange',
  views: [
    {
      id: 'merge',
      titleKey: 'exchange:merge.title',
      icon: IconGitMerge,
      keys: mergeKeys,
      isLarge: true,
      workspace: 'reconcile',
      component: lazyView(async () => (await import('./MergeView.tsx')).MergeView),
    },
    {
      id: 'apply',
      titleKey: 'exchange:apply.title',
      icon: IconTableImport,
      keys: mergeKeys,
      isLarge: true,
      workspace: 'reconcile',
      component: lazyView(async () => (await import('./ApplyView.tsx')).ApplyView),
    },
  ],
  commands: [
    { id: 'exchange.out', titleKey: 'exchange:command.handOver', menuGroup: 2, run: () => openOut('html') },
    { id: 'exchange.share', titleKey: 'exchange:command.share', menuGroup: 2, run: () => openOut('part') },
    { id: 'exchange.xlsx', titleKey: 'exchange:command.xlsx', menuGroup: 2, run: () => void exportAs('xlsx') },
    { id: 'exchange.csv', titleKey: 'exchange:command.csv', menuGroup: 2, run: () => void exportAs('csv') },
    { id: 'exchange.json', titleKey: 'exchange:command.json', menuGroup: 2, run: () => void exportAs('json') },
    { id: 'exchange.merge', titleKey: 'exchange:command.merge', menuGroup: 2, run: mergeReview.choose },
    { id: 'exchange.apply', titleKey: 'exchange:command.apply', menuGroup: 2, run: applyReview.choose },
  ],
  overlay: ExchangeOverlay,
};
