// Scenarios of two and three copies, from both sides: what is asked, what comes of each answer, that merging again says
// "already", that one undo takes it back, and that a file is sound after all of it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Answer, MergeConflict } from '../../../shared/features/exchange/merge.ts';
import { type Copies, startCopies } from '../../helpers/copies.ts';
import { sharedPath } from '../../helpers/shared-material.ts';

interface Step {
  readonly do: string;
  readonly with: unknown;
  readonly as?: string;
}
interface Check {
  readonly ask: string;
  readonly with: unknown;
  readonly is?: unknown;
  readonly refused?: string;
}
interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly base: readonly Step[] | null;
  readonly mine: readonly Step[];
  readonly theirs: readonly Step[];
  readonly third?: readonly Step[];
  readonly clock?: { readonly mine?: string; readonly theirs?: string };
  readonly conflicts: readonly Readonly<Record<string, unknown>>[];
  readonly answers: readonly { readonly give: readonly Answer[] | null; readonly merged: readonly Check[] }[];
  readonly merged: readonly Check[];
  readonly merged_if_answered?: boolean;
  readonly any_record?: boolean;
  readonly already?: boolean;
  readonly again?: { readonly theirs: readonly Step[]; readonly conflicts: Scenario['conflicts']; readonly merged: readonly Check[] };
}
type Names = Record<string, unknown>;

const place = sharedPath('gold', 'exchange', 'merge');
const folder = existsSync(place) ? place : undefined;
const scenarios = folder === undefined ? [] : readdirSync(folder).filter((name) => /^M\d+\.json$/.test(name));

describe.skipIf(folder === undefined)('a merge', () => {
  it.each(scenarios)('%s', async (file) => {
    await play(JSON.parse(readFileSync(join(folder!, file), 'utf8')) as Scenario);
  });
});

async function play(scenario: Scenario): Promise<void> {
  const copies = startCopies();
  const names: Names = {};
  if (scenario.base !== null) {
    await take(copies, 'base', 'A', scenario.base, names);
    for (const name of ['mine', 'theirs', ...(scenario.third === undefined ? [] : ['third'])]) copies.copy('base', name);
  }
  await take(copies, 'mine', 'A', scenario.mine, names, scenario.clock?.mine);
  await take(copies, 'theirs', 'B', scenario.theirs, names, scenario.clock?.theirs);
  if (scenario.third !== undefined) await take(copies, 'third', 'C', scenario.third, names);
  for (const isSwapped of [false, true]) {
    const [a, b] = isSwapped ? (['theirs', 'mine'] as const) : (['mine', 'theirs'] as const);
    const { conflicts } = await copies.preview(a, b);
    expectAsked(conflicts, scenario.conflicts, { names, isSwapped, isAnyRecord: scenario.any_record ?? false });
  }
  if (scenario.conflicts.length > 0) {
    copies.copy('mine', 'refused');
    expect((await copies.merge('refused', 'theirs')).ok).toBe(false);
    expect(await copies.compare('mine', 'refused')).toEqual(nothing);
  }
  const variants = scenario.answers.length > 0 ? scenario.answers : [{ give: null, merged: scenario.merged }];
  for (const [index, variant] of variants.entries()) {
    const give = fill(variant.give ?? [], names) as Answer[];
    const swapped = give.map((answer) => ({ ...answer, take: ({ mine: 'theirs', theirs: 'mine' } as const)[answer.take as 'mine'] ?? answer.take }));
    const [there, back] = [`m${index}`, `t${index}`];
    copies.copy('mine', there);
    copies.copy('theirs', back);
    expect(await copies.merge(there, 'theirs', give)).toMatchObject({ ok: true });
    expect(await copies.merge(back, 'mine', swapped)).toMatchObject({ ok: true });
    expect(await copies.compare(there, back)).toEqual(nothing);
    // What is asked may write: it is asked of a copy.
    copies.copy(there, `asked${index}`);
    if (variant.give !== null && !scenario.merged_if_answered) await check(copies, `asked${index}`, scenario.merged, names);
    await check(copies, `asked${index}`, variant.merged, names);
    for (const other of ['theirs', 'mine']) expect(await copies.preview(there, other)).toMatchObject({ already: true, conflicts: [] });
    expect(await problemsOf(copies, there)).toEqual([]);
    if (scenario.theirs.length > 0 && !scenario.already) {
      await copies.work(there, 'A', (app) => app.ask('history.undo', {}));
      expect(await copies.compare(there, 'mine')).toEqual(nothing);
      expect(await problemsOf(copies, there)).toEqual([]);
      copies.copy(there, `again${index}`);
      expect(await copies.merge(`again${index}`, 'theirs', give)).toMatchObject({ ok: true });
      expect(await copies.compare(`again${index}`, back)).toEqual(nothing);
      expect(await problemsOf(copies, `again${index}`)).toEqual([]);
      await copies.work(there, 'A', (app) => app.ask('history.redo', {}));
      expect(await copies.compare(there, back)).toEqual(nothing);
      expect(await problemsOf(copies, there)).toEqual([]);
    }
  }
  expect(await copies.preview('mine', 'mine')).toMatchObject({ already: true });
  if (scenario.third !== undefined) {
    copies.copy('m0', 'left');
    await copies.merge('left', 'third');
    copies.copy('theirs', 'both');
    await copies.merge('both', 'third');
    copies.copy('mine', 'right');
    await copies.merge('right', 'both');
    expect(await copies.compare('left', 'right')).toEqual(nothing);
  }
}

const nothing = { onlyA: [], onlyB: [], changed: [] };

function problemsOf(copies: Copies, name: string): Promise<readonly string[]> {
  return copies.work(name, 'A', async (app) => (await app.ask('workbook.verify', {})).problems);
}

async function take(copies: Copies, name: string, author: string, steps: readonly Step[], names: Names, clock?: string): Promise<void> {
  await copies.work(
    name,
    author,
    async (app) => {
      for (const step of steps) {
        const result = await app.call(step.do, fill(step.with, names));
        if (!result.ok) throw new Error(`${step.do}: ${result.error.code} ${result.error.key}`);
        if (step.as !== undefined) names[step.as] = result.value;
      }
    },
    clock,
  );
}

async function check(copies: Copies, name: string, checks: readonly Check[], names: Names): Promise<void> {
  await copies.work(name, 'check', async (app) => {
    for (const { ask, with: input, is, refused } of checks) {
      const result = await app.call(ask, fill(input, names));
      if (refused !== undefined) expect(result).toMatchObject({ ok: false, error: { code: refused } });
      else expect([ask, result, matches(fill(is, names), result.ok ? result.value : result)]).toEqual([ask, result, true]);
    }
  });
}

function expectAsked(
  got: readonly MergeConflict[],
  wanted: Scenario['conflicts'],
  { names, isSwapped, isAnyRecord }: { names: Names; isSwapped: boolean; isAnyRecord: boolean },
): void {
  expect(got.map(({ kind, record, field }) => [kind, record, field])).toHaveLength(wanted.length);
  for (const one of wanted) {
    const filled = fill(one, names) as Record<string, unknown>;
    const { base, kind: _kind, record, ...rest } = isSwapped ? { ...filled, mine: filled.theirs, theirs: filled.mine } : filled;
    const parts = { ...rest, ...(base == null ? {} : { base }), ...(isAnyRecord ? {} : { record }) };
    if (!got.some((conflict) => matches(parts, conflict))) expect(got).toContainEqual(parts);
  }
}

function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((found, key) => (found as Record<string, unknown>)[key], value);
}

/** "$c.claims.0.id" is what an earlier answer holds there; "$min:a.id,b.id" the smaller of two. */
function fill(value: unknown, names: Names): unknown {
  if (Array.isArray(value)) return value.map((one) => fill(one, names));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fill(one, names)]));
  if (typeof value !== 'string' || !value.startsWith('$')) return value;
  if (value.startsWith('$min:'))
    return value
      .slice(5)
      .split(',')
      .map((part) => String(fill(`$${part}`, names)))
      .sort()[0];
  const [name, ...path] = value.slice(1).split('.');
  return name! in names ? (path.length === 0 ? names[name!] : at(names[name!], path.join('.'))) : value;
}

/** A part of: what is not named does not matter. */
function matches(want: unknown, got: unknown): boolean {
  if (typeof want !== 'object' || want === null) return want === got;
  if (Array.isArray(want)) return Array.isArray(got) && want.length === got.length && want.every((one, index) => matches(one, got[index]));
  return Object.entries(want).every(([key, value]) => {
    const list = Array.isArray(got) ? got : [];
    if (key === '$set')
      return list.length === (value as unknown[]).length && (value as unknown[]).every((one) => list.some((other) => matches(one, other)));
    if (key === '$has') return (value as unknown[]).every((one) => list.some((other) => matches(one, other)));
    if (key === '$len') return (got as { length?: number } | null)?.length === value;
    if (key === '$any') return (value as unknown[]).some((one) => matches(one, got));
    if (key === '$text') return typeof got === 'string' && got.includes(String(value));
    if (key === '$not') return !matches(value, got);
    return typeof got === 'object' && got !== null && key in got && matches(value, (got as Record<string, unknown>)[key]);
  });
}
