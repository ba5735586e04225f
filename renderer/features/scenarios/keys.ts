// The keys of this feature's views, as they are listed, hinted and answered.
import type { KeySpec } from '../../ui/keys.ts';

export const scenarioKeys = [
  { keys: 'R', doesKey: 'keys:scenarios.run', hintKey: 'scenarios:hint.run' },
  { keys: 'J K', doesKey: 'keys:scenarios.step', hintKey: 'scenarios:hint.step' },
  { keys: 'E', doesKey: 'keys:scenarios.edit', hintKey: 'scenarios:hint.edit' },
  { keys: 'O', doesKey: 'keys:scenarios.passage', hintKey: 'scenarios:hint.passage' },
  { keys: 'N', doesKey: 'keys:scenarios.scenario', hintKey: 'scenarios:hint.scenario' },
  { keys: '1', doesKey: 'keys:scenarios.results' },
  { keys: '2', doesKey: 'keys:scenarios.compare' },
  { keys: '3', doesKey: 'keys:scenarios.model' },
  { keys: 'T', doesKey: 'keys:scenarios.table' },
] as const satisfies readonly KeySpec[];
