// A bucket holds the facets of one key in the order of their claims' ids. An array: most buckets hold a handful, and a full
// run, which comes in that order, only appends.
import type { Facet } from './facets.ts';

export type Bucket = Facet[];

/** Adds or replaces; returns whether the claim was there before. */
export function putInto(bucket: Bucket, facet: Facet): boolean {
  const last = bucket.at(-1);
  if (last === undefined || last.claim.id < facet.claim.id) {
    bucket.push(facet);
    return false;
  }
  const at = placeIn(bucket, facet.claim.id);
  const isKnown = bucket[at]!.claim.id === facet.claim.id;
  if (isKnown) bucket[at] = facet;
  else bucket.splice(at, 0, facet);
  return isKnown;
}

export function takeFrom(bucket: Bucket, id: string): void {
  const at = placeIn(bucket, id);
  if (bucket[at]?.claim.id === id) bucket.splice(at, 1);
}

/** Index of the first facet whose id is not smaller. */
function placeIn(bucket: Bucket, id: string): number {
  let [low, high] = [0, bucket.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bucket[middle]!.claim.id < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
