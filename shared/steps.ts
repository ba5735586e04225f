// Work in steps, so that those who must not be kept waiting can have their turn between two of them.

/** Goes through all steps at once, for those who can wait. */
export function resultOf<T>(steps: Iterator<unknown, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
