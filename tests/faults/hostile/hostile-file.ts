export interface HostileFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Files of one ending from their contents by name. */
export function filesOf(ending: string, contents: Readonly<Record<string, string | Buffer>>): HostileFile[] {
  return Object.entries(contents).map(([name, content]) => ({
    name: `${name}.${ending}`,
    bytes: typeof content === 'string' ? Buffer.from(content, 'utf8') : content,
  }));
}

export const manyTimes = { deep: 100_000, long: 10_000_000 } as const;
