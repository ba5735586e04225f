// What the menu of a claim offers: where it leads, what is thought of it, what is done with it.
import {
  IconBook,
  IconForms,
  IconGavel,
  IconHistory,
  IconHistoryToggle,
  IconQuote,
  IconTable,
  IconTag,
  IconTimelineEvent,
  IconTrash,
} from '@tabler/icons-react';
import type { ClaimRow } from '../../../../shared/features/claims/contract.ts';
import { ranks } from '../../../../shared/features/claims/model.ts';
import { type EvidenceCommand, inEvidence, openPassage, useWorkspace } from '../../../bridge/index.ts';
import type { GridMenuTarget } from '../../../ui/data-grid/index.ts';
import type { MenuEntry, MenuGroup } from '../../../ui/index.ts';
import type { ClaimWords } from './shared-columns.tsx';
import type { ClaimEdits } from './use-claim-edits.ts';

export interface ClaimMenuOptions {
  readonly edits: ClaimEdits;
  readonly t: ClaimWords;
  /** Shows what happened to a cell. */
  history(cell: { readonly row: ClaimRow; readonly columnId: string }): void;
  /** Opens the form in which tags of claims are changed. */
  tag(rows: readonly ClaimRow[]): void;
}

export function claimMenu({ row, rows, columnId }: GridMenuTarget<ClaimRow>, options: ClaimMenuOptions): readonly MenuGroup[] {
  return [
    placesPart(row, options),
    [historyEntry(row, columnId, options), ...decisionPart(row, options)],
    gradeGroup(rows, options),
    changePart(rows, options),
  ];
}

function placesPart(row: ClaimRow, { t }: ClaimMenuOptions): MenuGroup {
  const { openView } = useWorkspace.getState();
  const { observationId } = row;
  return [
    {
      label: t('menu.openPassage'),
      icon: IconBook,
      keys: 'O',
      whyNot: row.passages.length === 0 ? t('menu.noPassage') : undefined,
      run: () => openPassage(row),
    },
    { label: t('menu.showEvidence'), icon: IconQuote, run: () => inEvidence({ type: 'claim', id: row.id }, 'evidence.focus') },
    ...(observationId === null ? [] : [{ label: t('menu.showInLedger'), icon: IconTable, run: () => void openView('ledger', { observationId }) }]),
    ...(row.kind === 'figure' ? [] : [onTimeline(row, t)]),
  ];
}

function historyEntry(row: ClaimRow, columnId: string, { history, t }: ClaimMenuOptions): MenuEntry {
  return { label: t('menu.history'), icon: IconHistory, run: () => history({ row, columnId }) };
}

function onTimeline({ id, period }: ClaimRow, t: ClaimWords): MenuEntry {
  const whyNot = period === null ? t('menu.noDate') : undefined;
  return {
    label: t('menu.showOnTimeline'),
    icon: IconTimelineEvent,
    whyNot,
    run: () => void useWorkspace.getState().openView('timeline', { claimId: id }),
  };
}

function decisionPart(row: ClaimRow, { t }: ClaimMenuOptions): MenuGroup {
  const withSelected = (command: EvidenceCommand) => () => inEvidence({ type: 'claim', id: row.id }, command);
  const whyNotBack = row.captured === null ? t('menu.saysAsCaptured') : undefined;
  return [
    ...(row.kind === 'figure'
      ? [{ label: t('menu.verdict'), icon: IconGavel, keys: 'V', whyNot: whyNoVerdict(row, t), run: withSelected('evidence.verdict') }]
      : []),
    ...(row.kind === 'statement'
      ? []
      : [{ label: t('menu.asCaptured'), icon: IconHistoryToggle, keys: 'B', whyNot: whyNotBack, run: withSelected('evidence.asCaptured') }]),
    {
      label: t('menu.changeInForm'),
      icon: IconForms,
      whyNot: row.passages.length === 0 ? t('menu.noPassage') : undefined,
      run: () => openPassage(row, true),
    },
  ];
}

function whyNoVerdict({ observationId }: ClaimRow, t: ClaimWords): string | undefined {
  return observationId === null ? t('menu.noObservation') : undefined;
}

/** Grade and rank, with what all the rows have in common ticked. */
export function gradeGroup(rows: readonly ClaimRow[], { edits, t }: Pick<ClaimMenuOptions, 'edits' | 't'>): MenuGroup {
  const grades = [1, 2, 3, 4, 5, 6] as const;
  return [
    {
      label: t('menu.credibility'),
      choices: grades.map((credibility) => ({
        value: String(credibility),
        title: `${credibility} ${t(`credibility.${credibility}`)}`,
        isChecked: rows.every((row) => row.credibility === credibility),
        run: () => void edits.grade(rows, { credibility }),
      })),
    },
    {
      label: t('menu.rank'),
      choices: ranks.map((rank) => ({
        value: t(`rank.${rank}`),
        title: t(`rank.${rank}`),
        isChecked: rows.every((row) => row.rank === rank),
        run: () => void edits.grade(rows, { rank }),
      })),
    },
  ];
}

function changePart(rows: readonly ClaimRow[], { edits, t, tag }: ClaimMenuOptions): MenuGroup {
  return [
    { label: t('menu.tag'), icon: IconTag, run: () => tag(rows) },
    { label: t('menu.remove', { count: rows.length }), icon: IconTrash, keys: 'Ctrl Del', isDangerous: true, run: () => void edits.removeRows(rows) },
  ];
}
