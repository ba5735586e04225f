// Describes things, links, schedules, scales and conversions: all or none. A record that is known by its key takes what is said
// of it and keeps the rest.
import { AppError } from '../../../../shared/errors.ts';
import type { DescribedInBoards } from '../../../../shared/features/boards/described.ts';
import { FormulaError } from '../../../../shared/features/checks/formula/language.ts';
import { normalName } from '../../../../shared/features/claims/origin.ts';
import type { Described, DescribedOf } from '../../../../shared/features/policy/contract.ts';
import type { Conversion, Descriptions, Link, Scale, Schedule, Thing } from '../../../../shared/features/policy/model.ts';
import { readDriverFormula } from '../../../../shared/features/policy/schedule.ts';
import { Decimal } from '../../../../shared/quantity/index.ts';
import type { EditScope } from '../../edits/edits.ts';

export interface DescribeOptions {
  current(): Descriptions;
  keyOf(name: string): string;
  hasClaim(id: string): boolean;
  /** Beside those of the workbook: scales that are usual everywhere. */
  hasScale(kind: Scale['kind'], code: string): boolean;
  /** Writes a board, a panel or a note; supplied by the boards feature. */
  describeInBoards(described: DescribedInBoards, edit: EditScope): string;
  /** @throws AppError `conflict` when names that were judged apart would become one. */
  assertTogether(things: readonly Pick<Thing, 'id' | 'name' | 'aliases'>[]): void;
}

type Stored = { thing: Thing; link: Link; schedule: Schedule; scale: Scale; conversion: Conversion };

/** The descriptions as they grow while an array is taken in. */
type Growing = { readonly [K in keyof Stored]: Stored[K][] };

export function describeAll(
  records: readonly Described[],
  options: DescribeOptions,
  edit: EditScope,
): { record: string; id: string; ref: string | null }[] {
  const { things, links, schedules, scales, conversions } = options.current();
  const growing: Growing = { thing: [...things], link: [...links], schedule: [...schedules], scale: [...scales], conversion: [...conversions] };
  const done = records.map((described) => {
    const id = describeOne(described, growing, options, edit);
    return { record: described.record, id, ref: described.ref ?? null };
  });
  options.assertTogether(growing.thing);
  const [first] = records;
  if (records.length === 1) edit.name(`describe.${first!.record}`, { name: nameIn(first!).slice(0, 200) });
  else edit.name('describe.several', { count: records.length });
  return done;
}

function nameIn(described: Described): string {
  switch (described.record) {
    case 'link':
      return [described.from, described.to].flatMap((end) => ('name' in end ? end.name : [])).join(' – ');
    case 'schedule':
      return described.of;
    case 'scale':
      return described.label ?? described.code;
    case 'note':
      return described.text ?? '';
    default:
      return described.name ?? '';
  }
}

function describeOne(described: Described, growing: Growing, options: DescribeOptions, edit: EditScope): string {
  switch (described.record) {
    case 'thing':
      return keep('thing', thingOf(described, growing, options, edit), growing, edit);
    case 'link':
      return keep('link', linkOf(described, growing, options, edit), growing, edit);
    case 'schedule':
      return keep('schedule', scheduleOf(described, growing, options, edit), growing, edit);
    case 'scale':
      return keep('scale', scaleOf(described, growing, edit), growing, edit);
    case 'conversion':
      return keep('conversion', conversionOf(described, growing, options, edit), growing, edit);
    case 'board':
    case 'panel':
    case 'note':
      return options.describeInBoards(described, edit);
  }
}

function keep<K extends keyof Stored>(table: K, record: Stored[K], growing: Growing, edit: EditScope): string {
  const list = growing[table] as Stored[K][];
  const at = list.findIndex(({ id }) => id === record.id);
  if (at < 0) {
    list.push(record);
    edit.insert(table, record as never);
  } else {
    list[at] = record;
    edit.update(table, record.id, record as never);
  }
  return record.id;
}

/** The record that is meant: by its id, else by its key. */
function before<K extends keyof Stored>(
  table: K,
  growing: Growing,
  id: string | undefined,
  isSame: (record: Stored[K]) => boolean,
): Stored[K] | undefined {
  const list = growing[table] as Stored[K][];
  if (id === undefined) return list.find(isSame);
  const found = list.find((record) => record.id === id);
  if (found === undefined) throw new AppError('not-found', 'policy.unknownRecord', { id });
  return found;
}

function thingOf({ record: _record, ref: _ref, ...said }: DescribedOf<'thing'>, growing: Growing, options: DescribeOptions, edit: EditScope): Thing {
  const own = normalName(said.name);
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Partial<Thing>;
  const known = before('thing', growing, said.id, ({ name }) => normalName(name) === own);
  const thing: Thing = {
    aliases: [],
    types: [],
    class: null,
    stages: null,
    ladder: null,
    area: [],
    summary: '',
    note: '',
    ...known,
    ...given,
    name: said.name,
    id: known?.id ?? edit.newId(),
  };
  for (const name of [thing.name, ...thing.aliases]) {
    const owner = growing.thing.find(
      (one) => one.id !== thing.id && [one.name, ...one.aliases].some((other) => normalName(other) === normalName(name)),
    );
    if (owner !== undefined) throw new AppError('conflict', 'policy.nameTaken', { name, owner: owner.name });
  }
  for (const kind of ['stages', 'ladder'] as const) {
    const code = thing[kind];
    if (
      code !== null &&
      code !== known?.[kind] &&
      !options.hasScale(kind, code) &&
      !growing.scale.some((scale) => scale.kind === kind && scale.code === code)
    )
      throw new AppError('invalid-input', 'policy.unknownScale', { code });
  }
  return { ...thing, aliases: thing.aliases.filter((alias) => normalName(alias) !== normalName(thing.name)) };
}

type End = DescribedOf<'link'>['from'];

function linkOf(said: DescribedOf<'link'>, growing: Growing, options: DescribeOptions, edit: EditScope): Link {
  const [from, to] = [endOf(said.from, options), endOf(said.to, options)];
  const key = (name: string | null) => (name === null ? null : options.keyOf(name));
  const isSame = (link: Link) =>
    link.kind === said.kind &&
    key(link.fromName) === key(from.name) &&
    link.fromClaim === from.claim &&
    key(link.toName) === key(to.name) &&
    link.toClaim === to.claim &&
    link.period === (said.period ?? null);
  if (key(from.name) === key(to.name) && from.claim === to.claim)
    throw new AppError('invalid-input', 'policy.linkToItself', { name: from.name ?? from.claim });
  const known = before('link', growing, said.id, isSame);
  const link: Link = {
    id: known?.id ?? edit.newId(),
    kind: said.kind,
    fromName: from.name,
    fromClaim: from.claim,
    toName: to.name,
    toClaim: to.claim,
    period: said.period ?? known?.period ?? null,
    claims: checkedClaims(said.claims ?? known?.claims ?? [], options),
    note: said.note ?? known?.note ?? '',
  };
  if (link.kind === 'part_of' || link.kind === 'replaces') assertNoCircle(link, growing.link, options);
  return link;
}

function endOf(end: End, { hasClaim }: DescribeOptions): { name: string | null; claim: string | null } {
  if ('name' in end) return { name: end.name, claim: null };
  if (!hasClaim(end.claim)) throw new AppError('invalid-input', 'policy.unknownEnd', { id: end.claim });
  return { name: null, claim: end.claim };
}

function checkedClaims(ids: readonly string[], { hasClaim }: DescribeOptions): string[] {
  const missing = ids.find((id) => !hasClaim(id));
  if (missing !== undefined) throw new AppError('invalid-input', 'policy.unknownEnd', { id: missing });
  return [...new Set(ids)];
}

/** Nothing is a part of its own part, or replaces what replaces it. */
function assertNoCircle(link: Link, links: readonly Link[], { keyOf }: DescribeOptions): void {
  if (link.fromName === null || link.toName === null) return;
  const start = keyOf(link.fromName);
  const steps = [keyOf(link.toName)];
  for (const at of steps) {
    if (at === start) throw new AppError('invalid-input', 'policy.circle', { from: link.fromName, to: link.toName });
    for (const next of links) {
      if (next.kind !== link.kind || next.id === link.id || next.fromName === null || next.toName === null || keyOf(next.fromName) !== at) continue;
      if (!steps.includes(keyOf(next.toName))) steps.push(keyOf(next.toName));
    }
  }
}

function scheduleOf(said: DescribedOf<'schedule'>, growing: Growing, options: DescribeOptions, edit: EditScope): Schedule {
  const key = (name: string | null | undefined) => (name == null ? null : options.keyOf(name));
  const known = before(
    'schedule',
    growing,
    said.id,
    (one) => key(one.of) === key(said.of) && one.gives === said.gives && key(one.recipient) === key(said.to) && one.period === (said.period ?? null),
  );
  const schedule: Schedule = {
    id: known?.id ?? edit.newId(),
    of: said.of,
    gives: said.gives,
    recipient: said.to ?? null,
    driver: said.driver,
    unit: said.unit ?? null,
    form: said.form,
    points: said.points ?? [],
    formula: said.formula ?? '',
    floor: said.floor ?? null,
    cap: said.cap ?? null,
    period: said.period ?? null,
    claims: checkedClaims(said.claims ?? known?.claims ?? [], options),
    note: said.note ?? known?.note ?? '',
  };
  const falling = schedule.points.findIndex(([given], index) => index > 0 && new Decimal(given).lte(schedule.points[index - 1]![0]));
  if (falling > 0) throw new AppError('invalid-input', 'policy.pointsNotRising', { number: falling + 1 });
  if (schedule.form === 'formula') assertFormula(schedule.formula);
  return schedule;
}

function assertFormula(formula: string): void {
  try {
    readDriverFormula(formula);
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    throw new AppError('invalid-input', 'policy.badFormula', { formula, cause: error.words });
  }
}

function scaleOf(said: DescribedOf<'scale'>, growing: Growing, edit: EditScope): Scale {
  const known = before('scale', growing, said.id, ({ kind, code }) => kind === said.kind && code === said.code);
  const codes = said.steps.map(({ code }) => code);
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice !== undefined) throw new AppError('invalid-input', 'policy.stepTwice', { code: twice });
  return { id: known?.id ?? edit.newId(), code: said.code, kind: said.kind, label: said.label ?? known?.label ?? said.code, steps: said.steps };
}

function conversionOf(said: DescribedOf<'conversion'>, growing: Growing, options: DescribeOptions, edit: EditScope): Conversion {
  const known = before('conversion', growing, said.id, ({ name }) => normalName(name) === normalName(said.name));
  const [claim, own] = [said.claim ?? null, said.own ?? null];
  if ((claim === null) === (own === null)) throw new AppError('invalid-input', 'policy.oneRate');
  if (claim !== null) checkedClaims([claim], options);
  if (said.from === said.to) throw new AppError('invalid-input', 'policy.oneUnit', { unit: said.from });
  const units = [`${said.to}_PER_${said.from}`, `${said.from}_PER_${said.to}`];
  if (own !== null && !units.includes(own.unit))
    throw new AppError('invalid-input', 'policy.rateOfOthers', { unit: own.unit, from: said.from, to: said.to, wanted: units[0] });
  return { id: known?.id ?? edit.newId(), name: said.name, fromUnit: said.from, toUnit: said.to, claim, own, note: said.note ?? known?.note ?? '' };
}
