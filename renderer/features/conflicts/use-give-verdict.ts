// Gives a verdict where it belongs: in the ledger where all claims stand behind one observation, else on the group itself.
// Only one of the two stands at a time, so that the ledger and the queue never say different things.
import { useMemo } from 'react';
import type { ClaimRow } from '../../../shared/features/claims/contract.ts';
import type { ListedGroup } from '../../../shared/features/conflicts/contract.ts';
import type { Quantity } from '../../../shared/quantity/index.ts';
import { call, useCommand } from '../../bridge/index.ts';
import { type Choice, observationOf } from './choices.ts';

export type GroupWithRows = ListedGroup & { readonly rows: readonly ClaimRow[] };

export interface GivenVerdict {
  readonly choice: Choice;
  readonly own: Quantity | undefined;
  readonly reason: string;
}

export interface VerdictCommands {
  give(group: GroupWithRows, verdict: GivenVerdict): Promise<void>;
  reopen(group: GroupWithRows): Promise<void>;
  readonly isRunning: boolean;
}

export function useGiveVerdict(): VerdictCommands {
  const decide = useCommand('conflicts.decide', { isQuiet: true });
  const reopen = useCommand('conflicts.reopen', { isQuiet: true });
  const decideInLedger = useCommand('ledger.decide', { isQuiet: true });
  const reopenInLedger = useCommand('ledger.reopen', { isQuiet: true });
  const isRunning = [decide, reopen, decideInLedger, reopenInLedger].some((command) => command.isRunning);
  const [runDecide, runReopen, runLedger, runLedgerReopen] = [decide.run, reopen.run, decideInLedger.run, reopenInLedger.run];
  return useMemo(() => {
    async function takeBack(group: GroupWithRows): Promise<void> {
      if (group.decision === null) return;
      const observationId = observationOf(group.kind, group.rows);
      const isInLedger = observationId !== undefined && (await call('ledger.observation', { id: observationId })).verdict?.id === group.decision.id;
      if (isInLedger) await runLedgerReopen({ observationId });
      else await runReopen({ id: group.id });
    }
    async function giveReading(group: GroupWithRows, choice: Extract<Choice, { type: 'reading' }>, reason: string): Promise<void> {
      const observationId = group.rows[0]?.observationId;
      if (observationId == null) return;
      await runLedger({ observationId, claimId: choice.claimId, reading: choice.reading, reason });
      if (observationOf(group.kind, group.rows) !== undefined) return;
      await runDecide({ id: group.id, outcome: 'adopt', claimId: choice.claimId, reason: `${choice.label}: ${reason}` });
    }
    return {
      isRunning,
      reopen: takeBack,
      async give(group, { choice, own, reason }) {
        const observationId = observationOf(group.kind, group.rows);
        const isForLedger = choice.type === 'adopt' || choice.type === 'reading' || choice.type === 'own';
        if (observationId !== undefined && group.decision !== null) await takeBack(group);
        if (choice.type === 'reading') return giveReading(group, choice, reason);
        const claimId = choice.type === 'adopt' ? choice.claimId : null;
        if (observationId !== undefined && isForLedger) await runLedger({ observationId, claimId, own: own ?? null, reason });
        else await runDecide({ id: group.id, outcome: choice.type, claimId, reason });
      },
    };
  }, [isRunning, runDecide, runReopen, runLedger, runLedgerReopen]);
}
