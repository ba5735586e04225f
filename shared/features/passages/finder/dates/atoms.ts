// Finds date atoms by patterns in order of preference: an earlier pattern wins where two overlap.
import { matchesOf } from '../text/match.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Atom, Point, Third } from './point.ts';

export interface AtomMatch {
  readonly match: RegExpExecArray;
  readonly sentence: Sentence;
}

export interface AtomResult {
  readonly point: Point;
  readonly third?: Third | undefined;
}

/** A global pattern over lower-case text and what it means; `undefined` refuses the match. */
export interface AtomRule {
  readonly pattern: RegExp;
  /** What a sentence must hold for the pattern to match; cheaper to look for than the pattern itself. */
  readonly needs?: RegExp;
  readonly read: (found: AtomMatch) => AtomResult | Point | undefined;
}

export function rule(pattern: RegExp, read: AtomRule['read']): AtomRule {
  return { pattern, read };
}

/** Rules that begin with the same look for a word: neighbours share it, so that a sentence is looked through once for all of them. */
export function needing(needs: RegExp, ...rules: readonly AtomRule[]): readonly AtomRule[] {
  return rules.map((one) => ({ ...one, needs }));
}

function isPoint(result: AtomResult | Point): result is Point {
  return 'kind' in result;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Atoms of one sentence in order, none overlapping another or a closed stretch. */
export function findAtoms(sentence: Sentence, rules: readonly AtomRule[], closed: readonly Span[]): readonly Atom[] {
  const atoms: Atom[] = [];
  const taken = new Uint8Array(sentence.lower.length);
  for (const { start, end } of closed) taken.fill(1, start, end);
  for (const { pattern, read } of rulesMet(sentence.lower, rules)) {
    for (const match of matchesOf(pattern, sentence.lower)) {
      const start = match.index;
      const end = start + match[0].length;
      if (taken.subarray(start, end).includes(1)) continue;
      const result = read({ match, sentence });
      if (result === undefined) continue;
      taken.fill(1, start, end);
      atoms.push(isPoint(result) ? { start, end, point: result } : { start, end, point: result.point, third: result.third });
    }
  }
  return atoms.sort((a, b) => a.start - b.start);
}

function* rulesMet(lower: string, rules: readonly AtomRule[]): Generator<AtomRule> {
  let looked: RegExp | undefined;
  let isMet = true;
  for (const one of rules) {
    if (one.needs !== looked) {
      looked = one.needs;
      isMet = looked === undefined || looked.test(lower);
    }
    if (isMet) yield one;
  }
}
