// What is wrong with the words of stages: one that came for certain before the stage that must come first by its scale, and words
// that no scale knows any more.
import { message } from '../../message.ts';
import type { Problem } from './contract.ts';
import type { MeaningOf } from './stages.ts';
import { happenedWithin, roleOf } from './transitions.ts';
import { compareTexts, type Told } from './window.ts';

/** `told`: events of one thing that happened. A stage of which nobody tells may have come all the same. */
export function ordersBroken(told: readonly Told[], meaningOf: MeaningOf): Problem[] {
  if (!told.some(({ claim }) => (meaningOf(claim.stage)?.after ?? null) !== null)) return [];
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

/** A scale may have lost a word that claims bear: what they tell does not count, and that is said. */
export function unknownWords(told: readonly Told[], meaningOf: MeaningOf): Problem[] {
  const unknown = told.filter(({ claim }) => claim.stage !== null && meaningOf(claim.stage) === undefined);
  return [...Map.groupBy(unknown, ({ claim }) => claim.stage!)]
    .toSorted(([a], [b]) => compareTexts(a, b))
    .map(([stage, own]) => ({
      kind: 'stage',
      why: message('policy:problem.unknownStage', { stage }),
      claims: own.map(({ claim }) => claim.id),
    }));
}
