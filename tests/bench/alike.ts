// An edit in a workbook of many alike sources, until the list of sources is there again with its proposals of copies; against ten.
import { join } from 'node:path';
import type { BenchResult } from './bench.ts';
import { byTurns, timed } from './measure.ts';
import { type Desk, openDesk } from './workbooks.ts';

const defaultRows = 1000;
const fewRows = 10;
const pairs = 7;

export async function benchAlike(rows = defaultRows): Promise<BenchResult[]> {
  const desk = openDesk('alike');
  try {
    const [many, few] = [await shelfOf(desk, 'many', rows), await shelfOf(desk, 'few', fewRows)];
    const edits = await byTurns(pairs, many.edit, few.edit);
    const arrivals = await byTurns(pairs, many.add, few.add);
    return [
      { name: 'alike', ...edits, unit: 'ms', rows },
      { name: 'alike-added', ...arrivals, unit: 'ms', rows },
    ];
  } finally {
    desk.clear();
  }
}

async function shelfOf(desk: Desk, name: string, rows: number) {
  const app = desk.start();
  await app.createPath(join(desk.folder, `${name}.assay`));
  let texts = 0;
  const paste = () => {
    texts += 1;
    return app.ask('sources.paste', { text: pageText(texts), meta: { title: `Page ${texts}` } });
  };
  for (let nth = 0; nth < rows; nth += 1) await paste();
  const look = () => app.ask('sources.window', { count: fewRows });
  const { rows: shown } = await look();
  let edits = 0;
  return {
    edit: () =>
      timed(async () => {
        edits += 1;
        await app.ask('sources.update', { id: shown[0]!.id, patch: { note: `Read ${edits} times` } });
        await look();
      }),
    add: () =>
      timed(async () => {
        await paste();
        await look();
      }),
  };
}

/** One page of one house: most of its words stand on each. */
function pageText(nth: number): string {
  const common = Array.from({ length: 60 }, (_, at) => `Paragraph ${at} tells what the house sold in its district during the year before.`);
  return [...common, `This is page ${nth}, with sentence ${nth * 7919} of its own.`].join('\n');
}
