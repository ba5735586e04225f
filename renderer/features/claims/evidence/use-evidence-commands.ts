// Keys and commands of Evidence, from any view: O opens the passage, V gives the verdict, B goes back to what was captured, C and Shift C judge a copy.
import { useEffect } from 'react';
import { call, isTyping, notifyFailure, openPassage, type Selection, useWorkspace } from '../../../bridge/index.ts';
import { addCommands, runCommand } from '../../../ui/commands.ts';
import { useEvidence } from './evidence-state.ts';

const copyKeys = new Map([
  ['c', 'sources.acceptCopy'],
  ['C', 'sources.refuseCopy'],
]);

export function useEvidenceCommands(shown: Selection, body: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const open = () => void openShown(shown);
    const decide = () => void decideShown(shown);
    const goBack = () => void sayAsCaptured(shown);
    const removeCommands = addCommands(
      [
        { id: 'evidence.open', titleKey: 'evidence:command.open', shortcut: 'O', run: open },
        { id: 'evidence.verdict', titleKey: 'evidence:command.verdict', shortcut: 'V', run: decide },
        { id: 'evidence.asCaptured', titleKey: 'evidence:command.asCaptured', shortcut: 'B', run: goBack },
        { id: 'evidence.follow', titleKey: 'evidence:command.follow', run: () => useEvidence.getState().pin(undefined) },
        { id: 'evidence.focus', titleKey: 'evidence:command.focus', run: () => body.current?.focus() },
      ],
      'last',
    );
    const ownKeys = new Map([
      ['o', open],
      ['v', decide],
      ['b', goBack],
    ]);
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const run = shown.type === 'source' && copyKeys.has(event.key) ? () => runCommand(copyKeys.get(event.key)!) : ownKeys.get(event.key);
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      removeCommands();
    };
  }, [shown, body]);
}

async function openShown(shown: Selection): Promise<void> {
  const { openView } = useWorkspace.getState();
  if (shown.type === 'source') openView('reader', { sourceId: shown.id });
  if (shown.type !== 'claim' && shown.type !== 'observation') return;
  const row = shown.type === 'claim' ? await call('claims.get', { id: shown.id }) : await leadOf(shown.id);
  if (row !== undefined) openPassage(row);
}

async function leadOf(observationId: string) {
  const { rows, verdict } = await call('ledger.observation', { id: observationId });
  return rows.find((row) => row.id === verdict?.claimId) ?? rows[0];
}

/** Of a claim, or of the claims behind an observation, that differ from their passages. */
async function sayAsCaptured(shown: Selection): Promise<void> {
  const rows =
    shown.type === 'claim'
      ? [await call('claims.get', { id: shown.id })]
      : shown.type === 'observation'
        ? (await call('ledger.observation', { id: shown.id })).rows
        : [];
  const ids = rows.filter((row) => row.captured !== null).map((row) => row.id);
  if (ids.length > 0) await call('claims.asCaptured', { ids }).catch(notifyFailure);
}

/** Only figures stand on an observation that can be decided. */
async function decideShown(shown: Selection): Promise<void> {
  const canDecide = shown.type === 'observation' || (shown.type === 'claim' && (await call('claims.get', { id: shown.id })).observationId !== null);
  if (canDecide) useEvidence.getState().setDeciding(true);
}
