// What changed since someone last looked: views over many records keep up without reading everything again.

export interface Changes {
  readonly version: number;
  readonly ids: ReadonlySet<string>;
}

export interface ChangedIds {
  note(ids: Iterable<string>): void;
  /** Everything noted after `version`, and the version to ask with next time. */
  since(version: number): Changes;
}

/** Entries kept apart; older ones are told together, which tells too much but never too little. */
const keptEntries = 64;

export function createChangedIds(): ChangedIds {
  let version = 0;
  const entries: { version: number; ids: Set<string> }[] = [];
  return {
    note(ids) {
      version += 1;
      entries.push({ version, ids: new Set(ids) });
      const oldest = entries[0]!;
      if (entries.length <= keptEntries) return;
      entries.shift();
      for (const id of oldest.ids) entries[0]!.ids.add(id);
    },
    since(seen) {
      const later = entries.filter((entry) => entry.version > seen);
      return { version, ids: later.length === 1 ? later[0]!.ids : new Set(later.flatMap((entry) => [...entry.ids])) };
    },
  };
}
