import { runCommand, runWhenThere } from '../ui/commands.ts';
import { type Selection, useWorkspace } from './workspace.ts';

export type EvidenceCommand = 'evidence.focus' | 'evidence.verdict' | 'evidence.asCaptured';

/** Shows something in Evidence, opened for it and following again where it was pinned, and does there what the command says. */
export function inEvidence(shown: Selection, command: EvidenceCommand): void {
  const { setEvidenceOpen, select } = useWorkspace.getState();
  setEvidenceOpen(true);
  runCommand('evidence.follow');
  select(shown);
  requestAnimationFrame(() => runWhenThere(command));
}
