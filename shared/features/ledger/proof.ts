// A default order of proof for rival claims: who says it first-hand before who repeats it, the later version of a plan or
// forecast before the earlier, the better graded source, then the better graded claim. It is proposed with its reason and
// never applied: the analyst decides. Grades F and 6 mean "cannot be judged" and prove nothing either way.
import { type Message, message } from '../../message.ts';
import { findPeriod } from '../../period/index.ts';
import type { Claim, ClaimSource } from '../claims/model.ts';
import { normalName, originNames } from '../claims/origin.ts';
import { statusClass } from './rules.ts';

export interface Proof {
  readonly claim: Claim;
  readonly source: ClaimSource | undefined;
}

export interface Proposal {
  readonly claimId: string;
  readonly why: Message;
}

interface Criterion {
  /** Its reason in `proof` of `ledger.json`. */
  readonly name: string;
  /** Higher is better; undefined cannot be judged. */
  rank(proof: Proof, nameOf: (name: string) => string): number | undefined;
}

const criteria: readonly Criterion[] = [
  { name: 'preferred', rank: ({ claim }) => (claim.rank === 'preferred' ? 1 : 0) },
  { name: 'firstHand', rank: firstHand },
  { name: 'later', rank: ({ claim, source }) => (statusClass(claim.status) === 'outcome' ? undefined : dayOf(claim, source)) },
  { name: 'betterSource', rank: ({ source }) => gradeRank(source?.grade ?? null) },
  { name: 'betterClaim', rank: ({ claim }) => (claim.credibility === 6 ? undefined : -claim.credibility) },
];

/** Undefined where nothing sets one claim before all others, or where there is no choice. */
export function proposeVerdict(proofs: readonly Proof[], nameOf: (name: string) => string = (name) => name): Proposal | undefined {
  let left = proofs.filter(({ claim }) => claim.rank !== 'deprecated');
  if (left.length < 2) return undefined;
  const reasons: Message[] = [];
  for (const { name, rank } of criteria) {
    const ranked = left.map((proof) => ({ proof, rank: rank(proof, nameOf) }));
    if (ranked.some((one) => one.rank === undefined)) continue;
    const best = Math.max(...ranked.map((one) => one.rank!));
    const kept = ranked.filter((one) => one.rank === best).map((one) => one.proof);
    if (kept.length < left.length) reasons.push(message(`ledger:proof.${name}`));
    left = kept;
    if (left.length === 1) return { claimId: left[0]!.claim.id, why: message('ledger:proof.all', { reasons: { list: reasons } }) };
  }
  return undefined;
}

/** A source that speaks in its own name, or names nobody, is first-hand; each step of reporting lies one further. */
function firstHand({ claim, source }: Proof, nameOf: (name: string) => string): number {
  const origin = originNames(claim)[0];
  const isOwnWord = origin === undefined || (source?.publisher != null && normalName(nameOf(origin)) === normalName(nameOf(source.publisher)));
  const copied = source?.copyOf == null ? 0 : 1;
  return -(claim.via.length + (isOwnWord ? 0 : 1) + copied);
}

function gradeRank(grade: string | null): number | undefined {
  return grade === null || grade === 'F' ? undefined : -grade.charCodeAt(0);
}

function dayOf(claim: Claim, source: ClaimSource | undefined): number | undefined {
  const day = findPeriod(claim.madeOn ?? source?.publishedOn)?.latest;
  return day == null ? undefined : Date.parse(day);
}
