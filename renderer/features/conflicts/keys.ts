// The keys of this feature's views, as they are listed, hinted and answered.
import type { KeySpec } from '../../ui/keys.ts';

export const conflictKeys = [
  { keys: '1–9', doesKey: 'keys:conflicts.conflict.choose', hintKey: 'conflicts:hint.verdict' },
  { keys: 'Ctrl ↵', doesKey: 'keys:conflicts.conflict.give' },
  { keys: 'J K', doesKey: 'keys:conflicts.conflict.step', hintKey: 'conflicts:hint.step' },
] as const satisfies readonly KeySpec[];

export const matrixKeys = [
  { keys: '+ − 0', doesKey: 'keys:conflicts.matrix.mark', hintKey: 'conflicts:matrix.keys' },
  { keys: '↑↓←→', doesKey: 'keys:conflicts.matrix.step', hintKey: 'conflicts:matrix.step' },
] as const satisfies readonly KeySpec[];
