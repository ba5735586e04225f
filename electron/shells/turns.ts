// Who may have the core next. Each page has a line of its own, and the lines go in turn: one that asks ten thousand things keeps
// another waiting for one of them, not for all.

export interface Line {
  /** Resolves when it is this one's turn. */
  turn(): Promise<void>;
  /** Those who wait. */
  length(): number;
  /** Nobody of this line is called any more. */
  leave(): void;
}

export function createTurns(): { line(): Line } {
  const lines = new Set<(() => void)[]>();
  let isGoing = false;

  function go(): void {
    for (const waiting of [...lines]) {
      waiting.shift()?.();
      if (waiting.length === 0) lines.delete(waiting);
    }
    isGoing = lines.size > 0;
    // Between two rounds new frames come in.
    if (isGoing) setImmediate(go);
  }

  return {
    line() {
      const waiting: (() => void)[] = [];
      return {
        length: () => waiting.length,
        turn() {
          lines.add(waiting);
          if (!isGoing) {
            isGoing = true;
            setImmediate(go);
          }
          return new Promise((resolve) => waiting.push(resolve));
        },
        leave() {
          waiting.length = 0;
          lines.delete(waiting);
        },
      };
    },
  };
}
