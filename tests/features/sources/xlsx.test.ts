import { describe, expect, it } from 'vitest';
import { read, refusal } from '../../helpers/extracting.ts';
import { makeXlsx } from '../../helpers/made-xlsx.ts';

const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

describe('the cells of a spreadsheet', () => {
  const one = async (cell: string, more: { strings?: string; formats?: readonly string[]; is1904?: boolean } = {}) =>
    (await read('a.xlsx', await makeXlsx({ sheets: [{ name: 'S', rows: [[inline('a'), cell, inline('z')]] }], ...more }))).text.split('\t').at(-2);

  it('are empty where they hold nothing, whatever they say they hold', async () => {
    const strings = '<si><t>first</t></si>';
    const empty = [
      '<c t="s"><v></v></c>',
      '<c t="s"><v/></c>',
      '<c t="s"/>',
      '<c><v></v></c>',
      '<c t="inlineStr"/>',
      '<c t="b"><v/></c>',
      '<c t="str"><v></v></c>',
      '<c t="str"><f>A1</f><v></v></c>',
      '<c s="1"/>',
    ];
    for (const cell of empty) expect(await one(cell, { strings }), cell).toBe('');
    expect(await one('<c t="s"><v>0</v></c>', { strings })).toBe('first');
    expect(await one('<c t="s"><v>7</v></c>', { strings })).toBe('');
  });

  it('hold words of several runs, without readings, raised digits told apart', async () => {
    const cases: readonly (readonly [item: string, text: string])[] = [
      ['<si><r><t>Bei</t></r><r><rPr><b/></rPr><t>jing</t></r></si>', 'Beijing'],
      ['<si><t>奇瑞</t><rPh sb="0" eb="2"><t>qi rui</t></rPh><phoneticPr fontId="1"/></si>', '奇瑞'],
      ['<si><r><t>415,000</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></si>', '415,000¹'],
      ['<si><r><t>10</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>6</t></r><r><t> шт.</t></r></si>', '10⁶ шт.'],
      ['<si><r><t>CO</t></r><r><rPr><vertAlign val="subscript"/></rPr><t>2</t></r></si>', 'CO₂'],
      ['<si><t>a_x0041_b &amp; c</t></si>', 'aAb & c'],
      ['<si><t xml:space="preserve"> Ёлка </t></si>', ' Ёлка '],
    ];
    for (const [strings, text] of cases) expect(await one('<c t="s"><v>0</v></c>', { strings }), strings).toBe(text);
  });

  it('hold dates that the file writes as dates, and days by either calendar', async () => {
    const formats = ['dd.mm.yyyy', '[h]:mm'];
    expect(await one('<c t="d"><v>2023-09-07</v></c>')).toBe('2023-09-07');
    expect(await one('<c t="d" s="1"><v>2023-09-07T00:00:00</v></c>', { formats })).toBe('2023-09-07');
    expect(await one('<c t="d"><v>2023-09-07T18:30:00.000Z</v></c>')).toBe('2023-09-07 18:30:00');
    expect(await one('<c t="d"><v>someday</v></c>')).toBe('someday');
    expect(await one('<c s="1"><v>43714</v></c>', { formats, is1904: true })).toBe('2023-09-07');
    expect(await one('<c t="d" s="1"><v>2023-09-07</v></c>', { formats, is1904: true })).toBe('2023-09-07');
    expect(await one('<c s="2"><v>1.5</v></c>', { formats, is1904: true })).toBe('36:00');
  });

  it('show errors, truths and the results of formulas', async () => {
    expect(await one('<c t="e"><f>1/0</f><v>#DIV/0!</v></c>')).toBe('#DIV/0!');
    expect(await one('<c t="b"><v>1</v></c>')).toBe('TRUE');
    expect(await one('<c t="str"><f>A1</f><v>1,5 млн</v></c>')).toBe('1,5 млн');
    expect(await one('<c><f>1+1</f><v>2</v></c>')).toBe('2');
  });

  it('stand in their columns and rows, also where the file leaves their names out', async () => {
    const rows = '<row><c r="B1"><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="D4"><v>3</v></c></row><row><c><v>4</v></c></row>';
    const { text, layout } = await read('a.xlsx', await makeXlsx({ sheets: [{ name: 'S', rows }] }));
    expect(text).toBe('\t1\t2\n\t\t\t3\n4');
    expect(layout?.kind === 'sheets' && layout.sheets[0]!.rows).toEqual([
      [0, 1],
      [1, 4],
    ]);
  });
});

describe('a formula without a stored result', () => {
  it('is shown as a hole and named with its cell', async () => {
    const rows = [
      [inline('total'), '<c r="B1"><f>SUM(B2:B3)</f></c>'],
      ['<c r="A2" t="n"><f t="shared" si="0"/><v/></c>', '<c r="B2"><v>5</v></c>'],
    ];
    const { text, dropped, warnings } = await read('a.xlsx', await makeXlsx({ sheets: [{ name: 'Итог', rows }] }));
    expect(text).toBe('total\t=…\n=…\t5');
    expect(dropped.map((one) => one.text)).toEqual(['Итог!B1: =SUM(B2:B3)', 'Итог!A2: =']);
    expect(warnings.join(' ')).toContain('B1 and A2');
  });
});

describe('what stands in a spreadsheet beside its tables', () => {
  const table = { name: 'Data', rows: [[inline('share'), '<c s="1"><v>0.39</v></c>']] };

  it('is left out by name: sheets of charts, macros and dialogs, while the tables keep their formats', async () => {
    const others = [
      { name: 'Chart', type: 'chartsheet', rows: '' },
      { name: 'Макрос', type: 'xlMacrosheet', rows: '' },
      { name: '对话', type: 'dialogsheet', rows: '' },
    ];
    for (const sheets of [
      [table, ...others],
      [...others, table],
    ]) {
      const { text, dropped, warnings } = await read('a.xlsx', await makeXlsx({ sheets, formats: ['0.0%'] }));
      expect([text, warnings]).toEqual(['share\t39%', []]);
      expect(dropped.map(({ what, text: name }) => `${what} ${name}`)).toEqual(['chart sheet Chart', 'macro sheet Макрос', 'dialog sheet 对话']);
    }
    expect(await refusal('a.xlsx', await makeXlsx({ sheets: others }))).toMatchObject({ code: 'unreadable' });
  });

  it('is listed where people wrote it: notes and threads, wherever the package keeps them', async () => {
    const note = (ref: string, text: string) =>
      `<comments><commentList><comment ref="${ref}"><text><r><t>${text}</t></r></text></comment></commentList></comments>`;
    const relation = (target: string) =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="${target}"/></Relationships>`;
    for (const [part, target] of [
      ['xl/comments1.xml', '../comments1.xml'],
      ['xl/comments/comment1.xml', '/xl/comments/comment1.xml'],
      ['xl/odd/notes.xml', '../odd/notes.xml'],
    ]) {
      const others = [
        { name: part!, content: note('B1', 'предварительно') },
        { name: 'xl/sheets/_rels/s0.xml.rels', content: relation(target!) },
        {
          name: 'xl/threadedComments/threadedComment1.xml',
          content: '<ThreadedComments><threadedComment ref="A1"><text>to be checked</text></threadedComment></ThreadedComments>',
        },
      ];
      const { dropped } = await read('a.xlsx', await makeXlsx({ sheets: [table], others }));
      expect(dropped.map((one) => one.text).toSorted(), part).toEqual(['A1: to be checked', 'Data!B1: предварительно']);
    }
  });

  it('is told: rows and columns that the file hides', async () => {
    const sheets = [{ ...table, rows: '<row r="1" hidden="1"><c><v>1</v></c></row><row><c><v>2</v></c></row>' }];
    expect((await read('a.xlsx', await makeXlsx({ sheets }))).warnings.join(' ')).toContain('hidden rows or columns');
  });

  it('does not hide a sheet whose XML is broken: the others are read', async () => {
    const sheets = [table, { name: 'Broken', rows: '<row><c><v>1</c></row>' }];
    const { text, warnings } = await read('a.xlsx', await makeXlsx({ sheets, formats: ['0%'] }));
    expect([text, warnings]).toEqual(['share\t39%', ['The sheet “Broken” cannot be read as a table; it was left out.']]);
  });
});
