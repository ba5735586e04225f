// Rival explanations across, claims down, a mark where they meet. The explanation with the least against it leads.
import { IconPencil, IconPlus, IconTable } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Matrix } from '../../../../shared/features/conflicts/contract.ts';
import { errorWords, useCall, useCommand, useOffers, useWorkspace } from '../../../bridge/index.ts';
import type { ViewProps } from '../../../ui/feature-manifest.ts';
import { EmptyState, ErrorNotice, Tool, Toolbar } from '../../../ui/index.ts';
import { MatrixDialog } from './MatrixDialog.tsx';
import { MatrixTable } from './MatrixTable.tsx';
import './matrix.css';

export function MatrixView({ params }: ViewProps) {
  const { t } = useTranslation('conflicts');
  const list = useCall('conflicts.matrices', {});
  const [wanted, setWanted] = useState<string>();
  const [edited, setEdited] = useState<Matrix | 'new'>();
  const matrices = list.data?.matrices ?? [];
  const chosen = matrices.find((one) => one.id === wanted) ?? matrices.at(-1);
  useEffect(() => {
    if (typeof params.matrixId === 'string') setWanted(params.matrixId);
  }, [params]);

  if (list.isError) return <ErrorNotice message={errorWords(list.error)} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <div className="view" aria-busy />;
  return (
    <div className="view">
      {chosen === undefined ? (
        <EmptyState icon={IconTable} text={t('matrix.empty')} action={{ label: t('matrix.newTitle'), run: () => setEdited('new') }} />
      ) : (
        <ChosenMatrix id={chosen.id} matrices={matrices} onChoose={setWanted} onEdit={setEdited} />
      )}
      {edited === undefined ? null : (
        <MatrixDialog matrix={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} onMade={setWanted} />
      )}
    </div>
  );
}

interface ChosenMatrixProps {
  readonly id: string;
  readonly matrices: readonly { readonly id: string; readonly question: string }[];
  onChoose(id: string): void;
  onEdit(matrix: Matrix | 'new'): void;
}

function ChosenMatrix({ id, matrices, onChoose, onEdit }: ChosenMatrixProps) {
  const { t } = useTranslation('conflicts');
  const query = useCall('conflicts.matrix', { id });
  const change = useCommand('conflicts.changeMatrix');
  const selection = useWorkspace((state) => state.selection);
  const matrix = query.data;
  const claimIds = matrix?.evidence.map(({ row }) => row.id) ?? [];
  const selectedId = selection.type === 'claim' ? selection.id : undefined;
  const add = matrix === undefined || selectedId === undefined || claimIds.includes(selectedId) || change.isRunning ? undefined : addSelected;
  useOffers([
    { id: 'conflicts.matrix.add', title: t('matrix.addSelected'), run: add },
    { id: 'conflicts.matrix.change', title: t('matrix.change'), run: matrix === undefined ? undefined : () => onEdit(matrix) },
    { id: 'conflicts.matrix.new', title: t('matrix.new'), run: () => onEdit('new') },
  ]);
  if (query.isError) return <ErrorNotice message={errorWords(query.error)} onRetry={() => void query.refetch()} />;
  if (matrix === undefined) return <div className="grow" aria-busy />;
  return (
    <>
      <Toolbar label={t('matrix.title')}>
        <select className="matrix-choice" aria-label={t('matrix.choose')} value={id} onChange={(event) => onChoose(event.currentTarget.value)}>
          {matrices.map((one) => (
            <option key={one.id} value={one.id}>
              {one.question}
            </option>
          ))}
        </select>
        <span className="grow" />
        <Tool icon={IconPlus} label={t('matrix.addSelected')} isDisabled={add === undefined} onRun={addSelected} />
        <Tool icon={IconPencil} label={t('matrix.change')} onRun={() => onEdit(matrix)} />
        <Tool icon={IconTable} label={t('matrix.new')} onRun={() => onEdit('new')} />
      </Toolbar>
      <MatrixTable matrix={matrix} />
    </>
  );

  function addSelected(): void {
    if (selectedId !== undefined) void change.run({ id, claimIds: [...claimIds, selectedId] }).catch(() => undefined);
  }
}
