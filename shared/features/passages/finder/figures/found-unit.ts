/** A unit that follows digits. */
export interface FoundUnit {
  readonly unit: string;
  readonly end: number;
  /** Added to the multiplier: basis points are PP × 10^-2. */
  readonly shift: number;
}
