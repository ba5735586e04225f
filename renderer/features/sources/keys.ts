// The keys of this feature's views, as they are listed, hinted and answered.
import type { KeySpec } from '../../ui/keys.ts';

export const listKeys = [
  { keys: 'Ctrl ↵', doesKey: 'keys:sources.list.read', hintKey: 'sources:keys.read' },
  { keys: 'F2', doesKey: 'keys:sources.list.edit', hintKey: 'sources:keys.edit' },
  { keys: 'A', doesKey: 'keys:sources.list.add', hintKey: 'sources:keys.add' },
  { keys: 'Ctrl Del', doesKey: 'keys:sources.list.remove' },
] as const satisfies readonly KeySpec[];

export const datasetKeys = [
  { keys: '↵', doesKey: 'keys:sources.dataset.capture', hintKey: 'sources:keys.capture' },
  { keys: 'Shift ←→↑↓', doesKey: 'keys:sources.dataset.select', hintKey: 'sources:keys.select' },
  { keys: 'Ctrl F', doesKey: 'keys:sources.dataset.find' },
  { keys: 'F3', doesKey: 'keys:sources.dataset.findNext' },
  { keys: 'Shift F3', doesKey: 'keys:sources.dataset.findPrevious' },
] as const satisfies readonly KeySpec[];
