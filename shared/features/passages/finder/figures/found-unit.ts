/** A unit as it was found after a number. */
export interface FoundUnit {
  readonly unit: string;
  /** UTF-16 offset in the sentence. */
  readonly end: number;
  /** Added to the multiplier: basis points are PP × 10^-2. */
  readonly shift: number;
}
