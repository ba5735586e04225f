// The review that a view shows, for its parts.
import { createContext, useContext } from 'react';
import type { Review } from './create-review.ts';

// biome-ignore lint/suspicious/noExplicitAny: the parts never look at what a review comes to.
export const ReviewContext = createContext<Review<any> | undefined>(undefined);

// biome-ignore lint/suspicious/noExplicitAny: as above.
export function useReviewOf(): Review<any> {
  const review = useContext(ReviewContext);
  if (review === undefined) throw new Error('A part of a review stands outside of one.');
  return review;
}
