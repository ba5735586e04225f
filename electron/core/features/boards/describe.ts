// Writes boards, panels and notes. A record that is known by its key takes what is said of it and keeps the rest; a panel that could
// not be drawn truly is refused.
import { AppError } from '../../../../shared/errors.ts';
import type { DescribedBoard, DescribedInBoards, DescribedNote, DescribedPanel, StrandAsked } from '../../../../shared/features/boards/described.ts';
import { refusalOf } from '../../../../shared/features/boards/draw.ts';
import type { BoardFacts } from '../../../../shared/features/boards/facts.ts';
import type { Board, Figure, Note, Panel, RatesStrand, SeriesName, Strand } from '../../../../shared/features/boards/model.ts';
import { foundOf } from '../../../../shared/features/boards/notes.ts';
import { readFinding, withoutPartedness } from '../../../../shared/features/boards/read-finding.ts';
import { fittingSeries, type SeriesAsked } from '../../../../shared/features/boards/strands.ts';
import { normalName } from '../../../../shared/features/claims/origin.ts';
import { findPeriod } from '../../../../shared/period/index.ts';
import type { EditScope } from '../../edits/edits.ts';
import type { BoardsRepository } from './repository.ts';

export interface DescribeContext {
  readonly repository: BoardsRepository;
  readonly facts: BoardFacts;
}

type Written = 'board' | 'panel' | 'note';

export function describeInBoards(described: DescribedInBoards, context: DescribeContext, edit: EditScope): string {
  switch (described.record) {
    case 'board':
      return described.remove === true ? removeBoard(described, context, edit) : keep('board', boardOf(described, context, edit), context, edit);
    case 'panel':
      return described.remove === true
        ? remove('panel', knownPanel(described, context)?.id, edit)
        : keep(
            'panel',
            panelOf(described, context, () => edit.newId()),
            context,
            edit,
          );
    case 'note':
      return described.remove === true
        ? remove('note', knownNote(described, context)?.id, edit)
        : keep('note', noteOf(described, context, edit), context, edit);
  }
}

function keep(table: Written, record: Board | Panel | Note, { repository }: DescribeContext, edit: EditScope): string {
  const known = { board: repository.boards, panel: repository.panels, note: repository.notes }[table]();
  if (known.some(({ id }) => id === record.id)) edit.update(table, record.id, record as never);
  else edit.insert(table, record as never);
  return record.id;
}

/** @throws AppError `not-found` */
function remove(table: Written, id: string | undefined, edit: EditScope): string {
  if (id === undefined) throw new AppError('not-found', 'boards.unknown');
  edit.remove(table, id);
  return id;
}

/** Its panels go with it. */
function removeBoard(said: DescribedBoard, context: DescribeContext, edit: EditScope): string {
  const board = knownBoard(said, context);
  if (board !== undefined) for (const panel of context.repository.panels()) if (panel.board === board.id) edit.remove('panel', panel.id);
  return remove('board', board?.id, edit);
}

function byId<T extends { readonly id: string }>(list: readonly T[], id: string): T {
  const found = list.find((one) => one.id === id);
  if (found === undefined) throw new AppError('not-found', 'boards.unknown', { id });
  return found;
}

function needed<T>(value: T | undefined, field: string): T {
  if (value === undefined) throw new AppError('invalid-input', 'boards.lacks', { field });
  return value;
}

function knownBoard({ id, name }: Pick<DescribedBoard, 'id' | 'name'>, { repository }: DescribeContext): Board | undefined {
  const boards = repository.boards();
  if (id !== undefined) return byId(boards, id);
  const wanted = normalName(needed(name, 'name'));
  return boards.find((one) => normalName(one.name) === wanted);
}

function boardOf(said: DescribedBoard, context: DescribeContext, edit: EditScope): Board {
  const boards = context.repository.boards();
  const known = knownBoard(said, context);
  const board: Board = {
    id: known?.id ?? edit.newId(),
    name: namedBy(said, known),
    place: said.order ?? known?.place ?? nextPlace(boards),
    axis: said.axis ?? known?.axis ?? 'shared',
    first: said.from === undefined ? (known?.first ?? null) : said.from,
    last: said.to === undefined ? (known?.last ?? null) : said.to,
  };
  if (boards.some((one) => one.id !== board.id && normalName(one.name) === normalName(board.name)))
    throw new AppError('conflict', 'boards.nameTaken', { name: board.name });
  assertWindow(board);
  return board;
}

/** A record that is found by its name keeps its spelling; one that is meant by its id takes the name that is said. */
function namedBy(
  { id, name }: { readonly id?: string | undefined; readonly name?: string | undefined },
  known: { readonly name: string } | undefined,
): string {
  return needed(id === undefined ? (known?.name ?? name) : (name ?? known?.name), 'name');
}

function nextPlace(list: readonly { readonly place: number }[]): number {
  return list.reduce((most, { place }) => Math.max(most, place + 1), 0);
}

function assertWindow({ first, last }: Pick<Board, 'first' | 'last'>): void {
  const [from, to] = [findPeriod(first)?.earliest, findPeriod(last)?.earliest];
  if (from != null && to != null && from >= to) throw refusal('window');
}

/** @throws AppError `not-found` where there is no such board. */
export function getBoard(name: string, repository: BoardsRepository): Board {
  const found = repository.boards().find((one) => normalName(one.name) === normalName(name));
  if (found === undefined) throw new AppError('not-found', 'boards.unknownBoard', { name });
  return found;
}

function knownPanel({ id, board, name }: Pick<DescribedPanel, 'id' | 'board' | 'name'>, { repository }: DescribeContext): Panel | undefined {
  const panels = repository.panels();
  if (id !== undefined) return byId(panels, id);
  const held = getBoard(needed(board, 'board'), repository);
  const wanted = normalName(needed(name, 'name'));
  return panels.find((one) => one.board === held.id && normalName(one.name) === wanted);
}

const noPanel: Omit<Panel, 'id' | 'board' | 'name' | 'place'> = {
  title: '',
  findings: [],
  strands: [],
  form: 'line',
  transform: null,
  y: null,
  second: null,
  events: [],
  lanes: [],
  known: null,
  bridge: false,
  first: null,
  last: null,
};

function panelOf(said: DescribedPanel, context: DescribeContext, newId: () => string): Panel {
  const { repository } = context;
  const known = knownPanel(said, context);
  const board = said.board === undefined ? known!.board : getBoard(said.board, repository).id;
  const siblings = repository.panels().filter((one) => one.board === board && one.id !== known?.id);
  const name = namedBy(said, known);
  if (siblings.some((one) => normalName(one.name) === normalName(name))) throw new AppError('conflict', 'boards.nameTaken', { name });
  return drawable(said, { ...noPanel, place: nextPlace(siblings), ...known, id: known?.id ?? newId(), board, name }, context.facts);
}

const unkept = '00000000-0000-7000-8000-000000000000';

/** A panel that is drawn and not kept. @throws AppError as when it is written. */
export function unkeptPanel(said: DescribedPanel, facts: BoardFacts): Panel {
  return drawable(said, { ...noPanel, id: unkept, board: unkept, name: said.name ?? '', place: 0 }, facts);
}

/** What is said put over what was there, every series found. @throws AppError `invalid-input` with the reason in `details.why`. */
function drawable(said: DescribedPanel, before: Panel, facts: BoardFacts): Panel {
  const { order, findings, strands, from, to } = said;
  const panel: Panel = {
    ...before,
    place: order ?? before.place,
    title: said.title ?? before.title,
    strands: strands === undefined ? before.strands : strands.map((strand) => wholeStrand(strand, facts)),
    findings: findings === undefined ? before.findings : findings.map((one) => findingOf(one, facts)),
    form: said.form ?? before.form,
    transform: said.transform === undefined ? before.transform : said.transform,
    y: said.y === undefined ? before.y : said.y,
    second: said.second === undefined ? before.second : said.second,
    events: said.events ?? before.events,
    lanes: said.lanes ?? before.lanes,
    known: said.known === undefined ? before.known : said.known,
    bridge: said.bridge ?? before.bridge,
    first: from === undefined ? before.first : from,
    last: to === undefined ? before.last : to,
  };
  const problem = refusalOf(panel, facts);
  if (problem !== undefined) throw refusal(problem.why);
  return panel;
}

function refusal(why: string): AppError {
  return new AppError('invalid-input', `boards.refused.${why}`, { why });
}

function findingOf(said: Readonly<Record<string, unknown>>, facts: BoardFacts) {
  const finding = readFinding(said, (asked) => wholeSeries(asked, facts));
  if (finding === undefined) throw refusal('finding');
  return finding;
}

function wholeStrand(asked: StrandAsked, facts: BoardFacts): Strand {
  if ('rates' in asked) return wholeRates(asked, facts);
  if ('join' in asked) {
    if (asked.why.trim() === '') throw refusal('join-why');
    return { join: asked.join.map((one) => ({ ...wholeSeries(withoutPartedness(one), facts), isParted: false })), why: asked.why };
  }
  return { ...wholeSeries(withoutPartedness(asked), facts), isParted: false };
}

function wholeRates(asked: Extract<StrandAsked, { rates: string }>, facts: BoardFacts): RatesStrand {
  const { rates: name, basis } = asked;
  const strand: RatesStrand = {
    rates: name,
    basis: basis == null ? [] : typeof basis === 'string' ? [basis] : basis,
    as: asked.as ?? 'amount',
    base: asked.base ?? null,
    years: asked.years ?? null,
  };
  const found = facts.rates(strand);
  if (found.length === 0) throw new AppError('not-found', 'boards.noRates', { name });
  if (found.length > 1) throw refusal('bases');
  return strand;
}

/** @throws AppError `not-found` of none, `invalid-input` of several. */
function wholeSeries(asked: SeriesAsked, facts: BoardFacts): SeriesName {
  const found = fittingSeries(asked, facts);
  if (found === 'none') throw new AppError('not-found', 'boards.noSeries', { measure: asked.measure ?? asked.subject ?? '' });
  if (found === 'bases' || found === 'units') throw refusal(found);
  return found;
}

type Bound = Pick<Note, 'bound' | 'claim' | 'figure' | 'thing' | 'track' | 'moment'>;

function boundOf(on: NonNullable<DescribedNote['on']>, facts: BoardFacts): Bound {
  const none = { claim: null, figure: null, thing: null, track: null, moment: null };
  if ('claim' in on) return { ...none, bound: 'claim', claim: on.claim };
  if ('observation' in on) return { ...none, bound: 'observation', figure: figureOf(on.observation, facts) };
  if ('interval' in on) {
    const { thing, track, claim } = on.interval;
    return { ...none, bound: 'interval', thing, track, claim: claim ?? null };
  }
  if (findPeriod(on.when) === undefined) throw new AppError('invalid-input', 'boards.noDay', { field: 'on', text: on.when });
  return { ...none, bound: 'when', moment: on.when };
}

function figureOf(asked: Extract<NonNullable<DescribedNote['on']>, { observation: unknown }>['observation'], facts: BoardFacts): Figure {
  if ('claim' in asked) return asked;
  const read = readFinding({ is: 'above', figure: asked, than: 0 }, (series) => wholeSeries(series, facts));
  if (read === undefined || read.is !== 'above') throw refusal('finding');
  return read.figure;
}

function knownNote(said: DescribedNote, { repository, facts }: DescribeContext): Note | undefined {
  const notes = repository.notes();
  if (said.id !== undefined) return byId(notes, said.id);
  const bound = boundOf(needed(said.on, 'on'), facts);
  const key = ({ bound: kind, claim, figure, thing, track, moment }: Bound) => JSON.stringify([kind, claim, figure, thing, track, moment]);
  return notes.find((one) => one.text === said.text && key(one) === key(bound));
}

/** Written again, it stands where it stands now. */
function noteOf(said: DescribedNote, context: DescribeContext, edit: EditScope): Note {
  const { facts, repository } = context;
  const known = knownNote(said, context);
  const bound: Bound = said.on === undefined ? known! : boundOf(said.on, facts);
  const found = foundOf(bound, facts);
  if (found === undefined) throw new AppError('not-found', 'boards.noPlace');
  return {
    id: known?.id ?? edit.newId(),
    bound: bound.bound,
    claim: bound.claim,
    figure: bound.figure,
    thing: bound.thing,
    track: bound.track,
    moment: bound.moment,
    text: needed(said.text ?? known?.text, 'text'),
    panel: said.panel === undefined ? (known?.panel ?? null) : said.panel === null ? null : panelNamed(said.panel, repository).id,
    lane: said.lane === undefined ? (known?.lane ?? null) : said.lane,
    stood: bound.bound === 'when' ? null : found.at,
  };
}

/** By its name, or BOARD/PANEL where several boards have one of that name. */
function panelNamed(name: string, repository: BoardsRepository): Panel {
  const boards = new Map(repository.boards().map((board) => [board.id, board.name]));
  const wanted = normalName(name);
  const fits = repository.panels().filter((one) => {
    const names = [one.name, `${boards.get(one.board)}/${one.name}`, one.id];
    return names.some((own) => normalName(own) === wanted);
  });
  const [only, ...others] = fits;
  if (only === undefined) throw new AppError('not-found', 'boards.unknownPanel', { name });
  if (others.length > 0) throw new AppError('invalid-input', 'boards.severalPanels', { name });
  return only;
}
