export interface HostileFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** What takes long to make is made when it is asked for. */
export type HostileContent = string | Buffer | (() => Buffer);

/** Files of one ending from their contents by name. */
export function filesOf(ending: string, contents: Readonly<Record<string, HostileContent>>): HostileFile[] {
  return Object.entries(contents).map(([name, content]) => {
    let made: Buffer | undefined;
    const make = () => (typeof content === 'function' ? content() : typeof content === 'string' ? Buffer.from(content, 'utf8') : content);
    return {
      name: `${name}.${ending}`,
      get bytes() {
        made ??= make();
        return made;
      },
    };
  });
}

export const manyTimes = { deep: 100_000, long: 10_000_000 } as const;
