// The keys of this feature's views, as they are listed, hinted and answered.
import type { KeySpec } from '../../ui/keys.ts';

export const mergeKeys = [
  { keys: '1', doesKey: 'keys:exchange.merge.mine', hintKey: 'exchange:merge.hint.choose', hintAs: '1 2 3' },
  { keys: '2', doesKey: 'keys:exchange.merge.theirs' },
  { keys: '3', doesKey: 'keys:exchange.merge.both' },
  { keys: '4', doesKey: 'keys:exchange.merge.base' },
  { keys: 'E', doesKey: 'keys:exchange.merge.value' },
  { keys: 'A', doesKey: 'keys:exchange.merge.group', hintKey: 'exchange:merge.hint.group' },
  { keys: 'J', doesKey: 'keys:exchange.merge.next', hintKey: 'exchange:merge.hint.step', hintAs: 'J K' },
  { keys: 'K', doesKey: 'keys:exchange.merge.previous' },
  { keys: 'Ctrl ↵', doesKey: 'keys:exchange.merge.merge', hintKey: 'exchange:merge.hint.merge' },
] as const satisfies readonly KeySpec[];
