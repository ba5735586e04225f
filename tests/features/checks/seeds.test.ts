// The arithmetic that a careful reader did on the five real documents.
import { describe, expect, it } from 'vitest';
import { runChecks } from '../../../shared/features/checks/run.ts';
import { plainContext, seedClaims } from '../../helpers/seed-claims.ts';
import { hasSharedMaterial, needsSharedMaterial, readShared } from '../../helpers/shared-material.ts';

interface Expected {
  readonly id: string;
  readonly rule: string;
  readonly refs: readonly string[];
  readonly implied: { readonly low: string | null; readonly high: string | null; readonly unit: string };
  readonly withRounding?: { readonly low: string; readonly high: string };
  readonly result: string;
  readonly parts?: readonly Omit<Expected, 'id'>[];
}

/** Equal to the last digit of the expected number. */
function isNear(got: string | null, wanted: string | null): boolean {
  if (got === null || wanted === null) return got === wanted;
  const digits = wanted.split('.')[1]?.length ?? 0;
  return Math.abs(Number(got) - Number(wanted)) <= 0.5 * 10 ** -digits + 1e-9;
}

describe.skipIf(!hasSharedMaterial)(`the arithmetic of the five real documents (${needsSharedMaterial})`, () => {
  const checks = hasSharedMaterial ? runChecks(seedClaims(), plainContext) : [];
  const expected = hasSharedMaterial ? (JSON.parse(readShared('facts', 'expected-checks.json')) as Expected[]) : [];

  it.each(expected.flatMap((one) => [one, ...(one.parts ?? []).map((part, index) => ({ ...part, id: `${one.id}, part ${index + 1}` }))]))(
    'computes $id',
    (one) => {
      const rule = one.rule.split(' ')[0];
      const match = checks.find(
        (check) =>
          check.rule === rule &&
          one.refs.every((ref) => check.inputs.includes(ref)) &&
          check.result === one.result &&
          check.implied.unit === one.implied.unit &&
          isNear(check.implied.low, one.implied.low) &&
          isNear(check.implied.high, one.implied.high),
      );
      expect(
        match,
        JSON.stringify(checks.filter((check) => check.rule === rule).map((check) => [check.inputs, check.implied, check.result])),
      ).toBeDefined();
      if (one.withRounding !== undefined)
        expect([isNear(match!.withRounding.low, one.withRounding.low), isNear(match!.withRounding.high, one.withRounding.high)]).toEqual([
          true,
          true,
        ]);
    },
  );
});
