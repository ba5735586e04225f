// Answers name a record and a field, or stand for all of them.

interface Addressed {
  /** Id of a record, or `*`. */
  readonly record: string;
  /** Every field without it, and with `*`. */
  readonly field?: string | undefined;
}

/** The most exact of the answers that fit, the first of several alike: one that names a record goes before one that names a field. */
export function mostExact<A extends Addressed>(fitting: readonly A[]): A | undefined {
  const exactness = ({ record, field }: A) => (record === '*' ? 0 : 2) + (field === undefined || field === '*' ? 0 : 1);
  return fitting.toSorted((a, b) => exactness(b) - exactness(a))[0];
}
