// Proposes a claim from selected words: value and period from the words and their sentence, measure and subject from what
// this workbook already says near such words. What was inferred says from what; nothing is stored.

import type { Output, ParsedInput } from '../../../../shared/contract.ts';
import { AppError } from '../../../../shared/errors.ts';
import { attributionIn, type KnownName } from '../../../../shared/features/claims/attribution.ts';
import { laterStatus } from '../../../../shared/features/claims/later-status.ts';
import type { Claim, ClaimKind } from '../../../../shared/features/claims/model.ts';
import { blockSpan, spanIn } from '../../../../shared/features/passages/anchor.ts';
import { type CodePoints, codePointsOf } from '../../../../shared/features/passages/code-points.ts';
import { type DayOrder, dayOrderOf } from '../../../../shared/features/passages/finder/dates/day-order.ts';
import { findMentions, type Mention, readTyped, signedQuantity } from '../../../../shared/features/passages/finder/index.ts';
import { type BlockWords, isOverRows } from '../../../../shared/features/sources/blocks.ts';
import type { CellSurroundings } from '../../../../shared/features/sources/layout.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import { type Message, message } from '../../../../shared/message.ts';
import { quotedWords } from '../../../../shared/period/index.ts';
import { type NumberStyle, unitDimension } from '../../../../shared/quantity/index.ts';
import { findPhysicalUnit } from '../../../../shared/quantity/unit-words.ts';
import { cachedBy } from '../../cached-by.ts';
import type { SourceTexts } from './capture.ts';
import { measureIn, periodIn } from './cell-words.ts';
import { chooseDate, type DateChoice } from './date-beside.ts';
import type { ClaimReader } from './reader.ts';
import { gistOf, sentenceAround } from './sentence.ts';

export interface DraftOptions {
  readonly sources: { find(id: string): Source | undefined };
  readonly reader: ClaimReader;
  textOf(sourceId: string): string;
  /** What stands around a cell of a data set; supplied by the sources. */
  around(source: Source, start: number): CellSurroundings | undefined;
  blockAt: SourceTexts['blockAt'];
  /** Names and spellings of the actors, in any script; supplied by the actors feature. */
  actorNames(): readonly KnownName[];
}

type Draft = Output<'claims.draft'>;
interface Filling {
  readonly claim: Record<string, unknown>;
  readonly inferred: Record<string, Message>;
}

export function createDraft({ sources, reader, textOf, actorNames, around, blockAt }: DraftOptions) {
  const knownNames = cachedBy(reader.version, () => [...actorNames(), ...namesInClaims(reader.all(), actorNames())]);

  return function draft({ sourceId, start, end, kind, cells }: ParsedInput<'claims.draft'>): Draft {
    const source = sources.find(sourceId);
    if (source === undefined) throw new AppError('not-found', 'sources.unknown', { sourceId });
    const points = codePointsOf(textOf(sourceId));
    if (end <= start || end > points.length) throw new AppError('invalid-input', 'claims.selectionOutside', { start, end });
    const cell = source.kind === 'dataset' ? around(source, start) : undefined;
    const block = isOverRows(cells) ? blockAt(source, start, cells) : undefined;
    if (cell !== undefined) return cellDraft({ source, points, start, end, kind, cell, block, claims: reader.all() });
    const sentence = sentenceAround(points, start, end);
    const mentions = findMentions(sentence.text, {
      language: source.language ?? 'und',
      dayOrder: orderIn(source, points),
      ...(source.publishedOn === null ? {} : { publishedOn: source.publishedOn }),
    });
    const inSelection = mentions.filter((mention) => mention.start < end - sentence.start && mention.end > start - sentence.start);
    const filling: Filling = { claim: {}, inferred: {} };
    fillPassage(filling, { source, points, start, end });
    const selected = { start: start - sentence.start, end: end - sentence.start };
    const chosen = inSelection.find((mention) => mention.type === 'date');
    const choice = chosen === undefined ? chooseDate(sentence.text, mentions, selected) : { date: chosen, passedOver: [] };
    fillPeriod(filling, kind, choice.date, periodReason(choice, source, chosen !== undefined));
    const figure = inSelection.find((mention) => mention.type === 'figure');
    if (kind !== 'statement') fillQuantity(filling, kind, figure && withSelectedUnit(figure, sentence.text, selected.end));
    fillGist(filling, kind, sentence.text, selected.start);
    fillFromWorkbook(filling, kind, sentence.text, reader.all());
    if (kind === 'figure') fillFromSeries(filling, reader.all());
    if (kind === 'figure') fillStatus(filling, source, sentence.text);
    fillChain(filling, sentence.text, knownNames());
    return { claim: { kind, ...filling.claim }, inferred: filling.inferred, unsure: unsureField(kind, filling.claim) };
  };
}

/** A sentence alone does not tell how its document writes dates. */
function orderIn(source: Source, points: CodePoints): DayOrder | undefined {
  return dayOrderOf(points.slice(0, points.length), source.language ?? undefined);
}

type PassagePlace = Pick<CellDraft, 'source' | 'points' | 'start' | 'end'> & { readonly block?: BlockWords | undefined };

function fillPassage({ claim }: Filling, { source, points, start, end, block }: PassagePlace): void {
  const { start: from, exact, prefix, suffix } = block === undefined ? spanIn(points, start, end) : blockSpan(points, block);
  claim.original = exact;
  claim.hedge = 'stated';
  claim.passage = { source: source.id, exact, prefix, suffix, start: from, ...(block === undefined ? {} : { cells: block.cells }) };
}

/** "1.3 million tonnes": the unit is proposed where it is selected with its number. */
function withSelectedUnit(figure: Mention, sentence: string, end: number): Mention {
  if (figure.unit !== null || figure.end >= end) return figure;
  const written = [...sentence].slice(figure.end, end).join('').trim();
  return { ...figure, unit: findPhysicalUnit(written) ?? null };
}

type StatedQuantity = Pick<Mention, 'low' | 'high' | 'qualifier' | 'unit' | 'multiplier' | 'change' | 'direction'>;

function fillQuantity({ claim }: Filling, kind: ClaimKind, mention: StatedQuantity | undefined): void {
  if (mention === undefined || mention.qualifier === null) return;
  const { low, high, qualifier, ...measured } = signedQuantity(mention);
  claim[kind === 'event' ? 'magnitude' : 'value'] = { low, high, qualifier };
  Object.assign(claim, measured);
}

/** Why it is this date is told in words by whoever writes it into the claim: its basis is text of the user. */
function fillPeriod({ claim, inferred }: Filling, kind: ClaimKind, date: Mention | undefined, reason: Message | undefined): void {
  const field = kind === 'event' ? 'when' : 'period';
  if (reason !== undefined) inferred[field] = reason;
  if (date?.edtf === undefined || date.edtf === null) return;
  claim[field] = date.edtf;
}

/** Why it is this date, or why none was taken though the sentence has some. */
function periodReason({ date, passedOver }: DateChoice, source: Source, isSelected: boolean): Message | undefined {
  if (date !== undefined) return dateReason(date, source, isSelected);
  const [first, second] = passedOver;
  if (first === undefined) return undefined;
  if (second === undefined) return message('claims:inferred.otherDate', { words: first.exact });
  return message('claims:inferred.severalDates', { words: first.exact, other: second.exact });
}

/** Undefined for a date that was selected as it stands. */
function dateReason({ basis, exact }: Mention, { publishedOn }: Source, isSelected: boolean): Message | undefined {
  if (basis === null) return isSelected ? undefined : message('claims:inferred.sameSentence', { words: exact });
  const words = quotedWords(basis);
  if (words === undefined) return message('claims:inferred.afterDate', { words: exact });
  return publishedOn === null ? message('claims:inferred.undated', { words }) : message('claims:inferred.textOf', { words, date: publishedOn });
}

/** What an event is and what a statement says, in the words of the sentence: the analyst shortens them. */
function fillGist({ claim, inferred }: Filling, kind: ClaimKind, sentence: string, selectedFrom: number): void {
  const field = kind === 'event' ? 'what' : kind === 'statement' ? 'gist' : undefined;
  if (field === undefined) return;
  claim[field] = gistOf(sentence, selectedFrom);
  inferred[field] = message('claims:inferred.sentence');
}

const remembered: Readonly<Record<ClaimKind, readonly (keyof Claim & string)[]>> = {
  figure: ['measure', 'subject'],
  event: ['subject'],
  statement: ['actor', 'topic'],
};

/** Words of this workbook that stand in the sentence; among several the longest, then the one used most. */
function fillFromWorkbook({ claim, inferred }: Filling, kind: ClaimKind, sentence: string, claims: readonly Claim[]): void {
  const said = saidIn(sentence);
  for (const field of remembered[kind]) {
    const counts = new Map<string, number>();
    for (const one of claims) {
      const value = one.kind === kind ? one[field] : null;
      if (typeof value === 'string' && !(field === 'measure' && isOtherDimension(claim, one))) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const best = [...counts]
      .map(([value, uses]) => ({ value, uses, score: overlap(said, value) }))
      .filter((one) => one.score >= 0.6)
      .sort((a, b) => b.score - a.score || b.value.length - a.value.length || b.uses - a.uses)[0];
    if (best === undefined) continue;
    claim[field] = best.value;
    inferred[field] = message('claims:inferred.usedHere');
  }
}

/** A level in per cent is no tonnage: a measure whose claims are of another dimension is not meant. */
function isOtherDimension(claim: Record<string, unknown>, known: Claim): boolean {
  if (known.kind !== 'figure' || known.change !== null || typeof claim.unit !== 'string' || known.unit === null) return false;
  return claim.change === null && unitDimension(claim.unit) !== unitDimension(known.unit);
}

const ofSeries = ['area', 'basis', 'counterpart'] as const;

/** Where all claims on this measure and subject agree, another one most likely does too. */
function fillFromSeries({ claim, inferred }: Filling, claims: readonly Claim[]): void {
  const like = claims.filter((one) => one.kind === 'figure' && one.measure === claim.measure && one.subject === claim.subject);
  for (const field of ofSeries) {
    const values = new Set(like.map((one) => JSON.stringify(one[field])));
    const [only] = like;
    if (only === undefined || values.size !== 1 || only[field] === null || only[field].length === 0) continue;
    claim[field] = only[field];
    inferred[field] = message('claims:inferred.asInSeries');
  }
}

/** A figure of a time to come is none that was counted: what it is instead is told by its words, or left to the analyst. */
function fillStatus({ claim, inferred }: Filling, { publishedOn }: Source, sentence: string): void {
  const status = laterStatus({ period: claim.period, publishedOn, sentence });
  if (status === undefined || publishedOn === null) return;
  claim.status = status;
  inferred.status = message(status === null ? 'claims:inferred.laterOpen' : 'claims:inferred.later', { date: publishedOn });
}

function fillChain({ claim, inferred }: Filling, sentence: string, known: readonly KnownName[]): void {
  const { saidBy, via } = attributionIn(sentence, known);
  if (saidBy.length > 0) claim.saidBy = saidBy;
  if (via.length > 0) claim.via = via;
  if (saidBy.length + via.length > 0) claim.hedge = 'attributed';
  if (saidBy.length > 0) inferred.saidBy = message('claims:inferred.knownName');
  if (via.length > 0) inferred.via = message('claims:inferred.knownName');
}

function namesInClaims(claims: readonly Claim[], actors: readonly KnownName[]): KnownName[] {
  const written = new Set(
    claims.flatMap((claim) => [...claim.saidBy.map((speaker) => speaker.name), ...claim.via, ...(claim.actor === null ? [] : [claim.actor])]),
  );
  for (const { spelling } of actors) written.delete(spelling);
  return [...written].map((name) => ({ spelling: name, name }));
}

const stemLetters = 5;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

interface Said {
  readonly text: string;
  readonly words: readonly string[];
}

/** Read once for all the terms that are held against it. */
function saidIn(sentence: string): Said {
  const text = fold(sentence);
  return { text, words: text.split(/[^\p{L}\p{N}–-]+/u) };
}

/** Share of a term's words that begin as one of the sentence; none where a number of the term is not there: it tells the term from its like. */
function overlap(said: Said, term: string): number {
  const words = fold(term)
    .split(/[\s_,;]+/)
    .filter((word) => word.length > (unspaced.test(word) ? 1 : 2) || /\d/.test(word));
  const isThere = (word: string) => {
    const stem = /\d/.test(word) ? word : word.slice(0, stemLetters);
    return unspaced.test(stem) ? said.text.includes(stem) : said.words.some((other) => other.startsWith(stem));
  };
  if (words.length === 0 || words.some((word) => /\d/.test(word) && !isThere(word))) return 0;
  return words.filter(isThere).length / words.length;
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function unsureField(kind: ClaimKind, claim: Record<string, unknown>): string | null {
  const order: Readonly<Record<ClaimKind, readonly string[]>> = {
    figure: ['value', 'measure', 'subject', 'period', 'unit', ...(claim.status === null ? ['status'] : [])],
    event: ['subject', 'when', 'what'],
    statement: ['actor', 'topic', 'gist'],
  };
  return order[kind].find((field) => claim[field] === undefined || claim[field] === null) ?? null;
}

interface CellDraft {
  readonly source: Source;
  readonly points: CodePoints;
  readonly start: number;
  readonly end: number;
  readonly kind: ClaimKind;
  readonly cell: CellSurroundings;
  readonly block: BlockWords | undefined;
  readonly claims: readonly Claim[];
}

/** A cell is read with the words at the top of its column and those of its row: what it counts, of whom, when. */
function cellDraft({ source, points, start, end, kind, cell, block, claims }: CellDraft): Draft {
  const filling: Filling = { claim: {}, inferred: {} };
  const options = { language: source.language ?? 'und', dayOrder: orderIn(source, points) };
  const read = (text: string) => findMentions(text, options);
  const value = block?.exact ?? points.slice(start, end);
  fillPassage(filling, { source, points, start, end, block });
  if (kind !== 'statement') fillQuantity(filling, kind, cellQuantity(value, cell.head, source.language));
  fillPeriod(filling, kind, periodIn(cell, read), message('claims:inferred.cellBeside'));
  const { claim, inferred } = filling;
  const label = cell.row.find((words) => /\p{L}/u.test(words) && read(words).length === 0);
  if (label !== undefined && kind !== 'statement') [claim.subject, inferred.subject] = [label, message('claims:inferred.rowHead')];
  const measure = measureIn(cell, read);
  if (measure !== undefined && kind === 'figure') [claim.measure, inferred.measure] = [measure, message('claims:inferred.columnHead')];
  const said = [cell.title, cell.head, ...cell.row].join(' ');
  fillFromWorkbook(filling, kind, said, claims);
  if (kind === 'figure') fillStatus(filling, source, said);
  return { claim: { kind, ...claim }, inferred, unsure: unsureField(kind, claim) };
}

/** A cell is a number as it stands, be it one like a year; else what the finder sees first in its words. */
function cellQuantity(value: string, head: string, language: string | null): StatedQuantity | undefined {
  const words = `${value}${head.includes('%') && !value.includes('%') ? '%' : ''}`;
  const typed = readTyped(words, cellStyle(language));
  if ('quantity' in typed) return { ...typed.quantity, direction: null };
  return findMentions(words, { language: language ?? 'und' }).find((mention) => mention.type === 'figure');
}

const pointLanguages: ReadonlySet<string> = new Set(['en', 'zh', 'ja', 'ko', 'th', 'he', 'und']);

/** A cell has no words of its own that tell which sign is the decimal one; its source's language does. */
function cellStyle(language: string | null): NumberStyle {
  return pointLanguages.has((language ?? 'und').split('-')[0] ?? 'und') ? 'point' : 'comma';
}
