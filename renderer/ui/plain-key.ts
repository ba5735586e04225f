interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly target: EventTarget | null;
}

/** A letter pressed alone within a view, outside fields and dialogs. */
export function isPlainKey(event: KeyPress, key: string): boolean {
  if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey) return false;
  return (event.target as HTMLElement).closest('input, [role="dialog"]') === null;
}
