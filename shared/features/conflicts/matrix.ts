// Rival explanations weighed as in the analysis of competing hypotheses (R. Heuer, Psychology of Intelligence Analysis, ch. 8):
// each claim is marked against each hypothesis, and the hypothesis with the least evidence against it leads. Support counts
// for nothing: most claims fit several explanations. Grades stay beside the marks and are never multiplied into them.
import { z } from 'zod';
import { idSchema } from '../../ids.ts';

/** Very consistent, consistent, neither, inconsistent, very inconsistent. */
export const consistencies = ['CC', 'C', 'N', 'I', 'II'] as const;
export const consistencySchema = z.enum(consistencies);
export type Consistency = z.infer<typeof consistencySchema>;

export interface Mark {
  readonly hypothesisId: string;
  readonly claimId: string;
  readonly consistency: Consistency;
}

const weightAgainst: Readonly<Record<Consistency, number>> = { CC: 0, C: 0, N: 0, I: 1, II: 2 };

export interface Standing {
  readonly hypothesisId: string;
  /** Sum of what speaks against it: 1 for inconsistent, 2 for very inconsistent. */
  readonly against: number;
  /** 1 leads; hypotheses with the same sum share a rank. */
  readonly rank: number;
  /** Claims not marked yet. */
  readonly unmarked: number;
}

export function rankHypotheses(hypothesisIds: readonly string[], claimIds: readonly string[], marks: readonly Mark[]): Standing[] {
  const counted = marks.filter((mark) => claimIds.includes(mark.claimId));
  const sums = hypothesisIds.map((hypothesisId) => {
    const own = counted.filter((mark) => mark.hypothesisId === hypothesisId);
    return { hypothesisId, against: own.reduce((sum, mark) => sum + weightAgainst[mark.consistency], 0), unmarked: claimIds.length - own.length };
  });
  return sums.map((one) => ({ ...one, rank: 1 + sums.filter((other) => other.against < one.against).length }));
}

/** A claim that is marked alike for every hypothesis tells them not apart; one that is not fully marked yet is open. */
export function tellsApart(claimId: string, hypothesisIds: readonly string[], marks: readonly Mark[]): boolean | undefined {
  const own = marks.filter((mark) => mark.claimId === claimId && hypothesisIds.includes(mark.hypothesisId));
  if (new Set(own.map((mark) => mark.consistency)).size > 1) return true;
  return own.length < hypothesisIds.length ? undefined : false;
}

export const hypothesisSchema = z.strictObject({ id: idSchema, text: z.string(), against: z.int(), rank: z.int(), unmarked: z.int() });
