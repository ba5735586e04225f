// The keys of this feature's views, as they are listed, hinted and answered.
import type { KeySpec } from '../../ui/keys.ts';

export const gridKeys = [
  { keys: 'O', doesKey: 'keys:claims.grid.open', hintKey: 'claims:keys.open' },
  { keys: 'F2', doesKey: 'keys:claims.grid.edit', hintKey: 'claims:keys.edit' },
  { keys: 'Ctrl Del', doesKey: 'keys:claims.grid.remove', hintKey: 'claims:keys.remove' },
] as const satisfies readonly KeySpec[];

export const evidenceKeys = [
  { keys: 'O', doesKey: 'keys:claims.evidence.open' },
  { keys: 'V', doesKey: 'keys:claims.evidence.verdict' },
  { keys: 'Ctrl ↵', doesKey: 'keys:claims.evidence.give' },
  { keys: 'B', doesKey: 'keys:claims.evidence.asCaptured' },
  { keys: 'C', doesKey: 'keys:claims.evidence.acceptCopy' },
  { keys: 'Shift C', doesKey: 'keys:claims.evidence.refuseCopy' },
] as const satisfies readonly KeySpec[];
