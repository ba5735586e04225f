// The text of one part of a Word document. Whatever holds a run of text is read, known or not: fields, links, boxes, groups,
// ruby, bidirectional text. Only what a reader does not see is passed over: deletions, old properties, a second form of a drawing.
import { hex } from 'dingbat-to-unicode';
import { struckOut } from '../../html/inline.ts';
import { type Raise, raisedText } from '../../raised.ts';
import { type Attributes, readXml } from '../xml.ts';
import { createBlocks, type WordBlock } from './blocks.ts';
import { createFields } from './fields.ts';
import { raiseOf, type WordStyles } from './styles.ts';

export interface PartContext {
  readonly styles: WordStyles;
  /** The number that a note gets where it is referred to. */
  noteNumber(kind: 'footnote' | 'endnote', id: string): number;
  sees(name: string, attributes: Attributes): void;
  /** Words of an equation, which stand on more than one line. */
  equation(words: string): void;
}

export interface ReadPart {
  readonly blocks: readonly WordBlock[];
  /** Blocks of each note, in a part of notes. */
  readonly notes: ReadonlyMap<string, readonly WordBlock[]>;
}

const passedOver = new Set(
  'del moveFrom oMath oMathPara rPrChange pPrChange tblPrChange tblPrExChange tcPrChange trPrChange sectPrChange tblGridChange sdtPr rubyPr'.split(
    ' ',
  ),
);
/** Half points from which a run that is moved up is a raised one. */
const raisedBy = 4;

interface Run {
  raise: Raise | undefined;
  isStruck: boolean;
}

interface Ruby {
  base: string;
  reading: string;
}

export function readPart(bytes: Buffer, context: PartContext): ReadPart {
  const blocks = createBlocks();
  const fields = createFields();
  const notes = new Map<string, readonly WordBlock[]>();
  const path: string[] = [];
  const runs: Run[] = [];
  const rubies: Ruby[] = [];
  const alternatives: { taken: boolean; from: number }[] = [];
  let skipped = 0;
  let written = 0;
  let words = '';
  let equation = '';
  let note: string | undefined;

  function add(text: string): void {
    if (text === '' || fields.isInInstructions()) return;
    written += text.length;
    const ruby = rubies.at(-1);
    const paragraph = blocks.paragraph();
    if (ruby !== undefined) ruby[path.includes('rt', path.lastIndexOf('ruby')) ? 'reading' : 'base'] += text;
    else if (paragraph !== undefined) paragraph.line += text;
  }

  function addRaised(text: string): void {
    const raise = runs.at(-1)?.raise;
    const shown = raise === undefined ? text : raisedText(text, raise, blocks.paragraph()?.line.at(-1));
    add(runs.at(-1)?.isStruck === true && text.trim() !== '' ? `${struckOut.before}${shown}${struckOut.after}` : shown);
  }

  function breakLine(): void {
    const paragraph = blocks.paragraph();
    if (paragraph === undefined || fields.isInInstructions()) return;
    paragraph.lines.push(paragraph.line);
    paragraph.line = '';
  }

  const opening: Readonly<Record<string, (attributes: Attributes) => void>> = {
    p: () => blocks.openParagraph(),
    r: () => runs.push({ raise: undefined, isStruck: false }),
    tbl: () => blocks.openTable(),
    tr: () => blocks.openRow(),
    tc: () => blocks.openCell(),
    txbxContent: () => blocks.openBody(),
    t() {
      words = '';
    },
    tab() {
      if (path.at(-2) === 'r') add('\t');
    },
    ptab: () => add('\t'),
    br({ type }) {
      if (type === undefined || type === 'textWrapping') breakLine();
    },
    cr: breakLine,
    noBreakHyphen: () => add('\u2011'),
    softHyphen: () => add('\u00AD'),
    sym: ({ font = '', char = '' }) => addRaised(symbol(font, char)),
    ruby: () => rubies.push({ base: '', reading: '' }),
    fldChar: ({ fldCharType = '' }) => add(fields.mark(fldCharType)),
    footnoteReference: ({ id = '' }) => add(`[${context.noteNumber('footnote', id)}]`),
    endnoteReference: ({ id = '' }) => add(`[${context.noteNumber('endnote', id)}]`),
    strike: ({ val }) => strikeRun(val),
    dstrike: ({ val }) => strikeRun(val),
    vertAlign: ({ val = '' }) => raiseRun(raiseOf(val)),
    position: ({ val = '0' }) => raiseRun(Number(val) >= raisedBy ? 'raised' : Number(val) <= -raisedBy ? 'lowered' : undefined),
    rStyle: ({ val = '' }) => raiseRun(context.styles.get(val)?.raise),
    pStyle({ val }) {
      const paragraph = blocks.paragraph();
      if (paragraph !== undefined) paragraph.style = val;
    },
    framePr({ dropCap }) {
      const paragraph = blocks.paragraph();
      if (paragraph !== undefined && dropCap !== undefined && dropCap !== 'none') paragraph.isDropCap = true;
    },
    gridSpan: ({ val = '1' }) => span(Number(val)),
    vMerge: ({ val = 'continue' }) => continues(val),
    hMerge: ({ val = 'continue' }) => continues(val),
    gridBefore({ val = '0' }) {
      const row = blocks.row();
      if (row !== undefined) row.before = Math.min(Number(val) || 0, widestSpan);
    },
    textpath: ({ string = '' }) => blocks.putText(string),
    AlternateContent: () => alternatives.push({ taken: false, from: written }),
    footnote: openNote,
    endnote: openNote,
  };

  const closing: Readonly<Record<string, () => void>> = {
    p: () => blocks.closeParagraph(),
    r: () => runs.pop(),
    tbl: () => blocks.closeTable(),
    tr: () => blocks.closeRow(),
    tc: () => blocks.closeCell(),
    txbxContent: () => blocks.closeBody(),
    t: () => addRaised(words),
    ruby() {
      const ruby = rubies.pop();
      if (ruby !== undefined) add(ruby.reading === '' ? ruby.base : `${ruby.base}(${ruby.reading})`);
    },
    Choice() {
      const alternative = alternatives.at(-1);
      if (alternative !== undefined) alternative.taken ||= written > alternative.from;
    },
    AlternateContent: () => alternatives.pop(),
    footnote: closeNote,
    endnote: closeNote,
  };

  function raiseRun(raise: Raise | undefined): void {
    const run = path.at(-2) === 'rPr' && path.at(-3) === 'r' ? runs.at(-1) : undefined;
    if (run !== undefined) run.raise = raise ?? run.raise;
  }

  function strikeRun(value = '1'): void {
    const run = path.at(-2) === 'rPr' && path.at(-3) === 'r' ? runs.at(-1) : undefined;
    if (run !== undefined && value !== '0' && value !== 'false') run.isStruck = true;
  }

  function span(columns: number): void {
    const cell = blocks.cell();
    if (cell !== undefined && columns > 1) cell.span = Math.min(columns, widestSpan);
  }

  function continues(value: string): void {
    const cell = blocks.cell();
    if (cell !== undefined && value !== 'restart') cell.isContinued = true;
  }

  function openNote({ id = '', type = 'normal' }: Attributes): void {
    note = type === 'normal' ? id : undefined;
    blocks.openBody();
  }

  function closeNote(): void {
    const from = blocks.blocks.length;
    blocks.closeBody();
    const own = blocks.blocks.splice(from);
    if (note !== undefined) notes.set(note, own);
  }

  readXml(bytes, {
    open(name, attributes) {
      path.push(name);
      context.sees(name, attributes);
      const isSecondForm = (name === 'Fallback' || name === 'Choice') && alternatives.at(-1)?.taken === true;
      if (skipped > 0 || isSecondForm || (passedOver.has(name) && path.at(-2) !== 'rPr' && path.at(-2) !== 'trPr')) {
        skipped += 1;
        return;
      }
      opening[name]?.(attributes);
      fields.setting(name, attributes.val);
    },
    text(piece) {
      if (path.at(-1) !== 't') return;
      if (skipped === 0) words += piece;
      else if (path.includes('oMath')) equation = `${equation} ${piece}`;
    },
    close(name) {
      path.pop();
      if (name === 'oMath') {
        context.equation(equation.trim());
        equation = '';
      }
      if (skipped > 0) skipped -= 1;
      else closing[name]?.();
    },
  });
  blocks.finish();
  return { blocks: blocks.blocks, notes };
}

/** Columns that one cell may span; more is no table that anybody reads. */
const widestSpan = 100;

/** A character of a symbol font, in the private range or at its own number. */
function symbol(font: string, char: string): string {
  const code = Number.parseInt(char, 16);
  if (Number.isNaN(code)) return '';
  return hex(font, char.slice(-2))?.string ?? (code >= 0xf000 && code <= 0xf0ff ? String.fromCodePoint(code - 0xf000) : String.fromCodePoint(code));
}
