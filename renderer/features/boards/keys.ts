// The keys of this feature's view, as they are listed, hinted and answered.
import type { KeySpec } from '../../ui/keys.ts';

export const boardKeys = [
  { keys: 'P', doesKey: 'keys:boards.newPanel', hintKey: 'boards:hint.panel' },
  { keys: 'E', doesKey: 'keys:boards.edit', hintKey: 'boards:hint.edit' },
  { keys: 'M', doesKey: 'keys:boards.note', hintKey: 'boards:hint.note' },
  { keys: 'T', doesKey: 'keys:boards.table', hintKey: 'boards:hint.table' },
  { keys: '→', doesKey: 'keys:boards.next', hintKey: 'boards:hint.step', hintAs: '← →' },
  { keys: '←', doesKey: 'keys:boards.previous' },
] as const satisfies readonly KeySpec[];
