// What readers wrote onto a page of a PDF and what its forms hold is no part of its text; it is listed. A choice is told by
// the words that its reader sees, not by the value that the form keeps for it.
import type { PDFPageProxy } from 'pdfjs-dist';
import type { Dropped } from '../../../../../shared/features/sources/model.ts';
import { message } from '../../../../../shared/message.ts';

interface Annotation {
  readonly fieldType?: string;
  readonly fieldName?: string;
  readonly fieldValue?: unknown;
  readonly options?: readonly { readonly exportValue?: string | null; readonly displayValue?: string | null }[];
  readonly checkBox?: boolean;
  readonly radioButton?: boolean;
  readonly buttonValue?: string | null;
  readonly exportValue?: string;
  readonly contentsObj?: { readonly str?: string };
}

const mostChars = 500;

export async function notesOf(page: PDFPageProxy): Promise<Dropped[]> {
  const annotations = (await page.getAnnotations()) as readonly Annotation[];
  return annotations.flatMap((annotation) => {
    const text = [fieldText(annotation), annotation.contentsObj?.str ?? ''].find((words) => words.trim() !== '');
    return text === undefined
      ? []
      : [{ what: message('reading:leftOut.noteOnPage', { page: page.pageNumber }), text: text.trim().slice(0, mostChars) }];
  });
}

function fieldText(annotation: Annotation): string {
  const { fieldValue, options = [], checkBox, radioButton } = annotation;
  if (checkBox === true || radioButton === true) return isChosen(annotation) ? named(annotation, '☒') : '';
  const values = [fieldValue].flat().filter((value): value is string => typeof value === 'string' && value !== '');
  const words = values.map((value) => options.find((option) => option.exportValue === value)?.displayValue || value).join(', ');
  return words === '' ? '' : options.length > 0 ? named(annotation, words) : words;
}

function isChosen({ checkBox, fieldValue, exportValue, buttonValue }: Annotation): boolean {
  if (typeof fieldValue !== 'string' || fieldValue === '' || fieldValue === 'Off') return false;
  return checkBox === true ? exportValue === undefined || fieldValue === exportValue : fieldValue === buttonValue;
}

/** With the name of its field, which says what was chosen. */
function named({ fieldName = '', buttonValue }: Annotation, words: string): string {
  const name = [fieldName, buttonValue ?? ''].filter((part) => part !== '').join(' ');
  return name === '' ? words : `${name}: ${words}`;
}
