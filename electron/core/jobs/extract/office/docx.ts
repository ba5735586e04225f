// Word documents: paragraphs, rows of tables, boxes and notes in the order of the file. The zip was looked through before; no
// other file is read and no picture is taken. What is not in the text is named.

import { AppError } from '../../../../../shared/errors.ts';
import type { Dropped } from '../../../../../shared/features/sources/model.ts';
import { type Message, message } from '../../../../../shared/message.ts';
import { type Extracted, type ExtractRequest, normaliseText, nothingKnown } from '../extracted.ts';
import { paragraphsOf } from '../html/paragraphs.ts';
import { docxType } from '../media-type.ts';
import type { CheckedZip } from './check-zip.ts';
import { coreProperties, createdDay } from './core-properties.ts';
import { leftOutOf } from './left-out.ts';
import { mainPart, type Parts, type Relation, relationsOf } from './relations.ts';
import type { WordBlock } from './word/blocks.ts';
import { type PartContext, readPart } from './word/read-part.ts';
import { readStyles, type WordStyles } from './word/styles.ts';

export async function extractDocx({ name }: ExtractRequest, zip: CheckedZip): Promise<Extracted> {
  const core = zip.kept.get('docProps/core.xml');
  const properties = coreProperties(core);
  const created = createdDay(core);
  const { blocks, styles, dropped, warnings } = read(name, zip);
  return {
    ...nothingKnown,
    ...properties,
    title: properties.title ?? titleOf(blocks, styles),
    text: normaliseText(paragraphsOf(blocks.map((block) => block.text))),
    mediaType: docxType,
    extractor: 'docx-2',
    dropped: [...dropped, ...leftOutOf(zip.names, parts)],
    warnings: [...(created === null ? [] : [message('reading:warning.madeOn', { date: { period: created } })]), ...warnings],
  };
}

interface ReadDocument {
  readonly blocks: readonly WordBlock[];
  readonly styles: WordStyles;
  readonly dropped: readonly Dropped[];
  readonly warnings: readonly Message[];
}

function read(name: string, { kept }: CheckedZip): ReadDocument {
  try {
    return readDocument(kept);
  } catch (error) {
    throw new AppError('unreadable', 'reading.damaged', { name, reason: error instanceof Error ? error.message : String(error) });
  }
}

function readDocument(kept: Parts): ReadDocument {
  const main = mainPart(kept, 'word/document.xml');
  const bytes = kept.get(main);
  if (bytes === undefined) throw new Error('its main part is missing');
  const relations = relationsOf(kept, main);
  const partsOf = (type: string) => relations.filter((relation) => relation.type === type && kept.has(relation.target));
  const bytesOf = (type: string) => kept.get(partsOf(type)[0]?.target ?? '');
  const styles = readStyles(bytesOf('styles'));
  const seen = createFindings(relations);
  const noted: string[] = [];
  const context: PartContext = {
    styles,
    sees: seen.see,
    equation: seen.equation,
    noteNumber(kind, id) {
      const key = `${kind} ${id}`;
      if (!noted.includes(key)) noted.push(key);
      return noted.indexOf(key) + 1;
    },
  };
  const { blocks } = readPart(bytes, context);
  const notesOf = (kind: string) => notesIn(bytesOf(`${kind}s`), context, kind);
  const notes = new Map([...notesOf('footnote'), ...notesOf('endnote')]);
  const noteBlocks = noted.flatMap((key, index) => numbered(notes.get(key) ?? [], index + 1));
  const beside = besideText.flatMap(([type, what]) => partsOf(type).flatMap(({ target }) => leftOutText(kept.get(target)!, context, what)));
  return { blocks: [...blocks, ...noteBlocks], styles, dropped: [...beside, ...seen.dropped()], warnings: seen.warnings() };
}

function notesIn(bytes: Buffer | undefined, context: PartContext, kind: string): (readonly [string, readonly WordBlock[]])[] {
  if (bytes === undefined) return [];
  return [...readPart(bytes, context).notes].map(([id, blocks]) => [`${kind} ${id}`, blocks] as const);
}

function numbered([first, ...others]: readonly WordBlock[], number: number): WordBlock[] {
  return first === undefined ? [] : [{ ...first, text: `[${number}] ${first.text}` }, ...others];
}

/** Parts whose words stand beside the text: they are left out and shown. */
const besideText: readonly (readonly [type: string, what: string])[] = [
  ['header', 'reading:leftOut.pageHeaders'],
  ['footer', 'reading:leftOut.pageFooters'],
  ['comments', 'reading:leftOut.comments'],
  ['diagramData', 'reading:leftOut.diagrams'],
];

function leftOutText(bytes: Buffer, context: PartContext, what: string): Dropped[] {
  try {
    const { blocks } = readPart(bytes, { ...context, sees: () => undefined, equation: () => undefined });
    const text = blocks.map((block) => block.text).join(' · ');
    return text === '' ? [] : [{ what: message(what), text: text.slice(0, mostChars) }];
  } catch {
    // A broken part beside the text is no reason to refuse it.
    return [{ what: message(what), text: '' }];
  }
}

const mostChars = 500;

/** What the text holds, or should, beside its words. */
function createFindings(relations: readonly Relation[]) {
  const known = new Set(relations.map((relation) => relation.id));
  const seen = new Set<string>();
  const equations: string[] = [];
  let brokenLinks = 0;
  return {
    equation: (words: string): void => void equations.push(words),
    see(name: string, { id, val }: Readonly<Record<string, string>>): void {
      if (name === 'hyperlink' && id !== undefined && !known.has(id)) brokenLinks += 1;
      if (val !== '0' && val !== 'false') seen.add(name);
    },
    dropped: (): Dropped[] => [
      ...(equations.length > 0 ? [{ what: message('reading:leftOut.equations'), text: equations.join(' · ').slice(0, mostChars) }] : []),
      ...(seen.has('altChunk') ? [{ what: message('reading:leftOut.importedParts'), text: '' }] : []),
    ],
    warnings: (): Message[] => [
      ...(seen.has('ins') || seen.has('del') || seen.has('moveTo') ? [message('reading:warning.trackedChanges')] : []),
      ...(seen.has('strike') || seen.has('dstrike') ? [message('reading:warning.struckOut')] : []),
      ...(seen.has('vanish') ? [message('reading:warning.hiddenText')] : []),
      ...(brokenLinks > 0 ? [message('reading:warning.brokenLinks', { count: brokenLinks })] : []),
    ],
  };
}

/** The paragraph that Word calls the title, else the first heading of the first level. */
function titleOf(blocks: readonly WordBlock[], styles: WordStyles): string | null {
  const nameOf = ({ style = '' }: WordBlock) => (styles.get(style)?.name ?? style.replace(/(\d)$/, ' $1')).toLowerCase();
  const titled = blocks.find((block) => nameOf(block) === 'title') ?? blocks.find((block) => nameOf(block) === 'heading 1');
  return titled?.text ?? null;
}

const parts: readonly (readonly [RegExp, string])[] = [
  [/^word\/media\//, 'reading:leftOut.pictures'],
  [/^word\/charts\//, 'reading:leftOut.charts'],
  [/^word\/embeddings\//, 'reading:leftOut.embeddedFiles'],
  [/^word\/vbaProject\.bin$/, 'reading:leftOut.macros'],
];
