// The keys of this feature's views, as they are listed, hinted and answered.
import type { KeySpec } from '../../ui/keys.ts';

export const ledgerKeys = [
  { keys: '↵', doesKey: 'keys:ledger.ledger.claims', hintKey: 'ledger:hint.claims' },
  { keys: 'V', doesKey: 'keys:ledger.ledger.verdict', hintKey: 'ledger:hint.verdict' },
  { keys: 'F', doesKey: 'keys:ledger.ledger.filter', hintKey: 'ledger:hint.filter' },
  { keys: '↑↓←→', doesKey: 'keys:ledger.ledger.step' },
] as const satisfies readonly KeySpec[];
