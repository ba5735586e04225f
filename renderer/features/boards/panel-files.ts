// A panel as an SVG: the same bytes as the command line writes.
import { boardPicture, drawingSize, panelPicture, type Say, usualPanelSize } from '../../../shared/features/boards/picture/board-picture.ts';
import type { Theme } from '../../../shared/features/boards/picture/palette.ts';
import { svgOf } from '../../../shared/features/boards/picture/svg.ts';
import { call, saveBlob, words } from '../../bridge/index.ts';
import type { ListedBoard } from './use-boards.ts';

const say: Say = (message) => words(message);

export async function panelSvg(board: string, panel: string, theme: Theme): Promise<string> {
  const size = usualPanelSize();
  const drawing = await call('boards.panel', { board, panel, size: drawingSize(size) });
  const picture = panelPicture({ name: panel, drawing }, size, say);
  return svgOf(picture.shapes, picture.size, { theme, title: picture.title });
}

export async function boardSvg(board: ListedBoard, theme: Theme): Promise<string> {
  const size = usualPanelSize();
  const panels = [];
  for (const { name } of board.panels)
    panels.push({ name, drawing: await call('boards.panel', { board: board.name, panel: name, size: drawingSize(size) }) });
  const picture = boardPicture(board.name, panels, { size, say });
  return svgOf(picture.shapes, picture.size, { theme, title: picture.title });
}

export function saveSvg(svg: string, name: string): void {
  saveBlob(new Blob([svg], { type: 'image/svg+xml' }), `${name.replace(/[\\/:*?"<>|]+/g, ' ').trim() || 'panel'}.svg`);
}
