// A report as a Word document: styles, real footnotes, tables and lists. The same content gives the same bytes.
import { buffer } from 'node:stream/consumers';
import MarkdownIt, { type Token } from 'markdown-it';
import { ZipFile } from 'yazl';
import { panelOf } from '../../../../../shared/features/reports/blocks.ts';
import type { LockView } from '../../../../../shared/features/reports/contract.ts';
import { markupText } from '../../../../../shared/markup-text.ts';
import { locksById, type OutContent, withPrinted } from './content.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const pack = 'http://schemas.openxmlformats.org/package/2006';
const kind = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
/** The first day that a zip can tell, so that no file tells when it was made. */
const noDay = new Date(1980, 0, 1);

const markdown = new MarkdownIt({ html: false, linkify: false });
markdown.disable('image');

export async function toDocx(content: OutContent): Promise<Uint8Array> {
  const zip = new ZipFile();
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(text, 'utf8'), name, { mtime: noDay, forceDosTimestamp: true });
  add('[Content_Types].xml', contentTypes);
  add('_rels/.rels', packageRelations);
  add('docProps/core.xml', coreXml(content));
  add('word/_rels/document.xml.rels', documentRelations);
  add('word/document.xml', documentXml(content));
  add('word/footnotes.xml', footnotesXml(content));
  add('word/styles.xml', stylesXml(content.view.lang));
  add('word/numbering.xml', numberingXml);
  zip.end();
  return await buffer(zip.outputStream);
}

/** Signs that no text holds stand for locks while Markdown is read. */
const mark = /\uE000(\d+)\uE001/;

function documentXml(content: OutContent): string {
  const { view, words, sources, kept, why, open, evidence, from } = content;
  const locks = locksById(view);
  const cited: LockView[] = [];
  const met = new Set<number>();
  const writer = createWriter(cited, met);
  const body = view.blocks.map((block, at) => {
    const panel = block.kind === 'panel' ? panelOf(block.text) : undefined;
    if (panel !== undefined) return paragraph('Caption', run(`${words.figure} ${at + 1}. ${panel.caption || panel.panel}`));
    const text = withPrinted(block.text.replace(/[\uE000\uE001]/g, ''), locks, (lock) => `\uE000${cited.push(lock) - 1}\uE001`);
    return writer.blocks(block.kind === 'heading' ? `${'#'.repeat(block.level)} ${text}` : text);
  });
  const listed = (title: string, items: readonly string[]) =>
    items.length === 0 ? [] : [paragraph('Heading2', run(title)), ...items.map((item) => paragraph('ListParagraph', run(item)))];
  const parts = [
    ...body,
    ...listed(words.sources, sources),
    ...listed(
      words.kept,
      kept.map(({ printed, reason }) => `${printed}: ${reason}`),
    ),
    ...(why === undefined ? [] : [paragraph('Normal', run(`${words.unsettled}: ${why} (${open.join('; ')})`))]),
    ...listed(
      words.evidence,
      evidence.flatMap(({ lock, passages }) =>
        passages.map(({ words: { before, exact, after } }) => `${lock.printed}: ${`${before}[${exact}]${after}`.replace(/\s+/g, ' ')}`),
      ),
    ),
    paragraph('Footer', run(from)),
  ];
  return `${head}<w:document xmlns:w="${word}"><w:body>${parts.join('')}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>`;
}

function createWriter(cited: readonly LockView[], met: Set<number>) {
  /** A note that stood before is pointed to by its number. */
  function noted({ note }: LockView): string {
    if (note === null) return '';
    if (met.has(note)) return `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:t>${note}</w:t></w:r>`;
    met.add(note);
    return `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${note}"/></w:r>`;
  }

  function plain(text: string, look: string): string {
    return text
      .split(/(\uE000\d+\uE001)/)
      .map((part) => {
        const lock = mark.exec(part) === null ? undefined : cited[Number(mark.exec(part)![1])];
        return lock === undefined ? run(part, look) : run(lock.printed, look) + noted(lock);
      })
      .join('');
  }

  function inline(tokens: readonly Token[]): string {
    const looks: string[] = [];
    let out = '';
    for (const token of tokens) {
      if (token.type === 'strong_open') looks.push('<w:b/>');
      else if (token.type === 'em_open') looks.push('<w:i/>');
      else if (token.type === 'strong_close' || token.type === 'em_close') looks.pop();
      else if (token.type === 'softbreak') out += run(' ');
      else if (token.type === 'hardbreak') out += '<w:r><w:br/></w:r>';
      else if (token.content !== '') out += plain(token.content, looks.join(''));
    }
    return out;
  }

  function blocks(source: string): string {
    let out = '';
    let style = 'Normal';
    const lists: number[] = [];
    for (const token of markdown.parse(source, {})) {
      switch (token.type) {
        case 'heading_open':
          style = `Heading${token.tag.slice(1)}`;
          break;
        case 'heading_close':
          style = 'Normal';
          break;
        case 'blockquote_open':
          style = 'Quote';
          break;
        case 'blockquote_close':
          style = 'Normal';
          break;
        case 'bullet_list_open':
          lists.push(1);
          break;
        case 'ordered_list_open':
          lists.push(2);
          break;
        case 'bullet_list_close':
        case 'ordered_list_close':
          lists.pop();
          break;
        case 'table_open':
          out += '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/></w:tblPr>';
          break;
        case 'table_close':
          out += `</w:tbl>${paragraph('Normal', '')}`;
          break;
        case 'tr_open':
          out += '<w:tr>';
          break;
        case 'tr_close':
          out += '</w:tr>';
          break;
        case 'th_open':
        case 'td_open':
          out += '<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>';
          break;
        case 'th_close':
        case 'td_close':
          out += '</w:tc>';
          break;
        case 'inline': {
          const list = lists.at(-1);
          const numbered = list === undefined ? '' : `<w:numPr><w:ilvl w:val="${lists.length - 1}"/><w:numId w:val="${list}"/></w:numPr>`;
          out += paragraph(list === undefined ? style : 'ListParagraph', inline(token.children ?? []), numbered);
          break;
        }
        case 'fence':
        case 'code_block':
          out += token.content
            .trimEnd()
            .split('\n')
            .map((line) => paragraph('Code', plain(line, '')))
            .join('');
      }
    }
    return out;
  }

  return { blocks };
}

function footnotesXml({ notes }: OutContent): string {
  const separators = `<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`;
  const own = notes.map(
    ({ n, words }) =>
      `<w:footnote w:id="${n}">${paragraph('FootnoteText', `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>${run(` ${words}`)}`)}</w:footnote>`,
  );
  return `${head}<w:footnotes xmlns:w="${word}">${separators}${own.join('')}</w:footnotes>`;
}

function paragraph(style: string, runs: string, more = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${runs}</w:p>`;
}

function run(text: string, look = ''): string {
  if (text === '') return '';
  return `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${markupText(text)}</w:t></w:r>`;
}

function coreXml({ view, from }: OutContent): string {
  const title = view.title === '' ? view.name : view.title;
  return `${head}<cp:coreProperties xmlns:cp="${pack}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${markupText(title)}</dc:title><dc:description>${markupText(from)}</dc:description><dc:language>${view.lang}</dc:language></cp:coreProperties>`;
}

function stylesXml(language: string): string {
  const style = (id: string, name: string, more: string, based = 'Normal') =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${id === 'Normal' ? '' : `<w:basedOn w:val="${based}"/>`}<w:qFormat/>${more}</w:style>`;
  const headings = [1, 2, 3, 4, 5, 6].map((level) =>
    style(
      `Heading${level}`,
      `heading ${level}`,
      `<w:pPr><w:keepNext/><w:spacing w:before="${400 - level * 40}" w:after="120"/><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="${40 - level * 4}"/></w:rPr>`,
    ),
  );
  const tongue = { en: 'en-GB', ru: 'ru-RU', zh: 'zh-CN' }[language] ?? 'en-GB';
  return `${head}<w:styles xmlns:w="${word}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri" w:eastAsia="SimSun"/><w:sz w:val="22"/><w:lang w:val="${tongue}" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>${[
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>`,
    ...headings,
    style('Quote', 'Quote', '<w:pPr><w:ind w:left="567"/></w:pPr><w:rPr><w:i/></w:rPr>'),
    style('ListParagraph', 'List Paragraph', '<w:pPr><w:spacing w:after="60"/></w:pPr>'),
    style('Caption', 'caption', '<w:rPr><w:i/><w:sz w:val="18"/></w:rPr>'),
    style(
      'Code',
      'Code',
      '<w:pPr><w:spacing w:after="0"/></w:pPr><w:rPr><w:rFonts w:ascii="Consolas" w:hAnsi="Consolas"/><w:sz w:val="19"/></w:rPr>',
    ),
    style('Footer', 'footer', '<w:pPr><w:spacing w:before="400"/></w:pPr><w:rPr><w:sz w:val="16"/></w:rPr>'),
    style('FootnoteText', 'footnote text', '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr>'),
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders></w:tblPr></w:style>',
  ].join('')}</w:styles>`;
}

const levels = (format: string, text: (level: number) => string) =>
  [0, 1, 2, 3, 4, 5, 6, 7, 8]
    .map(
      (level) =>
        `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text(level)}"/><w:pPr><w:ind w:left="${(level + 1) * 425}" w:hanging="425"/></w:pPr></w:lvl>`,
    )
    .join('');
const numberingXml = `${head}<w:numbering xmlns:w="${word}"><w:abstractNum w:abstractNumId="1">${levels('bullet', () => '•')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${levels('decimal', (level) => `%${level + 1}.`)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`;
const contentTypes = `${head}<Types xmlns="${pack}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${kind}.document.main+xml"/><Override PartName="/word/footnotes.xml" ContentType="${kind}.footnotes+xml"/><Override PartName="/word/styles.xml" ContentType="${kind}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${kind}.numbering+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;
const packageRelations = `${head}<Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${office}/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${pack}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;
const documentRelations = `${head}<Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${office}/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${office}/relationships/footnotes" Target="footnotes.xml"/><Relationship Id="rId3" Type="${office}/relationships/numbering" Target="numbering.xml"/></Relationships>`;
