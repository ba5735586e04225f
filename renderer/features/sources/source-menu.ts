import { IconBook, IconInfoCircle, IconQuote, IconTable, IconTrash } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { SourceRow } from '../../../shared/features/sources/contract.ts';
import { inEvidence, useWorkspace } from '../../bridge/index.ts';
import { runCommand } from '../../ui/commands.ts';
import type { GridMenuTarget } from '../../ui/data-grid/index.ts';
import type { MenuAction, MenuGroup } from '../../ui/index.ts';
import { gradeLetters } from './columns.tsx';

export interface SourceMenuOptions {
  readonly t: TFunction<'sources'>;
  grade(row: SourceRow, grade: SourceRow['grade']): void;
  describe(row: SourceRow): void;
  remove(rows: readonly SourceRow[]): void;
}

export function openSource({ id, kind }: Pick<SourceRow, 'id' | 'kind'>): void {
  useWorkspace.getState().openView(kind === 'dataset' ? 'dataset' : 'reader', { sourceId: id });
}

export function sourceMenu({ row, rows }: Pick<GridMenuTarget<SourceRow>, 'row' | 'rows'>, options: SourceMenuOptions): readonly MenuGroup[] {
  const { t, grade, describe, remove } = options;
  const grades = {
    label: t('column.grade'),
    choices: gradeLetters.map((letter) => ({
      value: letter,
      title: `${letter} ${t(`gradeMeans.${letter}`)}`,
      isChecked: row.grade === letter,
      run: () => grade(row, letter),
    })),
  };
  return [
    openingPart(row, t),
    [grades, { label: t('describe'), icon: IconInfoCircle, run: () => describe(row) }, ...copyPart(row, t)],
    [{ label: t('menu.remove', { count: rows.length }), icon: IconTrash, keys: 'Ctrl Del', isDangerous: true, run: () => remove(rows) }],
  ];
}

function openingPart(row: SourceRow, t: SourceMenuOptions['t']): MenuGroup {
  const { openView } = useWorkspace.getState();
  const isTable = row.kind === 'dataset';
  return [
    { label: t(isTable ? 'menu.openTable' : 'menu.read'), icon: isTable ? IconTable : IconBook, keys: 'Ctrl ↵', run: () => openSource(row) },
    ...(isTable ? [{ label: t('dataset.text'), icon: IconBook, run: () => void openView('reader', { sourceId: row.id, asText: 1 }) }] : []),
    { label: t('menu.showEvidence'), icon: IconQuote, run: () => inEvidence({ type: 'source', id: row.id }, 'evidence.focus') },
  ];
}

/** Only where a copy is proposed is there anything to judge. */
function copyPart(row: SourceRow, t: SourceMenuOptions['t']): readonly MenuAction[] {
  if (row.copyProposal === null) return [];
  const judge = (command: string) => () => {
    useWorkspace.getState().select({ type: 'source', id: row.id });
    requestAnimationFrame(() => runCommand(command));
  };
  return [
    { label: t('menu.isCopy', { title: row.copyProposal.title }), keys: 'C', run: judge('sources.acceptCopy') },
    { label: t('menu.isNoCopy'), keys: 'Shift C', run: judge('sources.refuseCopy') },
  ];
}
