// A "go to" for each view, the commands of all features, and the frame's own, in the order in which the palette lists them.
import { useWorkspace, viewOf } from '../bridge/index.ts';
import type { Command } from '../ui/commands.ts';
import { type FeatureManifest, type ViewSpec, workspaceNames } from '../ui/feature-manifest.ts';
import { showArrangement } from './arrangement-state.ts';
import { enterView } from './frame/enter-view.ts';
import { showKeys } from './frame/key-sheet.ts';
import { nameLayout } from './frame/layout-naming.ts';

/** Opening and closing come last: they are the rarest. */
const workbookGroup = 9;
const ungrouped = 5;

/** The palette gives the focus back first. */
const paletteClosesMs = 200;

function goTo(view: ViewSpec): Command {
  return {
    id: `go.${view.id}`,
    titleKey: view.titleKey,
    ...(view.goKey === undefined ? {} : { shortcut: `G ${view.goKey.toUpperCase()}` }),
    run: () => {
      const instance = useWorkspace.getState().openView(view.id);
      setTimeout(() => enterView(instance), paletteClosesMs);
    },
  };
}

export function togglePalette(): void {
  const { isPaletteOpen, setPaletteOpen } = useWorkspace.getState();
  setPaletteOpen(!isPaletteOpen);
}

function openAnotherFocused(): void {
  const { focusedView, openAnother } = useWorkspace.getState();
  if (focusedView !== undefined) openAnother(viewOf(focusedView));
}

function toggleEvidence(): void {
  useWorkspace.getState().setEvidenceOpen(document.querySelector('.evidence') === null);
}

const frameCommands: readonly Command[] = [
  { id: 'frame.keys', titleKey: 'app:command.keys', shortcut: '?', menuGroup: 8, worksOnStart: true, run: () => showKeys(true) },
  { id: 'frame.back', titleKey: 'app:command.back', shortcut: 'Alt ←', run: () => useWorkspace.getState().goBack(-1) },
  { id: 'frame.forth', titleKey: 'app:command.forth', shortcut: 'Alt →', run: () => useWorkspace.getState().goBack(1) },
  {
    id: 'frame.evidence',
    titleKey: 'app:command.evidence',
    shortcut: 'G V',
    run: toggleEvidence,
  },
  { id: 'frame.another', titleKey: 'app:command.another', run: openAnotherFocused },
  ...workspaceNames.map(
    (name, index): Command => ({
      id: `workspace.${name}`,
      titleKey: `app:workspace.use.${name}`,
      shortcut: `Alt ${index + 1}`,
      run: () => showArrangement(name),
    }),
  ),
  { id: 'layout.save', titleKey: 'app:layout.save', run: nameLayout },
];

/** Not listed in the palette itself. */
export const paletteKey = 'Ctrl K';

export function gatherCommands(features: readonly FeatureManifest[]): readonly Command[] {
  const own = features.flatMap(({ commands }) => commands ?? []).sort((a, b) => (a.menuGroup ?? ungrouped) - (b.menuGroup ?? ungrouped));
  const views = features.flatMap(({ views: ofFeature }) => ofFeature).sort((a, b) => (a.rail?.order ?? 0) - (b.rail?.order ?? 0));
  return [
    ...views.map(goTo),
    ...own.filter(({ menuGroup }) => menuGroup !== workbookGroup),
    ...frameCommands,
    ...own.filter(({ menuGroup }) => menuGroup === workbookGroup),
  ];
}
