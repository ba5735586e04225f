// What the rules of boards read of a workbook. Functions are pure over it: the same facts, the same drawing.
import type { Claim } from '../claims/model.ts';
import type { Measures } from '../ledger/measures.ts';
import type { SeriesKey, StatusClass, Verdict } from '../ledger/model.ts';
import type { Interval, Listing, Rate } from '../policy/contract.ts';
import type { Window } from '../policy/window.ts';
import type { RatesStrand } from './model.ts';

/** Claims on one period of one series, of one class and issuer, without the deprecated. */
export interface ToldObservation {
  readonly series: SeriesKey;
  readonly class: StatusClass;
  readonly issuer: string | null;
  readonly claims: readonly Claim[];
  readonly verdict: Verdict | null;
}

export interface ThingFacts {
  readonly name: string;
  readonly intervals: readonly Interval[];
  readonly listings: readonly Listing[];
  readonly events: readonly Claim[];
  /** The day from which it is over. */
  readonly end: Window | null;
}

export interface SourceNames {
  /** Who says it, and through whom it came. */
  readonly names: readonly string[];
  readonly title: string | null;
}

export interface BoardFacts {
  /** Every series, by its frequency. */
  readonly series: readonly SeriesKey[];
  /** What is told of the series that have this text (`seriesTextOf`). */
  observationsOf(text: string): readonly ToldObservation[];
  observationOf(claimId: string): ToldObservation | undefined;
  claim(id: string): Claim | undefined;
  /** The days on which a claim may have been made. */
  madeOn(claim: Claim): Window;
  saidOn(claim: Claim): string | null;
  sourceOf(claim: Claim): SourceNames;
  nameOf(name: string): string;
  thing(name: string): ThingFacts | undefined;
  /** The classes of rates that a strand names, with what each level rests on. */
  rates(strand: RatesStrand): readonly Rate[];
  /** Whether one thing is a part of another, or of a part of it. */
  isPartOf(part: string, whole: string): boolean;
  readonly measures: Pick<Measures, 'isAdditive' | 'rangeOf'>;
}
