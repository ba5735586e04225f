// What people wrote beside cells: notes and threads, wherever the package keeps them.
import { posix } from 'node:path';
import type { Dropped } from '../../../../../../shared/features/sources/model.ts';
import { message } from '../../../../../../shared/message.ts';
import { type Parts, relationsOf } from '../../office/relations.ts';
import { readXml } from '../../office/xml.ts';
import type { SheetPart } from './package.ts';
import { createRichText } from './rich-text.ts';

const mostChars = 500;

export function cellComments(parts: Parts, sheets: readonly SheetPart[]): Dropped[] {
  const sheetOf = new Map<string, string>();
  for (const { name, part } of sheets)
    for (const { type, target } of part === undefined ? [] : relationsOf(parts, part)) if (/comment/i.test(type)) sheetOf.set(target, name);
  return [...parts.keys()]
    .filter((part) => isCommentPart(part) || sheetOf.has(part))
    .flatMap((part) => {
      const sheet = sheetOf.get(part);
      return commentsIn(parts.get(part)!).map(({ cell, words }) => ({
        what: message('reading:leftOut.cellComment'),
        text: `${sheet === undefined ? '' : `${sheet}!`}${cell}: ${words}`.slice(0, mostChars),
      }));
    });
}

function isCommentPart(part: string): boolean {
  return /comment/i.test(posix.basename(part)) && part.endsWith('.xml');
}

interface Comment {
  readonly cell: string;
  readonly words: string;
}

function commentsIn(bytes: Buffer): Comment[] {
  const found: Comment[] = [];
  const rich = createRichText();
  let cell: string | undefined;
  const end = () => {
    const words = rich.end().replace(/\s+/g, ' ').trim();
    if (cell !== undefined && words !== '') found.push({ cell, words });
    cell = undefined;
  };
  try {
    readXml(bytes, {
      open(name, attributes) {
        if (name === 'comment' || name === 'threadedComment') {
          cell = attributes.ref ?? '';
          rich.begin();
        } else if (name === 'text' && !('xml' in attributes)) rich.open('t', attributes);
        else rich.open(name, attributes);
      },
      text: rich.text,
      close(name) {
        if (name === 'comment' || name === 'threadedComment') end();
        else rich.close(name === 'text' ? 't' : name);
      },
    });
  } catch {
    // Broken comments are no reason to refuse the sheet.
  }
  return found;
}
