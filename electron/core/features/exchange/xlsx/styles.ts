// How cells look. No meaning lies in it: programs that edit the file may change it.
import { xmlText } from './xml-text.ts';

/** Numbers of the looks that every file has. */
export const styles = { head: 1, day: 2, link: 3 } as const;

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const font = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
const fixedLooks = 4;
const firstFormat = 164;
/** More formats than this a spreadsheet does not hold; numbers beyond are shown plainly. */
const mostFormats = 200;

/** Looks that cells ask for while sheets are written; read once all of them are. */
export interface Looks {
  /** Of a number format; 0, the plain look, where there are too many. */
  of(format: string): number;
  xml(): string;
}

export function createLooks(): Looks {
  const formats = new Map<string, number>();
  return {
    of(format) {
      const known = formats.get(format);
      if (known !== undefined) return known;
      if (formats.size >= mostFormats) return 0;
      formats.set(format, fixedLooks + formats.size);
      return fixedLooks + formats.size - 1;
    },
    xml: () => stylesXml([...formats.keys()]),
  };
}

function stylesXml(formats: readonly string[]): string {
  const own = formats.map((format, index) => `<numFmt numFmtId="${firstFormat + 1 + index}" formatCode="${xmlText(format)}"/>`);
  const looks = formats.map(
    (_, index) => `<xf numFmtId="${firstFormat + 1 + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="${main}"><numFmts count="${formats.length + 1}"><numFmt numFmtId="${firstFormat}" formatCode="yyyy\\-mm\\-dd"/>${own.join('')}</numFmts>
<fonts count="3"><font>${font}</font><font><b/>${font}</font><font><u/>${font}</font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="${fixedLooks + formats.length}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>
<xf numFmtId="${firstFormat}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/>${looks.join('')}</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}
