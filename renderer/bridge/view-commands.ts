// What the view in use can do stands in the palette too, beside its keys.
import { useEffect, useRef } from 'react';
import { addCommands } from '../ui/commands.ts';
import type { KeySpec } from '../ui/keys.ts';
import { useViewInstance } from './view-instance.ts';
import { useWorkspace } from './workspace.ts';

/** By combination as it is shown; those that are declared in `keys` are listed. */
export function useViewCommands(keys: readonly KeySpec[], runs: Readonly<Record<string, (() => void) | undefined>>): void {
  const instance = useViewInstance();
  const isInUse = useWorkspace((state) => state.focusedView === instance);
  const latest = useRef(runs);
  latest.current = runs;
  const listed = keys.filter(({ keys: shown }) => runs[shown] !== undefined);
  const names = listed.map(({ doesKey }) => doesKey).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: again when other commands are offered, not when they are made anew
  useEffect(() => {
    if (!isInUse) return;
    const commands = listed.map(({ keys: shown, doesKey }) => ({
      id: `view.${doesKey}`,
      titleKey: doesKey,
      shortcut: shown,
      isOfView: true,
      run: () => latest.current[shown]?.(),
    }));
    return addCommands(commands, 'first');
  }, [isInUse, names]);
}
