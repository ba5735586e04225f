// Paragraphs and tables of a Word document while they are open. A block that closes goes to what holds it: a cell, a text
// box, the body, or, where it stands within a paragraph, behind that paragraph.

export interface WordBlock {
  readonly text: string;
  readonly style: string | undefined;
}

interface Paragraph {
  readonly is: 'paragraph';
  line: string;
  readonly lines: string[];
  readonly behind: WordBlock[];
  style: string | undefined;
  isDropCap: boolean;
}

interface Cell {
  readonly is: 'cell';
  readonly blocks: WordBlock[];
  span: number;
  isContinued: boolean;
  hasTable: boolean;
}

interface Row {
  readonly is: 'row';
  readonly cells: Cell[];
  before: number;
}

interface Body {
  readonly is: 'body';
  readonly blocks: WordBlock[];
}

interface Table {
  readonly is: 'table';
  readonly blocks: WordBlock[];
}

type Open = Paragraph | Cell | Row | Body | Table;

/** A cell with more is prose in a place on the page. */
const longestCell = 400;

export function createBlocks() {
  const body: Body = { is: 'body', blocks: [] };
  const open: Open[] = [body];
  /** A letter set large at the head of the paragraph that follows. */
  let dropCap = '';

  const nearest = <Is extends Open['is']>(is: Is) => open.findLast((one): one is Extract<Open, { is: Is }> => one.is === is);

  function put(blocks: readonly WordBlock[]): void {
    const holder = open.at(-1)!;
    if (holder.is === 'paragraph') holder.behind.push(...blocks);
    else if (holder.is !== 'row') holder.blocks.push(...blocks);
  }

  function close<Is extends Open['is']>(is: Is): Extract<Open, { is: Is }> | undefined {
    if (open.at(-1)?.is !== is) return undefined;
    return open.pop() as Extract<Open, { is: Is }>;
  }

  return {
    blocks: body.blocks,
    paragraph: () => nearest('paragraph'),
    cell: () => nearest('cell'),
    row: () => nearest('row'),
    openParagraph(): void {
      open.push({ is: 'paragraph', line: dropCap, lines: [], behind: [], style: undefined, isDropCap: false });
      dropCap = '';
    },
    closeParagraph(): void {
      const paragraph = close('paragraph');
      if (paragraph === undefined) return;
      if (paragraph.isDropCap) dropCap = paragraph.line.trim();
      const lines = [...paragraph.lines, ...(paragraph.isDropCap ? [] : [paragraph.line])];
      put(lines.map(folded).flatMap((text) => (text === '' ? [] : [{ text, style: paragraph.style }])));
      put(paragraph.behind);
    },
    openBody: () => void open.push({ is: 'body', blocks: [] }),
    closeBody(): void {
      put(close('body')?.blocks ?? []);
    },
    openTable(): void {
      const cell = open.at(-1);
      if (cell?.is === 'cell') cell.hasTable = true;
      open.push({ is: 'table', blocks: [] });
    },
    closeTable(): void {
      put(close('table')?.blocks ?? []);
    },
    openRow: () => void open.push({ is: 'row', cells: [], before: 0 }),
    closeRow(): void {
      const row = close('row');
      if (row !== undefined) put(rowBlocks(row));
    },
    openCell: () => void open.push({ is: 'cell', blocks: [], span: 1, isContinued: false, hasTable: false }),
    closeCell(): void {
      const cell = close('cell');
      const row = open.at(-1);
      if (cell !== undefined && row?.is === 'row') row.cells.push(cell);
    },
    /** A large letter without a paragraph after it. */
    finish(): void {
      if (dropCap !== '') put([{ text: dropCap, style: undefined }]);
    },
    putText(text: string): void {
      if (text.trim() !== '') put([{ text: folded(text), style: undefined }]);
    },
  };
}

/** A row of data is one line, its cells apart by tabs; a row that only places prose on the page is read as prose. */
function rowBlocks({ cells, before }: Row): readonly WordBlock[] {
  const texts = cells.map((cell) => (cell.isContinued ? '' : cell.blocks.map((block) => block.text.replaceAll('\t', ' ')).join(' ')));
  const isData = cells.length > 1 && cells.every((cell, index) => !cell.hasTable && texts[index]!.length <= longestCell);
  if (!isData) return cells.flatMap((cell) => cell.blocks);
  const columns = [
    ...Array.from({ length: before }, () => ''),
    ...cells.flatMap(({ span }, index) => [texts[index]!, ...Array.from({ length: span - 1 }, () => '')]),
  ];
  const last = columns.findLastIndex((text) => text !== '');
  return last < 0 ? [] : [{ text: columns.slice(0, last + 1).join('\t'), style: undefined }];
}

const numberAlone = /^\s*[-+−(]?[\d\s.,'\u00a0\u202f]*\d[\d\s.,'\u00a0\u202f]*[%)]?\s*$/;

/** White space as a reader sees it. Tabs that set numbers in columns part them: as spaces they would group their digits. */
function folded(line: string): string {
  const parts = line
    .replace(/[ \n\r\f]+/g, ' ')
    .trim()
    .split(/ ?\t[ \t]*/);
  const isColumns = parts.length > 1 && parts.slice(1).some((part) => numberAlone.test(part));
  return parts.join(isColumns ? '\t' : ' ').trim();
}
