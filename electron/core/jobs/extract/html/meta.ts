// What a page says about itself in its head: Open Graph, Dublin Core, schema.org and plain meta tags. Nothing is guessed.

export interface PageMeta {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly publishedOn: string | null;
  readonly language: string | null;
  readonly url: string | null;
}

export function readPageMeta(document: Document): PageMeta {
  const linked = linkedData(document);
  const meta = (...names: string[]) => firstText(names.map((name) => metaContent(document, name)));
  return {
    title: meta('og:title', 'dc.title', 'citation_title', 'twitter:title') ?? text(linked.headline) ?? text(document.title),
    publisher: meta('og:site_name', 'dc.publisher', 'citation_publisher') ?? text(nameOf(linked.publisher)),
    author: meta('author', 'article:author', 'dc.creator', 'citation_author') ?? text(nameOf(linked.author)),
    publishedOn: day(meta('article:published_time', 'dc.date', 'date', 'citation_publication_date', 'datepublished') ?? text(linked.datePublished)),
    language: text(document.documentElement.getAttribute('lang')),
    url: webAddress(document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url')),
  };
}

function metaContent(document: Document, name: string): string | null {
  const wanted = name.toLowerCase();
  for (const element of document.querySelectorAll('meta')) {
    const key = element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop');
    if (key?.toLowerCase() === wanted) return element.getAttribute('content');
  }
  return null;
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
  const first = Array.isArray(value) ? value[0] : value;
  return isRecord(first) ? first.name : first;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function firstText(values: readonly (string | null)[]): string | null {
  return values.map((value) => text(value)).find((value) => value !== null) ?? null;
}

function text(value: unknown): string | null {
  const trimmed = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
  return trimmed === '' ? null : trimmed;
}

/** The day of an ISO date and time; other spellings are left to the user. */
function day(value: string | null): string | null {
  return /^\d{4}(-\d{2}(-\d{2})?)?/.exec(value ?? '')?.[0] ?? null;
}

function webAddress(value: string | null): string | null {
  return value !== null && /^https?:\/\//.test(value) ? value : null;
}
