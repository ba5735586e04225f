// Whether a decision still stands on what it stood on: the one rule for verdicts, decisions on conflicts and whatever else
// rests on claims. A decision keeps its ground, claim by claim; where a claim says something else now, was removed, or joined,
// the decision is stale, and the reasons say what was and what is.
import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { type Message, message } from '../../message.ts';
import { type Measured, normaliseQuantity } from '../../quantity/index.ts';
import { measuredSchema } from '../../quantity/model.ts';
import { readingSchema } from '../../quantity/readings.ts';
import { stableHash } from '../../stable-hash.ts';
import { contentText } from '../claims/form.ts';
import type { Claim } from '../claims/model.ts';
import { measuredOf } from './rules.ts';

/** What a claim said when it was weighed. */
export const weighedSchema = z.strictObject({
  value: measuredSchema,
  readings: z.array(readingSchema),
  status: z.string().nullable(),
  period: z.string().nullable(),
  rank: z.string(),
  /** Stands for everything that it says; notes, tags and grades are the analyst's and do not count. */
  content: z.string().max(64),
});
export type Weighed = z.infer<typeof weighedSchema>;

export const groundSchema = z.record(idSchema, weighedSchema);
export type Ground = Readonly<Record<string, Weighed>>;

/** `value`: number, unit, status, period, rank and readings; `content`: every word of a claim. */
export type GroundDepth = 'value' | 'content';

export interface GroundChange {
  readonly is: 'removed' | 'added' | 'deprecated' | 'value' | 'content';
  readonly claimId: string;
  readonly was: Measured | undefined;
  readonly now: Measured | undefined;
}

export function groundOf(claims: readonly Claim[]): Ground {
  return Object.fromEntries(claims.map((claim) => [claim.id, weigh(claim)]));
}

function weigh(claim: Claim): Weighed {
  return {
    value: measuredOf(claim),
    readings: claim.readings,
    status: claim.status,
    period: claim.period,
    rank: claim.rank,
    content: stableHash(contentText(claim)),
  };
}

/** What changed beneath a decision: claims that were removed, then those that changed, then those that joined. */
export function changesBeneath(ground: Ground, claims: readonly Claim[], depth: GroundDepth): GroundChange[] {
  const present = new Set(claims.map((claim) => claim.id));
  const removed = Object.entries(ground).flatMap(([claimId, before]): GroundChange[] =>
    present.has(claimId) ? [] : [{ is: 'removed', claimId, was: before.value, now: undefined }],
  );
  const others = claims.map((claim) => ({ claim, before: ground[claim.id], now: weigh(claim) }));
  const changed = others.flatMap(({ claim, before, now }): GroundChange[] => {
    const is = before === undefined ? undefined : changeOf(before, now, depth);
    return is === undefined ? [] : [{ is, claimId: claim.id, was: before?.value, now: now.value }];
  });
  const added = others.flatMap(({ claim, before, now }): GroundChange[] =>
    before === undefined ? [{ is: 'added', claimId: claim.id, was: undefined, now: now.value }] : [],
  );
  return [...removed, ...changed, ...added];
}

function changeOf(before: Weighed, now: Weighed, depth: GroundDepth): GroundChange['is'] | undefined {
  if (now.rank === 'deprecated' && before.rank !== 'deprecated') return 'deprecated';
  if (valuePrint(before) !== valuePrint(now)) return 'value';
  return depth === 'content' && before.content !== now.content ? 'content' : undefined;
}

/** Equal where the same was said, however the number was typed. */
function valuePrint({ value, readings, status, period, rank }: Weighed): string {
  return JSON.stringify([normaliseQuantity(value), status, rank, period, readings.map(({ low, high, unit }) => [low, high, unit])]);
}

export function inMessage({ is, was, now }: GroundChange): Message {
  const params = { ...(was === undefined ? {} : { was: { quantity: was } }), ...(now === undefined ? {} : { now: { quantity: now } }) };
  const isSameValue = was !== undefined && now !== undefined && JSON.stringify(was) === JSON.stringify(now);
  return message(`ledger:stale.${is === 'value' && isSameValue ? 'content' : is}`, params);
}
