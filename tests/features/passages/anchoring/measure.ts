// Re-anchors quotes of a page after a change and tells, from where each sign went, what was right.
import { anchorText } from '../../../../shared/features/passages/anchor.ts';
import { foldText } from '../../../../shared/features/passages/anchoring/fold.ts';
import { reanchor } from '../../../../shared/features/passages/anchoring/reanchor.ts';
import { compareVersions } from '../../../../shared/features/passages/anchoring/versions.ts';
import { type Change, type Page, type Random, seeded, textOf, toPage } from './changes.ts';

const twinReach = 24;

export interface Tally {
  quotes: number;
  /** Quotes that no surroundings tell from another place of the same page: not judged. */
  twins: number;
  /** Anchored where the quote is not, or called unchanged though its words are not the same. */
  wrong: number;
  /** Quotes whose words still stand in the text, typesetting apart. */
  unchanged: number;
  /** Of those: anchored at their place. */
  found: number;
  readonly examples: string[];
}

export function emptyTally(): Tally {
  return { quotes: 0, twins: 0, wrong: 0, unchanged: 0, found: 0, examples: [] };
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Random quotes of 4 to 160 signs between words; every third is a figure where the page has any. */
export function randomQuotes(text: string, count: number, random: Random): Span[] {
  const signs = [...text];
  const numbers = signs.flatMap((sign, at) => (/\d/.test(sign) && !/\d/.test(signs[at - 1] ?? '') ? [at] : []));
  const quotes: Span[] = [];
  for (let attempt = 0; quotes.length < count && attempt < 40 * count; attempt += 1) {
    const isFigure = attempt % 3 === 0 && numbers.length > 0;
    const from = isFigure ? numbers[Math.floor(random() * numbers.length)]! : Math.floor(random() * signs.length);
    const span = betweenWords(signs, from, 4 + Math.floor(random() ** 2 * 156));
    if (span !== undefined) quotes.push(span);
  }
  return quotes;
}

function betweenWords(signs: readonly string[], from: number, length: number): Span | undefined {
  const isWord = (at: number) => /[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]/u.test(signs[at] ?? ' ');
  let start = from;
  while (start > 0 && isWord(start) && isWord(start - 1)) start -= 1;
  let end = Math.min(signs.length, start + length);
  while (end < signs.length && isWord(end) && isWord(end - 1)) end += 1;
  while (start < end && /\s/.test(signs[start]!)) start += 1;
  while (end > start && /\s/.test(signs[end - 1]!)) end -= 1;
  return end - start >= 2 && end - start < 400 ? { start, end } : undefined;
}

export interface Measure {
  readonly seed: number;
  readonly tally: Tally;
  /** Ours unless a control is measured. */
  readonly anchor?: typeof reanchor;
}

export function measureChange(text: string, quotes: readonly Span[], change: Change, { seed, tally, anchor = reanchor }: Measure): void {
  const page = toPage(text);
  const changed = change(page, seeded(seed));
  const versions = compareVersions(anchorText(text), anchorText(textOf(changed)));
  for (const quote of quotes) {
    if (hasTwin(versions.foldedOld.text, text, quote)) tally.twins += 1;
    else judge({ page, changed, quote, tally }, anchor(versions, quote));
  }
}

/** The same words stand in the page twice, and neither what is before them nor what is after tells which (filler, a list of one word). */
function hasTwin(folded: string, text: string, { start, end }: Span): boolean {
  const signs = [...text];
  const isRepeated = (from: number, to: number) => {
    const words = foldText(signs.slice(Math.max(0, from), to).join('')).text;
    const first = folded.indexOf(words);
    return first >= 0 && folded.indexOf(words, first + 1) >= 0;
  };
  return isRepeated(start - twinReach, end) && isRepeated(start, end + twinReach);
}

interface Judged {
  readonly page: Page;
  readonly changed: Page;
  readonly quote: Span;
  readonly tally: Tally;
}

function judge({ page, changed, quote, tally }: Judged, result: ReturnType<typeof reanchor>): void {
  const words = textOf(page.slice(quote.start, quote.end));
  const shown = (text: string) => foldText(text, { keepsCase: true }).text;
  const runs = survivingRuns(changed, quote);
  const isUnchanged = runs.some((run) => shown(textOf(changed.slice(run.start, run.end))) === shown(words));
  tally.quotes += 1;
  if (isUnchanged) tally.unchanged += 1;
  const isLost = result.state === 'lost';
  const isRight = !isLost && runs.some((run) => overlaps(run, result.place));
  const claimsSame = result.state === 'same' || result.state === 'moved';
  const isLie = claimsSame && shown(result.place.exact) !== shown(words);
  if ((!isLost && !isRight) || isLie) {
    tally.wrong += 1;
    if (tally.examples.length < 20)
      tally.examples.unshift(`${result.state}: ${JSON.stringify(words)} → ${isLost ? '' : JSON.stringify(result.place)}`);
  }
  if (isUnchanged && isRight) tally.found += 1;
  else if (isUnchanged && tally.examples.length < 5)
    tally.examples.push(`missed: ${JSON.stringify(words)} ${isLost ? JSON.stringify(result.proposals.map((one) => [one.score, one.exact])) : ''}`);
}

/** Where the signs of a quote went: one run for each copy, spans of the changed page. */
function survivingRuns(changed: Page, { start, end }: Span): Span[] {
  const runs: Span[] = [];
  let from = -1;
  let last = -1;
  let lastId = -1;
  changed.forEach(({ id }, at) => {
    if (id < start || id >= end) return;
    if (from >= 0 && (id < lastId || at - last > 200)) {
      runs.push({ start: from, end: last + 1 });
      from = -1;
    }
    if (from < 0) from = at;
    last = at;
    lastId = id;
  });
  if (from >= 0) runs.push({ start: from, end: last + 1 });
  return runs;
}

function overlaps(a: Span, b: Span): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared > 0 && shared >= 0.5 * Math.min(a.end - a.start, b.end - b.start);
}
