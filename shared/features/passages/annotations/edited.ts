// An annotation that came from elsewhere, with what the analyst changed of it here. Only what was understood when it came
// is written over: comment, tags, motivation, and the quote where the passage was given another place.
import type { Passage } from '../model.ts';
import { type AnnotationNote, annotationObjects, isObject, isTag, listOf, readAnnotation, selectorsOf, type TargetSelectors, tagOf } from './read.ts';

type Json = Readonly<Record<string, unknown>>;
type Open = Record<string, unknown>;

/** `passages`: one for each target of the document, in its order; undefined where a target has none. A document that nothing was changed of is returned itself. */
export function withEdits(document: Json, passages: readonly (Passage | undefined)[]): Json {
  const copy = JSON.parse(JSON.stringify(document)) as Json;
  let next = 0;
  let isEdited = false;
  for (const annotation of annotationObjects(copy)) {
    const selectors = selectorsOf(annotation);
    const own = passages.slice(next, next + selectors.length);
    next += selectors.length;
    const { note } = readAnnotation(annotation);
    const edited = own.find((passage) => passage !== undefined && !isSameNote(passage, note));
    const moved = selectors.map((selector, index) => movePlace(selector, own[index]));
    if (edited !== undefined) writeNote(annotation as Open, note, edited);
    isEdited ||= edited !== undefined || moved.includes(true);
  }
  return isEdited ? copy : document;
}

export function isSameNote(a: AnnotationNote, b: AnnotationNote): boolean {
  return a.comment === b.comment && a.motivation === b.motivation && JSON.stringify(a.tags) === JSON.stringify(b.tags);
}

/** Words that changed in a newer text of the source, once the analyst has settled where they stand. */
function movePlace({ quote, position }: TargetSelectors, passage: Passage | undefined): boolean {
  if (passage === undefined || quote === undefined || passage.isPending || passage.state === 'lost' || quote['exact'] === passage.exact) return false;
  Object.assign(quote, { exact: passage.exact, prefix: passage.prefix, suffix: passage.suffix });
  if (position !== undefined) Object.assign(position, { start: passage.start, end: passage.end });
  return true;
}

function writeNote(annotation: Open, before: AnnotationNote, { comment, tags, motivation }: AnnotationNote): void {
  const bodies = [...listOf(annotation['body']), ...bodyOfValue(annotation)];
  const isCommentKept = comment === before.comment;
  const written = { hasComment: false };
  const kept = bodies.flatMap((body) =>
    mapTexts(body, (text) => {
      const purpose = text['purpose'] ?? (isTag(annotation, text) ? 'tagging' : 'commenting');
      if (purpose === 'tagging') return tags.includes(tagOf(text)) ? { ...text, purpose } : undefined;
      if (isCommentKept) return { ...text, purpose };
      if (written.hasComment || comment === '') return undefined;
      written.hasComment = true;
      return { ...text, purpose, value: comment };
    }),
  );
  const fresh = [
    ...(isCommentKept || written.hasComment || comment === ''
      ? []
      : [{ type: 'TextualBody', value: comment, format: 'text/markdown', purpose: 'commenting' }]),
    ...tags.filter((tag) => !before.tags.includes(tag)).map((value) => ({ type: 'TextualBody', value, purpose: 'tagging' })),
  ];
  const all = [...kept, ...fresh];
  delete annotation['bodyValue'];
  if (all.length === 0) delete annotation['body'];
  else annotation['body'] = all.length === 1 ? all[0] : all;
  if (motivation !== before.motivation) annotation['motivation'] = withMotivation(annotation['motivation'], before.motivation, motivation);
}

/** A bare text is a body that cannot stand beside others; as a body of its own it can. */
function bodyOfValue({ bodyValue }: Open): readonly Json[] {
  return typeof bodyValue === 'string' ? [{ type: 'TextualBody', value: bodyValue, format: 'text/plain' }] : [];
}

/** Texts at any depth are mapped; all else stays. */
function mapTexts(body: unknown, map: (text: Json) => Json | undefined): unknown[] {
  if (!isObject(body)) return [body];
  if (body['items'] !== undefined) {
    const items = listOf(body['items']).flatMap((item) => mapTexts(item, map));
    return items.length === 0 ? [] : [{ ...body, items }];
  }
  if (typeof body['value'] !== 'string' || body['value'] === '') return [body];
  const mapped = map(body);
  return mapped === undefined ? [] : [mapped];
}

/** Other motivations of a list stay in it. */
function withMotivation(value: unknown, before: string, after: string): unknown {
  if (!Array.isArray(value)) return after;
  const others = value.filter((word) => word !== before && word !== after);
  return others.length === 0 ? after : [after, ...others];
}
