// Policy and projects as tables: what was in force, what was planned, who wanted it. Each row bears the claims that it rests on,
// with the quote and the source of the first, as the tables of claims do. An empty table is none.
import { detailText } from '../../../../shared/features/claims/details.ts';
import type { Claim, ClaimSource } from '../../../../shared/features/claims/model.ts';
import type { Interval, LifeCycle, Plan, Position, Rate, windowSchema } from '../../../../shared/features/policy/contract.ts';
import { unitOfStep } from '../../../../shared/features/policy/rates.ts';
import { type Message, message } from '../../../../shared/message.ts';
import { formatQuantity } from '../../../../shared/quantity/index.ts';
import { type Cell, type Column, dayCell, joined, numberCell, type Table, table, words } from './cells.ts';
import type { PolicyContent, ThingLine } from './policy-content.ts';

type Window = (typeof windowSchema)['_output'];

export interface PolicyWording {
  readonly claims: readonly Claim[];
  readonly locale: string;
  sourceOf(claim: Claim): ClaimSource | undefined;
  /** The title of its source, leading to the row of the claim. */
  claimCell(claim: Claim | undefined): Cell;
  say(message: Message): string;
}

export const policyTableNames = ['Instruments', 'Projects', 'Stages', 'Rates', 'Plans', 'Positions', 'Batches'] as const;

type PolicyTable = (typeof policyTableNames)[number];

export function policyTables(told: () => PolicyContent, wording: PolicyWording): Readonly<Record<PolicyTable, () => Table>> {
  const evidence = evidenceColumns(wording);
  const made = <T extends Evident>(
    name: PolicyTable,
    columns: (content: PolicyContent) => readonly Column<T>[],
    rows: (content: PolicyContent) => T[],
  ) => {
    const content = told();
    return table<T>(name, [...columns(content), ...evidence], rows(content));
  };
  const things = (content: PolicyContent) => thingColumns(content, wording);
  return {
    Instruments: () => made('Instruments', things, ({ instruments }) => instruments.map(thingRow)),
    Projects: () =>
      made(
        'Projects',
        (content) => [...things(content), ...projectColumns],
        ({ projects }) => projects.map(thingRow),
      ),
    Stages: () =>
      made(
        'Stages',
        () => stageColumns(wording),
        ({ lifeCycles }) => lifeCycles.flatMap(stageRows(wording)),
      ),
    Rates: () =>
      made(
        'Rates',
        () => rateColumns(wording),
        ({ rates, on }) => rates.flatMap((one) => one.rates.flatMap(rateRows(one.name, on))),
      ),
    Plans: () =>
      made(
        'Plans',
        () => planColumns(wording),
        ({ plans }) => plans.flatMap(planRows),
      ),
    Positions: () =>
      made(
        'Positions',
        () => positionColumns,
        ({ positions }) => positions.flatMap(positionRows),
      ),
    Batches: () =>
      made(
        'Batches',
        () => batchColumns(wording),
        ({ batches }) => batches.flatMap(batchRows),
      ),
  };
}

interface Evident {
  /** Ids, those that say the most about the row first. */
  readonly claims: readonly string[];
}

function evidenceColumns({ claims, claimCell }: PolicyWording): Column<Evident>[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const own = (row: Evident) => row.claims.flatMap((id) => byId.get(id) ?? []);
  const quotes = (row: Evident) => own(row).flatMap(({ passages }) => passages.map(({ exact }) => exact));
  return [
    { header: 'Claims', width: 8, cell: (row) => row.claims.length },
    { header: 'Quote', width: 60, cell: (row) => quotes(row)[0] ?? null },
    { header: 'More quotes', width: 40, cell: (row) => quotes(row).slice(1).join('\n') || null },
    { header: 'Source', width: 36, cell: (row) => claimCell(own(row)[0]) },
    { header: 'claim ids', isHidden: true, cell: (row) => joined(row.claims) || null },
  ];
}

const yes = (is: boolean): Cell => (is ? 'yes' : null);
const text = (value: string | null | undefined): Cell => (value === '' ? null : (value ?? null));
const list = (values: readonly string[]): Cell => text(joined(values));
/** Sentences may hold semicolons; nobody reads them back. */
const said = (sentences: readonly string[]): Cell => text(sentences.join('; '));

/** The first and the last day that it may be. */
function windowColumns<T>(header: string, of: (row: T) => Window | null): Column<T>[] {
  return [
    { header: `${header} earliest`, width: 13, cell: (row) => dayCell(of(row)?.earliest ?? null) },
    { header: `${header} latest`, width: 13, cell: (row) => dayCell(of(row)?.latest ?? null) },
  ];
}

interface Bounds {
  readonly low: string | null;
  readonly high: string | null;
}

function valueColumns<T>(of: (row: T) => { readonly bounds: Bounds | null; readonly unit: string | null }, locale: string): Column<T>[] {
  const shown = (row: T): Cell => {
    const { bounds, unit } = of(row);
    if (bounds === null || (bounds.low === null && bounds.high === null)) return null;
    return formatQuantity({ ...bounds, qualifier: qualifierOf(bounds), unit, multiplier: 0, change: null }, { locale });
  };
  return [
    { header: 'Value', width: 18, cell: shown },
    { header: 'Low', width: 14, cell: (row) => numberCell(of(row).bounds?.low ?? null) },
    { header: 'High', width: 14, cell: (row) => numberCell(of(row).bounds?.high ?? null) },
    { header: 'Unit', width: 8, cell: (row) => of(row).unit },
  ];
}

function qualifierOf({ low, high }: Bounds) {
  if (low === null) return 'at_most';
  if (high === null) return 'at_least';
  return low === high ? 'exact' : 'between';
}

type ThingRow = ThingLine & Evident;

/** What tells of its state first. */
function thingRow(line: ThingLine): ThingRow {
  const first = line.inForce.why.flatMap(({ claims }) => claims);
  return { ...line, claims: [...new Set([...first, ...line.claims])] };
}

function thingColumns({ on }: PolicyContent, { say }: PolicyWording): Column<ThingRow>[] {
  return [
    { header: 'Name', width: 30, cell: (row) => row.name },
    { header: 'Other names', width: 24, cell: (row) => list(row.names.filter((name) => name !== row.name)) },
    { header: 'Types', width: 14, cell: (row) => list(row.types) },
    { header: 'Class', width: 14, cell: (row) => text(row.class) },
    { header: 'Area', width: 8, cell: (row) => list(row.area) },
    { header: 'On', width: 12, cell: () => dayCell(on) },
    { header: 'State', width: 12, cell: (row) => words(row.state) },
    { header: 'In force', width: 10, cell: (row) => row.inForce.answer },
    { header: 'Assumed', width: 10, cell: (row) => yes(row.inForce.assumed) },
    ...windowColumns<ThingRow>('Since', (row) => row.inForce.since),
    ...windowColumns<ThingRow>('Until', (row) => row.inForce.until),
    { header: 'Why', width: 50, cell: (row) => said(row.inForce.why.map(({ words: why }) => say(why))) },
    { header: 'Parts', width: 24, cell: (row) => list(row.parts) },
    { header: 'Comparable', width: 24, cell: (row) => list(row.comparable) },
    {
      header: 'Counts',
      width: 24,
      cell: (row) => list(row.counts.map((count) => countText(count, say))),
    },
    { header: 'Summary', width: 40, cell: (row) => text(row.summary) },
  ];
}

function countText(count: ThingLine['counts'][number], say: PolicyWording['say']): string {
  const said = [...new Set([count.low ?? '…', count.high ?? '…'])].join('–');
  return `${say(message('policy:countSaid', { said, count: count.named }))} (${say(message(`policy:countResult.${count.result}`))})`;
}

const projectColumns: readonly Column<ThingRow>[] = [
  { header: 'Depth', width: 12, cell: (row) => words(row.depth) || null },
  { header: 'By', width: 18, cell: (row) => list(row.current?.by ?? []) },
  { header: 'With', width: 18, cell: (row) => list(row.current?.with ?? []) },
  { header: 'Details', width: 30, cell: (row) => detailsCell(row.current?.details ?? {}) },
];

function detailsCell(details: Interval['details']): Cell {
  return list(Object.entries(details).flatMap(([is, values]) => values.map((value) => detailText({ is, value }))));
}

interface StageRow extends Evident {
  readonly name: string;
  readonly types: readonly string[];
  readonly interval: Interval | undefined;
  readonly track: string;
  readonly stage: string | null;
  readonly because: readonly string[];
  readonly problems: readonly string[];
}

/** The intervals of a life cycle; a claim that fits none of them has its own row. */
function stageRows({ claims, say }: PolicyWording): (cycle: LifeCycle) => StageRow[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const causeText = ({ words: said, events, proposed }: Interval['causes'][number]) => {
    const names = events.flatMap((id) => byId.get(id) ?? []).map(({ subject, stage }) => [subject, words(stage)].filter((part) => part).join(' '));
    const told = [said, ...new Set(names)].filter((part) => part !== '').join(': ');
    return proposed && events.length > 0 ? `${told} ${say(message('policy:proposedCause'))}` : told;
  };
  return ({ name, types, intervals, unplaced, problems }) => [
    ...intervals.map((interval) => ({
      name,
      types,
      interval,
      track: interval.track,
      stage: interval.stage,
      because: interval.causes.map(causeText),
      problems: problems.filter((one) => one.claims.some((id) => interval.claims.includes(id))).map(({ why }) => say(why)),
      claims: [...new Set([...interval.claims, ...interval.endedBy])],
    })),
    ...unplaced.map((id) => ({
      name,
      types,
      interval: undefined,
      track: 'unplaced',
      stage: byId.get(id)?.stage ?? null,
      because: [],
      problems: [],
      claims: [id],
    })),
  ];
}

function stageColumns({ say }: PolicyWording): Column<StageRow>[] {
  return [
    { header: 'Name', width: 30, cell: (row) => row.name },
    { header: 'Types', width: 14, cell: (row) => list(row.types) },
    { header: 'Track', width: 10, cell: (row) => row.track },
    { header: 'Stage', width: 12, cell: (row) => words(row.stage) || null },
    { header: 'Step', width: 6, cell: ({ interval }) => (interval === undefined || interval.step === 0 ? null : interval.step) },
    ...windowColumns<StageRow>('From', ({ interval }) => interval?.from ?? null),
    ...windowColumns<StageRow>('To', ({ interval }) => interval?.to ?? null),
    { header: 'Until', width: 12, cell: ({ interval }) => dayCell(interval?.until ?? null) },
    { header: 'By', width: 18, cell: ({ interval }) => list(interval?.by ?? []) },
    { header: 'With', width: 18, cell: ({ interval }) => list(interval?.with ?? []) },
    { header: 'Depth', width: 12, cell: ({ interval }) => words(interval?.depth ?? null) || null },
    { header: 'Details', width: 30, cell: ({ interval }) => detailsCell(interval?.details ?? {}) },
    { header: 'Carried', width: 16, cell: ({ interval }) => list(interval?.carried ?? []) },
    { header: 'Condition', width: 24, cell: ({ interval }) => text(interval?.condition) },
    {
      header: 'Planned before',
      width: 30,
      cell: ({ interval }) => said((interval?.was ?? []).map(({ from, madeOn }) => say(wasWords(from, madeOn)))),
    },
    { header: 'Because of', width: 30, cell: (row) => said(row.because) },
    { header: 'Problems', width: 30, cell: (row) => said(row.problems) },
  ];
}

function wasWords(from: Window, madeOn: Window): Message {
  return message('policy:wasPlanned', { from: windowWords(from), told: windowWords(madeOn) });
}

function windowWords({ earliest, latest }: Window): { readonly period: string } | Message {
  if (earliest === null && latest === null) return message('words:window.untold');
  return { period: earliest === latest ? earliest! : `${earliest ?? '..'}/${latest ?? '..'}` };
}

interface RateRow extends Evident {
  readonly name: string;
  readonly rate: Rate;
  readonly kind: 'level' | 'change' | 'on day' | 'reading' | 'missing';
  readonly reading: Message | null;
  readonly year: string | null;
  readonly from: Window | null;
  readonly bounds: Bounds | null;
  readonly unit: string | null;
  readonly stage: string | null;
  readonly isDisputed: boolean;
  readonly missing: Message | null;
}

/** Its steps, what it is on the day, what each reading gives by year, and what is missing for more. */
function rateRows(name: string, on: string): (rate: Rate) => RateRow[] {
  return (rate) => {
    const base = {
      name,
      rate,
      reading: null,
      year: null,
      from: null,
      bounds: null,
      unit: rate.unit,
      stage: null,
      isDisputed: false,
      missing: null,
      claims: rate.claims,
    };
    return [
      ...rate.steps.map((step, index): RateRow => {
        const { low, high, from, isChange, disputed, claims } = step;
        const unit = unitOfStep(rate, index);
        return { ...base, kind: isChange ? 'change' : 'level', from, bounds: { low, high }, unit, isDisputed: disputed, claims };
      }),
      ...(rate.on === null ? [] : [onDay(rate.on, { ...base, kind: 'on day', from: { earliest: on, latest: on } })]),
      ...rate.readings.flatMap(({ label, at }) =>
        Object.entries(at).map(([year, bounds]): RateRow => ({ ...base, kind: 'reading', reading: label, year, bounds })),
      ),
      ...rate.needs.map((missing): RateRow => ({ ...base, kind: 'missing', missing })),
    ];
  };
}

function onDay({ low, high, stage, claims, disputed }: NonNullable<Rate['on']>, base: RateRow): RateRow {
  return { ...base, bounds: { low, high }, stage, isDisputed: disputed, claims };
}

function rateColumns({ say, locale }: PolicyWording): Column<RateRow>[] {
  return [
    { header: 'Name', width: 30, cell: (row) => row.name },
    { header: 'Class', width: 24, cell: (row) => row.rate.class },
    { header: 'Row', width: 10, cell: (row) => row.kind },
    { header: 'Reading', width: 24, cell: (row) => (row.reading === null ? null : say(row.reading)) },
    { header: 'Year', width: 8, cell: (row) => (row.year === null ? null : Number(row.year)) },
    ...windowColumns<RateRow>('From', (row) => row.from),
    ...valueColumns<RateRow>(({ bounds, unit }) => ({ bounds, unit }), locale),
    { header: 'Status', width: 10, cell: (row) => row.stage },
    { header: 'Disputed', width: 10, cell: (row) => yes(row.isDisputed) },
    { header: 'Missing', width: 30, cell: (row) => (row.missing === null ? null : say(row.missing)) },
  ];
}

interface PlanRow extends Evident {
  readonly plan: Plan;
  readonly number: number;
  readonly vintage: Plan['vintages'][number];
}

function planRows(plan: Plan): PlanRow[] {
  return plan.vintages.map((vintage, index) => ({ plan, number: index + 1, vintage, claims: vintage.claims }));
}

function planColumns({ say, locale }: PolicyWording): Column<PlanRow>[] {
  return [
    { header: 'Name', width: 30, cell: ({ plan }) => plan.name },
    { header: 'Measure', width: 24, cell: ({ plan }) => words(plan.measure) },
    { header: 'Period', width: 16, cell: ({ plan }) => plan.period },
    { header: 'Issuer', width: 18, cell: ({ plan }) => text(plan.issuer) },
    { header: 'Version', width: 8, cell: ({ number }) => number },
    ...windowColumns<PlanRow>('Made on', ({ vintage }) => vintage.madeOn),
    ...valueColumns<PlanRow>(({ plan, vintage }) => ({ bounds: vintage, unit: plan.unit }), locale),
    { header: 'Current', width: 8, cell: ({ vintage }) => yes(vintage.current) },
    { header: 'Change in %', width: 10, cell: ({ vintage }) => numberCell(vintage.change?.percent ?? null) },
    { header: 'State', width: 10, cell: ({ plan }) => plan.state },
    { header: 'Reached low', width: 14, cell: ({ plan }) => numberCell(plan.actual?.low ?? null) },
    { header: 'Reached high', width: 14, cell: ({ plan }) => numberCell(plan.actual?.high ?? null) },
    { header: 'Attained low in %', width: 10, cell: ({ plan }) => numberCell(plan.attainment?.low ?? null) },
    { header: 'Attained high in %', width: 10, cell: ({ plan }) => numberCell(plan.attainment?.high ?? null) },
    { header: 'Problems', width: 30, cell: ({ plan }) => list(plan.problems.map(({ why }) => say(why))) },
    { header: 'claim ids of what was reached', isHidden: true, cell: ({ plan }) => list(plan.actual?.claims ?? []) },
  ];
}

interface PositionRow extends Evident, Pick<Position['earlier'][number], 'stance' | 'when' | 'gist'> {
  readonly position: Position;
  readonly isCurrent: boolean;
}

function positionRows(position: Position): PositionRow[] {
  const { stance, when, gist, claims, earlier } = position;
  return [{ position, isCurrent: true, stance, when, gist, claims }, ...earlier.map((one) => ({ ...one, position, isCurrent: false }))];
}

const positionColumns: readonly Column<PositionRow>[] = [
  { header: 'Actor', width: 26, cell: ({ position }) => position.actor },
  { header: 'About', width: 30, cell: ({ position }) => position.about },
  { header: 'Stance', width: 10, cell: (row) => row.stance },
  { header: 'Current', width: 8, cell: (row) => yes(row.isCurrent) },
  { header: 'State', width: 10, cell: ({ position }) => position.state },
  ...windowColumns<PositionRow>('When', (row) => row.when),
  { header: 'Gist', width: 60, cell: (row) => text(row.gist) },
  { header: 'By', width: 18, cell: ({ position, isCurrent }) => (isCurrent ? text(position.by) : null) },
  { header: 'Via', width: 18, cell: ({ position, isCurrent }) => (isCurrent ? text(position.via) : null) },
  { header: 'Named', width: 8, cell: ({ position }) => (position.named ? 'yes' : 'no') },
];

interface BatchRow extends Evident {
  readonly batch: PolicyContent['batches'][number];
  readonly member: PolicyContent['batches'][number]['members'][number];
}

function batchRows(batch: BatchRow['batch']): BatchRow[] {
  return batch.members.map((member) => ({ batch, member, claims: member.claims }));
}

function batchColumns({ claims, say }: PolicyWording): Column<BatchRow>[] {
  const subjects = new Map(claims.map((claim) => [claim.id, claim.subject]));
  return [
    { header: 'Batch', width: 24, cell: ({ batch }) => text(batch.name) },
    { header: 'Authority', width: 24, cell: ({ batch }) => text(batch.authority) },
    ...windowColumns<BatchRow>('Decided', ({ batch }) => batch.when),
    { header: 'Member', width: 30, cell: ({ member }) => member.name },
    ...windowColumns<BatchRow>('On', ({ member }) => member.on),
    ...windowColumns<BatchRow>('Off', ({ member }) => member.off),
    { header: 'Counts', width: 24, cell: ({ batch }) => list(batch.counts.map((count) => countText(count, say))) },
    { header: 'Effects', width: 24, cell: ({ batch }) => list([...new Set(batch.effects.flatMap((id) => subjects.get(id) ?? []))]) },
  ];
}
