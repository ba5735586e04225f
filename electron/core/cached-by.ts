/** Keeps a computed value until the version changes. */
export function cachedBy<T>(version: () => number, compute: () => T): () => T {
  let kept: { version: number; value: T } | undefined;
  return () => {
    if (kept?.version !== version()) kept = { version: version(), value: compute() };
    return kept.value;
  };
}
