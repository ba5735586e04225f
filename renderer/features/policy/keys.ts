// The keys of this feature's views, as they are listed, hinted and answered.
import type { KeySpec } from '../../ui/keys.ts';

export const policyKeys = [
  { keys: 'J K', doesKey: 'keys:policy.step' },
  { keys: '↵', doesKey: 'keys:policy.open' },
  { keys: 'O', doesKey: 'keys:policy.passage' },
  { keys: 'E', doesKey: 'keys:policy.describe' },
  { keys: 'N', doesKey: 'keys:policy.link' },
  { keys: '← ↑ ↓ →', doesKey: 'keys:policy.cells' },
  { keys: 'Esc', doesKey: 'keys:policy.back' },
] as const satisfies readonly KeySpec[];
