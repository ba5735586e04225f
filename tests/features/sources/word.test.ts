import { describe, expect, it } from 'vitest';
import { read } from '../../helpers/extracting.ts';
import { docxEntries, docxParagraph, type MadeEntry, makeZip } from '../../helpers/made-zip.ts';

const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const box = (text: string) => `<w:txbxContent>${docxParagraph(text)}</w:txbxContent>`;
const raised = (text: string) => run(text, '<w:vertAlign w:val="superscript"/>');
const lowered = (text: string) => run(text, '<w:vertAlign w:val="subscript"/>');
const field = (instruction: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

async function readBody(body: string, others: readonly MadeEntry[] = []) {
  return read('a.docx', await makeZip([...docxEntries(body), ...others]));
}

async function expectTexts(cases: readonly (readonly [content: string, text: string])[]): Promise<void> {
  const read = await Promise.all(cases.map(async ([content]) => [content, (await readBody(paragraph(content))).text]));
  expect(read).toEqual(cases);
}

describe('the runs of a Word document', () => {
  it('are in the text whatever holds them', async () => {
    const held = (name: string) => `${run('sold ')}<w:${name}>${run('4,150')}</w:${name}>${run(' cars')}`;
    const holders = 'fldSimple smartTag customXml bdo dir hyperlink sdt ins moveTo unknownHolder'.split(' ');
    await expectTexts(holders.map((name) => [held(name), 'sold 4,150 cars'] as const));
    await expectTexts([
      [`<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${run('Продано 120')}</w:sdtContent></w:sdt>`, 'Продано 120'],
      [`<w:fldSimple w:instr="SEQ"><w:hyperlink><w:bdo>${run('第三季度')}</w:bdo></w:hyperlink></w:fldSimple>`, '第三季度'],
      [`${run('kept ')}<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:moveFrom>${run('moved')}</w:moveFrom>`, 'kept'],
    ]);
  });

  it('are results of fields, never their instructions', async () => {
    const inner = field('MERGEFIELD x', run('secret'));
    await expectTexts([
      [field('=SUM(ABOVE)', run('5,200')), '5,200'],
      [field('IF', run('да')), 'да'],
      [
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>${inner}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('shown')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
        'shown',
      ],
      [
        `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="north"/><w:listEntry w:val="south"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
        'south',
      ],
      [
        `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>${run(' yes')}`,
        '☒ yes',
      ],
    ]);
  });

  it('have readings in brackets behind the words that they are readings of', async () => {
    const ruby = (base: string, reading: string) =>
      `<w:r><w:ruby><w:rubyPr><w:hps w:val="8"/></w:rubyPr><w:rt>${run(reading)}</w:rt><w:rubyBase>${run(base)}</w:rubyBase></w:ruby></w:r>`;
    await expectTexts([
      [`${run('In ')}${ruby('奇瑞', 'qí ruì')}${run(' sold 900')}`, 'In 奇瑞(qí ruì) sold 900'],
      [ruby('東京', 'とうきょう'), '東京(とうきょう)'],
      [ruby('俄罗斯', ''), '俄罗斯'],
    ]);
  });

  it('that are raised or lowered are never glued to a number', async () => {
    await expectTexts([
      [`${run('415,000')}${raised('1')}${run(' cars')}`, '415,000¹ cars'],
      [`${run('10')}${raised('6')}`, '10⁶'],
      [`${run('10')}${raised('−')}${raised('3')}`, '10⁻³'],
      [`${run('95')}${raised('a')}${run(' тыс.')}`, '95^a тыс.'],
      [`${run('95')}${raised('1,2')}`, '95¹,²'],
      [`${run('95')}${raised('*')}`, '95*'],
      [`${run('1')}${raised('st')}${run(' of May')}`, '1st of May'],
      [`${run('2')}${raised('-й')}${run(' квартал')}`, '2-й квартал'],
      [`${run('CO')}${lowered('2')}`, 'CO₂'],
      [`${run('120 m')}${raised('3')}`, '120 m³'],
      [`${run('面积10万m')}${raised('2')}`, '面积10万m²'],
      [`${run('120')}${run('7', '<w:position w:val="8"/>')}`, '120⁷'],
      [`${run('120')}${run('7', '<w:rPrChange><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:rPrChange>')}`, '1207'],
    ]);
  });

  it('are raised by the style of the run too, and by the style that it rests on', async () => {
    const styles =
      '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="character" w:styleId="N"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style><w:style w:type="character" w:styleId="M"><w:basedOn w:val="N"/></w:style></w:styles>';
    const relation =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>';
    const others = [
      { name: 'word/styles.xml', content: styles },
      { name: 'word/_rels/document.xml.rels', content: relation },
    ];
    const body = `${run('300')}${run('4', '<w:rStyle w:val="M"/>')}`;
    expect((await readBody(paragraph(body), others)).text).toBe('300⁴');
  });

  it('have signs of symbol fonts, hyphens and breaks as a reader sees them', async () => {
    await expectTexts([
      ['<w:r><w:t>5 </w:t><w:sym w:font="Symbol" w:char="F0B1"/><w:t> 1</w:t></w:r>', '5 ± 1'],
      ['<w:r><w:t>long</w:t><w:noBreakHyphen/><w:t>term</w:t></w:r>', 'long\u2011term'],
      ['<w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r>', 'one\n\ntwo'],
      ['<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t></w:r>', 'one two'],
      ['<w:r><w:t>Lada</w:t><w:tab/><w:t>324</w:t><w:tab/><w:t>436</w:t></w:r>', 'Lada\t324\t436'],
    ]);
  });
});

describe('boxes in a Word document', () => {
  const pict = (shape: string) => `<w:r><w:pict>${shape}</w:pict></w:r>`;
  const drawing = (content: string) => `<w:r><w:drawing><wp:inline>${content}</wp:inline></w:drawing></w:r>`;
  const textbox = (text: string) => `<v:textbox>${box(text)}</v:textbox>`;

  it('of every kind are read behind the paragraph that holds them, each once', async () => {
    const wsp = (text: string) => `<wps:wsp><wps:txbx>${box(text)}</wps:txbx></wps:wsp>`;
    const shapes = 'shape rect roundrect oval arc curve line polyline image'
      .split(' ')
      .map((name) => pict(`<v:${name}>${textbox('Boxed 11')}</v:${name}>`));
    const contents = [
      ...shapes,
      pict(`<v:group><v:group><v:rect>${textbox('Boxed 11')}</v:rect></v:group></v:group>`),
      drawing(`<a:graphic>${wsp('Boxed 11')}</a:graphic>`),
      drawing(`<wpg:wgp><wpg:grpSp>${wsp('Boxed 11')}</wpg:grpSp></wpg:wgp>`),
      drawing(`<wpc:wpc>${wsp('Boxed 11')}</wpc:wpc>`),
      drawing('<a:sp><a:txBody><a:p><a:r><a:t>Boxed 11</a:t></a:r></a:p></a:txBody></a:sp>'),
      `<w:r><mc:AlternateContent><mc:Choice>${drawing(wsp('Boxed 11'))}</mc:Choice><mc:Fallback>${pict(`<v:shape>${textbox('Boxed 11')}</v:shape>`)}</mc:Fallback></mc:AlternateContent></w:r>`,
      `<w:r><mc:AlternateContent><mc:Choice/><mc:Fallback>${pict(`<v:shape>${textbox('Boxed 11')}</v:shape>`)}</mc:Fallback></mc:AlternateContent></w:r>`,
      pict('<v:shape><v:textpath string="Boxed 11"/></v:shape>'),
    ];
    for (const content of contents) {
      const body = `${paragraph(`${run('Before ')}${content}${run('after.')}`)}${docxParagraph('Next.')}`;
      expect((await readBody(body)).text, content).toBe('Before after.\n\nBoxed 11\n\nNext.');
    }
  });

  it('keep their tables, and stand in cells', async () => {
    const cell = (content: string) => `<w:tc>${content}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell(docxParagraph('a'))}${cell(docxParagraph('1'))}</w:tr></w:tbl>`;
    const boxed = pict(`<v:rect><v:textbox><w:txbxContent>${table}</w:txbxContent></v:textbox></v:rect>`);
    expect((await readBody(paragraph(boxed))).text).toBe('a\t1');
    const inCell = `<w:tbl><w:tr>${cell(docxParagraph('b'))}${cell(paragraph(run('2') + pict(`<v:rect>${textbox('note')}</v:rect>`)))}</w:tr></w:tbl>`;
    expect((await readBody(inCell)).text).toBe('b\t2 note');
  });

  it('that hold one large letter begin the paragraph that follows', async () => {
    const cap = (letter: string) => paragraph(run(letter), '<w:framePr w:dropCap="drop" w:lines="3"/>');
    for (const [letter, rest] of [
      ['D', 'ealers sold 95,000 cars.'],
      ['Д', 'илеры продали 95 000 машин.'],
      ['经', '销商售出9.5万辆。'],
    ])
      expect((await readBody(cap(letter!) + docxParagraph(rest!))).text).toBe(letter! + rest!);
  });
});

describe('what a Word document holds beside its text', () => {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const relations = (...all: string[]) => ({
    name: 'word/_rels/document.xml.rels',
    content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`,
  });
  const part = (name: string, root: string, content: string) => ({
    name: `word/${name}.xml`,
    content: `<w:${root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${content}</w:${root}>`,
  });

  it('is named with its words: heads and feet of pages, comments, diagrams', async () => {
    const { dropped } = await readBody(docxParagraph('Text.'), [
      relations(relation('a', 'header', 'header1.xml'), relation('b', 'footer', 'footer1.xml'), relation('c', 'comments', 'comments.xml')),
      part('header1', 'hdr', docxParagraph('Обзор рынка')),
      part('footer1', 'ftr', docxParagraph('页脚')),
      part('comments', 'comments', `<w:comment w:id="0">${docxParagraph('Check this.')}</w:comment>`),
    ]);
    expect(dropped).toEqual([
      { what: 'page headers', text: 'Обзор рынка' },
      { what: 'page footers', text: '页脚' },
      { what: 'comments', text: 'Check this.' },
    ]);
  });

  it('goes into it where it belongs there: notes, numbered as they are referred to', async () => {
    const reference = (kind: string, id: string) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const body = paragraph(`${run('Sold 95')}${reference('endnote', '7')}${run(' and 40')}${reference('footnote', '2')}${run('.')}`);
    const note = (kind: string, id: string, text: string) =>
      `<w:${kind} w:id="${id}">${paragraph(`<w:r><w:${kind}Ref/></w:r>${run(text)}`)}</w:${kind}>`;
    const { text } = await readBody(body, [
      relations(relation('a', 'footnotes', 'footnotes.xml'), relation('b', 'endnotes', 'endnotes.xml')),
      part(
        'footnotes',
        'footnotes',
        `<w:footnote w:type="separator" w:id="-1">${docxParagraph('-')}</w:footnote>${note('footnote', '2', 'Without lorries.')}`,
      ),
      part('endnotes', 'endnotes', note('endnote', '7', 'По данным союза.')),
    ]);
    expect(text).toBe('Sold 95[1] and 40[2].\n\n[1] По данным союза.\n\n[2] Without lorries.');
  });

  it('does not stop it: a link that leads nowhere, bytes behind the zip', async () => {
    const link = `${run('See ')}<w:hyperlink r:id="r9" xmlns:r="x">${run('the site')}</w:hyperlink>`;
    const made = await readBody(paragraph(link));
    expect([made.text, made.warnings]).toEqual([
      'See the site',
      ['One link leads nowhere: the file does not say where to. Its words are part of the text.'],
    ]);
    const zip = await makeZip(docxEntries(docxParagraph('Whole.')));
    for (const tail of ['\n', '\r\n\r\n', '\0\0\0\0', '--boundary--\r\n'.repeat(20)])
      expect((await read('a.docx', new Uint8Array(Buffer.concat([zip, Buffer.from(tail)])))).text).toBe('Whole.');
  });
});
