import { IconHistory } from '@tabler/icons-react';
import { type FeatureManifest, lazyView } from '../../ui/feature-manifest.ts';
import { redo, undo } from './undo.ts';

export const manifest: FeatureManifest = {
  name: 'history',
  views: [
    {
      id: 'history',
      titleKey: 'history:title',
      icon: IconHistory,
      rail: { order: 90, group: 9 },
      goKey: 'h',
      component: lazyView(async () => (await import('./HistoryView.tsx')).HistoryView),
    },
  ],
  commands: [
    { id: 'history.undo', titleKey: 'history:undo', shortcut: 'Ctrl Z', menuGroup: 3, run: () => void undo() },
    { id: 'history.redo', titleKey: 'history:redo', shortcut: 'Ctrl Shift Z', alsoShortcut: 'Ctrl Y', menuGroup: 3, run: () => void redo() },
  ],
};
