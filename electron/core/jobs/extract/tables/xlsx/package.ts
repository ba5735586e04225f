// The parts of a spreadsheet file that its sheets rest on: which sheets there are and of what kind, the words that cells
// share, and the formats of numbers by the style of a cell.

import { getFormatFromId } from 'numfmt';
import { mainPart, type Parts, type Relation, relationsOf } from '../../office/relations.ts';
import { readXml } from '../../office/xml.ts';
import { createRichText } from './rich-text.ts';

export interface SheetPart {
  readonly name: string;
  /** Name of the part; undefined where the file refers to nothing that is there. */
  readonly part: string | undefined;
  /** Such as `worksheet`, `chartsheet`, `xlMacrosheet`, `dialogsheet`. */
  readonly type: string;
  readonly isHidden: boolean;
}

export interface XlsxPackage {
  readonly sheets: readonly SheetPart[];
  readonly is1904: boolean;
  readonly sharedStrings: readonly string[];
  /** Number format of each style of a cell. */
  readonly formats: readonly string[];
}

/** `has` says whether a part is in the file: sheets are not among the parts that are kept. */
export function readPackage(parts: Parts, has: (part: string) => boolean): XlsxPackage {
  const workbook = mainPart(parts, 'xl/workbook.xml');
  const relations = relationsOf(parts, workbook);
  const partOf = (type: string) => relations.find((relation) => relation.type === type && parts.has(relation.target))?.target;
  return {
    ...readWorkbook(parts.get(workbook), relations, has),
    sharedStrings: readSharedStrings(parts.get(partOf('sharedStrings') ?? '')),
    formats: readFormats(parts.get(partOf('styles') ?? '')),
  };
}

function readWorkbook(bytes: Buffer | undefined, relations: readonly Relation[], has: (part: string) => boolean) {
  const sheets: SheetPart[] = [];
  let is1904 = false;
  if (bytes === undefined) return { sheets, is1904 };
  readXml(bytes, {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = isTrue(attributes.date1904);
      if (name !== 'sheet') return;
      const relation = relations.find((one) => one.id === attributes.id);
      sheets.push({
        name: attributes.name ?? '',
        part: relation !== undefined && has(relation.target) ? relation.target : undefined,
        type: relation?.type ?? 'worksheet',
        isHidden: /^(hidden|veryHidden)$/.test(attributes.state ?? ''),
      });
    },
  });
  return { sheets, is1904 };
}

function readSharedStrings(bytes: Buffer | undefined): string[] {
  const strings: string[] = [];
  if (bytes === undefined) return strings;
  const rich = createRichText();
  readXml(bytes, {
    open(name, attributes) {
      if (name === 'si') rich.begin();
      else rich.open(name, attributes);
    },
    text: rich.text,
    close(name) {
      if (name === 'si') strings.push(rich.end());
      else rich.close(name);
    },
  });
  return strings;
}

function readFormats(bytes: Buffer | undefined): string[] {
  const own = new Map<string, string>();
  const ids: string[] = [];
  if (bytes === undefined) return [];
  let isInCellStyles = false;
  readXml(bytes, {
    open(name, { numFmtId = '0', formatCode }) {
      if (name === 'numFmt' && formatCode !== undefined) own.set(numFmtId, formatCode);
      if (name === 'cellXfs') isInCellStyles = true;
      if (name === 'xf' && isInCellStyles) ids.push(numFmtId);
    },
    close(name) {
      if (name === 'cellXfs') isInCellStyles = false;
    },
  });
  return ids.map((id) => own.get(id) ?? getFormatFromId(Number(id)) ?? 'General');
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
