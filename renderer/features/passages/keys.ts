// The keys of this feature's views, as they are listed, hinted and answered.
import type { KeySpec } from '../../ui/keys.ts';

export const readerKeys = [
  { keys: 'N', doesKey: 'keys:passages.reader.next', hintKey: 'passages:reader.hint.next' },
  { keys: 'P', doesKey: 'keys:passages.reader.previous' },
  { keys: 'Shift N', doesKey: 'keys:passages.reader.nextOfAll' },
  { keys: 'Shift P', doesKey: 'keys:passages.reader.previousOfAll' },
  { keys: '↵', doesKey: 'keys:passages.reader.capture', hintKey: 'passages:reader.hint.capture' },
  { keys: 'X', doesKey: 'keys:passages.reader.aside', hintKey: 'passages:reader.hint.aside' },
  { keys: 'Shift ←→', doesKey: 'keys:passages.reader.select', hintKey: 'passages:reader.hint.select' },
  { keys: 'M', doesKey: 'keys:passages.reader.mark', hintKey: 'passages:reader.hint.mark' },
  { keys: 'A', doesKey: 'keys:passages.reader.add' },
  { keys: 'H', doesKey: 'keys:passages.reader.here', hintKey: 'passages:reader.hint.here' },
  { keys: 'B', doesKey: 'keys:passages.reader.page' },
  { keys: 'Ctrl F', doesKey: 'keys:passages.reader.find' },
  { keys: 'F3', doesKey: 'keys:passages.reader.findNext' },
  { keys: 'Shift F3', doesKey: 'keys:passages.reader.findPrevious' },
  { keys: 'Esc', doesKey: 'keys:passages.reader.leave' },
] as const satisfies readonly KeySpec[];

export const captureKeys = [
  { keys: '↵', doesKey: 'keys:passages.capture.capture', hintKey: 'passages:reader.hint.capture' },
  { keys: 'Ctrl ↵', doesKey: 'keys:passages.capture.captureFromText' },
  { keys: 'Alt 1–3', doesKey: 'keys:passages.capture.kind', hintKey: 'passages:reader.hint.kind' },
  { keys: 'Alt 4–6', doesKey: 'keys:passages.capture.near' },
  { keys: 'Alt N', doesKey: 'keys:passages.capture.skip' },
  { keys: 'Alt X', doesKey: 'keys:passages.capture.aside' },
  { keys: 'Esc', doesKey: 'keys:passages.capture.leave', hintKey: 'passages:reader.hint.leave' },
] as const satisfies readonly KeySpec[];

export const cardKeys = [
  { keys: 'H', doesKey: 'keys:passages.card.next' },
  { keys: 'C', doesKey: 'keys:passages.card.capture' },
  { keys: 'Esc', doesKey: 'keys:passages.card.close' },
] as const satisfies readonly KeySpec[];

export const pageKeys = [{ keys: '+ − 0', doesKey: 'keys:passages.page.zoom' }] as const satisfies readonly KeySpec[];

export const anchorsKeys = [
  { keys: 'A', doesKey: 'keys:passages.anchors.accept', hintKey: 'passages:anchors.hint.accept' },
  { keys: 'S', doesKey: 'keys:passages.anchors.choose', hintKey: 'passages:anchors.hint.choose' },
  { keys: 'L', doesKey: 'keys:passages.anchors.lost', hintKey: 'passages:anchors.hint.lost' },
  { keys: '1–3', doesKey: 'keys:passages.anchors.place' },
  { keys: 'J', doesKey: 'keys:passages.anchors.next', hintKey: 'passages:anchors.hint.step', hintAs: 'J K' },
  { keys: 'K', doesKey: 'keys:passages.anchors.previous' },
] as const satisfies readonly KeySpec[];
