// The keys of this feature's views, as they are listed, hinted and answered.
import type { KeySpec } from '../../ui/keys.ts';

export const listKeys = [
  { keys: 'J K', doesKey: 'keys:policy.step', hintKey: 'policy:hint.step' },
  { keys: '↵', doesKey: 'keys:policy.open', hintKey: 'policy:hint.open' },
  { keys: 'N', doesKey: 'keys:policy.new', hintKey: 'policy:hint.new' },
] as const satisfies readonly KeySpec[];

export const pageKeys = [
  { keys: 'Esc', doesKey: 'keys:policy.back', hintKey: 'policy:hint.back' },
  { keys: 'O', doesKey: 'keys:policy.passage', hintKey: 'policy:hint.passage' },
  { keys: 'E', doesKey: 'keys:policy.describe', hintKey: 'policy:hint.describe' },
  { keys: 'N', doesKey: 'keys:policy.link', hintKey: 'policy:hint.link' },
  { keys: 'S', doesKey: 'keys:policy.schedule', hintKey: 'policy:hint.schedule' },
] as const satisfies readonly KeySpec[];

export const positionKeys = [
  { keys: '← ↑ ↓ →', doesKey: 'keys:policy.cells', hintKey: 'policy:hint.cells' },
  { keys: '↵', doesKey: 'keys:policy.history', hintKey: 'policy:hint.history' },
] as const satisfies readonly KeySpec[];

export const policyKeys: readonly KeySpec[] = [...listKeys, ...pageKeys, ...positionKeys];
