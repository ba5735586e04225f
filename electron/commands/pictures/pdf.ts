// Pictures as the pages of a PDF: letters stay letters, in a font that the file carries with it, and the same pictures are the same
// bytes. Signs that the font has not are refused, never drawn as boxes.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { AppError } from '../../../shared/errors.ts';
import { palettes, type Theme } from '../../../shared/features/boards/picture/palette.ts';
import type { Ink, Shape, TextShape } from '../../../shared/features/boards/picture/scene.ts';
import type { PictureSize } from '../../../shared/features/boards/picture/svg.ts';
import { type Letters, lettersOf } from './true-type.ts';

export interface PdfPage {
  readonly shapes: readonly Shape[];
  readonly size: PictureSize;
}

/** Pixels to points. */
const scale = 0.75;

interface Font {
  readonly name: 'F1' | 'F2';
  readonly letters: Letters;
  /** Signs that are used, by their glyph. */
  readonly used: Map<number, string>;
}

/** @throws AppError `invalid-input` where a text has signs that the font lacks. */
export function pdfOf(pages: readonly PdfPage[], theme: Theme): Buffer {
  const fonts: readonly [Font, Font] = [fontOf('F1', 'LiberationSans-Regular.ttf'), fontOf('F2', 'LiberationSans-Bold.ttf')];
  const opacities = new Map<number, string>();
  const contents = pages.map((page) => contentOf(page, { inks: palettes[theme], fonts, opacities }));
  const file = new PdfFile();
  const [catalog, tree, resources] = [file.reserve(), file.reserve(), file.reserve()];
  const fontIds = fonts.map((font) => writeFont(file, font));
  const states = [...opacities].map(([value, name]) => `/${name} << /ca ${value} /CA ${value} >>`).join(' ');
  file.put(resources, `<< /Font << /F1 ${fontIds[0]} 0 R /F2 ${fontIds[1]} 0 R >> /ExtGState << ${states} >> >>`);
  const kids = pages.map(({ size }, index) => {
    const content = file.stream('', Buffer.from(contents[index]!, 'latin1'));
    const box = `[0 0 ${number(size.width * scale)} ${number(size.height * scale)}]`;
    return file.add(`<< /Type /Page /Parent ${tree} 0 R /MediaBox ${box} /Resources ${resources} 0 R /Contents ${content} 0 R >>`);
  });
  file.put(tree, `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((id) => `${id} 0 R`).join(' ')}] >>`);
  file.put(catalog, `<< /Type /Catalog /Pages ${tree} 0 R >>`);
  return file.bytes(catalog);
}

function fontOf(name: Font['name'], file: string): Font {
  const folder = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'standard_fonts');
  return { name, letters: lettersOf(readFileSync(join(folder, file))), used: new Map() };
}

/** Hundredths, without needless zeros. */
function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

interface Drawing {
  readonly inks: Readonly<Record<Ink, string>>;
  readonly fonts: readonly [Font, Font];
  readonly opacities: Map<number, string>;
}

/** The page is turned over once, so that shapes keep the axes of the screen. */
function contentOf({ shapes, size }: PdfPage, drawing: Drawing): string {
  const paper = `${colour(drawing.inks.panel)} rg 0 0 ${size.width} ${size.height} re f`;
  const body = shapes.map((shape) => `q ${opacityOf(shape, drawing)}${shapeOf(shape, drawing)} Q`);
  return [`${scale} 0 0 -${scale} 0 ${number(size.height * scale)} cm`, paper, ...body, ''].join('\n');
}

function opacityOf({ opacity }: Shape, { opacities }: Drawing): string {
  if (opacity === undefined || opacity === 1) return '';
  const name = opacities.get(opacity) ?? `G${opacities.size + 1}`;
  opacities.set(opacity, name);
  return `/${name} gs `;
}

function colour(hex: string): string {
  return [1, 3, 5].map((at) => number(Number.parseInt(hex.slice(at, at + 2), 16) / 255)).join(' ');
}

function shapeOf(shape: Shape, drawing: Drawing): string {
  const { inks } = drawing;
  switch (shape.kind) {
    case 'rect': {
      const box = `${number(shape.x)} ${number(shape.y)} ${number(Math.max(0, shape.w))} ${number(Math.max(0, shape.h))} re`;
      if (shape.hatch === true) return hatched(shape, box, inks['chart-axis']);
      const dash = shape.dash === true ? '[4 3] 0 d ' : '';
      const fill = shape.fill === undefined ? '' : `${colour(inks[shape.fill])} rg ${box} f `;
      return shape.stroke === undefined ? fill : `${fill}${dash}${colour(inks[shape.stroke])} RG 1 w ${box} S`;
    }
    case 'path': {
      const dash = shape.dash === true ? '[4 3] 0 d ' : '';
      const points = shape.points.map(([x, y], index) => `${number(x)} ${number(y)} ${index === 0 ? 'm' : 'l'}`).join(' ');
      return `${dash}${colour(inks[shape.stroke])} RG ${number(shape.width)} w ${points} S`;
    }
    case 'circle':
      return `${colour(inks[shape.fill])} rg ${colour(inks[shape.stroke])} RG 1.5 w ${circle(shape.x, shape.y, shape.r)} B`;
    case 'text':
      return textOf(shape, drawing);
  }
}

function hatched({ x, y, w, h }: { x: number; y: number; w: number; h: number }, box: string, ink: string): string {
  const lines: string[] = [];
  for (let at = x - h; at < x + w; at += 8) lines.push(`${number(at)} ${number(y + h)} m ${number(at + h)} ${number(y)} l`);
  return `${box} W n ${colour(ink)} RG 1.5 w ${lines.join(' ')} S`;
}

/** Four curves; the constant is the usual one for a quarter of a circle. */
function circle(x: number, y: number, r: number): string {
  const k = r * 0.5523;
  const curve = (...values: number[]) => `${values.map(number).join(' ')} c`;
  return [
    `${number(x + r)} ${number(y)} m`,
    curve(x + r, y + k, x + k, y + r, x, y + r),
    curve(x - k, y + r, x - r, y + k, x - r, y),
    curve(x - r, y - k, x - k, y - r, x, y - r),
    curve(x + k, y - r, x + r, y - k, x + r, y),
  ].join(' ');
}

function textOf({ text, x, y, size, ink, isStrong, anchor }: TextShape, { inks, fonts }: Drawing): string {
  const font = fonts[isStrong === true ? 1 : 0];
  const glyphs = [...text].map((sign) => glyphOf(sign, font));
  const width = (glyphs.reduce((sum, glyph) => sum + font.letters.widthOf(glyph), 0) * size) / 1000;
  const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
  const hex = glyphs.map((glyph) => glyph.toString(16).padStart(4, '0')).join('');
  return `BT /${font.name} ${size} Tf ${colour(inks[ink])} rg 1 0 0 -1 ${number(left)} ${number(y)} Tm <${hex}> Tj ET`;
}

/** Signs that differ in nothing a reader sees. */
const alike: Readonly<Record<string, string>> = { '\u202F': ' ', '\u00A0': ' ', '≲': '≤', '\u2009': ' ' };

function glyphOf(sign: string, { letters, used }: Font): number {
  const shown = letters.glyphOf(sign) === 0 ? (alike[sign] ?? sign) : sign;
  const glyph = letters.glyphOf(shown);
  if (glyph === 0) throw new AppError('invalid-input', 'boards.pictureLetters', { sign });
  used.set(glyph, sign);
  return glyph;
}

/** The whole font, with the widths and the signs of the glyphs that are used. */
function writeFont(file: PdfFile, { name, letters, used }: Font): number {
  const data = file.stream(`/Length1 ${letters.bytes.length}`, letters.bytes);
  const base = name === 'F1' ? 'LiberationSans' : 'LiberationSans-Bold';
  const descriptor = file.add(
    `<< /Type /FontDescriptor /FontName /${base} /Flags 32 /FontBBox [-544 -303 1302 980] /ItalicAngle 0 /Ascent 905 /Descent -212 /CapHeight 688 /StemV 80 /FontFile2 ${data} 0 R >>`,
  );
  const sorted = [...used].toSorted(([a], [b]) => a - b);
  const widths = sorted.map(([glyph]) => `${glyph} [${letters.widthOf(glyph)}]`).join(' ');
  const descendant = file.add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${base} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${descriptor} 0 R /CIDToGIDMap /Identity /W [${widths}] >>`,
  );
  const signs = file.stream('', Buffer.from(unicodeMap(sorted), 'latin1'));
  return file.add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /${base} /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode ${signs} 0 R >>`,
  );
}

function unicodeMap(used: readonly (readonly [number, string])[]): string {
  const hex = (value: number) => value.toString(16).padStart(4, '0');
  const pairs = used.map(([glyph, sign]) => `<${hex(glyph)}> <${[...sign.split('')].map((unit) => hex(unit.charCodeAt(0))).join('')}>`);
  const blocks: string[] = [];
  for (let at = 0; at < pairs.length; at += 100) {
    const block = pairs.slice(at, at + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def /CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}

/** Numbered objects, written in the order of their numbers. */
class PdfFile {
  private readonly objects: (Buffer | undefined)[] = [];

  reserve(): number {
    this.objects.push(undefined);
    return this.objects.length;
  }

  put(id: number, body: string | Buffer): void {
    this.objects[id - 1] = typeof body === 'string' ? Buffer.from(body, 'latin1') : body;
  }

  add(body: string | Buffer): number {
    const id = this.reserve();
    this.put(id, body);
    return id;
  }

  stream(entries: string, data: Buffer): number {
    const packed = deflateSync(data, { level: 9 });
    const head = Buffer.from(`<< ${entries} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`, 'latin1');
    return this.add(Buffer.concat([head, packed, Buffer.from('\nendstream', 'latin1')]));
  }

  bytes(root: number): Buffer {
    const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
    let at = parts[0]!.length;
    const offsets = this.objects.map((body, index) => {
      const whole = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`, 'latin1'), body ?? Buffer.from('null'), Buffer.from('\nendobj\n', 'latin1')]);
      const offset = at;
      parts.push(whole);
      at += whole.length;
      return offset;
    });
    const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
    const count = this.objects.length + 1;
    parts.push(
      Buffer.from(
        `xref\n0 ${count}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${count} /Root ${root} 0 R >>\nstartxref\n${at}\n%%EOF\n`,
        'latin1',
      ),
    );
    return Buffer.concat(parts);
  }
}
