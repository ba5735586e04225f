// From a claim to its passage in context, up the chain to the origin, and on to what uses it.
import type { Trace } from '../../../../shared/features/claims/contract.ts';
import type { Claim, PassageRef } from '../../../../shared/features/claims/model.ts';
import { chainOf } from '../../../../shared/features/claims/origin.ts';
import { codePointsOf } from '../../../../shared/features/passages/code-points.ts';
import type { BlockWords } from '../../../../shared/features/sources/blocks.ts';
import type { ClaimReader } from './reader.ts';
import type { createRows } from './rows.ts';

export interface TraceOptions {
  readonly reader: ClaimReader;
  readonly rows: ReturnType<typeof createRows>;
  /** Extracted text of a source. */
  textOf(sourceId: string): string;
  /** What stands in the cells of a passage, where they are a block over several rows. */
  blockAt(passage: PassageRef): BlockWords | undefined;
  /** Verdicts and other records that rest on a claim. */
  usesOf(claim: Claim): Trace['usedBy'];
}

export function createTrace({ reader, rows, textOf, blockAt, usesOf }: TraceOptions) {
  function inContext(passage: PassageRef, context: number): NonNullable<Trace['passage']> {
    const { id, source, start, end, page, sheet, cells, state } = passage;
    const place = { id, source, start, end, page, sheet, cells, state, sourceTitle: reader.source(source)?.title ?? '' };
    // A lost passage stands nowhere in the text: its own words are all there is.
    if (state === 'lost') return { ...place, exact: passage.exact, before: passage.prefix, after: passage.suffix };
    const points = codePointsOf(textOf(passage.source));
    const block = blockAt(passage);
    // Other cells stand around a block on all sides: they are no context of its words.
    if (block !== undefined && block.exact === passage.exact) return { ...place, exact: block.exact, before: '', after: '' };
    return { ...place, exact: points.slice(start, end), before: points.slice(start - context, start), after: points.slice(end, end + context) };
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
      claim: rows.listed(claim),
      passage: first === undefined ? null : inContext(first, context),
      passages: claim.passages,
      chain: chain(claim),
      usedBy: usesOf(claim),
    };
  };
}
