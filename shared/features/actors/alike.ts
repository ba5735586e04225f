// Names that may be spellings of one: alike in Latin letters whatever their script, once the words for the form of a company
// are left out. A proposal, never a decision.
import { type FoldedName, foldName, mayBeSameName, spellingKey } from './spelling.ts';

/** Words that say in which legal form a company is, not which one. */
const legalForms =
  /(^|[\s,(«"“])(jsc|pjsc|ojsc|cjsc|llc|ltd|limited|inc|corp|corporation|co|company|gmbh|ag|plc|sa|spa|nv|bv|group|holding|holdings|ооо|оао|зао|пао|ао|гк|группа|холдинг|компания|концерн)(?=$|[\s,.)»"”])\.?/giu;
const chineseForms = /(股份有限公司|有限责任公司|有限公司|集团公司|集团|公司)$/u;

export interface AlikePair {
  readonly one: string;
  readonly other: string;
}

/** Names are compared only with those that begin alike, so that the work grows with the names and not with their square. */
export function proposeAlike(names: readonly string[], isJudged: (one: string, other: string) => boolean): AlikePair[] {
  const folded = names.map((name) => ({ name, folded: foldName(plainName(name)) })).filter(({ folded: { latin } }) => latin.length >= 2);
  const buckets = Map.groupBy(folded, ({ folded: { latin } }) => spellingKey(latin));
  return [...buckets.values()].flatMap((bucket) => pairsIn(bucket.slice(0, bucketLimit)).filter(({ one, other }) => !isJudged(one, other)));
}

const bucketLimit = 200;

export function plainName(name: string): string {
  return name.replace(legalForms, ' ').replace(chineseForms, '').replace(/\s+/g, ' ').trim() || name;
}

function pairsIn(bucket: readonly { readonly name: string; readonly folded: FoldedName }[]): AlikePair[] {
  return bucket.flatMap((one, index) =>
    bucket.slice(index + 1).flatMap((other) => (mayBeSameName(one.folded, other.folded) ? [{ one: one.name, other: other.name }] : [])),
  );
}
