// Stages that a scale orders: one that came for certain before the stage that must come first.
import { message } from '../../message.ts';
import type { Problem } from './contract.ts';
import type { MeaningOf } from './stages.ts';
import { happenedWithin, roleOf } from './transitions.ts';
import type { Told } from './window.ts';

/** `told`: events of one thing that happened. A stage of which nobody tells may have come all the same. */
export function ordersBroken(told: readonly Told[], meaningOf: MeaningOf): Problem[] {
  const placed = told.map((one) => ({ claim: one.claim, window: happenedWithin(one, roleOf(meaningOf(one.claim.stage))) }));
  return placed.flatMap(({ claim, window }): Problem[] => {
    const after = meaningOf(claim.stage)?.after ?? null;
    if (after === null || claim.stage === null) return [];
    const first = placed.filter((one) => one.claim.stage === after);
    const isBroken =
      first.length > 0 && first.every((one) => window.latest !== null && one.window.earliest !== null && window.latest < one.window.earliest);
    if (!isBroken) return [];
    const why = message('policy:problem.order', { stage: { code: claim.stage }, after: { code: after } });
    return [{ kind: 'order', why, claims: [claim.id, ...first.map((one) => one.claim.id)].toSorted() }];
  });
}
