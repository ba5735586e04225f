// Boards of panels, and notes on what they show.
import type { Output } from '../../../../shared/contract.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { DescribedInBoards } from '../../../../shared/features/boards/described.ts';
import { drawPanel, sharedSpan, titleOf, usualSize } from '../../../../shared/features/boards/draw.ts';
import type { PanelDrawing } from '../../../../shared/features/boards/drawing.ts';
import type { BoardFacts } from '../../../../shared/features/boards/facts.ts';
import type { PanelSize } from '../../../../shared/features/boards/layout.ts';
import type { Board, Note, Panel } from '../../../../shared/features/boards/model.ts';
import { placeOfNote } from '../../../../shared/features/boards/notes.ts';
import { normalName } from '../../../../shared/features/claims/origin.ts';
import type { Window } from '../../../../shared/features/policy/window.ts';
import { addDays, findPeriod } from '../../../../shared/period/index.ts';
import type { Handlers } from '../../dispatch.ts';
import type { EditScope } from '../../edits/edits.ts';
import { describeInBoards, getBoard, unkeptPanel } from './describe.ts';
import { createFacts, type FactsOptions } from './facts.ts';
import { createSeriesFollowers, type SeriesFollowers } from './renames.ts';
import type { BoardsRepository } from './repository.ts';

export interface BoardsOptions extends FactsOptions {
  readonly repository: BoardsRepository;
}

export interface Boards {
  readonly handlers: Handlers<'boards'>;
  /** Writes a board, a panel or a note; gives its id. */
  describe(described: DescribedInBoards, edit: EditScope): string;
  /** What the time line shows of notes. */
  notesInTime(): NoteInLane[];
  /** Moves a note on a day of the analyst's own. @throws AppError `not-own`, `not-found` */
  move(id: string, to: string, edit: EditScope): { id: string; to: string };
  readonly followers: SeriesFollowers;
}

export function createBoards(options: BoardsOptions): Boards {
  const { repository, claims, names } = options;
  const factsNow = createFacts(options);
  const spans = new Map<string, { readonly version: number; readonly span: ReturnType<typeof sharedSpan> }>();

  function drawn(panel: Panel, board: Board | undefined, size: PanelSize | undefined): PanelDrawing {
    const options = { notes: repository.notes(), size: size ?? usualSize, board };
    return drawPanel(panel, factsNow(), { ...options, span: board === undefined ? undefined : spanOf(board, options) });
  }

  /** Reckoned once a state of the workbook: each of its panels asks for it. */
  const spanOf = (board: Board, options: Parameters<typeof drawPanel>[2]) => {
    if (board.axis !== 'shared' || board.first !== null || board.last !== null) return undefined;
    const version = claims.version();
    const kept = spans.get(board.id);
    if (kept?.version === version) return kept.span;
    const span = sharedSpan(panelsOf(board), factsNow(), options);
    spans.set(board.id, { version, span });
    return span;
  };

  function panelsOf(board: Board): Panel[] {
    return repository.panels().filter((panel) => panel.board === board.id);
  }

  function getPanel(board: Board, name: string): Panel {
    const found = panelsOf(board).find((one) => normalName(one.name) === normalName(name));
    if (found === undefined) throw new AppError('not-found', 'boards.unknownPanel', { name });
    return found;
  }

  const handlers: Handlers<'boards'> = {
    list() {
      const facts = factsNow();
      return {
        boards: repository.boards().map((board) => ({
          id: board.id,
          name: board.name,
          axis: board.axis,
          from: board.first,
          to: board.last,
          panels: panelsOf(board).map((panel) => ({ ...panel, titleState: titleOf(panel, facts) })),
        })),
      };
    },
    panel({ board: name, panel, size }) {
      const board = getBoard(name, repository);
      return asAnswer(drawn(getPanel(board, panel), board, size));
    },
    draw({ panel, size }) {
      const board = panel.board === undefined ? undefined : repository.boards().find(({ name }) => normalName(name) === normalName(panel.board!));
      return asAnswer(drawn(unkeptPanel(panel, factsNow()), board, size));
    },
    notes() {
      const facts = factsNow();
      return {
        notes: repository.notes().map((note) => {
          const { claims: _claims, ...place } = placeOfNote(note, facts, undefined);
          const { id, bound, text, panel, lane } = note;
          return { id, bound, on: onOf(note), text, panel, lane, ...place };
        }),
      };
    },
  };

  return {
    handlers,
    describe: (described, edit) => describeInBoards(described, { repository, facts: factsNow() }, edit),
    notesInTime() {
      const facts = factsNow();
      return repository.notes().flatMap((note) => inLane(note, facts) ?? []);
    },
    move(id, to, edit) {
      const note = repository.notes().find((one) => one.id === id);
      if (note === undefined && claims.find(id) === undefined) throw new AppError('not-found', 'boards.unknown', { id });
      if (note === undefined || note.bound !== 'when') throw new AppError('not-own', 'boards.notOwn', { id });
      if (findPeriod(to) === undefined) throw new AppError('invalid-input', 'boards.noDay', { field: 'to', text: to });
      edit.name('moveNote', { text: note.text.slice(0, 200) });
      edit.update('note', id, { moment: to });
      return { id, to };
    },
    followers: createSeriesFollowers(repository, names.nameOf),
  };
}

export interface NoteInLane {
  readonly id: string;
  readonly text: string;
  readonly from: Window;
  readonly to: Window | null;
  readonly isOwn: boolean;
  readonly lane: string | null;
}

/** In the lane that it names, else in that of the thing that it is on. Undefined for one that has no day. */
function inLane(note: Note, facts: BoardFacts): NoteInLane | undefined {
  const { at, claims } = placeOfNote(note, facts, undefined);
  if (at === null || (at.from === null && at.to === null)) return undefined;
  const subject = note.thing ?? claims.map((id) => facts.claim(id)?.subject ?? null)[0] ?? null;
  const lane = note.lane ?? subject;
  const from = { earliest: at.from, latest: at.to === null ? at.from : addDays(at.to, -1) };
  return { id: note.id, text: note.text, from, to: null, isOwn: note.bound === 'when', lane: lane === null ? null : facts.nameOf(lane) };
}

type Answer = Output<'boards.panel'>;

/** Lists of an answer are the caller's own. */
function asAnswer(drawing: PanelDrawing): Answer {
  return structuredClone(drawing) as unknown as Answer;
}

type On = Output<'boards.notes'>['notes'][number]['on'];

function onOf({ bound, claim, figure, thing, track, moment }: Note): On {
  switch (bound) {
    case 'claim':
      return { claim: claim! };
    case 'observation':
      return { observation: figure! };
    case 'interval':
      return { interval: { thing: thing!, track: track!, claim } };
    case 'when':
      return { when: moment! };
  }
}
