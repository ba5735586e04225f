// What stands in an edited spreadsheet and is not taken, gathered so that a million cells of one kind are one line.
import type { Ignored, IgnoredKind } from '../../../../../shared/features/exchange/applied.ts';

export interface IgnoredList {
  add(
    what: IgnoredKind,
    sheet: string,
    found?: { readonly at?: string | undefined; readonly text?: string | undefined; readonly column?: string },
  ): void;
  list(): Ignored[];
}

const mostText = 200;

export function createIgnored(): IgnoredList {
  const lines = new Map<string, { -readonly [K in keyof Ignored]: Ignored[K] }>();
  return {
    add(what, sheet, { at, text = '', column = '' } = {}) {
      const key = JSON.stringify([what, sheet, column]);
      const known = lines.get(key);
      if (known === undefined) lines.set(key, { what, sheet, column, at: at ?? null, text: text.slice(0, mostText), count: 1 });
      else known.count += 1;
    },
    list: () => [...lines.values()],
  };
}
