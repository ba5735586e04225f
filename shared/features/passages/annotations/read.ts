// Reads Web Annotations (https://www.w3.org/TR/annotation-model/) as far as a passage can hold them: quote and position
// selectors, textual bodies, motivation. The rest is nobody's business here and stays in the document as it came.
import { cellsOfFragment } from '../../sources/cells.ts';
import { motivations, type Passage } from '../model.ts';

export type Json = Readonly<Record<string, unknown>>;

/** What a passage can hold of an annotation beside its place. */
export type AnnotationNote = Pick<Passage, 'comment' | 'tags' | 'motivation'>;

export interface ReadTarget {
  /** Names of the thing annotated: addresses, hashes, titles. */
  readonly names: readonly string[];
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string } | undefined;
  readonly position: { readonly start: number; readonly end: number } | undefined;
  /** Such as `B7:D9`. */
  readonly cells: string | undefined;
}

export interface ReadAnnotation {
  readonly name: string;
  readonly targets: readonly ReadTarget[];
  readonly note: AnnotationNote;
}

/** Documents of a file: one, or a list. @returns undefined for what is no annotation, page or collection. */
export function documentsOf(value: unknown): readonly Json[] | undefined {
  const list = Array.isArray(value) ? value : [value];
  const documents = list.filter((one): one is Json => isObject(one) && isDocument(one));
  return documents.length === list.length && list.length > 0 ? documents : undefined;
}

export function isDocument(one: Json): boolean {
  if (hasType(one, 'Annotation')) return one.target !== undefined;
  return hasType(one, 'AnnotationPage') || hasType(one, 'AnnotationCollection');
}

/** The annotations of a document: itself, or those of its pages. */
export function annotationsOf(document: Json): readonly ReadAnnotation[] {
  return annotationObjects(document).map(readAnnotation);
}

/** The same annotations as they stand in the document. */
export function annotationObjects(document: Json): readonly Json[] {
  if (hasType(document, 'Annotation')) return [document];
  const inner = hasType(document, 'AnnotationPage') ? listOf(document.items) : listOf(document.first);
  return inner.filter(isObject).filter(isDocument).flatMap(annotationObjects);
}

export function readAnnotation(one: Json): ReadAnnotation {
  const bodies = [...listOf(one.body), ...(typeof one.bodyValue === 'string' ? [{ type: 'TextualBody', value: one.bodyValue }] : [])].flatMap(
    flatBody,
  );
  const motivation = motivations.find((word) => listOf(one.motivation).includes(word));
  const texts = bodies.filter((body) => typeof body.value === 'string' && body.value !== '');
  return {
    name: typeof one.id === 'string' ? one.id : '',
    targets: targetObjects(one).map(readTarget),
    note: {
      tags: texts.filter((body) => isTag(one, body)).map(tagOf),
      comment: texts
        .filter((body) => !isTag(one, body))
        .map((body) => String(body.value))
        .join('\n\n')
        .slice(0, 20_000),
      motivation: motivation ?? motivations.find((word) => bodies.some((body) => body.purpose === word)) ?? 'highlighting',
    },
  };
}

/** A body without a purpose of its own has that of its annotation. */
export function isTag(annotation: Json, body: Json): boolean {
  return (body.purpose ?? motivations.find((word) => listOf(annotation.motivation).includes(word))) === 'tagging';
}

export function tagOf(body: Json): string {
  return String(body.value).trim().slice(0, 200);
}

/** A Choice, List or Composite holds bodies of its own. */
function flatBody(body: unknown): Json[] {
  if (!isObject(body)) return [];
  return body.items === undefined ? [body] : listOf(body.items).flatMap(flatBody);
}

/** The targets of an annotation one by one, as they stand in it. */
function targetObjects(annotation: Json): readonly (Json | string)[] {
  return listOf(annotation.target).flatMap(flatTarget);
}

function flatTarget(target: unknown): (Json | string)[] {
  if (typeof target === 'string') return [target];
  if (!isObject(target)) return [];
  return target.items === undefined ? [target] : listOf(target.items).flatMap(flatTarget);
}

export interface TargetSelectors {
  readonly quote: Json | undefined;
  readonly position: Json | undefined;
}

/** For each target the selectors that are understood. */
export function selectorsOf(annotation: Json): readonly TargetSelectors[] {
  return targetObjects(annotation).map(understoodSelectors);
}

function understoodSelectors(target: Json | string): TargetSelectors {
  const selectors = typeof target === 'string' ? [] : listOf(target.selector).flatMap(flatSelector);
  return {
    quote: selectors.find((selector) => hasType(selector, 'TextQuoteSelector') && typeof selector.exact === 'string' && selector.exact !== ''),
    position: selectors.find((selector) => hasType(selector, 'TextPositionSelector') && isPlace(selector)),
  };
}

function readTarget(target: Json | string): ReadTarget {
  if (typeof target === 'string') return { names: [target], quote: undefined, position: undefined, cells: undefined };
  const source = target.source ?? target;
  const names = isObject(source) ? namesOf(source) : typeof source === 'string' ? [source] : [];
  const { quote, position } = understoodSelectors(target);
  const cells = listOf(target.selector)
    .flatMap(flatSelector)
    .map((selector) => cellsOfFragment(selector.value))
    .find((found) => found !== undefined);
  return {
    names,
    quote: quote === undefined ? undefined : { exact: String(quote.exact), prefix: textOf(quote.prefix), suffix: textOf(quote.suffix) },
    position: position === undefined ? undefined : { start: Number(position.start), end: Number(position.end) },
    cells,
  };
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

export function hasType(one: Json, type: string): boolean {
  return listOf(one.type ?? one['@type']).some((word) => typeof word === 'string' && word.replace(/^.*[:#/]/, '') === type);
}

export function listOf(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
