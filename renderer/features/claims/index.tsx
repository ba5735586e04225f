import { IconCalendarEvent, IconNumber123, IconQuote } from '@tabler/icons-react';
import { type FeatureManifest, lazyView } from '../../ui/feature-manifest.ts';
import { useIsEvidenceEmpty } from './evidence/evidence-state.ts';
import { evidenceKeys, gridKeys } from './keys.ts';
import { PartingDialog } from './parting/PartingDialog.tsx';

const grids = (): Promise<typeof import('./grids/claim-views.tsx')> => import('./grids/claim-views.tsx');

export const manifest: FeatureManifest = {
  name: 'claims',
  views: [
    {
      id: 'figures',
      titleKey: 'claims:figures',
      icon: IconNumber123,
      rail: { order: 20, group: 2 },
      goKey: 'f',
      keys: gridKeys,
      workspace: 'reconcile',
      component: lazyView(async () => (await grids()).FiguresView),
    },
    {
      id: 'events',
      titleKey: 'claims:events',
      icon: IconCalendarEvent,
      rail: { order: 21, group: 2 },
      goKey: 'e',
      keys: gridKeys,
      workspace: 'reconcile',
      component: lazyView(async () => (await grids()).EventsView),
    },
    {
      id: 'statements',
      titleKey: 'claims:statements',
      icon: IconQuote,
      rail: { order: 22, group: 2 },
      goKey: 'q',
      keys: gridKeys,
      workspace: 'reconcile',
      component: lazyView(async () => (await grids()).StatementsView),
    },
  ],
  overlay: PartingDialog,
  panel: {
    id: 'evidence',
    titleKey: 'app:evidence',
    keys: evidenceKeys,
    useIsEmpty: useIsEvidenceEmpty,
    component: lazyView(async () => (await import('./evidence/evidence-panel.tsx')).EvidencePanel),
  },
};
