// The keys of this feature's views, as they are listed, hinted and answered.
import type { KeySpec } from '../../ui/keys.ts';

export const conflictKeys = [
  { keys: '1–9', doesKey: 'keys:conflicts.conflict.choose', hintKey: 'conflicts:hint.verdict' },
  { keys: 'Ctrl ↵', doesKey: 'keys:conflicts.conflict.give' },
  { keys: 'J', doesKey: 'keys:conflicts.conflict.next', hintKey: 'conflicts:hint.step', hintAs: 'J K' },
  { keys: 'K', doesKey: 'keys:conflicts.conflict.previous' },
] as const satisfies readonly KeySpec[];

export const matrixKeys = [
  { keys: '+', doesKey: 'keys:conflicts.matrix.for', hintKey: 'conflicts:matrix.keys', hintAs: '+ − 0' },
  { keys: '−', doesKey: 'keys:conflicts.matrix.against' },
  { keys: '0', doesKey: 'keys:conflicts.matrix.neither' },
  { keys: 'Del', doesKey: 'keys:conflicts.matrix.unmark' },
  { keys: '↑↓←→', doesKey: 'keys:conflicts.matrix.step', hintKey: 'conflicts:matrix.step' },
] as const satisfies readonly KeySpec[];
