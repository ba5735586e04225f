// What is wrong at one place of a model. It is kept beside the formula or the value that it is about; everything else is computed.
import type { Message, MessageParams } from '../../../message.ts';

export class Problem extends Error {
  override readonly name = 'Problem';
  readonly words: Message;
  /** Place in the text of the formula, or null where it is not about a text. */
  readonly at: number | null;

  constructor(words: Message, at: number | null = null) {
    super(words.key);
    this.words = words;
    this.at = at;
  }
}

/** As `message` of shared/message.ts, without the schemas beside it: what computes trials starts in threads that load as little as they can. */
export function message(key: string, params?: MessageParams): Message {
  return params === undefined ? { key } : { key, params };
}
