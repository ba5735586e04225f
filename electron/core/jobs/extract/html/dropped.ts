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

/** The first that fits names the place; what is written in the markup comes before what class names suggest. */
const places: readonly (readonly [selector: string, place: string])[] = [
  ['nav, [role="navigation"], [role="menu"], [role="menubar"]', 'reading:leftOut.menu'],
  ['footer, [role="contentinfo"]', 'reading:leftOut.pageFoot'],
  ['form, [role="search"]', 'reading:leftOut.form'],
];
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
  return blocks.map(({ text, element }) => ({ text, place: placeOf(element) }));
}

function placeOf(element: Element): string {
  const byMarkup = places.find(([selector]) => element.closest(selector) !== null)?.[1];
  if (byMarkup !== undefined) return byMarkup;
  for (let at: Element | null = element; at !== null && at.nodeName !== 'BODY'; at = at.parentElement) {
    const words = `${at.getAttribute('class') ?? ''} ${at.id}`;
    const byName = words.trim() === '' ? undefined : named.find(([pattern]) => pattern.test(words))?.[1];
    if (byName !== undefined) return byName;
  }
  if (element.closest('aside, [role="complementary"]') !== null) return 'reading:leftOut.sidebar';
  return element.closest('header, [role="banner"]') === null ? 'reading:leftOut.besideArticle' : 'reading:leftOut.pageHead';
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
  const counts = [
    ['reading:leftOut.scripts', 'script:not([type="application/ld+json"])'],
    ['reading:leftOut.frames', 'iframe, frame, object, embed'],
    ['reading:leftOut.pictures', 'img, picture, svg, canvas'],
    ['reading:leftOut.media', 'audio, video'],
  ] as const;
  return counts.flatMap(([what, selector]) => {
    const count = document.querySelectorAll(selector).length;
    return count === 0 ? [] : [{ what: message(what), text: String(count) }];
  });
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
