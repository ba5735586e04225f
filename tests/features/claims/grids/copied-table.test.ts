// A block that is copied out of a grid, as spreadsheets take it.
import { describe, expect, it } from 'vitest';
import { toHtml } from '../../../../renderer/ui/data-grid/clipboard.ts';
import { copiedTable } from '../../../../renderer/ui/data-grid/range-actions.ts';

const rows = [
  { id: 'a', name: '=HYPERLINK("x")', value: '40k', full: '40000' },
  { id: 'b', name: 'Plant <b>', value: '> 5', full: undefined },
];
const columns = [
  { id: 'name', title: 'Subject', width: 1, text: (row: (typeof rows)[number]) => row.name },
  { id: 'value', title: 'Value', width: 1, text: (row: (typeof rows)[number]) => row.value, number: (row: (typeof rows)[number]) => row.full },
];

describe('a copied block', () => {
  const items = [
    { type: 'group' as const, id: 'g', label: 'Group', detail: '', count: 2 },
    ...rows.map((row) => ({ type: 'row' as const, id: row.id, row })),
  ];
  const { heads, rows: cells } = copiedTable(items, columns);
  it('has the heads of its columns and no group heads', () => {
    expect(heads).toEqual(['Subject', 'Value']);
    expect(cells).toHaveLength(2);
  });
  it('tells numbers in full as numbers, and keeps words as words', () => {
    const html = toHtml(heads, cells);
    expect(html).toContain('sdval="40000"');
    expect(html).toContain('x:num="40000">40000</td>');
    expect(html).toContain('&gt; 5</td>');
  });
  it('lets no text run as a formula or as markup', () => {
    const html = toHtml(heads, cells);
    expect(html).toContain('<td x:str style="mso-number-format:\'\\@\'">=HYPERLINK');
    expect(html).not.toContain('<b>');
  });
});
