// The keys of this feature's view, as they are listed, hinted and answered.
import type { KeySpec } from '../../ui/keys.ts';

export const reportKeys = [
  { keys: 'N', doesKey: 'keys:reports.paragraph', hintKey: 'reports:hint.paragraph' },
  { keys: 'T', doesKey: 'keys:reports.take', hintKey: 'reports:hint.take' },
  { keys: 'K', doesKey: 'keys:reports.keep', hintKey: 'reports:hint.keep' },
] as const satisfies readonly KeySpec[];
