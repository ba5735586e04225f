// The keys of this feature's views, as they are listed, hinted and answered.
import type { KeySpec } from '../../ui/keys.ts';

export const checkKeys = [{ keys: '↵', doesKey: 'keys:checks.check.open', hintKey: 'checks:hint.open' }] as const satisfies readonly KeySpec[];
