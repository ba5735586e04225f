// What the words around a cell of a data set say of its figure: the heads of its column, its row, the title of its table.
import type { Mention } from '../../../../shared/features/passages/finder/index.ts';
import type { CellSurroundings } from '../../../../shared/features/sources/layout.ts';

type ReadDates = (text: string) => readonly Mention[];

/** The period of a column, of a row or of the table; a month or a quarter of a year that stands elsewhere is one of that year. */
export function periodIn({ head, row, title }: CellSurroundings, read: ReadDates): Mention | undefined {
  const dateIn = (words: string) => read(words).find((mention) => mention.type === 'date' && mention.edtf !== null && mention.relative === false);
  const others = [...row, title];
  const year = others.map((words) => /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(words)?.[0]).find((found) => found !== undefined);
  const within = year === undefined || head === '' ? [] : [`${head} ${year}`, `${year}年${head}`];
  const own = dateIn(head) ?? within.map(dateIn).find((date) => date !== undefined && date.edtf !== year);
  return own ?? others.map(dateIn).find((date) => date !== undefined);
}

/** The words over a column without its period; where they name nothing but that, those of the title. */
export function measureIn({ head, title }: CellSurroundings, read: ReadDates): string | undefined {
  const named = [head, title].map((words) => withoutDates(words, read(words))).find((words) => /\p{L}{2}/u.test(words));
  return named ?? (/\p{L}/u.test(head) ? head : undefined);
}

function withoutDates(words: string, mentions: readonly Mention[]): string {
  const points = [...words];
  for (const { start, end } of mentions.filter((mention) => mention.type === 'date').toReversed()) points.splice(start, end - start);
  return points
    .join('')
    .replace(/[\s,;:()–—-]+$|^[\s,;:()–—-]+/g, '')
    .replace(/\s+/g, ' ');
}
