// What a page said beside its article, named by where it stood.
import type { Block } from './blocks.ts';

export interface Dropped {
  readonly what: string;
  readonly text: string;
}

/** A block of the whole page and what its place on the page is called. */
export interface PlacedBlock {
  readonly text: string;
  readonly place: string;
}

const mostListed = 300;
const mostChars = 500;

/** The first that fits names the place; what is written in the markup comes before what class names suggest. */
const places: readonly (readonly [selector: string, place: string])[] = [
  ['nav, [role="navigation"], [role="menu"], [role="menubar"]', 'menu'],
  ['footer, [role="contentinfo"]', 'page foot'],
  ['form, [role="search"]', 'form'],
];
const named: readonly (readonly [RegExp, string])[] = [
  [/cookie|consent|gdpr/i, 'cookie notice'],
  [/breadcrumb|(^|[-_ ])(menu|nav(bar|igation)?|toolbar)([-_ ]|$)/i, 'menu'],
  [
    /related|recommend|read-?(more|also|next)|more-(stories|news|on)|(prev|next)(ious)?-?(article|post|story)|also-?like|trending|popular|outbrain|taboola/i,
    'links to other articles',
  ],
  [/comment|disqus|respon[ds]/i, 'comments'],
  [/newsletter|subscri|sign-?up|paywall|regwall/i, 'invitation to subscribe'],
  [/share|social|follow-?us/i, 'buttons to share'],
  [/advert|sponsor|promo|(^|[-_ ])ads?([-_ ]|$)|banner/i, 'advertisement'],
  [/by-?line|author|publish(ed)?|dateline|timestamp/i, 'byline'],
  [/caption|credit/i, 'caption'],
  [/footer|copyright/i, 'page foot'],
  [/sidebar|widget/i, 'sidebar'],
  [/masthead|site-?header/i, 'page head'],
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
  if (element.closest('aside, [role="complementary"]') !== null) return 'sidebar';
  return element.closest('header, [role="banner"]') === null ? 'beside the article' : 'page head';
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
    if (!isKnown) dropped.push({ what: block.place, text: block.text.slice(0, mostChars) });
    if (dropped.length === mostListed) break;
  }
  return dropped;
}

/** What a page brings that is no text. */
export function droppedParts(document: Document): Dropped[] {
  const counts = [
    ['scripts, not run', 'script:not([type="application/ld+json"])'],
    ['frames of other pages, not fetched', 'iframe, frame, object, embed'],
    ['pictures', 'img, picture, svg, canvas'],
    ['sound and film', 'audio, video'],
  ] as const;
  return counts.flatMap(([what, selector]) => {
    const count = document.querySelectorAll(selector).length;
    return count === 0 ? [] : [{ what, text: String(count) }];
  });
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
