import { askPerson, notifyFailure, toggleTheme } from '../../bridge/index.ts';
import type { FeatureManifest } from '../../ui/feature-manifest.ts';
import { PersonDialog } from './PersonDialog.tsx';

export const manifest: FeatureManifest = {
  name: 'settings',
  views: [],
  commands: [
    {
      id: 'settings.person',
      titleKey: 'settings:person.command',
      menuGroup: 8,
      worksOnStart: true,
      run: () => void askPerson().catch(notifyFailure),
    },
    { id: 'settings.theme', titleKey: 'settings:toggleTheme', worksOnStart: true, run: toggleTheme },
  ],
  overlay: PersonDialog,
};
