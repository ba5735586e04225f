// Labels of the points, placed so that none covers another.
import { valueParts, valueText } from '../../ui/index.ts';
import type { Box, PointShape, TextShape } from './panel-shapes.ts';
import type { PanelPoint } from './point-kinds.ts';

const characterWidth = 6.4;
const labelHeight = 14;
export interface TextOptions {
  readonly plot: Box;
  readonly selected: string | undefined;
  readonly isMany: boolean;
  readonly isNarrow: boolean;
  readonly locale: string;
}

/** Labels in order of weight; one that would cover another is left out (the table and the tooltip still say it). */
export function placeTexts(points: readonly PointShape[], options: TextOptions): readonly TextShape[] {
  const { plot, selected, isNarrow } = options;
  const taken = points.flatMap(markerBox);
  const texts: TextShape[] = [];
  const weight = (shape: PointShape) =>
    shape.entry.point.claimId === selected ? 0 : shape.entry.kind === 'main' ? 1 : shape.entry.kind === 'upcoming' ? 2 : 3;
  for (const shape of points.toSorted((a, b) => weight(a) - weight(b))) {
    if (isNarrow && weight(shape) > 1) continue;
    for (const text of textsFor(shape, options)) {
      const box = boxOf(text);
      const isFree =
        box.left >= plot.left - 4 && box.right <= plot.right + 12 && box.top >= plot.top - 2 && !taken.some((other) => overlaps(box, other));
      if (!isFree) continue;
      taken.push(box);
      texts.push(text);
      break;
    }
  }
  return texts;
}

/** What a label must not cover: the sign of each point. */
function markerBox({ x1, x2, y, isPoint, entry }: PointShape): readonly Box[] {
  if (y === undefined) return [];
  const middle = (x1 + x2) / 2;
  if (isPoint || entry.kind === 'rival') return [{ left: middle - 4, right: middle + 4, top: y - 4, bottom: y + 4 }];
  return [{ left: x1, right: x2, top: y - 1.5, bottom: y + 1.5 }];
}

const longestIssuer = 22;

/** The axis names the unit; a forecast and a lone rival name who says it. */
function labelOf({ point, kind }: PanelPoint, { isMany, locale }: TextOptions): string {
  const { mark, digits, unit } = valueParts(valueText(point.value, locale));
  const value = [mark, digits, unit === '%' ? unit : ''].filter((part) => part !== '').join('\u00a0');
  const issuer = point.issuer === null || point.issuer.length <= longestIssuer ? point.issuer : `${point.issuer.slice(0, longestIssuer - 1)}…`;
  if (kind === 'upcoming') return [issuer, point.status, value].filter(Boolean).join(' ');
  return kind === 'rival' && issuer !== null && !isMany ? `${issuer} ${value}` : value;
}

/** The places to try, the best first. */
function textsFor({ entry, x1, x2, y, yHigh, isPoint }: PointShape, options: TextOptions): readonly TextShape[] {
  const { plot, selected } = options;
  const { point, kind } = entry;
  const isSelected = point.claimId === selected;
  const words = labelOf(entry, options);
  const tone = isSelected ? 'selected' : kind === 'main' ? 'value' : kind;
  const middle = (x1 + x2) / 2;
  const at = kind === 'upcoming' ? (yHigh ?? y) : y;
  if (at === undefined) return [];
  const upper = { text: words, tone, y: at - labelHeight - 4 } as const;
  const lower = { text: words, tone, y: at + 6 } as const;
  const isBar = kind === 'main' && !isPoint;
  const starts = isBar
    ? [
        { x: x1 + 4, align: 'left' as const },
        { x: middle, align: 'center' as const },
      ]
    : [
        { x: middle, align: 'center' as const },
        { x: middle + 7, align: 'left' as const },
        { x: middle - 7, align: 'right' as const },
      ];
  const fits = starts.filter((start) => start.align !== 'right' || start.x - words.length * characterWidth > plot.left);
  return fits.flatMap((start) => [
    { ...upper, ...start },
    { ...lower, ...start },
  ]);
}

function boxOf({ text, x, y, align }: TextShape): Box {
  const width = text.length * characterWidth + 4;
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
  return { left, right: left + width, top: y, bottom: y + labelHeight };
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
