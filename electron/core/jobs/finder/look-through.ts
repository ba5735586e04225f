// What the finder sees in a text, counted and packed: small enough to be sent and kept.
import { findInSteps } from '../../../../shared/features/passages/finder/index.ts';
import { packMentions } from './packed.ts';

export interface TextToLookThrough {
  readonly text: string;
  readonly language: string | null;
  /** Relative dates count from it. */
  readonly publishedOn: string | null;
}

export interface Looked {
  readonly figures: number;
  readonly dates: number;
  /** See `packed.ts`. */
  readonly packed: Uint8Array;
}

/** For a short text, at once. */
export function lookThrough(text: TextToLookThrough): Looked {
  const looking = lookThroughInSteps(text);
  for (;;) {
    const { done, value } = looking.next();
    if (done) return value;
  }
}

/** Yields how many UTF-16 units of the text were looked through. */
export function* lookThroughInSteps({ text, language, publishedOn }: TextToLookThrough): Generator<number, Looked> {
  const mentions = yield* findInSteps(text, { language: language ?? 'und', ...(publishedOn === null ? {} : { publishedOn }) });
  const figures = mentions.filter((mention) => mention.type === 'figure').length;
  return { figures, dates: mentions.length - figures, packed: packMentions(mentions) };
}
