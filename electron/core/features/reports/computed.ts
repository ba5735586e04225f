// Locks on what is computed: a check's implied value, a rate on a day, a plan's attainment, a scenario's result.
import { AppError } from '../../../../shared/errors.ts';
import type { Claim } from '../../../../shared/features/claims/model.ts';
import { normalName } from '../../../../shared/features/claims/origin.ts';
import { periodText } from '../../../../shared/features/ledger/rules.ts';
import type { Rate } from '../../../../shared/features/policy/contract.ts';
import type { LockGround } from '../../../../shared/features/reports/model.ts';
import type { Message } from '../../../../shared/message.ts';
import { decimalTextOf, type Measured, unitCodeSchema } from '../../../../shared/quantity/index.ts';
import type { ReportFacts } from './facts.ts';
import { createFindings, type Findings, groundWith, inputOf, isOpen, noteInput, nothingSeen, resultValue, type Seen } from './seen.ts';

type Options = Readonly<Record<string, string>>;

export function createComputed(facts: ReportFacts) {
  const { staying } = facts;
  const findClaim = (id: string) => facts.findClaim(staying(id));
  const claimsOf = (ids: readonly string[]) => ids.flatMap((id) => findClaim(id) ?? []);

  /** Where nothing is computed any more: whether that is because something it rested on is deprecated. */
  function without(ground: LockGround | undefined, error: AppError): Seen {
    if (ground === undefined) throw error;
    const findings = createFindings();
    for (const { claim: id } of ground.inputs) {
      const claim = findClaim(id);
      if (claim === undefined) return { ...nothingSeen, reasons: [{ code: 'gone', claim: id }] };
      if (claim.rank === 'deprecated') findings.note('deprecated', 'deprecated', id);
    }
    return { ...findings, ground: undefined };
  }

  function result(value: Measured, inputs: readonly Claim[], findings: Findings, band: Measured | null = null): Seen {
    for (const claim of inputs) noteInput(claim, facts, findings);
    return { ...findings, ground: groundWith(value, { band, bearers: inputs.map(({ id }) => id), inputs: inputs.map(inputOf) }) };
  }

  /** The check over exactly these claims; the claim that states the number may be one of them. */
  function check(target: string, { reading }: Options, ground: LockGround | undefined): Seen {
    const [rule = '', list = ''] = splitFirst(target);
    const wanted = list.split('+').filter((id) => id !== '');
    const unknown = wanted.find((id) => findClaim(id) === undefined);
    const absent = new AppError('not-found', 'reports.unknownTarget', { target: (unknown ?? target).slice(0, 200) });
    if (unknown !== undefined) return without(ground, absent);
    const ids = new Set(wanted.map(staying));
    const fitting = facts
      .checks()
      .filter((one) => one.rule === rule && [...ids].every((id) => one.inputs.includes(id)))
      .filter(({ label }) => reading === undefined || labelNames(label, reading))
      .toSorted((a, b) => a.inputs.length - b.inputs.length);
    const found = fitting[0];
    const value = found === undefined ? undefined : resultValue(found.implied, unitOf(found.implied.unit));
    if (found === undefined || value === undefined) return without(ground, absent);
    const findings = createFindings();
    const rivals = fitting.filter((one) => one.inputs.length === found.inputs.length);
    const isSplit = reading === undefined && new Set(rivals.map(({ implied }) => JSON.stringify(implied))).size > 1;
    if (isSplit) for (const id of ids) findings.note('undecided', 'readings', id);
    const inputs = claimsOf(wanted);
    for (const claim of inputs) if (reading === undefined && isOpen(claim, facts)) findings.note('undecided', 'readings', claim.id);
    return result(value, inputs, findings);
  }

  function rate(target: string, options: Options, ground: LockGround | undefined): Seen {
    const on = options.on ?? facts.today();
    const as = options.as === 'index' ? 'index' : 'amount';
    const absent = new AppError('no-value', 'reports.noValue', { field: 'lock' });
    const asked = (day: string) => rateOf(facts.rates({ name: target, on: day, as }), options.class);
    let found: Rate | undefined;
    try {
      found = asked(on);
    } catch (error) {
      if (ground === undefined || !(error instanceof AppError) || error.code !== 'not-found') throw error;
    }
    if (found === undefined) return without(ground, absent);
    const findings = createFindings();
    const unit = as === 'index' ? null : found.unit;
    const onPath = pathIn(found, on.slice(0, 4), asked);
    if (onPath !== undefined) {
      const wanted = options.reading === undefined ? onPath : onPath.filter(({ label }) => labelNames(label, options.reading!));
      const values = new Map(wanted.map(({ low, high }) => [JSON.stringify([low, high]), { low, high }]));
      const [first, ...others] = values.values();
      const value = first === undefined ? undefined : resultValue(others.length === 0 ? first : found.band[on.slice(0, 4)]!, unit);
      if (value === undefined) return without(ground, absent);
      const inputs = claimsOf(found.claims);
      if (others.length > 0 && !isAsIs(options)) for (const { id } of inputs) findings.note('undecided', 'readings', id);
      return result(value, inputs, findings);
    }
    const value = found.on === null ? undefined : resultValue(found.on, unit);
    if (found.on === null || value === undefined) return without(ground, absent);
    if (found.on.disputed) for (const id of found.on.claims) findings.note('undecided', 'rival', id);
    return result(value, claimsOf(found.on.claims), findings);
  }

  function plan(target: string, ground: LockGround | undefined): Seen {
    const parts = target.split('/');
    const [name, measure, period] = [parts.slice(0, -2).join('/'), parts.at(-2) ?? '', parts.at(-1) ?? ''];
    const absent = new AppError('no-value', 'reports.noValue', { field: 'lock' });
    let plans: ReturnType<ReportFacts['plans']> = [];
    try {
      plans = facts.plans(name);
    } catch (error) {
      if (ground === undefined || !(error instanceof AppError) || error.code !== 'not-found') throw error;
    }
    const own = plans.filter((one) => normalName(one.measure) === normalName(measure) && periodText(one.period) === periodText(period));
    if (own.length === 0) return without(ground, new AppError('not-found', 'reports.unknownTarget', { target: target.slice(0, 200) }));
    const attained = own.filter(({ attainment }) => attainment !== null);
    const [first] = attained;
    const value = first?.attainment == null ? undefined : resultValue(first.attainment, 'PCT');
    if (first === undefined || value === undefined) return without(ground, absent);
    const findings = createFindings();
    const inputs = claimsOf([...(first.actual?.claims ?? []), ...first.vintages.flatMap(({ claims }) => claims)]);
    // Plans of two issuers for one period: nobody said whose is meant.
    if (new Set(attained.map(({ attainment }) => JSON.stringify(attainment))).size > 1)
      for (const { id } of inputs) findings.note('undecided', 'rival', id);
    return result(value, inputs, findings);
  }

  /** NAME is that of a model or of a scenario. */
  function scenario(target: string, ground: LockGround | undefined): Seen {
    const [name = '', key = ''] = splitLast(target);
    const absent = new AppError('not-found', 'reports.unknownTarget', { target: target.slice(0, 200) });
    const asked = modelNamed(facts, name);
    if (asked === undefined) return without(ground, absent);
    const analysis = facts.compute(asked);
    const found = analysis.results.find((one) => normalName(one.key) === normalName(key));
    if (found === undefined || found.value === null) return without(ground, absent);
    const text = decimalTextOf(found.value);
    const unit = unitCodeSchema.safeParse(facts.unitOfResult(asked.model, found.code)).data ?? null;
    const band = analysis.bands.find((one) => one.key === found.key && one.low !== one.high);
    const value = resultValue({ low: text, high: text }, unit)!;
    const span =
      band?.low == null || band.high === null ? undefined : resultValue({ low: decimalTextOf(band.low), high: decimalTextOf(band.high) }, unit);
    const findings = createFindings();
    for (const input of analysis.inputs)
      if (found.stale && input.stale.length > 0)
        for (const id of input.claims.length > 0 ? input.claims : [null]) findings.note('verdict', 'inputs', id);
    const inputs = claimsOf([...new Set(analysis.inputs.flatMap(({ claims }) => claims))]);
    return { ...findings, ground: groundWith(value, { band: span ?? null, bearers: inputs.map(({ id }) => id), inputs: inputs.map(inputOf) }) };
  }

  return { check, rate, plan, scenario };
}

function isAsIs({ show }: Options): boolean {
  return show === 'band' || show === 'original';
}

function splitFirst(text: string): [string, string] {
  const at = text.indexOf('/');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function splitLast(text: string): [string, string] {
  const at = text.lastIndexOf('/');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

const unitOf = (unit: string) => (unit === 'INDEX' || unit === '' ? null : unit);

/** A reading is named by the last part of its key, or by its number. */
function labelNames(label: Message | null, wanted: string): boolean {
  if (label === null) return false;
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const names = [label.key.slice(label.key.lastIndexOf('.') + 1), label.key, ...Object.values(label.params ?? {}).map(String)];
  return names.some((name) => plain(name) === plain(wanted));
}

/** @throws AppError `invalid-input` where there are several and none is named. */
function rateOf(rates: readonly Rate[], wanted: string | undefined): Rate | undefined {
  if (wanted === undefined) {
    if (rates.length > 1)
      throw new AppError('invalid-input', 'reports.whichClass', { field: 'class', classes: rates.map((one) => one.class).join('; ') });
    return rates[0];
  }
  const names = (one: Rate) => normalName(one.class);
  const exact = rates.find((one) => names(one) === normalName(wanted));
  return exact ?? rates.find((one) => names(one).includes(normalName(wanted)));
}

interface OnPath {
  readonly label: Message;
  readonly low: string | null;
  readonly high: string | null;
}

/** What the readings of a yearly path say of a year; undefined where it is not on one and the level that was told last holds. */
function pathIn({ readings }: Rate, year: string, asked: (day: string) => Rate | undefined): OnPath[] | undefined {
  const told = asked(`${year}-12-31`)?.on;
  const values = readings.flatMap(({ label, at }) => (at[year] === undefined ? [] : [{ label, ...at[year] }]));
  const isPath = values.some(({ low, high }) => told == null || low !== told.low || high !== told.high);
  return isPath ? values : undefined;
}

function modelNamed({ models }: ReportFacts, name: string): { model: string; scenario: string | null } | undefined {
  const same = (one: string) => normalName(one) === normalName(name);
  const all = models();
  const model = all.findLast((one) => one.id === name || same(one.name));
  if (model !== undefined) return { model: model.id, scenario: null };
  for (const one of all.toReversed()) {
    const scenario = one.scenarios.find((own) => own.id === name || same(own.name) || same(`${one.name}: ${own.name}`));
    if (scenario !== undefined) return { model: one.id, scenario: scenario.id };
  }
  return undefined;
}
