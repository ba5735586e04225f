// Messages of the core in the user's language.
import i18next from 'i18next';
import { toErrorShape } from '../../shared/errors.ts';
import { inWords, messageOf, type Wording } from '../../shared/in-words.ts';
import type { Message } from '../../shared/message.ts';

const wording: Wording = {
  get locale() {
    return i18next.language;
  },
  translate: (key, values) => i18next.t(key, { ...values }),
};

export function words(message: Message): string {
  return inWords(message, wording);
}

/** What went wrong, in a sentence; what is no AppError is told without its inside. */
export function errorWords(error: unknown): string {
  return words(messageOf(toErrorShape(error)));
}
