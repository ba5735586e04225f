// Ids under which united records are still found: a call that names one means the record that stays.

/** The same input with the ids that stay. */
export function withStayingIds<T>(input: T, aliases: ReadonlyMap<string, string>): T {
  if (aliases.size === 0) return input;
  const of = (value: unknown): unknown => {
    if (typeof value === 'string') return staying(value, aliases);
    if (Array.isArray(value)) return value.map(of);
    if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype)
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, of(one)]));
    return value;
  };
  return of(input) as T;
}

/** The id under which a record goes on. */
export function staying(id: string, aliases: ReadonlyMap<string, string>): string {
  let at = id;
  for (let next = aliases.get(at); next !== undefined && next !== at; next = aliases.get(at)) at = next;
  return at;
}
