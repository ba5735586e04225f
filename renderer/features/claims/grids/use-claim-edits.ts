// The edits of a claim grid. Each tells in a notice how many claims or cells it changed, and can be undone there.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClaimRow } from '../../../../shared/features/claims/contract.ts';
import type { ClaimKind } from '../../../../shared/features/claims/model.ts';
import { notify, reasonForChange, useCommand, useWorkspace } from '../../../bridge/index.ts';
import { runCommand } from '../../../ui/commands.ts';
import { type CellChange, leftAsItWas, type PastedBlock } from '../../../ui/data-grid/index.ts';

/** Columns that passages read as, too. */
const partable = new Set(['value', 'unit', 'period']);

type Rows = readonly Pick<ClaimRow, 'id'>[];
type Grade = Partial<Pick<ClaimRow, 'credibility' | 'rank'>>;

export interface ClaimEdits {
  editCell(change: CellChange<ClaimRow>): Promise<unknown>;
  editBlock(block: PastedBlock<ClaimRow>): Promise<void>;
  grade(rows: Rows, grade: Grade): Promise<void>;
  tag(rows: Rows, tags: { readonly add: string[]; readonly drop: string[] }): Promise<void>;
  removeRows(rows: Rows): Promise<void>;
}

export function useClaimEdits(kind: ClaimKind): ClaimEdits {
  const { t } = useTranslation('claims');
  const setCells = useCommand('claims.setCells', { isQuiet: true });
  const remove = useCommand('claims.remove');
  const grade = useCommand('claims.grade');
  const tag = useCommand('claims.tag');

  return useMemo(() => {
    const idsOf = (rows: Rows) => rows.map((row) => row.id);
    const tell = (text: string) => notify({ tone: 'info', topic: 'edit', text, action: { label: t('undo'), run: () => runCommand('history.undo') } });
    /** What fails is told in the notice area by the command itself. */
    const telling = (work: Promise<string>) => work.then(tell, () => undefined);

    return {
      async editCell({ row, columnId, value }) {
        const cells = [{ id: row.id, field: columnId, value }];
        const said = partable.has(columnId) ? await reasonForChange({ cells }) : {};
        return said === undefined ? leftAsItWas : setCells.run({ cells, ...said });
      },
      async editBlock({ cells, skipped, reason }) {
        if (cells.length === 0) return notify({ tone: 'error', text: t('block.nothing') });
        const changed = cells.map(({ row, columnId, value }) => ({ id: row.id, field: columnId, value: value === '' ? null : value }));
        const said = changed.some(({ field }) => partable.has(field)) ? await reasonForChange({ cells: changed }) : {};
        if (said === undefined) return;
        await setCells.run({ cells: changed, ...(cells.length === 1 ? {} : { how: reason }), ...said });
        tell(t(skipped === 0 ? `block.${reason}` : `block.${reason}Skipped`, { count: cells.length, skipped }));
      },
      grade: (rows, given) =>
        telling(
          grade
            .run({ ids: idsOf(rows), ...given })
            .then(({ changed }) => (changed === 0 ? t('gradedAlready', { count: rows.length }) : t(`graded.${kind}`, { count: changed }))),
        ),
      tag: (rows, tags) => telling(tag.run({ ids: idsOf(rows), ...tags }).then(({ changed }) => t(`tagged.${kind}`, { count: changed }))),
      removeRows: (rows) =>
        telling(
          remove.run({ ids: idsOf(rows) }).then(({ removed }) => {
            useWorkspace.getState().select({ type: 'none' });
            return t(`removed.${kind}`, { count: removed });
          }),
        ),
    };
  }, [grade.run, kind, remove.run, setCells.run, t, tag.run]);
}
