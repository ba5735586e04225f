// From a claim to its passage in context, up the chain to the origin, and on to what uses it.
import type { Trace } from '../../../../shared/features/claims/contract.ts';
import type { Claim, PassageRef } from '../../../../shared/features/claims/model.ts';
import { chainOf } from '../../../../shared/features/claims/origin.ts';
import type { ContextOf } from './context.ts';
import type { ClaimReader } from './reader.ts';

export interface TraceOptions {
  readonly reader: ClaimReader;
  /** The claim in the form of the command line. */
  listed(claim: Claim): Trace['claim'];
  readonly inContext: ContextOf;
  /** Verdicts and other records that rest on a claim. */
  usesOf(claim: Claim): Trace['usedBy'];
}

export function createTrace({ reader, listed, inContext, usesOf }: TraceOptions) {
  function placed(passage: PassageRef, context: number): NonNullable<Trace['passage']> {
    const { id, source, start, end, page, sheet, cells, state } = passage;
    return { id, source, start, end, page, sheet, cells, state, sourceTitle: reader.source(source)?.title ?? '', ...inContext(passage, context) };
  }

  function chain(claim: Claim): Trace['chain'] {
    const source = reader.source(claim.sourceId);
    return chainOf(claim, source).map(({ name, part }) => ({
      name,
      part,
      grade: part === 'held' ? ((source?.grade ?? null) as Trace['chain'][number]['grade']) : null,
      date: part === 'held' ? (source?.publishedOn ?? null) : part === 'origin' ? claim.madeOn : null,
      sourceId: part === 'held' ? claim.sourceId : null,
    }));
  }

  return function trace(claim: Claim, context: number): Trace {
    const first = claim.passages[0];
    return {
      claim: listed(claim),
      passage: first === undefined ? null : placed(first, context),
      passages: claim.passages,
      chain: chain(claim),
      usedBy: usesOf(claim),
    };
  };
}
