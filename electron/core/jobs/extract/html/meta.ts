// What a page says about itself: schema.org data, Open Graph, Dublin Core and plain meta tags. Nothing is guessed, and a
// date that can be read in two ways is left to the user.
import type { Extracted } from '../extracted.ts';
import { edtfOf } from '../stated-date.ts';

export type PageMeta = Pick<Extracted, 'title' | 'publisher' | 'author' | 'publishedOn' | 'language' | 'url'>;

const dateNames =
  'article:published_time og:article:published_time datepublished dc.date.issued dcterms.issued dc.date dcterms.created citation_publication_date citation_date parsely-pub-date sailthru.date pubdate publishdate publish-date article.published date';

export function readPageMeta(document: Document): PageMeta {
  const linked = linkedData(document);
  const stated = metaTags(document);
  const meta = (names: string) =>
    names
      .split(' ')
      .map((name) => text(stated.get(name)))
      .find((value) => value !== null) ?? null;
  return {
    title: meta('og:title dc.title citation_title twitter:title') ?? text(linked.headline) ?? text(document.title),
    publisher: meta('og:site_name dc.publisher citation_publisher citation_journal_title') ?? text(nameOf(linked.publisher)),
    author: nameOnly(text(nameOf(linked.author)) ?? meta('author article:author dc.creator citation_author parsely-author')) ?? nameOnly(meta('byl')),
    publishedOn: firstDate([
      stated.get('article:published_time'),
      linked.datePublished,
      ...dateNames.split(' ').map((name) => stated.get(name)),
      markedTime(document),
    ]),
    language: languageTag(document.documentElement.getAttribute('lang') ?? meta('content-language dc.language og:locale') ?? text(linked.inLanguage)),
    url: webAddress(document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url')),
  };
}

/** First content of each name, lower-cased. */
function metaTags(document: Document): Map<string, string> {
  const tags = new Map<string, string>();
  for (const element of document.querySelectorAll('meta')) {
    const names = [
      element.getAttribute('property'),
      element.getAttribute('name'),
      element.getAttribute('itemprop'),
      element.getAttribute('http-equiv'),
    ];
    const content = element.getAttribute('content');
    for (const name of names)
      if (name !== null && content !== null && content.trim() !== '') tags.set(name.toLowerCase(), tags.get(name.toLowerCase()) ?? content);
  }
  return tags;
}

/** The time that the page itself marks as that of publication. */
function markedTime(document: Document): string | null {
  const element = document.querySelector('[itemprop~="datePublished"], time[pubdate], time.published, time.entry-date');
  return element?.getAttribute('datetime') ?? element?.getAttribute('content') ?? null;
}

function linkedData(document: Document): Record<string, unknown> {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const parsed: unknown = JSON.parse(script.textContent ?? '');
      const items = [parsed].flat().flatMap((item) => (isRecord(item) && Array.isArray(item['@graph']) ? item['@graph'] : [item]));
      const article = items.find((item) => isRecord(item) && 'headline' in item);
      if (isRecord(article)) return article;
    } catch {
      // Broken linked data says nothing; the meta tags remain.
    }
  }
  return {};
}

function nameOf(value: unknown): unknown {
  const names = [value].flat().map((one) => (isRecord(one) ? one.name : one));
  return names.filter((name) => typeof name === 'string').join(', ');
}

/** Some pages give the address of a profile for the name of their author, or words before it. */
export function nameOnly(author: string | null): string | null {
  if (author === null || /^https?:|^www\.|^@/.test(author)) return null;
  return author.replace(/^(?:by|von|par|de|автор:?|作者[:：]?)\s+/i, '');
}

function firstDate(values: readonly unknown[]): string | null {
  return values.map((value) => edtfOf(text(value))).find((date) => date !== null) ?? null;
}

function languageTag(value: string | null | undefined): string | null {
  const tag = value?.trim().replaceAll('_', '-') ?? '';
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/i.test(tag) ? tag : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function text(value: unknown): string | null {
  const trimmed = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
  return trimmed === '' ? null : trimmed;
}

function webAddress(value: string | null): string | null {
  return value !== null && /^https?:\/\//.test(value) ? value : null;
}
