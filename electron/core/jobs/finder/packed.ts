// Mentions as bytes: what they say, each thing once, and for each mention the step to its place, its length and which of them
// it says, deflated. Their words are not among it; the text has those. What comes back is checked, for a workbook may come
// from a stranger.
import { deflateSync, inflateSync } from 'node:zlib';
import { codePointsOf } from '../../../../shared/features/passages/code-points.ts';
import { type Found, foundSchema } from '../../../../shared/features/passages/contract.ts';
import type { Mention } from '../../../../shared/features/passages/finder/index.ts';

/** A mention as it is shown, without what became of it. */
export type SeenMention = Readonly<Omit<Found, 'captured' | 'setAside'>>;

const fields = ['type', 'low', 'high', 'qualifier', 'unit', 'multiplier', 'change', 'edtf', 'earliest', 'latest'] as const;

interface Packed {
  /** Values of `fields`. */
  readonly said: readonly (readonly unknown[])[];
  /** Three numbers a mention: code points from the start of the one before, its length, its index in `said`. */
  readonly places: readonly number[];
}

const seenSchema = foundSchema.omit({ start: true, end: true, exact: true, captured: true, setAside: true });
/** Unpacked, the mentions of a text of the largest kind are far below it. */
const mostUnpackedBytes = 512 * 1024 * 1024;

/** @param mentions in order of their place. */
export function packMentions(mentions: readonly Mention[]): Uint8Array {
  const said = new Map<string, number>();
  const places: number[] = [];
  let at = 0;
  for (const mention of mentions) {
    const words = JSON.stringify(fields.map((field) => mention[field]));
    const index = said.get(words) ?? said.size;
    said.set(words, index);
    places.push(mention.start - at, mention.end - mention.start, index);
    at = mention.start;
  }
  return deflateSync(`{"said":[${[...said.keys()].join(',')}],"places":${JSON.stringify(places)}}`);
}

/** Undefined where the bytes are not what `packMentions` made of this text. */
export function unpackMentions(packed: Uint8Array, text: string): readonly SeenMention[] | undefined {
  try {
    return placed(JSON.parse(inflateSync(packed, { maxOutputLength: mostUnpackedBytes }).toString('utf8')) as Packed, text);
  } catch {
    return undefined;
  }
}

/** @throws RangeError, TypeError or ZodError where something does not fit. */
function placed({ said, places }: Packed, text: string): readonly SeenMention[] {
  const points = codePointsOf(text);
  const values = said.map((one) => seenSchema.parse(Object.fromEntries(fields.map((field, index) => [field, one[index]]))));
  const mentions: SeenMention[] = [];
  let at = 0;
  for (let index = 0; index < places.length; index += 3) {
    at += places[index]!;
    const end = at + places[index + 1]!;
    const value = values[places[index + 2]!];
    if (!(at >= 0 && end > at && end <= points.length) || value === undefined) throw new RangeError('mention outside its text');
    mentions.push({ start: at, end, exact: points.slice(at, end), ...value });
  }
  return mentions;
}
