// A mapping that is proposed, with the reason of each part.
import type { Message } from '../../message.ts';
import type { Mapping } from './mapping.ts';

export interface ProposalReason {
  /** Letters of columns; empty for the table as a whole. */
  readonly at: string;
  readonly why: Message;
}

export interface Proposal {
  readonly mapping: Mapping;
  readonly reasons: readonly ProposalReason[];
}
