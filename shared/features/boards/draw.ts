// A panel as data: what is drawn, in days and numbers, with the claims behind each mark. The window, the command line and every
// exported picture draw this and nothing else.

import { dayNumber, findPeriod } from '../../period/index.ts';
import { compareTexts } from '../policy/window.ts';
import type { ValueAxis } from './axis.ts';
import { type TimeSpan, timeSpan, valueAxis } from './axis.ts';
import { isBarForm, isZeroOrLess, type PanelProblem, problemsOf } from './checks.ts';
import { cycleMarks, type EventLine } from './cycle-marks.ts';
import type { DrawnNote, DrawnStrand, LegendEntry, PanelDrawing } from './drawing.ts';
import type { BoardFacts, SourceNames } from './facts.ts';
import { checkFinding, figuresIn, type TitleState, titleStateOf } from './findings.ts';
import { labelsOf } from './labels.ts';
import { type PanelSize, plotArea, xOf } from './layout.ts';
import { asSteps, inOrder, marksOf, marksOfRates, type PanelMark } from './marks.ts';
import type { Board, Note, Panel, Strand } from './model.ts';
import { type Found, placeOfNote } from './notes.ts';
import { type Hidden, type HiddenWhy, type Placed, placedOf, type Standing, spanIn } from './parts.ts';
import { type Gap, gapsIn, joinedIn } from './placing.ts';
import { sampledMarks } from './sampling.ts';
import { pairsOf } from './scatter.ts';
import { shared as sharesOf, stacked, type Total } from './stacks.ts';
import { isJoin, isRates, seriesIn, seriesTextOf } from './strands.ts';
import { baseIn, changeAs, changed, indexed, mayBeZeroOrLess, type ReckonedPlace } from './transform.ts';
import { strandNames } from './words.ts';

export const usualSize: PanelSize = { width: 800, height: 360 };

export interface DrawOptions {
  readonly notes: readonly Note[];
  readonly size: PanelSize;
  /** Days that the board gives all of its panels. */
  readonly board: Pick<Board, 'axis' | 'first' | 'last'> | undefined;
  /** The days of all panels of a board with one axis. */
  readonly span?: TimeSpan | undefined;
}

export function drawPanel(panel: Panel, facts: BoardFacts, { notes, size, board, span: shared }: DrawOptions): PanelDrawing {
  const { held, placed, hidden } = holdingsOf(panel, facts);
  const found = problemsOf(panel, placed, facts);
  const strands = drawnStrands(panel, { held, placed, facts, hidden });
  const chosen = windowOf(panel, board);
  const windowed = strands.drawn.map((strand) => ({ ...strand, marks: strand.marks.filter((mark) => isWithin(mark, chosen)) }));
  const { lines, shades } = cycleMarks(panel.events, facts);
  const findings = panel.findings.map((finding) => checkFinding(finding, facts, panel.known));
  const drawnNotes = notes.flatMap((note) => noteIn(note, panel, { facts, chosen, held }) ?? []);
  const isFree = panel.first === null && panel.last === null;
  const span = isFree && shared !== undefined ? shared : timeSpan(daysOf(windowed, lines, drawnNotes), chosen);
  const area = plotArea(size, { hasSecond: panel.second !== null, hasLines: lines.length > 0 });
  const all = windowed.flatMap(({ marks }) => marks);
  const sampled = windowed.map((strand) => ({ ...strand, marks: sampledMarks(strand.marks, (day) => xOf(day, span, area)) }));
  const axes = axesOf(panel, windowed);
  const kept = sampled.reduce((sum, { marks }) => sum + marks.length, 0);
  const parts = { strands: sampled, lines, notes: drawnNotes, findings, figures: panel.findings.flatMap(figuresIn) };
  return {
    title: panel.title,
    titleState: titleStateOf(findings),
    findings,
    problems: [...strandProblems(windowed, placed), ...needsOf(panel, facts), ...found],
    warnings: warningsOf(panel),
    form: panel.form,
    y: axes.y,
    second: axes.second,
    multiples:
      panel.form === 'multiples' ? windowed.map((strand) => valueAxis(strand.marks, { y: panel.y, isFromZero: false, unit: strand.unit })) : [],
    span,
    size,
    strands: sampled,
    totals: strands.totals,
    rest: strands.rest,
    ...(panel.form === 'scatter' ? pairsOf(placed) : { pairs: [], unpaired: [] }),
    lines,
    shades,
    lanes: panel.lanes,
    notes: drawnNotes,
    labels: hasPlot(panel) ? labelsOf(parts, { ...axes, span, area, size }) : { wanted: 0, placed: [], counted: [] },
    legend: legendOf(all),
    sources: sourcesOf(all, facts),
    hidden: joinedHidden([...hidden, ...strands.hidden]),
    sampled: { of: all.length, kept },
  };
}

/** Whether its strands stand on one axis of time, where labels have their places. */
function hasPlot({ form }: Panel): boolean {
  return form !== 'scatter' && form !== 'multiples';
}

/** The days that panels cover together; those with a window of their own have their own. */
export function sharedSpan(panels: readonly Panel[], facts: BoardFacts, options: DrawOptions): TimeSpan | undefined {
  const free = panels.filter((panel) => panel.first === null && panel.last === null && panel.form !== 'scatter' && panel.strands.length > 0);
  const spans = free.map((panel) => drawPanel(panel, facts, options).span);
  const [first, ...others] = spans;
  return first === undefined
    ? undefined
    : others.reduce((all, { from, to }) => ({ from: Math.min(all.from, from), to: Math.max(all.to, to) }), first);
}

/** Its title alone, without drawing it. */
export function titleOf(panel: Pick<Panel, 'findings' | 'known'>, facts: BoardFacts): TitleState {
  return titleStateOf(panel.findings.map((finding) => checkFinding(finding, facts, panel.known)));
}

/** What keeps it from being written. */
export function refusalOf(panel: Panel, facts: BoardFacts): PanelProblem | undefined {
  return problemsOf(panel, holdingsOf(panel, facts).placed, facts)[0];
}

interface Holdings {
  /** Texts of the series of each strand. */
  readonly held: readonly (readonly string[])[];
  /** What each strand holds, in the order of time. */
  readonly placed: readonly (readonly Placed[])[];
  readonly hidden: readonly Hidden[];
}

function holdingsOf({ strands, known }: Panel, facts: BoardFacts): Holdings {
  const held = strands.map((strand) => seriesIn(strand).map((series) => seriesTextOf(series, facts.nameOf)));
  const standing = held.map((texts) => texts.flatMap(facts.observationsOf).map((told): Standing => placedOf(told, facts, known)));
  return {
    held,
    placed: standing.map((own) => own.flatMap(({ placed }) => placed ?? [])),
    hidden: standing.flatMap((own) => own.flatMap(({ hidden }) => hidden)),
  };
}

interface StrandContext {
  readonly held: Holdings['held'];
  readonly placed: Holdings['placed'];
  readonly facts: BoardFacts;
  readonly hidden: readonly Hidden[];
}

interface DrawnStrands {
  readonly drawn: DrawnStrand[];
  readonly totals: readonly Total[];
  readonly rest: readonly Total[];
  readonly hidden: readonly Hidden[];
}

function drawnStrands(panel: Panel, { placed, facts }: StrandContext): DrawnStrands {
  const names = strandNames(panel.strands);
  const hidden: Hidden[] = [];
  const stack = panel.form === 'stacked' ? stacked(placed) : undefined;
  const share = panel.form === 'share' ? sharesOf(placed) : undefined;
  const drawn = panel.strands.map((strand, index): DrawnStrand => {
    const own = placed[index]!;
    const plainGaps = panel.form === 'step' || panel.form === 'scatter' || isRates(strand) ? [] : gapsIn(own);
    const result = share === undefined ? transformed(own, panel, hidden) : { placed: share.placed[index]!, gaps: share.gaps[index]! };
    const joined = new Set([...joinedIn(result.placed as readonly Placed[])]);
    const plain = isRates(strand)
      ? marksOfRates(strand, facts)
      : marksOf(result.placed, { joined: (one) => !isBarForm(panel) && joined.has(one as Placed), stack: stack?.spans });
    const marks = panel.form === 'step' && !isRates(strand) ? asSteps(plain, endOf(strand, facts)) : plain;
    const isLog = panel.y?.log === true && !isBarForm(panel);
    const below = isLog ? marks.filter(({ low, high }) => isZeroOrLess(low) || isZeroOrLess(high)) : [];
    if (below.length > 0) hidden.push({ why: 'log', claims: below.flatMap(({ claims }) => claims) });
    return {
      key: strand,
      name: names[index]!,
      state: seriesIn(strand).some(({ isParted }) => isParted)
        ? 'parted'
        : own.length === 0 && marks.length === 0 && !hasTold(strand, facts)
          ? 'missing'
          : 'drawn',
      axis: panel.second?.strands.includes(index) ? 'second' : 'first',
      unit: shownUnit(panel, strand, facts),
      marks: inOrder(below.length === 0 ? marks : marks.filter((mark) => !below.includes(mark))),
      gaps: [...plainGaps, ...result.gaps]
        .toSorted((a, b) => compareTexts(a.from ?? '', b.from ?? ''))
        .map((gap) => ({ ...gap, bridged: panel.bridge && gap.why === 'none' })),
    };
  });
  return { drawn, totals: stack?.totals ?? share?.totals ?? [], rest: share?.rest ?? [], hidden };
}

function transformed(own: readonly Placed[], { transform }: Panel, hidden: Hidden[]): { placed: readonly (Placed | ReckonedPlace)[]; gaps: Gap[] } {
  if (transform === null || own.length === 0) return { placed: own, gaps: [] };
  if (transform.of === 'change') return changed(own, transform);
  const base = baseIn(own, transform.base);
  if (base === undefined || mayBeZeroOrLess(spanIn(base)!.said)) {
    hidden.push({ why: 'base-missing', claims: own.flatMap(({ parts }) => parts.flatMap(({ claims }) => claims)) });
    return { placed: [], gaps: [] };
  }
  return { placed: indexed(own, base), gaps: [] };
}

/** Whether anything is told of its series, drawn or hidden. */
function hasTold(strand: Strand, facts: BoardFacts): boolean {
  if (isRates(strand)) return facts.rates(strand).length > 0;
  return seriesIn(strand).some((series) => facts.observationsOf(seriesTextOf(series, facts.nameOf)).length > 0);
}

/** The day on which its subject is over. */
function endOf(strand: Strand, facts: BoardFacts): string | null {
  const subject = seriesIn(strand)[0]?.subject;
  const end = subject === undefined ? null : (facts.thing(subject)?.end ?? null);
  return end?.latest ?? end?.earliest ?? null;
}

function shownUnit({ transform, form }: Panel, strand: Strand, facts: BoardFacts): string | null {
  const own = isRates(strand) ? (facts.rates(strand)[0]?.unit ?? null) : (seriesIn(strand)[0]?.unit ?? null);
  if (form === 'share') return 'PCT';
  if (transform === null) return own;
  if (transform.of === 'index') return null;
  const as = changeAs(transform, own);
  return as === 'percent' ? 'PCT' : as === 'points' ? (own === 'PCT' ? 'PP' : own) : as === 'factor' ? 'TIMES' : own;
}

interface DayWindow {
  readonly from: string | null;
  readonly to: string | null;
}

/** Its own window, else that of its board. */
function windowOf(panel: Panel, board: DrawOptions['board']): DayWindow {
  const start = (text: string | null) => findPeriod(text)?.earliest ?? null;
  const own = { from: start(panel.first), to: start(panel.last) };
  if (board?.axis !== 'shared' || own.from !== null || own.to !== null) return own;
  return { from: start(board.first), to: start(board.last) };
}

function isWithin({ from, to }: { readonly from: string | null; readonly to: string | null }, chosen: DayWindow): boolean {
  return (chosen.from === null || to === null || to > chosen.from) && (chosen.to === null || from === null || from < chosen.to);
}

interface NoteContext {
  readonly facts: BoardFacts;
  readonly chosen: DayWindow;
  readonly held: readonly (readonly string[])[];
}

/** Undefined for a note that is bound to another panel. */
function noteIn(note: Note, panel: Panel, { facts, chosen, held }: NoteContext): DrawnNote | undefined {
  if (note.panel !== null && note.panel !== panel.id) return undefined;
  const isDrawn = (found: Found) => {
    if (!isWithin(found.at, chosen)) return false;
    const things = [...panel.events.map(({ thing }) => thing), ...panel.lanes].map(facts.nameOf);
    if (note.bound === 'when') return note.lane === null || note.panel !== null || things.includes(facts.nameOf(note.lane));
    if (note.bound === 'interval') return note.thing !== null && things.includes(facts.nameOf(note.thing));
    const told = found.claims.flatMap((id) => facts.observationOf(id) ?? []);
    if (told.length > 0) return told.some(({ series }) => held.some((texts) => texts.includes(seriesTextOf(series, facts.nameOf))));
    return found.claims.some((id) => things.includes(facts.nameOf(facts.claim(id)?.subject ?? '')));
  };
  const { claims, ...place } = placeOfNote(note, facts, isDrawn);
  return { id: note.id, text: note.text, ...place, claims };
}

function daysOf(strands: readonly DrawnStrand[], lines: readonly EventLine[], notes: readonly DrawnNote[]): number[] {
  const marks = strands.flatMap(({ marks: own }) => own.flatMap(({ from, to }) => [from, to]));
  const told = marks.flatMap((day) => (day === null ? [] : [dayNumber(day)]));
  if (told.length > 0) return told;
  const rest = [...lines.flatMap(({ at }) => [at.earliest, at.latest]), ...notes.flatMap(({ at }) => [at?.from, at?.to])];
  return rest.flatMap((day) => (day == null ? [] : [dayNumber(day)]));
}

function axesOf(panel: Panel, strands: readonly DrawnStrand[]): { readonly y: ValueAxis; readonly second: ValueAxis | null } {
  const of = (axis: DrawnStrand['axis']) => strands.filter((strand) => strand.axis === axis);
  const axis = (own: readonly DrawnStrand[], y: Panel['y']) =>
    valueAxis(
      own.flatMap(({ marks }) => marks),
      { y, isFromZero: isBarForm(panel), unit: own[0]?.unit ?? null },
    );
  return { y: axis(of('first'), panel.y), second: panel.second === null ? null : axis(of('second'), null) };
}

function strandProblems(strands: readonly DrawnStrand[], placed: Holdings['placed']): PanelProblem[] {
  return strands.flatMap(({ state }, index): PanelProblem[] =>
    state === 'drawn' ? [] : [{ why: state, claims: placed[index]!.flatMap(({ parts }) => parts.flatMap(({ claims }) => claims)) }],
  );
}

/** Rates whose level nobody told. */
function needsOf({ strands }: Panel, facts: BoardFacts): PanelProblem[] {
  return strands.flatMap((strand): PanelProblem[] => {
    const lacking = isRates(strand) ? facts.rates(strand).filter(({ needs }) => needs.length > 0) : [];
    return lacking.length === 0 ? [] : [{ why: 'needs', claims: lacking.flatMap(({ claims }) => claims) }];
  });
}

function warningsOf({ strands, second }: Panel): PanelDrawing['warnings'] {
  const joined = strands.flatMap((strand, index) => (isJoin(strand) ? [{ why: 'joined' as const, reason: strand.why, strands: [index] }] : []));
  return second === null ? joined : [...joined, { why: 'second', reason: second.why, strands: second.strands }];
}

function legendOf(marks: readonly PanelMark[]): LegendEntry[] {
  const entries = new Map(marks.map(({ role, class: kind }) => [`${role} ${kind}`, { role, class: kind }]));
  return [...entries.values()].toSorted((a, b) => (`${a.class}${a.role}` < `${b.class}${b.role}` ? -1 : 1));
}

/** Who says what is drawn, and where it stands; each once. */
function sourcesOf(marks: readonly PanelMark[], facts: BoardFacts): SourceNames[] {
  const claims = [...new Set(marks.flatMap((mark) => mark.claims))].flatMap((id) => facts.claim(id) ?? []);
  const named = claims.map(facts.sourceOf);
  const once = new Map(named.map((one) => [JSON.stringify([one.names, one.title]), one]));
  return [...once].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, one]) => one);
}

function joinedHidden(hidden: readonly Hidden[]): Hidden[] {
  const byWhy = new Map<HiddenWhy, Set<string>>();
  for (const { why, claims } of hidden) byWhy.set(why, new Set([...(byWhy.get(why) ?? []), ...claims]));
  return [...byWhy].map(([why, claims]) => ({ why, claims: [...claims] }));
}
