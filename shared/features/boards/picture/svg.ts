// Shapes as an SVG file: letters stay letters, nothing points outside, and the same shapes are the same bytes.
import { palettes, type Theme } from './palette.ts';
import type { Shape } from './scene.ts';

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

const family = "Inter, 'Noto Sans', 'Liberation Sans', 'DejaVu Sans', Arial, 'Noto Sans CJK SC', sans-serif";

/** `title` is what a reader without eyes is told. */
export function svgOf(
  shapes: readonly Shape[],
  { width, height }: PictureSize,
  { theme, title }: { readonly theme: Theme; readonly title: string },
): string {
  const inks = palettes[theme];
  const body = shapes.map((shape) => elementOf(shape, inks));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${escaped(family)}">`,
    `<title>${escaped(title)}</title>`,
    '<defs>',
    `<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="6" stroke="${inks['chart-axis']}" stroke-width="1.5"/></pattern>`,
    '</defs>',
    `<rect width="${width}" height="${height}" fill="${inks.panel}"/>`,
    ...body,
    '</svg>',
    '',
  ].join('\n');
}

function elementOf(shape: Shape, inks: (typeof palettes)[Theme]): string {
  const opacity = shape.opacity === undefined || shape.opacity === 1 ? '' : ` opacity="${shape.opacity}"`;
  switch (shape.kind) {
    case 'rect': {
      const fill = shape.hatch === true ? 'url(#hatch)' : shape.fill === undefined ? 'none' : inks[shape.fill];
      const stroke = shape.stroke === undefined ? '' : ` stroke="${inks[shape.stroke]}"${shape.dash === true ? ' stroke-dasharray="4 3"' : ''}`;
      return `<rect x="${shape.x}" y="${shape.y}" width="${Math.max(0, shape.w)}" height="${Math.max(0, shape.h)}" fill="${fill}"${stroke}${opacity}/>`;
    }
    case 'path': {
      const points = shape.points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
      const dash = shape.dash === true ? ' stroke-dasharray="4 3"' : '';
      return `<path d="${points}" fill="none" stroke="${inks[shape.stroke]}" stroke-width="${shape.width}"${dash}${opacity}/>`;
    }
    case 'circle':
      return `<circle cx="${shape.x}" cy="${shape.y}" r="${shape.r}" fill="${inks[shape.fill]}" stroke="${inks[shape.stroke]}" stroke-width="1.5"${opacity}/>`;
    case 'text': {
      const weight = shape.isStrong === true ? ' font-weight="600"' : '';
      const anchor = shape.anchor === undefined || shape.anchor === 'start' ? '' : ` text-anchor="${shape.anchor}"`;
      return `<text x="${shape.x}" y="${shape.y}" font-size="${shape.size}"${weight}${anchor} fill="${inks[shape.ink]}"${opacity}>${escaped(shape.text)}</text>`;
    }
  }
}

/** Signs that no XML may hold are left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
