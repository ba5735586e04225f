// Names of months, short and long, in languages that tables and grids are written in.

const locales = ['en', 'en-GB', 'ru', 'de', 'fr', 'es', 'it', 'pt', 'pl', 'nl', 'cs', 'tr', 'sv', 'uk'] as const;

let numbers: ReadonlyMap<string, number> | undefined;

/** Made when a name is first asked for: a formatter costs a millisecond, which every start would pay. */
function readNumbers(): ReadonlyMap<string, number> {
  const read = new Map<string, number>();
  for (const locale of locales)
    for (const month of ['short', 'long'] as const)
      for (const day of [undefined, 'numeric'] as const) {
        const format = new Intl.DateTimeFormat(locale, { month, day, timeZone: 'UTC' });
        for (let index = 0; index < 12; index += 1) {
          const parts = format.formatToParts(Date.UTC(2024, index, 1));
          const name = folded(parts.find((part) => part.type === 'month')!.value);
          if (/\p{L}/u.test(name) && !read.has(name)) read.set(name, index + 1);
        }
      }
  return read;
}

function folded(name: string): string {
  return name.toLowerCase().replace(/\.$/, '');
}

/** 1 for January, by any of its names, in any case, with or without a dot; undefined for what names no month. */
export function monthNamed(name: string): number | undefined {
  numbers ??= readNumbers();
  return numbers.get(folded(name));
}
