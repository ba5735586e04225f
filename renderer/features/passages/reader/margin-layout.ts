// Margin claims stand beside their passage and step down when they would collide.

export interface MarginItem {
  readonly id: string;
  /** Where the passage begins, in pixels from the top of the page. */
  readonly anchor: number;
  readonly height: number;
}

/** Tops of the items, in the order of their anchors; none overlaps the one before it. */
export function stepDown(items: readonly MarginItem[], gap: number): ReadonlyMap<string, number> {
  const tops = new Map<string, number>();
  let free = Number.NEGATIVE_INFINITY;
  for (const item of items.toSorted((a, b) => a.anchor - b.anchor)) {
    const top = Math.max(item.anchor, free);
    tops.set(item.id, top);
    free = top + item.height + gap;
  }
  return tops;
}
