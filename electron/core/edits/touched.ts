// A value read from records, kept until one of them was written. Before its commit an edit may still be taken back, so
// nothing is read again until the workbook has its next version.

export interface Touched<T> {
  current(): T;
  /** Grows with every reading. */
  revision(): number;
  /** The records were written. */
  touch(): void;
}

/** `onChange` hears what was and what is now, from the second reading on. */
export function keptUntilTouched<T>(read: () => T, version: () => number, onChange: (before: T, after: T) => void = () => {}): Touched<T> {
  let kept: { readonly value: T } | undefined;
  let revision = 0;
  let isTouched = false;
  let seen = -1;
  function current(): T {
    if (kept !== undefined && (!isTouched || seen === version())) return kept.value;
    const value = read();
    if (kept !== undefined) onChange(kept.value, value);
    kept = { value };
    revision += 1;
    isTouched = false;
    seen = version();
    return value;
  }
  return {
    current,
    revision() {
      current();
      return revision;
    },
    touch() {
      isTouched = true;
    },
  };
}
