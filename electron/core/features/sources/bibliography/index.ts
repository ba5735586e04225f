// Bibliography of the sources: lines of references, and CSL-JSON, BibTeX and RIS in and out.

import { type CslItem, cslOf, edtfOf, nameText, peopleOf, textOf } from '../../../../../shared/features/sources/bibliography/csl.ts';
import { citationLine } from '../../../../../shared/features/sources/bibliography/lines.ts';
import type { Source } from '../../../../../shared/features/sources/model.ts';
import { type Message, message } from '../../../../../shared/message.ts';
import type { Handlers } from '../../../dispatch.ts';
import type { ReadBibliography } from '../../../jobs/bibliography/formats.ts';
import type { ForkChild } from '../../../jobs/child.ts';
import { type JobFailures, runJob } from '../../../jobs/run-job.ts';
import type { SourceRepository } from '../repository.ts';

type BibliographyHandlers = Pick<Handlers<'sources'>, 'cite' | 'bibliography' | 'readBibliography'>;

const files = {
  csl: { name: 'bibliography.json', mediaType: 'application/vnd.citationstyles.csl+json' },
  bibtex: { name: 'bibliography.bib', mediaType: 'application/x-bibtex' },
  ris: { name: 'bibliography.ris', mediaType: 'application/x-research-info-systems' },
} as const;

const readingBibliography: JobFailures = {
  cancelled: { key: 'bibliography.cancelled' },
  tookTooLong: { key: 'bibliography.tookTooLong' },
  stopped: { key: 'bibliography.stopped' },
};

export function createBibliographyHandlers(repository: SourceRepository, fork: ForkChild): BibliographyHandlers {
  const chosen = (ids: readonly string[] | undefined) => (ids === undefined ? repository.all() : repository.byIds(ids));
  return {
    cite: ({ ids, style }) => ({ lines: chosen(ids).map((source) => ({ sourceId: source.id, text: citationLine(cslOf(source), style) })) }),
    // Its library takes a tenth of a start, and few ask for it.
    async bibliography({ ids, format }) {
      const { writeItems } = await import('../../../jobs/bibliography/formats.ts');
      const items = chosen(ids).map(cslOf);
      return { items: items.map((item) => ({ ...item })), text: writeItems(items, format), ...files[format] };
    },
    readBibliography: {
      prepare: ({ text }) => runJob<ReadBibliography>('bibliography-entry', { text }, { failures: readingBibliography, fork }),
      write({ format, items }: ReadBibliography, edit) {
        const sources = repository.all();
        const matched = [];
        const unmatched = [];
        for (const item of items) {
          const found = matchOf(item, sources);
          if ('why' in found) unmatched.push({ title: textOf(item, 'title'), why: found.why });
          else {
            const filling = fillingOf(item, found.source);
            edit.update('source', found.source.id, { ...filling, csl: item });
            matched.push({ sourceId: found.source.id, title: found.source.title, by: found.by, filled: Object.keys(filling) });
          }
        }
        edit.name('readBibliography', { count: matched.length });
        return { format, matched, unmatched };
      },
    },
  };
}

type Match = { readonly source: Source; readonly by: 'doi' | 'url' | 'title' } | { readonly why: Message };

const severalHave = {
  doi: 'sources:unmatched.severalByDoi',
  url: 'sources:unmatched.severalByAddress',
  title: 'sources:unmatched.severalByTitle',
} as const;

/** By DOI, else by address, else by title; several alike are none. */
function matchOf(item: CslItem, sources: readonly Source[]): Match {
  const doi = doiOf(textOf(item, 'DOI'));
  const url = addressOf(textOf(item, 'URL'));
  const title = titleOf(textOf(item, 'title'));
  const ways = [
    ['doi', (source: Source) => doi !== '' && [doiOf(source.url ?? ''), doiOf(textOf(cslOf(source), 'DOI'))].includes(doi)],
    ['url', (source: Source) => url !== '' && addressOf(source.url ?? '') === url],
    ['title', (source: Source) => title !== '' && titleOf(source.title) === title],
  ] as const;
  for (const [by, isIt] of ways) {
    const found = sources.filter(isIt);
    if (found.length === 1) return { source: found[0]!, by };
    if (found.length > 1) return { why: message(severalHave[by]) };
  }
  return { why: message('sources:unmatched.none') };
}

/** Only what the source does not say yet. */
function fillingOf(item: CslItem, source: Source): Record<string, string> {
  const names = peopleOf(item, 'author').map(nameText).join('; ');
  const known = {
    author: names,
    publisher: textOf(item, 'publisher') || textOf(item, 'container-title'),
    publishedOn: edtfOf(item['issued']) ?? '',
    retrievedOn: edtfOf(item['accessed']) ?? '',
    url: textOf(item, 'URL'),
    language: textOf(item, 'language').replace('_', '-').slice(0, 35),
  };
  const isEmpty = (field: keyof typeof known) => source[field] === null || source[field] === '';
  return Object.fromEntries(Object.entries(known).filter(([field, value]) => value !== '' && isEmpty(field as keyof typeof known)));
}

function doiOf(text: string): string {
  return /10\.\d{4,9}\/\S+/.exec(text)?.[0].toLowerCase() ?? '';
}

function addressOf(url: string): string {
  return url
    .replace(/#.*$/, '')
    .replace(/^https?:\/\/(www\.)?/i, '')
    .replace(/\/$/, '')
    .toLowerCase();
}

function titleOf(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
