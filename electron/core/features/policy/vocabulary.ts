// Words of stages and depths that a claim may bear: those of the usual stages, of the workbook's scales, and depths in use already.
import { AppError } from '../../../../shared/errors.ts';
import type { ParsedClaim } from '../../../../shared/features/claims/model.ts';
import type { DescriptionService } from './descriptions.ts';

export interface KnownWords {
  readonly descriptions: Pick<DescriptionService, 'ladders' | 'meaningOf'>;
  usedDepths(): ReadonlySet<string>;
  /** Whether the workbook knew a thing before. */
  isKnown(name: string): boolean;
}

/**
 * A thing that the workbook meets for the first time may bring words of depth that no ladder orders yet; for one that it knows
 * they come from a ladder.
 * @throws AppError `invalid-input`
 */
export function assertWords(claims: readonly ParsedClaim[], { descriptions, usedDepths, isKnown }: KnownWords): void {
  let depths: ReadonlySet<string> | undefined;
  const isDepth = (depth: string) => {
    depths ??= new Set([...usedDepths(), ...descriptions.ladders().flatMap(({ steps }) => steps.map(({ code }) => code))]);
    return depths.has(depth);
  };
  for (const claim of claims) {
    if (claim.kind !== 'event') continue;
    if (claim.stage !== null && descriptions.meaningOf(claim.stage) === undefined)
      throw new AppError('invalid-input', 'policy.unknownStage', { field: 'stage', stage: claim.stage });
    if (claim.depth !== null && !isDepth(claim.depth) && isKnown(claim.subject))
      throw new AppError('invalid-input', 'policy.unknownDepth', { field: 'depth', depth: claim.depth });
  }
}
