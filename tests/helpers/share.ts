// Laws and real documents take most of the time of a test run. `npm test` tries each with a share, spread over all there is;
// `npm test -- --whole` with all.
export const isWhole = process.env.ASSAY_WHOLE === '1';

/** How often a law is tried. */
export function runsOf({ few, whole }: { few: number; whole: number }): number {
  return isWhole ? whole : few;
}

/** One in so many, the last among them, where the whole is not asked for. */
export function shareOf<T>(all: readonly T[], oneIn: number): readonly T[] {
  return isWhole ? all : all.filter((_, index) => (all.length - 1 - index) % oneIn === 0);
}
