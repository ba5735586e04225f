// Verbs on boards, panels and notes.
import type { Input, Output } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { boardPicture, drawingSize, type Picture, panelPicture, usualPanelSize } from '../../shared/features/boards/picture/board-picture.ts';
import { type Theme, themes } from '../../shared/features/boards/picture/palette.ts';
import { svgOf } from '../../shared/features/boards/picture/svg.ts';
import { timelinePages } from '../../shared/features/timeline/picture.ts';
import { message } from '../../shared/message.ts';
import { readStdin } from './files.ts';
import { assertOutput, writeOutput } from './outputs.ts';
import { type Options, UsageError } from './parse.ts';
import { pdfOf } from './pictures/pdf.ts';
import { type CommandSession, clockOf } from './session.ts';
import { answer, needed, type Verb } from './verb.ts';
import { words } from './words.ts';

type Size = NonNullable<Input<'boards.panel'>['size']>;

export const boardVerbs: Readonly<Record<string, Verb>> = {
  async boards({ app }) {
    const { boards } = await app.ask('boards.list', {});
    return answer(boards, (list) => list.map(sayBoard).join('\n'));
  },
  async panel({ app }, [board, panel], { options }) {
    const size = sizeOf(options);
    const drawn =
      board === '-'
        ? await app.ask('boards.draw', { panel: parsed(await readStdin()) as Input<'boards.draw'>['panel'], ...size })
        : await app.ask('boards.panel', { board: needed(board, 'Which board?'), panel: needed(panel, 'Which panel?'), ...size });
    return answer(drawn, sayPanel);
  },
  async notes({ app }) {
    const { notes } = await app.ask('boards.notes', {});
    return answer(notes, (list) => list.map(({ state, text }) => `${words(message(`boards:noteState.${state}`))}  ${text}`).join('\n'));
  },
};

export type PictureFormat = 'svg' | 'png' | 'pdf';

export function isPicture(format: string): format is PictureFormat {
  return format === 'svg' || format === 'png' || format === 'pdf';
}

/** A board, or one panel of it, as a picture. */
export async function exportPicture({ app }: Pick<CommandSession, 'app'>, path: string, format: PictureFormat, options: Options) {
  if (options.timeline !== true) needed(options.board, 'Which board? --board NAME, and --panel NAME for one panel of it; or --timeline.');
  const way = { isForced: options.force ?? false };
  assertOutput(path, way);
  if (format === 'png') throw new AppError('invalid-input', 'boards.pictureFormat', { format });
  const theme = themeOf(options.theme);
  const isPaged = format === 'pdf';
  const pages = options.timeline === true ? await timelineOf({ app }, options, isPaged) : await pagesOf({ app }, { options, isPaged });
  const [first] = pages;
  const bytes = format === 'pdf' ? pdfOf(pages, theme) : Buffer.from(svgOf(first!.shapes, first!.size, { theme, title: first!.title }), 'utf8');
  const written = writeOutput(path, [bytes], way);
  return answer(
    { path: written, bytes: bytes.length, pages: pages.length, ...first!.size },
    (one) => `${one.width} × ${one.height}: ${one.bytes} bytes`,
  );
}

const panelsOnPage = 6;

interface PageOptions {
  readonly options: Options;
  readonly isPaged: boolean;
}

const timelineWidth = 1440;
const timelinePage = 1000;

/** Every lane, in the days that are asked for. */
async function timelineOf({ app }: Pick<CommandSession, 'app'>, options: Options, isPaged: boolean): Promise<Picture[]> {
  const { by, from, to } = options;
  const { lanes } = await app.ask('timeline.lanes', {
    ...(by === undefined ? {} : { by: by as 'thing' }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  });
  const wanted = sizeOf(options).size;
  const title = words(message('timeline:title'));
  const pages = timelinePages(lanes, {
    width: wanted?.width ?? timelineWidth,
    pageHeight: isPaged ? (wanted?.height ?? timelinePage) : undefined,
    from,
    to,
    today: new Date(clockOf(process.env)()).toISOString().slice(0, 10),
    nameOf: ({ kind, name }) => (name !== '' ? name : words(message(kind === 'note' ? 'timeline:notes' : 'timeline:statements'))),
  });
  return pages.map((page) => ({ ...page, title }));
}

/** The head of the board stands on each page. */
async function pagesOf({ app }: Pick<CommandSession, 'app'>, { options, isPaged }: PageOptions): Promise<Picture[]> {
  const name = options.board ?? '';
  const perPage = isPaged ? panelsOnPage : Number.POSITIVE_INFINITY;
  const size = sizeOf(options).size ?? usualPanelSize();
  const drawn = (panel: string) => app.ask('boards.panel', { board: name, panel, size: drawingSize(size) });
  if (options.panel !== undefined) return [panelPicture({ name: options.panel, drawing: await drawn(options.panel) }, size, words)];
  const board = (await app.ask('boards.list', {})).boards.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (board === undefined) throw new AppError('not-found', 'boards.unknownBoard', { name });
  const panels = [];
  for (const panel of board.panels) panels.push({ name: panel.name, drawing: await drawn(panel.name) });
  const pages: Picture[] = [];
  for (let at = 0; at === 0 || at < panels.length; at += perPage)
    pages.push(boardPicture(board.name, panels.slice(at, at + perPage), { size, say: words }));
  return pages;
}

function themeOf(name: string | undefined): Theme {
  if (name === undefined) return 'light';
  if (!(themes as readonly string[]).includes(name)) throw new UsageError(`--theme is ${themes.join(' or ')}.`);
  return name as Theme;
}

function sizeOf({ size }: Options): { size?: Size } {
  if (size === undefined) return {};
  const pixels = /^(\d+)x(\d+)$/.exec(size);
  if (pixels === null) throw new UsageError('--size is WIDTHxHEIGHT in pixels, such as 1440x800.');
  return { size: { width: Number(pixels[1]), height: Number(pixels[2]) } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('invalid-input', 'policy.stdinNotJson', { reason: error instanceof Error ? error.message : String(error) });
  }
}

function sayBoard({ name, panels }: Output<'boards.list'>['boards'][number]): string {
  const lines = panels.map((panel) => `  ${panel.name}: ${panel.title} (${words(message(`boards:titleState.${panel.titleState}`))})`);
  return [name, ...lines].join('\n');
}

function sayPanel({ title, titleState, strands, problems }: Output<'boards.panel'>): string {
  const marks = strands.flatMap(({ name, marks: own }) => [
    name,
    ...own.map(({ period, role, low, high }) => `  ${period}  ${role}  ${low === high ? low : `${low ?? '…'} to ${high ?? '…'}`}`),
  ]);
  const wrong = problems.map(({ why }) => words(message(`boards:problem.${why}`)));
  return [`${title} (${words(message(`boards:titleState.${titleState}`))})`, ...wrong, ...marks].join('\n');
}
