// Boards as they are kept, and the edits that change them.
import { useCallback } from 'react';
import type { Input, Output } from '../../../shared/contract.ts';
import { useCall, useCommand } from '../../bridge/index.ts';

export type ListedBoard = Output<'boards.list'>['boards'][number];
export type ListedPanel = ListedBoard['panels'][number];
export type Drawing = Output<'boards.panel'>;
export type Described = Input<'policy.describe'>['records'][number];
export type DescribedPanel = Extract<Described, { record: 'panel' }>;

export function useBoards(): readonly ListedBoard[] | undefined {
  return useCall('boards.list', {}).data?.boards;
}

export interface Describe {
  readonly error: ReturnType<typeof useCommand<'policy.describe'>>['error'];
  readonly isRunning: boolean;
  /** Whether it was written; what kept it from that is in `error`. */
  run(...records: readonly Described[]): Promise<boolean>;
}

/** Writes records in one edit. Quiet ones show their error where they were typed. */
export function useDescribe({ isQuiet }: { readonly isQuiet: boolean }): Describe {
  const { run: write, error, isRunning } = useCommand('policy.describe', { isQuiet });
  const run = useCallback(
    async (...records: readonly Described[]) => {
      try {
        await write({ records: [...records] });
        return true;
      } catch {
        return false;
      }
    },
    [write],
  );
  return { run, error, isRunning };
}
