import { IconFiles, IconListCheck, IconTable } from '@tabler/icons-react';
import { type FeatureManifest, lazyView } from '../../ui/feature-manifest.ts';
import { chooseBibliography, copyCitation, exportBibliography } from './bibliography.ts';
import { chooseFiles, chooseFolder } from './choose-files.ts';
import { useIntake } from './intake-state.ts';
import { judgeSelectedCopy } from './judge-copy.ts';
import { datasetKeys, listKeys } from './keys.ts';
import { SourcesOverlay } from './SourcesOverlay.tsx';

export const manifest: FeatureManifest = {
  name: 'sources',
  views: [
    {
      id: 'sources',
      titleKey: 'sources:title',
      icon: IconFiles,
      rail: { order: 10, group: 1 },
      goKey: 's',
      keys: listKeys,
      workspace: 'read',
      isLarge: true,
      component: lazyView(async () => (await import('./SourcesView.tsx')).SourcesView),
    },
    {
      id: 'queue',
      titleKey: 'sources:queue.title',
      icon: IconListCheck,
      workspace: 'read',
      component: lazyView(async () => (await import('./QueueView.tsx')).QueueView),
    },
    {
      id: 'dataset',
      titleKey: 'sources:dataset.title',
      icon: IconTable,
      keys: datasetKeys,
      workspace: 'read',
      isLarge: true,
      component: lazyView(async () => (await import('./dataset/DatasetView.tsx')).DatasetView),
    },
  ],
  commands: [
    { id: 'sources.addFiles', titleKey: 'sources:addFiles', menuGroup: 1, worksOnStart: true, run: chooseFiles },
    { id: 'sources.addFolder', titleKey: 'sources:addFolder', menuGroup: 1, worksOnStart: true, run: chooseFolder },
    {
      id: 'sources.paste',
      titleKey: 'sources:pasteText',
      menuGroup: 1,
      worksOnStart: true,
      run: () => useIntake.getState().set({ isPasting: true }),
    },
    { id: 'sources.acceptCopy', titleKey: 'sources:copy.accept', shortcut: 'C', run: () => void judgeSelectedCopy(true) },
    { id: 'sources.refuseCopy', titleKey: 'sources:copy.refuse', shortcut: 'Shift C', run: () => void judgeSelectedCopy(false) },
    ...(['apa', 'gost', 'gbt'] as const).map((style) => ({
      id: `sources.cite.${style}`,
      titleKey: `sources:bibliography.command.${style}`,
      run: () => copyCitation(style),
    })),
    { id: 'sources.bibliography.read', titleKey: 'sources:bibliography.command.read', run: chooseBibliography },
    ...(['csl', 'bibtex', 'ris'] as const).map((format) => ({
      id: `sources.bibliography.${format}`,
      titleKey: `sources:bibliography.command.${format}`,
      run: () => exportBibliography(format),
    })),
  ],
  overlay: SourcesOverlay,
};
