// Where the keys lead in a menu: up and down from line to line, left and right within a line of choices, letters to the next
// entry that begins with them.
export interface MenuStop {
  readonly line: number;
  readonly label: string;
  readonly isChecked: boolean;
}

/** Index of the stop that a key leads to; undefined for keys that lead nowhere. */
export function stepMenu(stops: readonly MenuStop[], from: number, key: string): number | undefined {
  const here = stops[from]?.line ?? -1;
  const lines = [...new Set(stops.map(({ line }) => line))];
  const at = lines.indexOf(here);
  if (key === 'ArrowDown') return entryOf(stops, lines[(at + 1) % lines.length]);
  if (key === 'ArrowUp') return entryOf(stops, lines[(Math.max(at, 0) - 1 + lines.length) % lines.length]);
  if (key === 'Home') return entryOf(stops, lines[0]);
  if (key === 'End') return entryOf(stops, lines.at(-1));
  const side = key === 'ArrowLeft' ? from - 1 : key === 'ArrowRight' ? from + 1 : undefined;
  return side !== undefined && stops[side]?.line === here ? side : undefined;
}

/** A line of choices is entered at the one that is chosen. */
function entryOf(stops: readonly MenuStop[], line: number | undefined): number | undefined {
  const first = stops.findIndex((stop) => stop.line === line);
  const checked = stops.findIndex((stop) => stop.line === line && stop.isChecked);
  return first < 0 ? undefined : Math.max(first, checked);
}

/** The next stop whose words begin with what was typed; one letter typed again goes on to the next. */
export function findTyped(stops: readonly MenuStop[], from: number, typed: string): number | undefined {
  const isRepeated = [...typed].every((letter) => letter === typed[0]);
  const wanted = (isRepeated ? (typed[0] ?? '') : typed).toLocaleLowerCase();
  const order = stops.map((_, index) => (from + index + (isRepeated ? 1 : 0)) % stops.length);
  return order.find((index) => stops[index]!.label.toLocaleLowerCase().startsWith(wanted));
}
