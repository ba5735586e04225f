import { IconAnchor, IconBook2 } from '@tabler/icons-react';
import { type FeatureManifest, lazyView } from '../../ui/feature-manifest.ts';
import { askNewerText, NewerTextDialog } from './anchors/NewerTextDialog.tsx';
import { chooseNewerFile } from './anchors/replace-source.ts';
import { chooseAnnotations, exportAnnotations } from './annotations.ts';

export const manifest: FeatureManifest = {
  name: 'passages',
  views: [
    {
      id: 'reader',
      titleKey: 'passages:reader.title',
      icon: IconBook2,
      goKey: 'r',
      component: lazyView(async () => (await import('./ReaderView.tsx')).ReaderView),
    },
    {
      id: 'anchors',
      titleKey: 'passages:anchors.title',
      icon: IconAnchor,
      goKey: 'p',
      component: lazyView(async () => (await import('./anchors/AnchorsView.tsx')).AnchorsView),
    },
  ],
  commands: [
    { id: 'passages.newerFile', titleKey: 'passages:anchors.command.file', run: chooseNewerFile },
    { id: 'passages.newerText', titleKey: 'passages:anchors.command.text', run: askNewerText },
    { id: 'passages.annotations.in', titleKey: 'passages:annotations.command.in', menuGroup: 2, run: chooseAnnotations },
    { id: 'passages.annotations.out', titleKey: 'passages:annotations.command.out', menuGroup: 2, run: exportAnnotations },
  ],
  overlay: NewerTextDialog,
};
