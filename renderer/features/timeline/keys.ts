// The keys of this feature's views, as they are listed, hinted and answered.
import type { KeySpec } from '../../ui/keys.ts';

export const timelineKeys = [
  { keys: '+ −', doesKey: 'keys:timeline.timeline.zoom', hintKey: 'timeline:hint.zoom' },
  { keys: '0', doesKey: 'keys:timeline.timeline.all' },
  { keys: '← →', doesKey: 'keys:timeline.timeline.move', hintKey: 'timeline:hint.move' },
  { keys: 'T', doesKey: 'keys:timeline.timeline.table', hintKey: 'timeline:hint.table' },
  { keys: 'F', doesKey: 'keys:timeline.timeline.lanes' },
] as const satisfies readonly KeySpec[];
