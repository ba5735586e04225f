// A passage as a Web Annotation: quote and position of its words in the extracted text, comment and tags as bodies.
import { fragmentOfCells } from '../../sources/cells.ts';
import type { Source } from '../../sources/model.ts';
import type { Passage } from '../model.ts';

/** Positions count Unicode code points of the source's extracted text, whose SHA-256 stands beside its name. */
export function annotationOf(passage: Passage, source: Source): Record<string, unknown> {
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:uuid:${passage.id}`,
    type: 'Annotation',
    motivation: passage.motivation,
    ...bodyOf(passage),
    creator: { type: 'Software', name: 'Assay' },
    target: {
      type: 'SpecificResource',
      source: {
        id: source.url !== null && /^[a-z][a-z0-9+.-]*:\S+$/i.test(source.url) ? source.url : `urn:sha256:${source.sha256}`,
        type: 'Text',
        format: source.mediaType,
        ...(source.language === null ? {} : { language: source.language }),
        'dcterms:title': source.title,
        'schema:sha256': source.textSha256,
      },
      selector: [
        { type: 'TextQuoteSelector', exact: passage.exact, prefix: passage.prefix, suffix: passage.suffix },
        ...(passage.state === 'lost' ? [] : [{ type: 'TextPositionSelector', start: passage.start, end: passage.end }, ...cellSelector(passage)]),
      ],
    },
  };
}

function bodyOf({ comment, tags }: Passage): { body?: readonly object[] } {
  const body = [
    ...(comment === '' ? [] : [{ type: 'TextualBody', value: comment, format: 'text/markdown', purpose: 'commenting' }]),
    ...tags.map((value) => ({ type: 'TextualBody', value, purpose: 'tagging' })),
  ];
  return body.length === 0 ? {} : { body };
}

/** https://www.rfc-editor.org/rfc/rfc7111: rows and columns of a table; the sheet is the one that holds the position. */
function cellSelector({ cells }: Passage): object[] {
  const value = cells === null ? undefined : fragmentOfCells(cells);
  return value === undefined ? [] : [{ type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc7111', value }];
}
