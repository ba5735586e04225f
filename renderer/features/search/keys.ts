// The keys of this feature's views, as they are listed, hinted and answered.
import type { KeySpec } from '../../ui/keys.ts';

export const searchKeys = [
  { keys: '↵', doesKey: 'keys:search.search.open' },
  { keys: '↑ ↓', doesKey: 'keys:search.search.choose' },
] as const satisfies readonly KeySpec[];

export const paletteKeys = [
  { keys: '↵', doesKey: 'keys:search.palette.open' },
  { keys: 'Tab', doesKey: 'keys:search.palette.scope' },
  { keys: 'Ctrl ↵', doesKey: 'keys:search.palette.panel' },
  { keys: 'Esc', doesKey: 'keys:search.palette.close' },
] as const satisfies readonly KeySpec[];
