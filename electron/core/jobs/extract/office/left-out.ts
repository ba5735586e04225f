/** Names what a container holds that did not go into the text, each kind once. */
export function leftOutOf(entries: readonly string[], kinds: readonly (readonly [RegExp, string])[]): { what: string; text: string }[] {
  return kinds.filter(([pattern]) => entries.some((entry) => pattern.test(entry))).map(([, what]) => ({ what, text: '' }));
}
