// Captures claims with their passages, all or none. The same claim from the same words is recognised by its content key
// and not stored twice.

import type { Output } from '../../../../shared/contract.ts';
import { AppError } from '../../../../shared/errors.ts';
import { type ClaimBody, toBody } from '../../../../shared/features/claims/form.ts';
import type { Claim, ParsedClaim, PassageInput, PassageRef } from '../../../../shared/features/claims/model.ts';
import { type Anchor, type AnchorText, anchorQuote, anchorText, blockSpan } from '../../../../shared/features/passages/anchor.ts';
import { plainPassage } from '../../../../shared/features/passages/model.ts';
import { type BlockWords, isOverRows } from '../../../../shared/features/sources/blocks.ts';
import type { Place } from '../../../../shared/features/sources/layout.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import { messageOf } from '../../../../shared/in-words.ts';
import type { EditScope } from '../../edits/edits.ts';
import { checkClaim } from './check.ts';
import { contentKeyOf, rememberKey } from './keys.ts';
import { type ClaimRepository, toRecord } from './repository.ts';

/** What capturing needs of the sources; supplied by the sources feature. */
export interface SourceTexts {
  findByName(name: string): Source | undefined;
  text(source: Source): string;
  /** Page, or sheet and cells, of a span of the text. */
  placeOf(source: Source, start: number, end: number): Place;
  /** The words of cells of the sheet that holds a position. */
  blockAt(source: Source, start: number, cells: string): BlockWords | undefined;
}

export interface PassageStore {
  /** Versions of texts in which passages stand. */
  textsOf(ids: readonly string[]): string[];
  /** A passage at the same place of the same source, so that claims share it. */
  findAt(sourceId: string, words: Pick<Anchor, 'start' | 'end' | 'exact'>): PassageRef | undefined;
}

/** `cells`: a block over several rows, whose words are not one piece of the text. */
type PlacedAnchor = Anchor & { readonly cells?: string };

/** A passage of a claim with its source. */
interface Placed {
  readonly source: Source;
  readonly anchor: PlacedAnchor;
}

type CaptureResult = Output<'claims.capture'>['claims'][number];

export interface CaptureOptions {
  readonly claims: ClaimRepository;
  readonly sources: SourceTexts;
  readonly passages: PassageStore;
  readonly assertWords: (claims: readonly ParsedClaim[]) => void;
}

/** A claim that was read, whose words were found, but that is not stored yet. */
interface Prepared {
  readonly input: ParsedClaim;
  readonly body: ClaimBody;
  readonly placed: readonly (Placed & { readonly page: number | null })[];
  readonly contentKey: string;
}

export function createCapture({ claims, sources, passages, assertWords }: CaptureOptions) {
  const texts = new Map<string, AnchorText>();
  /** Claims of the edit under way, which no index knows yet, by content key. */
  const captured = new Map<string, { readonly id: string; readonly passageIds: readonly string[] }[]>();
  /** Sources that the claims of the edit under way name. */
  const named = new Map<string, Source>();

  function sourceNamed(name: string): Source {
    const source = named.get(name) ?? sources.findByName(name);
    if (source === undefined) throw new AppError('not-found', 'claims.noSourceNamed', { source: name });
    named.set(name, source);
    return source;
  }

  function textOf(source: Source): AnchorText {
    const known = texts.get(source.textSha256);
    if (known !== undefined) return known;
    if (texts.size > 8) texts.clear();
    const made = anchorText(sources.text(source));
    texts.set(source.textSha256, made);
    return made;
  }

  function place(input: PassageInput): { source: Source; anchor: PlacedAnchor } {
    const source = sourceNamed(input.source);
    return { source, anchor: isOverRows(input.cells) ? blockAnchor(source, input, input.cells) : anchorQuote(textOf(source), input) };
  }

  /** @throws AppError `passage-not-found` where other words stand in these cells. */
  function blockAnchor(source: Source, { exact, start = 0 }: PassageInput, cells: string): PlacedAnchor {
    const block = sources.blockAt(source, start, cells);
    if (block === undefined || block.exact !== exact.replace(/\r\n?/g, '\n').normalize('NFC'))
      throw new AppError('passage-not-found', 'claims.otherWordsInCells', { cells, start, title: source.title });
    return { ...blockSpan(textOf(source).points, block), cells, state: block.start === start ? 'same' : 'moved' };
  }

  function keepPassage(source: Source, anchor: PlacedAnchor, page: number | null, edit: EditScope): string {
    const known = passages.findAt(source.id, anchor);
    if (known !== undefined) return known.id;
    const id = edit.newId();
    const place = sources.placeOf(source, anchor.start, anchor.end);
    const cells = anchor.cells ?? place.cells;
    // "moved" tells the caller of a capture; the stored anchor itself is exact.
    edit.insert('passage', {
      ...plainPassage,
      id,
      sourceId: source.id,
      ...anchor,
      ...place,
      cells,
      page: place.page ?? page,
      state: 'same',
      textSha256: source.textSha256,
    });
    return id;
  }

  const keyOf = (body: ClaimBody, placed: readonly Placed[]) =>
    contentKeyOf(
      body,
      placed[0]?.source.sha256 ?? null,
      placed.map(({ source, anchor }) => ({ ...anchor, ...cellsOf(source, anchor) })),
    );

  /** Sheet and cells of words in a data set, which say where they stand better than what is around them. */
  function cellsOf(source: Source, anchor: PlacedAnchor): Pick<Place, 'sheet' | 'cells'> {
    const { sheet, cells } = sources.placeOf(source, anchor.start, anchor.end);
    return { sheet, cells: anchor.cells ?? cells };
  }

  /**
   * The claim that says the same of the same words. In one version of a text the same words at another place are another claim,
   * however alike what stands around them.
   */
  function twinOf({ contentKey, placed }: Prepared, stored: readonly Claim[]): string | undefined {
    const own = captured.get(contentKey) ?? [];
    if (own.length + stored.length === 0) return undefined;
    const here = placed.flatMap(({ source, anchor }) => passages.findAt(source.id, anchor)?.id ?? []);
    const isHere = (ids: readonly string[]) => ids.length === placed.length && ids.every((id) => here.includes(id));
    const now = own.find((one) => isHere(one.passageIds));
    if (now !== undefined) return now.id;
    return stored.find((claim) => {
      const texts = passages.textsOf(claim.passages.map((passage) => passage.id));
      return placed.some(({ source }) => !texts.includes(source.textSha256)) || isHere(claim.passages.map((passage) => passage.id));
    })?.id;
  }

  function prepare(input: ParsedClaim): Prepared {
    checkClaim(input);
    const wanted = [...(input.passage === undefined ? [] : [input.passage]), ...(input.passages ?? [])];
    const placed = wanted.map((passage) => ({ ...place(passage), page: passage.page ?? null }));
    if (placed.some(({ source }) => source.id !== placed[0]!.source.id)) throw new AppError('invalid-input', 'claims.severalSources');
    const body = toBody(input);
    return { input, body, placed, contentKey: keyOf(body, placed) };
  }

  function store(prepared: Prepared, stored: readonly Claim[], edit: EditScope): CaptureResult {
    const { input, body, placed, contentKey } = prepared;
    const first = placed[0];
    const twin = twinOf(prepared, stored);
    const passageIds = placed.map(({ source, anchor, page }) => keepPassage(source, anchor, page, edit));
    const id = twin ?? edit.newId();
    if (twin === undefined) {
      captured.set(contentKey, [...(captured.get(contentKey) ?? []), { id, passageIds }]);
      const record = toRecord({ ...body, id, sourceId: first?.source.id ?? null, passages: [...new Set(passageIds)] });
      rememberKey(record, contentKey);
      edit.insert('claim', record);
    }
    const passage = first === undefined ? null : { id: passageIds[0]!, state: first.anchor.state, start: first.anchor.start, end: first.anchor.end };
    return { id, ref: input.ref ?? null, passage, duplicateOf: twin ?? null };
  }

  function capture(inputs: readonly ParsedClaim[], edit: EditScope): CaptureResult[] {
    captured.clear();
    named.clear();
    assertWords(inputs);
    const prepared = inputs.map((input, index) => withPlace(index, inputs.length, input, () => prepare(input)));
    const twins = claims.withContentKeys(prepared.map((one) => one.contentKey));
    const results = prepared.map((one) => store(one, twins.get(one.contentKey) ?? [], edit));
    if (inputs.length === 1) nameAfter(inputs[0]!, edit);
    else edit.name('capture', { count: inputs.length });
    return results;
  }

  function keep(input: PassageInput, edit: EditScope) {
    named.clear();
    const { source, anchor } = place(input);
    return { source, id: keepPassage(source, anchor, input.page ?? null, edit), start: anchor.start, end: anchor.end };
  }

  return { capture, keep };
}

/** Says which claim of an array was refused. */
function withPlace<T>(index: number, count: number, input: ParsedClaim, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof AppError) || count === 1) throw error;
    const { code, details } = error;
    const place = { number: index + 1, index, ref: input.ref ?? null, cause: messageOf(error) };
    throw new AppError(code, input.ref === undefined ? 'claims.ofSeveral' : 'claims.ofSeveralNamed', { ...details, ...place });
  }
}

function nameAfter(claim: ParsedClaim, edit: EditScope): void {
  switch (claim.kind) {
    case 'figure':
      edit.name('captureFigure', { measure: { code: claim.measure }, subject: claim.subject });
      return;
    case 'event':
      if (claim.what === '') edit.name('captureSubject', { subject: claim.subject });
      else edit.name('captureEvent', { subject: claim.subject, what: claim.what.slice(0, 100) });
      return;
    case 'statement':
      edit.name('captureStatement', { actor: claim.actor, topic: claim.topic });
  }
}
