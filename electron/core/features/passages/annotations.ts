// Web Annotations in and out. What comes in is kept word for word, whether or not it has a place in a source here.

import { createHash } from 'node:crypto';
import { AppError } from '../../../../shared/errors.ts';
import { type AnchorText, anchorText, blockSpan, spanIn } from '../../../../shared/features/passages/anchor.ts';
import { reanchor } from '../../../../shared/features/passages/anchoring/reanchor.ts';
import { tolerantPlaces } from '../../../../shared/features/passages/anchoring/tolerance.ts';
import { compareVersions } from '../../../../shared/features/passages/anchoring/versions.ts';
import { isSameNote, withEdits } from '../../../../shared/features/passages/annotations/edited.ts';
import {
  type AnnotationNote,
  annotationsOf,
  documentsOf,
  type ReadAnnotation,
  type ReadTarget,
} from '../../../../shared/features/passages/annotations/read.ts';
import { withoutTarget } from '../../../../shared/features/passages/annotations/removed.ts';
import { annotationOf } from '../../../../shared/features/passages/annotations/write.ts';
import { plainPassage } from '../../../../shared/features/passages/model.ts';
import { type BlockWords, isOverRows } from '../../../../shared/features/sources/blocks.ts';
import type { Place } from '../../../../shared/features/sources/layout.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import { type Message, message } from '../../../../shared/message.ts';
import type { Handlers } from '../../dispatch.ts';
import type { EditScope } from '../../edits/edits.ts';
import type { Annotation, PassageRepository } from './repository.ts';

export interface AnnotatedSources {
  all(): Source[];
  text(source: Source): string;
  placeOf(source: Source, start: number, end: number): Place;
  blockAt(source: Source, start: number, cells: string): BlockWords | undefined;
}

type AnnotationHandlers = Pick<Handlers<'passages'>, 'importAnnotations' | 'annotations'>;
type Unplaced = { annotation: string; why: Message };

export function createAnnotationHandlers(repository: PassageRepository, sources: AnnotatedSources): AnnotationHandlers {
  return {
    importAnnotations({ json }, edit) {
      const documents = parseDocuments(json);
      const fresh = documents.map((content) => ({ content, digest: digestOf(content) })).filter(({ digest }) => !repository.hasAnnotation(digest));
      const place = createPlacing(repository, sources, edit);
      const unplaced: Unplaced[] = [];
      const passages = new Set<string>();
      for (const { content, digest } of fresh) {
        const own = annotationsOf(content).flatMap((annotation) => placeAll(annotation, place, unplaced));
        edit.insert('annotation', { id: edit.newId(), digest, content, passages: own });
        for (const id of own.filter((one) => one !== nowhere)) passages.add(id);
      }
      edit.name('importAnnotations', { count: fresh.length });
      return { kept: fresh.length, known: documents.length - fresh.length, passages: [...passages], unplaced };
    },
    annotations({ sourceId }) {
      const wanted = sources.all().filter((source) => sourceId === undefined || source.id === sourceId);
      const kept = repository.annotations();
      const carried = new Set(kept.flatMap((one) => one.passages));
      const byId = new Map(
        sources
          .all()
          .flatMap((source) => repository.ofSource(source.id))
          .map((passage) => [passage.id, passage]),
      );
      const asEdited = ({ content, passages }: Annotation) =>
        withEdits(
          content,
          passages.map((id) => byId.get(id)),
        );
      const bySource = wanted.map((source) => ({ source, passages: repository.ofSource(source.id) }));
      const here = new Set(bySource.flatMap(({ passages }) => passages.map((passage) => passage.id)));
      const own = bySource.flatMap(({ source, passages }) =>
        passages.filter((passage) => !carried.has(passage.id)).map((passage) => annotationOf(passage, source)),
      );
      const documents = kept.filter((one) => sourceId === undefined || one.passages.some((id) => here.has(id))).map(asEdited);
      return { documents: [...documents, ...own] };
    },
  };
}

/** A mark that came in goes out no more once it was removed; the rest of its document does. */
export function dropFromAnnotations(repository: PassageRepository, passageId: string, edit: EditScope): void {
  for (const { id, content, passages } of repository.annotations().filter((one) => one.passages.includes(passageId))) {
    const gone = passages.flatMap((one, index) => (one === passageId ? [index] : [])).reverse();
    const left = gone.reduce<Annotation['content'] | undefined>((document, index) => document && withoutTarget(document, index), content);
    if (left === undefined) edit.remove('annotation', id);
    else edit.update('annotation', id, { content: left, passages: passages.filter((one) => one !== passageId) });
  }
}

type Placing = (target: ReadTarget, note: ReadAnnotation['note']) => { id: string } | { why: Message };

function placeAll(annotation: ReadAnnotation, place: Placing, unplaced: Unplaced[]): string[] {
  return annotation.targets.flatMap((target) => {
    const placed = place(target, annotation.note);
    if ('id' in placed) return [placed.id];
    unplaced.push({ annotation: annotation.name, why: placed.why });
    return [nowhere];
  });
}

/** Stands for a target that has no passage, so that the others keep their places in the list. */
const nowhere = '';

/** A passage that says the same, or nothing yet, carries the annotation; another one is made beside those that say something else. */
function createPlacing(repository: PassageRepository, sources: AnnotatedSources, edit: EditScope): Placing {
  const all = sources.all();
  const texts = new Map<string, AnchorText>();
  const made = new Map<string, string>();
  const taken = new Set<string>();
  return (target, note) => {
    const found = all.filter((source) => target.names.some((name) => isNamed(source, name)));
    const [source] = found;
    if (source === undefined) return { why: message('passages:unplaced.noSource') };
    if (found.length > 1) return { why: message('passages:unplaced.severalSources') };
    const text = texts.get(source.id) ?? anchorText(sources.text(source));
    texts.set(source.id, text);
    const span = blockOf(target, (start, cells) => sources.blockAt(source, start, cells)) ?? spanOf(target, text, isExactVersion(source, target));
    if (span === undefined) return { why: message('passages:unplaced.noPlace') };
    const key = JSON.stringify([source.id, span.start, span.end, span.block?.cells, note]);
    const known = repository
      .ofSource(source.id)
      .filter(
        (one) =>
          one.start === span.start && one.end === span.end && one.state !== 'lost' && (span.block === undefined || one.cells === span.block.cells),
      );
    const same = known.find((one) => isSameNote(one, note));
    const bare = same === undefined ? known.find((one) => isSameNote(one, plainNote) && !taken.has(one.id)) : undefined;
    const id = made.get(key) ?? same?.id ?? bare?.id ?? edit.newId();
    if (!made.has(key)) {
      if (bare !== undefined) edit.update('passage', id, note);
      else if (same === undefined) insertPassage({ id, source, text, span }, { note, sources, edit });
    }
    made.set(key, id);
    taken.add(id);
    return { id };
  };
}

const plainNote: AnnotationNote = { comment: '', tags: [], motivation: plainPassage.motivation };

interface NewPassage {
  readonly id: string;
  readonly source: Source;
  readonly text: AnchorText;
  readonly span: Span;
}

/** `block`: the words of cells over several rows, which are not one piece of the text. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly block?: BlockWords;
}

function insertPassage(
  { id, source, text: { points }, span: { start, end, block } }: NewPassage,
  { note, sources, edit }: { note: ReadAnnotation['note']; sources: AnnotatedSources; edit: EditScope },
): void {
  edit.insert('passage', {
    ...plainPassage,
    ...sources.placeOf(source, start, end),
    ...note,
    id,
    sourceId: source.id,
    textSha256: source.textSha256,
    ...(block === undefined ? spanIn(points, start, end) : { ...blockSpan(points, block), cells: block.cells }),
  });
}

/** Cells over several rows are believed where they read as the quote says. */
function blockOf({ quote, position, cells }: ReadTarget, blockAt: (start: number, cells: string) => BlockWords | undefined): Span | undefined {
  if (quote === undefined || position === undefined || !isOverRows(cells)) return undefined;
  const block = blockAt(position.start, cells);
  return block?.exact === quote.exact ? { start: block.start, end: block.end, block } : undefined;
}

/** A quote is looked for as after a change of the text; a bare position is believed only in the very text it was made on. */
function spanOf({ quote, position }: ReadTarget, text: AnchorText, isSameText: boolean): Span | undefined {
  if (quote === undefined) return isSameText && position !== undefined && position.end <= text.points.length ? position : undefined;
  if (position !== undefined && text.points.slice(position.start, position.end) === quote.exact) return position;
  const start = [...quote.prefix].length;
  const old = anchorText(quote.prefix + quote.exact + quote.suffix);
  const found = reanchor(compareVersions(old, text), { start, end: start + [...quote.exact].length });
  return found.state === 'same' || found.state === 'moved' ? found.place : onlyPlaceOf(quote.exact, text);
}

/** A quote without context that stands in the text once, as it is or but for its typesetting. */
function onlyPlaceOf(exact: string, source: AnchorText): { start: number; end: number } | undefined {
  const { text, points } = source;
  const unit = text.indexOf(exact);
  if (unit >= 0) return text.indexOf(exact, unit + 1) >= 0 ? undefined : { start: points.toPoints(unit), end: points.toPoints(unit + exact.length) };
  const places = tolerantPlaces(source, exact);
  return places.length === 1 ? places[0] : undefined;
}

function isExactVersion(source: Source, target: ReadTarget): boolean {
  return target.names.some((name) => name.replace(/^urn:sha256:/, '') === source.textSha256);
}

function isNamed(source: Source, name: string): boolean {
  const hash = name.replace(/^urn:sha256:/, '');
  if (hash === source.sha256 || hash === source.textSha256 || name === source.title) return true;
  return source.url !== null && address(name) === address(source.url);
}

function address(url: string): string {
  return url
    .replace(/#.*$/, '')
    .replace(/^https?:\/\/(www\.)?/i, '')
    .replace(/\/$/, '');
}

function parseDocuments(json: string): readonly Record<string, unknown>[] {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new AppError('invalid-input', 'annotations.notJson', { reason: error instanceof Error ? error.message : String(error) });
  }
  const documents = documentsOf(value);
  if (documents === undefined) throw new AppError('invalid-input', 'annotations.unknownForm');
  return documents;
}

function digestOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
