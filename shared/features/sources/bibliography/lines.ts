// A source as a line of a list of references: APA (7th edition), GOST R 7.0.100-2018, GB/T 7714-2015. Templates of our own
// for what analysts cite: pages of the web, articles, reports, books, standards, data.
import { type CslItem, type CslName, edtfOf, peopleOf, textOf } from './csl.ts';

export const citationStyles = ['apa', 'gost', 'gbt'] as const;
export type CitationStyle = (typeof citationStyles)[number];

export function citationLine(item: CslItem, style: CitationStyle): string {
  const line = { apa: apaLine, gost: gostLine, gbt: gbtLine }[style](item);
  return line
    .replace(/\s+/g, ' ')
    .replace(/([.?!…])\./g, '$1')
    .trim();
}

const articles = new Set(['article-journal', 'article-magazine', 'article-newspaper', 'article', 'chapter', 'paper-conference', 'post-weblog']);

function initials(given: string | undefined, mark: string): string {
  return (given ?? '')
    .split(/[\s.]+/)
    .filter((part) => part !== '')
    .map((part) =>
      part
        .split('-')
        .map((piece) => `${[...piece][0]!.toUpperCase()}${mark}`)
        .join('-'),
    )
    .join(mark === '' ? '' : ' ');
}

function join(parts: readonly string[], by: string): string {
  return parts.filter((part) => part !== '').join(by);
}

// ---- APA ---------------------------------------------------------------------------------------------------------

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

function apaLine(item: CslItem): string {
  const names = peopleOf(item, 'author').map((name) =>
    name.family === undefined ? (name.literal ?? '') : join([name.family, initials(name.given, '.')], ', '),
  );
  const publisher = textOf(item, 'publisher');
  const authors = apaNames(names.length === 0 && publisher !== '' ? [publisher] : names);
  const title = `${textOf(item, 'title')}${articles.has(item.type) ? '' : apaForm(item)}.`;
  const when = `(${apaDate(edtfOf(item['issued']))}).`;
  const head = authors === '' ? `${title} ${when}` : `${authors.replace(/\.?$/, '.')} ${when} ${title}`;
  const container = textOf(item, 'container-title');
  const volume = `${textOf(item, 'volume')}${textOf(item, 'issue') === '' ? '' : `(${textOf(item, 'issue')})`}`;
  const within = join([container, volume, textOf(item, 'page').replace('-', '–')], ', ');
  const house = names.length === 0 || container !== '' || names.includes(publisher) ? '' : publisher;
  return join([head, within === '' ? '' : `${within}.`, house === '' ? '' : `${house}.`, apaLink(item)], ' ');
}

function apaNames(names: readonly string[]): string {
  if (names.length <= 1) return names[0] ?? '';
  if (names.length > 20) return `${names.slice(0, 19).join(', ')}, … ${names.at(-1)}`;
  return `${names.slice(0, -1).join(', ')}, & ${names.at(-1)}`;
}

function apaForm(item: CslItem): string {
  const number = textOf(item, 'number');
  if (item.type === 'dataset') return ' [Data set]';
  return number === '' ? '' : ` (${item.type === 'report' ? 'Report ' : ''}No. ${number})`;
}

function apaDate(edtf: string | undefined): string {
  const [year, month, day] = edtf?.split('-') ?? [];
  if (year === undefined) return 'n.d.';
  return join([year, join([months[Number(month) - 1] ?? '', day === undefined ? '' : String(Number(day))], ' ')], ', ');
}

function apaLink(item: CslItem): string {
  const doi = textOf(item, 'DOI');
  return doi === '' ? textOf(item, 'URL') : `https://doi.org/${doi}`;
}

// ---- GOST --------------------------------------------------------------------------------------------------------

function gostLine(item: CslItem): string {
  const people = peopleOf(item, 'author');
  const first = people[0];
  const heading = first?.family === undefined || people.length > 3 ? '' : `${join([first.family, initials(first.given, '.')], ', ')} `;
  const listed = people.map((name) => (name.family === undefined ? (name.literal ?? '') : join([initials(name.given, '.'), name.family], ' ')));
  const shown = listed.length > 4 ? `${listed.slice(0, 3).join(', ')} [и др.]` : listed.join(', ');
  const link = textOf(item, 'URL');
  const form = `Текст : ${link === '' ? 'непосредственный' : 'электронный'}`;
  const title = `${heading}${textOf(item, 'title')}${shown === '' ? '' : ` / ${shown}`}`;
  const container = textOf(item, 'container-title') || (item.type === 'webpage' ? textOf(item, 'publisher') : '');
  const head = container === '' ? title : `${title}. – ${form} // ${container}${item.type === 'webpage' ? ' : [сайт]' : ''}`;
  const year = edtfOf(item['issued']) ?? '';
  const imprint = container === '' ? gostImprint(item, year) : [gostDate(year, item.type)];
  const volume = join([prefixed('Т. ', textOf(item, 'volume')), prefixed('№ ', textOf(item, 'issue'))], ', ');
  const pages =
    prefixed('С. ', textOf(item, 'page').replace('-', '–')) ||
    join([textOf(item, 'number-of-pages'), textOf(item, 'number-of-pages') === '' ? '' : 'с'], ' ');
  const parts = [head, ...imprint, volume, pages, container === '' ? form : '', prefixed('DOI ', textOf(item, 'DOI')), gostLink(item)];
  return `${join(
    parts.map((part) => part.replace(/\.$/, '')),
    '. – ',
  )}.`;
}

function gostImprint(item: CslItem, year: string): string[] {
  const house = join([textOf(item, 'publisher-place'), textOf(item, 'publisher')], ' : ');
  return [join([house, gostDate(year, item.type)], ', ')];
}

/** A page of the web has its day, a book or a journal its year. */
function gostDate(edtf: string, type: string): string {
  const [year = '', month, day] = edtf.split('-');
  const isDaily = type === 'webpage' || type === 'article-newspaper' || type === 'post-weblog';
  return isDaily && month !== undefined ? join([day ?? '', month, year], '.') : year;
}

function gostLink(item: CslItem): string {
  const link = textOf(item, 'URL');
  const [year, month, day] = edtfOf(item['accessed'])?.split('-') ?? [];
  const seen = year === undefined ? '' : ` (дата обращения: ${join([day ?? '', month ?? '', year], '.')})`;
  return link === '' ? '' : `URL: ${link}${seen}`;
}

function prefixed(mark: string, text: string): string {
  return text === '' ? '' : `${mark}${text}`;
}

// ---- GB/T --------------------------------------------------------------------------------------------------------

const gbtMarks: Readonly<Record<string, string>> = {
  'article-journal': 'J',
  'article-magazine': 'J',
  'article-newspaper': 'N',
  'paper-conference': 'C',
  book: 'M',
  chapter: 'M',
  thesis: 'D',
  report: 'R',
  standard: 'S',
  patent: 'P',
  dataset: 'DB',
  webpage: 'EB',
};

function gbtLine(item: CslItem): string {
  const isChinese = /\p{Script=Han}/u.test(textOf(item, 'title'));
  const names = peopleOf(item, 'author').map(gbtName);
  const authors = names.length > 3 ? `${names.slice(0, 3).join(', ')}, ${isChinese ? '等' : 'et al'}` : names.join(', ');
  const link = textOf(item, 'URL');
  const mark = `[${gbtMarks[item.type] ?? 'Z'}${link === '' ? '' : '/OL'}]`;
  const issued = edtfOf(item['issued']) ?? '';
  const container = textOf(item, 'container-title');
  const number = textOf(item, 'number');
  const title = `${number === '' || item.type !== 'standard' ? '' : `${number} `}${textOf(item, 'title')}${mark}`;
  const volume = `${textOf(item, 'volume')}${textOf(item, 'issue') === '' ? '' : `(${textOf(item, 'issue')})`}`;
  const year = item.type === 'webpage' ? '' : issued.slice(0, item.type === 'article-newspaper' ? 10 : 4);
  const house = join([textOf(item, 'publisher-place'), textOf(item, 'publisher')], ': ');
  const place =
    container === '' ? join([item.type === 'webpage' ? textOf(item, 'publisher') : house, year], ', ') : join([container, year, volume], ', ');
  const pages = textOf(item, 'page') === '' ? '' : `: ${textOf(item, 'page')}`;
  const seen = edtfOf(item['accessed']) ?? '';
  const dates = `${item.type === 'webpage' && issued !== '' ? `(${issued})` : ''}${seen === '' ? '' : `[${seen}]`}`;
  const parts = [authors, title, `${place}${pages}${dates}`, link, prefixed('DOI: ', textOf(item, 'DOI'))];
  return `${join(parts, '. ')}.`;
}

/** Family names in capitals, given names as letters without points; names in Han stand as they are. */
function gbtName({ family, given, literal }: CslName): string {
  if (family === undefined) return literal ?? '';
  if (/\p{Script=Han}/u.test(family)) return `${family}${given ?? ''}`;
  return join([family.toUpperCase(), initials(given, '').split('').join(' ')], ' ');
}
