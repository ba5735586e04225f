import { IconAnchor, IconBook2 } from '@tabler/icons-react';
import { type FeatureManifest, lazyView } from '../../ui/feature-manifest.ts';
import { chooseNewerFile } from './anchors/replace-source.ts';
import { chooseAnnotations, exportAnnotations } from './annotations.ts';
import { anchorsKeys, captureKeys, cardKeys, pageKeys, readerKeys } from './keys.ts';
import { openSecondReader } from './open-second.ts';
import { PassagesOverlay } from './PassagesOverlay.tsx';
import { togglePage } from './page/page-pane.ts';
import { askNewerText } from './typing/NewerTextDialog.tsx';
import { askQuote } from './typing/TypeQuote.tsx';

export const manifest: FeatureManifest = {
  name: 'passages',
  views: [
    {
      id: 'reader',
      titleKey: 'passages:reader.title',
      icon: IconBook2,
      goKey: 'r',
      keys: readerKeys,
      workspace: 'read',
      component: lazyView(async () => (await import('./ReaderView.tsx')).ReaderView),
    },
    {
      id: 'anchors',
      titleKey: 'passages:anchors.title',
      icon: IconAnchor,
      goKey: 'p',
      keys: anchorsKeys,
      workspace: 'read',
      component: lazyView(async () => (await import('./anchors/AnchorsView.tsx')).AnchorsView),
    },
  ],
  commands: [
    { id: 'passages.page', titleKey: 'passages:page.command', shortcut: 'B', run: () => void togglePage() },
    { id: 'passages.secondReader', titleKey: 'passages:reader.second', run: openSecondReader },
    { id: 'passages.typeQuote', titleKey: 'passages:typing.title', run: askQuote },
    { id: 'passages.newerFile', titleKey: 'passages:anchors.command.file', run: chooseNewerFile },
    { id: 'passages.newerText', titleKey: 'passages:anchors.command.text', run: askNewerText },
    { id: 'passages.annotations.in', titleKey: 'passages:annotations.command.in', menuGroup: 2, run: chooseAnnotations },
    { id: 'passages.annotations.out', titleKey: 'passages:annotations.command.out', menuGroup: 2, run: exportAnnotations },
  ],
  keyGroups: [
    { titleKey: 'keys:captureForm', keys: captureKeys },
    { titleKey: 'keys:card', keys: cardKeys },
    { titleKey: 'keys:pageBeside', keys: pageKeys },
  ],
  overlay: PassagesOverlay,
};
