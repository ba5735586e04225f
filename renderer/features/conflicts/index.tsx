import { IconScale, IconTable } from '@tabler/icons-react';
import { useWorkspace } from '../../bridge/index.ts';
import { type FeatureManifest, lazyView } from '../../ui/feature-manifest.ts';
import { conflictKeys, matrixKeys } from './keys.ts';

export const manifest: FeatureManifest = {
  name: 'conflicts',
  views: [
    {
      id: 'conflicts',
      titleKey: 'conflicts:title',
      icon: IconScale,
      rail: { order: 31, group: 3 },
      goKey: 'x',
      keys: conflictKeys,
      workspace: 'reconcile',
      component: lazyView(async () => (await import('./ConflictsView.tsx')).ConflictsView),
    },
    {
      id: 'matrix',
      titleKey: 'conflicts:matrix.title',
      icon: IconTable,
      keys: matrixKeys,
      workspace: 'reconcile',
      component: lazyView(async () => (await import('./matrix/MatrixView.tsx')).MatrixView),
    },
  ],
  commands: [{ id: 'conflicts.matrix', titleKey: 'conflicts:matrix.open', run: () => useWorkspace.getState().openView('matrix') }],
};
