// What a page said beside its article, named by where it stood.
import type { Dropped } from '../../../../../shared/features/sources/model.ts';
import { message } from '../../../../../shared/message.ts';
import type { Block } from './blocks.ts';

/** A block of the whole page, and the key of what its place on the page is called. */
export interface PlacedBlock {
  readonly text: string;
  readonly place: string;
}

const mostListed = 300;
const mostChars = 500;

/** What is written in the markup comes before what class names suggest; the first of these that holds a block names its place. */
const places: readonly (readonly [isHere: (element: Element) => boolean, place: string])[] = [
  [(element) => element.nodeName === 'NAV' || /^(navigation|menu|menubar)$/.test(roleOf(element)), 'reading:leftOut.menu'],
  [(element) => element.nodeName === 'FOOTER' || roleOf(element) === 'contentinfo', 'reading:leftOut.pageFoot'],
  [(element) => element.nodeName === 'FORM' || roleOf(element) === 'search', 'reading:leftOut.form'],
];

function roleOf(element: Element): string {
  return element.getAttribute('role') ?? '';
}

const named: readonly (readonly [RegExp, string])[] = [
  [/cookie|consent|gdpr/i, 'reading:leftOut.cookieNotice'],
  [/breadcrumb|(^|[-_ ])(menu|nav(bar|igation)?|toolbar)([-_ ]|$)/i, 'reading:leftOut.menu'],
  [
    /related|recommend|read-?(more|also|next)|more-(stories|news|on)|(prev|next)(ious)?-?(article|post|story)|also-?like|trending|popular|outbrain|taboola/i,
    'reading:leftOut.otherArticles',
  ],
  [/comment|disqus|respon[ds]/i, 'reading:leftOut.comments'],
  [/newsletter|subscri|sign-?up|paywall|regwall/i, 'reading:leftOut.subscribe'],
  [/share|social|follow-?us/i, 'reading:leftOut.share'],
  [/advert|sponsor|promo|(^|[-_ ])ads?([-_ ]|$)|banner/i, 'reading:leftOut.advertisement'],
  [/by-?line|author|publish(ed)?|dateline|timestamp/i, 'reading:leftOut.byline'],
  [/caption|credit/i, 'reading:leftOut.caption'],
  [/footer|copyright/i, 'reading:leftOut.pageFoot'],
  [/sidebar|widget/i, 'reading:leftOut.sidebar'],
  [/masthead|site-?header/i, 'reading:leftOut.pageHead'],
];

export function placedBlocks(blocks: readonly Block[]): PlacedBlock[] {
  const known = new Map<Element, Surroundings>();
  return blocks.map(({ text, element }) => ({ text, place: placeIn(surroundingsOf(element, known)) }));
}

/** What holds an element, itself included; the same for all blocks in it, and so found out once. */
interface Surroundings {
  /** Index in `places` of the first kind that holds it. */
  readonly markup: number;
  /** By the nearest name that tells something. */
  readonly named: string | undefined;
  readonly isAside: boolean;
  readonly isInHeader: boolean;
}

const nothingAround: Surroundings = { markup: places.length, named: undefined, isAside: false, isInHeader: false };

/** Pages may be nested deeper than the call stack allows. */
function surroundingsOf(element: Element, known: Map<Element, Surroundings>): Surroundings {
  const path: Element[] = [];
  let at: Element | null = element;
  for (; at !== null && !known.has(at); at = at.parentElement) path.push(at);
  let around = at === null ? nothingAround : known.get(at)!;
  for (const one of path.reverse()) {
    around = within(one, around);
    known.set(one, around);
  }
  return around;
}

function within(element: Element, around: Surroundings): Surroundings {
  const own = places.findIndex(([isHere]) => isHere(element));
  const words = element.nodeName === 'BODY' || element.nodeName === 'HTML' ? '' : `${element.getAttribute('class') ?? ''} ${element.id}`;
  const byName = words.trim() === '' ? undefined : named.find(([pattern]) => pattern.test(words))?.[1];
  return {
    markup: own < 0 ? around.markup : Math.min(own, around.markup),
    named: byName ?? around.named,
    isAside: around.isAside || element.nodeName === 'ASIDE' || roleOf(element) === 'complementary',
    isInHeader: around.isInHeader || element.nodeName === 'HEADER' || roleOf(element) === 'banner',
  };
}

function placeIn({ markup, named: byName, isAside, isInHeader }: Surroundings): string {
  const byMarkup = places[markup]?.[1] ?? byName;
  if (byMarkup !== undefined) return byMarkup;
  if (isAside) return 'reading:leftOut.sidebar';
  return isInHeader ? 'reading:leftOut.pageHead' : 'reading:leftOut.besideArticle';
}

/** Blocks of the page that are not in the text, the same words once. */
export function droppedBlocks(blocks: readonly PlacedBlock[], text: string): Dropped[] {
  const squeezed = squeeze(text);
  // Nearly every block is a line of the text: looking through the whole text for each would take the square of its length.
  const seen = new Set(text.split('\n').map(squeeze));
  const dropped: Dropped[] = [];
  for (const block of blocks) {
    const key = squeeze(block.text);
    const isKnown = key.length < 3 || seen.has(key) || squeezed.includes(key);
    seen.add(key);
    if (!isKnown) dropped.push({ what: message(block.place), text: block.text.slice(0, mostChars) });
    if (dropped.length === mostListed) break;
  }
  return dropped;
}

/** What a page brings that is no text. */
export function droppedParts(document: Document): Dropped[] {
  const counts = new Map(kinds.map(([what]) => [what, 0]));
  for (const element of document.querySelectorAll('script, iframe, frame, object, embed, img, picture, svg, canvas, audio, video')) {
    const what = kinds.find(([, names]) => names.includes(element.localName))?.[0];
    const isData = element.localName === 'script' && element.getAttribute('type') === 'application/ld+json';
    if (what !== undefined && !isData) counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  return [...counts].flatMap(([what, count]) => (count === 0 ? [] : [{ what: message(what), text: String(count) }]));
}

const kinds: readonly (readonly [what: string, names: readonly string[]])[] = [
  ['reading:leftOut.scripts', ['script']],
  ['reading:leftOut.frames', ['iframe', 'frame', 'object', 'embed']],
  ['reading:leftOut.pictures', ['img', 'picture', 'svg', 'canvas']],
  ['reading:leftOut.media', ['audio', 'video']],
];

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
