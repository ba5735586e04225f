// The keys of this feature's view, as they are listed, hinted and answered.
import type { KeySpec } from '../../ui/keys.ts';

export const importKeys = [{ keys: 'Ctrl ↵', doesKey: 'keys:tables.import', hintKey: 'tables:hint.import' }] as const satisfies readonly KeySpec[];
