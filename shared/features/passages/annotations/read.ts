// Reads Web Annotations (https://www.w3.org/TR/annotation-model/) as far as a passage can hold them: quote and position
// selectors, textual bodies, motivation. The rest is nobody's business here and stays in the document as it came.
import { motivations, type Passage } from '../model.ts';

type Json = Readonly<Record<string, unknown>>;

export interface ReadTarget {
  /** Names of the thing annotated: addresses, hashes, titles. */
  readonly names: readonly string[];
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string } | undefined;
  readonly position: { readonly start: number; readonly end: number } | undefined;
}

export interface ReadAnnotation {
  readonly name: string;
  readonly targets: readonly ReadTarget[];
  readonly note: Pick<Passage, 'comment' | 'tags' | 'motivation'>;
}

/** Documents of a file: one, or a list. @returns undefined for what is no annotation, page or collection. */
export function documentsOf(value: unknown): readonly Json[] | undefined {
  const list = Array.isArray(value) ? value : [value];
  const documents = list.filter((one): one is Json => isObject(one) && isDocument(one));
  return documents.length === list.length && list.length > 0 ? documents : undefined;
}

function isDocument(one: Json): boolean {
  if (hasType(one, 'Annotation')) return one.target !== undefined;
  return hasType(one, 'AnnotationPage') || hasType(one, 'AnnotationCollection');
}

/** The annotations of a document: itself, or those of its pages. */
export function annotationsOf(document: Json): readonly ReadAnnotation[] {
  if (hasType(document, 'Annotation')) return [readAnnotation(document)];
  const inner = hasType(document, 'AnnotationPage') ? listOf(document.items) : listOf(document.first);
  return inner.filter(isObject).filter(isDocument).flatMap(annotationsOf);
}

function readAnnotation(one: Json): ReadAnnotation {
  const bodies = [...listOf(one.body), ...(typeof one.bodyValue === 'string' ? [{ type: 'TextualBody', value: one.bodyValue }] : [])].flatMap(
    flatBody,
  );
  const motivation = motivations.find((word) => listOf(one.motivation).includes(word));
  const purposeOf = (body: Json) => String(body.purpose ?? motivation ?? '');
  const texts = bodies.filter((body) => typeof body.value === 'string' && body.value !== '');
  return {
    name: typeof one.id === 'string' ? one.id : '',
    targets: listOf(one.target).flatMap(readTargets),
    note: {
      tags: texts.filter((body) => purposeOf(body) === 'tagging').map((body) => String(body.value).trim().slice(0, 200)),
      comment: texts
        .filter((body) => purposeOf(body) !== 'tagging')
        .map((body) => String(body.value))
        .join('\n\n')
        .slice(0, 20_000),
      motivation: motivation ?? motivations.find((word) => bodies.some((body) => body.purpose === word)) ?? 'highlighting',
    },
  };
}

/** A Choice, List or Composite holds bodies of its own. */
function flatBody(body: unknown): Json[] {
  if (!isObject(body)) return [];
  return body.items === undefined ? [body] : listOf(body.items).flatMap(flatBody);
}

function readTargets(target: unknown): ReadTarget[] {
  if (typeof target === 'string') return [{ names: [target], quote: undefined, position: undefined }];
  if (!isObject(target)) return [];
  if (target.items !== undefined) return listOf(target.items).flatMap(readTargets);
  const source = target.source ?? target;
  const names = isObject(source) ? namesOf(source) : typeof source === 'string' ? [source] : [];
  const selectors = listOf(target.selector).flatMap(flatSelector);
  const quote = selectors.find((selector) => hasType(selector, 'TextQuoteSelector') && typeof selector.exact === 'string' && selector.exact !== '');
  const position = selectors.find((selector) => hasType(selector, 'TextPositionSelector') && isPlace(selector));
  return [
    {
      names,
      quote: quote === undefined ? undefined : { exact: String(quote.exact), prefix: textOf(quote.prefix), suffix: textOf(quote.suffix) },
      position: position === undefined ? undefined : { start: Number(position.start), end: Number(position.end) },
    },
  ];
}

function flatSelector(selector: unknown): Json[] {
  if (!isObject(selector)) return [];
  return [...listOf(selector.items).flatMap(flatSelector), ...listOf(selector.refinedBy).flatMap(flatSelector), selector];
}

function namesOf(source: Json): string[] {
  return [source.id, source['@id'], source['schema:sha256'], source['dcterms:title'], source.title, source.name].filter(
    (name): name is string => typeof name === 'string' && name !== '',
  );
}

function isPlace({ start, end }: Json): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && Number(start) >= 0 && Number(end) > Number(start);
}

function hasType(one: Json, type: string): boolean {
  return listOf(one.type ?? one['@type']).some((word) => typeof word === 'string' && word.replace(/^.*[:#/]/, '') === type);
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
