import type { FeatureManifest } from '../../ui/feature-manifest.ts';
import { exportAs } from './export-as.ts';

export const manifest: FeatureManifest = {
  name: 'exchange',
  views: [],
  commands: [
    { id: 'exchange.xlsx', titleKey: 'exchange:command.xlsx', menuGroup: 2, run: () => void exportAs('xlsx') },
    { id: 'exchange.csv', titleKey: 'exchange:command.csv', menuGroup: 2, run: () => void exportAs('csv') },
    { id: 'exchange.json', titleKey: 'exchange:command.json', menuGroup: 2, run: () => void exportAs('json') },
  ],
};
