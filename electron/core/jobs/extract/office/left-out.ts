import type { Dropped } from '../../../../../shared/features/sources/model.ts';
import { message } from '../../../../../shared/message.ts';
/** What a container holds that did not go into the text, each kind once; a kind is named by a key of the catalogue. */
export function leftOutOf(entries: readonly string[], kinds: readonly (readonly [RegExp, string])[]): Dropped[] {
  return kinds.filter(([pattern]) => entries.some((entry) => pattern.test(entry))).map(([, what]) => ({ what: message(what), text: '' }));
}
