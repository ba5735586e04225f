// What the core proposes for a block of cells: its passage, and a draft for each number in it.
import { useEffect, useState } from 'react';
import type { AppError } from '../../../../shared/errors.ts';
import { draftClaim } from '../../../bridge/index.ts';
import type { Block, CellSpan } from './block.ts';
import type { CellDraft, Proposal } from './block-claim.ts';

export interface BlockDrafts {
  /** The block's own words. */
  readonly passage: Proposal;
  /** One a number; the block itself where it holds none. */
  readonly cells: readonly CellDraft[];
}

export function useBlockDrafts(sourceId: string, block: Block): { readonly drafts: BlockDrafts | undefined; readonly error: AppError | undefined } {
  const [state, setState] = useState<{ drafts: BlockDrafts | undefined; error: AppError | undefined }>({ drafts: undefined, error: undefined });
  useEffect(() => {
    let isOver = false;
    readDrafts(sourceId, block).then(
      (drafts) => isOver || setState({ drafts, error: undefined }),
      (error: AppError) => isOver || setState({ drafts: undefined, error }),
    );
    return () => {
      isOver = true;
    };
  }, [sourceId, block]);
  return state;
}

async function readDrafts(sourceId: string, block: Block): Promise<BlockDrafts> {
  const draftOf = ({ start, end, cells }: CellSpan) => draftClaim({ sourceId, start, end, cells });
  const own = await draftOf(block);
  const isOne = block.numbers.length === 1 && block.numbers[0]!.start === block.start && block.numbers[0]!.end === block.end;
  const cells = isOne || block.numbers.length === 0 ? [own] : await Promise.all(block.numbers.map(draftOf));
  return { passage: own.claim['passage'] as Proposal, cells };
}
