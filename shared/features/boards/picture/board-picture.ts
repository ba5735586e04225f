// A board, or one panel, as a whole picture: its title with what was checked of it, the drawing, what is told beside it, its sources.
import { type Message, message } from '../../../message.ts';
import { textWidth } from '../../../text-width.ts';
import type { PanelDrawing } from '../drawing.ts';
import type { PanelSize } from '../layout.ts';
import { labelSize } from '../layout.ts';
import { unitText } from '../words.ts';
import { inkOf, panelScene, seriesInks } from './panel-scene.ts';
import { type Ink, moved, type Shape } from './scene.ts';
import type { PictureSize } from './svg.ts';

export interface PicturedPanel {
  readonly name: string;
  readonly drawing: PanelDrawing;
}

export interface Picture {
  readonly shapes: readonly Shape[];
  readonly size: PictureSize;
  readonly title: string;
}

/** Puts a message into the reader's words. */
export type Say = (message: Message) => string;

const margin = 14;
const headHeight = 40;
const footHeight = 44;
const usualPanel: PanelSize = { width: 720, height: 400 };
const titleSize = 15;

/** The size of the drawing of a panel whose picture has a size. */
export function drawingSize({ width, height }: PanelSize): PanelSize {
  return { width: Math.max(120, width - 2 * margin), height: Math.max(80, height - headHeight - footHeight) };
}

export function usualPanelSize(): PanelSize {
  return usualPanel;
}

/** One panel fills its picture. */
export function panelPicture({ name, drawing }: PicturedPanel, size: PanelSize, say: Say): Picture {
  return { shapes: panelShapes({ name, drawing }, size, say), size, title: titleOf(name, drawing) };
}

/** Panels two by two, each as large as the others. */
export function boardPicture(
  title: string,
  panels: readonly PicturedPanel[],
  { size, say }: { readonly size: PanelSize; readonly say: Say },
): Picture {
  const columns = panels.length > 1 ? 2 : 1;
  const head = 44;
  const rows = Math.max(1, Math.ceil(panels.length / columns));
  const whole = { width: size.width * columns, height: head + size.height * rows };
  const shapes = panels.flatMap((panel, index) => {
    const [dx, dy] = [(index % columns) * size.width, head + Math.floor(index / columns) * size.height];
    return panelShapes(panel, size, say).map((shape) => moved(shape, dx, dy));
  });
  const name: Shape = { kind: 'text', x: margin, y: 28, text: title, size: 18, ink: 'text', isStrong: true };
  return { shapes: [name, ...shapes], size: whole, title };
}

function titleOf(name: string, { title }: PanelDrawing): string {
  return title === '' ? name : title;
}

function panelShapes({ name, drawing }: PicturedPanel, { width, height }: PanelSize, say: Say): Shape[] {
  const plot = panelScene(drawing).map((shape) => moved(shape, margin, headHeight));
  const unit = unitText(drawing.y.unit).trim();
  const words = titleOf(name, drawing);
  const shown = wrapped(words, width - 2 * margin - 130, titleSize, 1)[0] ?? '';
  const state = drawing.titleState === 'unchecked' ? [] : [stateShape(drawing, width, say)];
  const beneath = [drawing.strands.length === 1 ? drawing.strands[0]!.name : '', unit].filter((text) => text !== '').join(' · ');
  return [
    { kind: 'text', x: margin, y: 20, text: shown, size: titleSize, ink: 'text', isStrong: true },
    { kind: 'text', x: margin, y: 35, text: beneath, size: labelSize, ink: 'text-3' },
    ...state,
    ...plot,
    ...legendShapes(drawing, width, height - footHeight + 12, say),
    ...footShapes(drawing, { width, height }, say),
  ];
}

const stateInks: Readonly<Record<string, Ink>> = { holds: 'ok', no_longer: 'disputed', cannot_be_told: 'stale' };

function stateShape({ titleState }: PanelDrawing, width: number, say: Say): Shape {
  const text = say(message(`boards:titleState.${titleState}`));
  return { kind: 'text', x: width - margin, y: 20, text, size: labelSize, ink: stateInks[titleState]!, anchor: 'end' };
}

function legendShapes(drawing: PanelDrawing, width: number, y: number, say: Say): Shape[] {
  let x = margin;
  const shapes: Shape[] = [];
  const add = (text: string, ink: Ink, isDashed: boolean) => {
    const room = textWidth(text, labelSize) + 30;
    if (x + room > width - margin) return;
    shapes.push({
      kind: 'path',
      points: [
        [x, y - 4],
        [x + 16, y - 4],
      ],
      stroke: ink,
      width: 3,
      dash: isDashed,
    });
    shapes.push({ kind: 'text', x: x + 21, y, text, size: labelSize, ink: 'text-2' });
    x += room;
  };
  if (drawing.strands.length > 1) for (const [index, { name }] of drawing.strands.entries()) add(name, seriesInks[index % seriesInks.length]!, false);
  for (const { role, class: kind } of drawing.legend) {
    if (role === 'value' && kind === 'outcome') continue;
    add(say(legendWords(role, kind)), inkOf({ role, class: kind }, 0), role === 'was' || kind !== 'outcome');
  }
  return shapes;
}

export function legendWords(role: PanelDrawing['legend'][number]['role'], kind: PanelDrawing['legend'][number]['class']): Message {
  if (kind === 'outcome') return message(`boards:role.${role}`);
  const named = message(`boards:class.${kind}`);
  return role === 'value' ? named : message('boards:roleOfClass', { class: named, role: message(`boards:role.${role}`) });
}

/** Who says it, and where it stands: "Autostat, Charter97 (Article)". */
export function sourceText({ sources }: Pick<PanelDrawing, 'sources'>): string {
  return sources.map(({ names, title }) => [names.join(', '), title].filter((part) => part !== null && part !== '').join(': ')).join('; ');
}

function footShapes(drawing: PanelDrawing, { width, height }: PanelSize, say: Say): Shape[] {
  const text = say(message('boards:sourceLine', { sources: sourceText(drawing) }));
  return wrapped(text, width - 2 * margin, labelSize, 2).map((line, index) => ({
    kind: 'text',
    x: margin,
    y: height - 20 + index * 14,
    text: line,
    size: labelSize,
    ink: 'text-3',
  }));
}

/** Lines of a text, the last one cut where there are more; Chinese breaks between any two signs. */
export function wrapped(text: string, width: number, size: number, most: number): string[] {
  const words =
    text
      .slice(0, 4000)
      .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+\s*|\s+/gu) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (textWidth(line + word.trimEnd(), size) <= width || line === '') line += word;
    else {
      lines.push(line.trimEnd());
      line = word;
      if (lines.length === most) break;
    }
  }
  if (lines.length < most && line !== '') lines.push(line.trimEnd());
  const isCut = lines.join('').replace(/\s/g, '').length < text.replace(/\s/g, '').length;
  const last = lines.pop();
  return last === undefined ? [] : [...lines, isCut ? `${cutTo(last, width - size, size)}…` : cutTo(last, width, size)];
}

function cutTo(text: string, width: number, size: number): string {
  const signs = [...text];
  while (signs.length > 1 && textWidth(signs.join(''), size) > width) signs.pop();
  return signs.join('');
}
