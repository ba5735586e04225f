import { useMemo } from 'react';
import type { ClaimRow } from '../../../shared/features/claims/contract.ts';
import type { ListedGroup } from '../../../shared/features/conflicts/contract.ts';
import type { Quantity } from '../../../shared/quantity/index.ts';
import { useCommand } from '../../bridge/index.ts';
import type { Choice } from './choices.ts';

export type GroupWithRows = ListedGroup & { readonly rows: readonly ClaimRow[] };

export interface GivenVerdict {
  readonly choice: Choice;
  readonly own: Quantity | undefined;
  readonly reason: string;
}

export interface VerdictCommands {
  give(group: ListedGroup, verdict: GivenVerdict): Promise<void>;
  reopen(group: ListedGroup): Promise<void>;
  readonly isRunning: boolean;
}

export function useGiveVerdict(): VerdictCommands {
  const decide = useCommand('conflicts.decide', { isQuiet: true });
  const reopen = useCommand('conflicts.reopen', { isQuiet: true });
  const isRunning = decide.isRunning || reopen.isRunning;
  const [runDecide, runReopen] = [decide.run, reopen.run];
  return useMemo(
    () => ({
      isRunning,
      async reopen({ id }) {
        await runReopen({ id });
      },
      async give({ id }, { choice, own, reason }) {
        const isOfClaim = choice.type === 'adopt' || choice.type === 'reading';
        await runDecide({
          id,
          outcome: choice.type === 'reading' ? 'adopt' : choice.type,
          claimId: isOfClaim ? choice.claimId : null,
          reading: choice.type === 'reading' ? choice.reading : null,
          own: own ?? null,
          reason,
        });
      },
    }),
    [isRunning, runDecide, runReopen],
  );
}
