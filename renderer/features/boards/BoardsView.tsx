// Boards by name, each a page of panels over one time.
import { Select } from '@mantine/core';
import { IconDots, IconLayoutDashboard, IconPlus, IconTable } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { told, useCall, useKeyedCommands, useOffers, useSetting, useTheme, useWorkspace } from '../../bridge/index.ts';
import type { ViewProps } from '../../ui/feature-manifest.ts';
import { EmptyState, type MenuRequest, openMenu, placeUnder, Segments, segmentOffers, Tool, Toolbar } from '../../ui/index.ts';
import { BoardDialog } from './BoardDialog.tsx';
import { boardKeys } from './keys.ts';
import { NoteDialog } from './NoteDialog.tsx';
import { PanelCard } from './PanelCard.tsx';
import { PanelDialog } from './PanelDialog.tsx';
import { boardSvg, panelSvg, saveSvg } from './panel-files.ts';
import { panelMenu } from './panel-menu.ts';
import { type ListedBoard, type ListedPanel, useBoards, useDescribe } from './use-boards.ts';
import './boards.css';

type Open =
  | { readonly is: 'board'; readonly board: ListedBoard | undefined }
  | { readonly is: 'panel'; readonly panel: ListedPanel | undefined }
  | { readonly is: 'note'; readonly panel: ListedPanel; readonly claimId: string | undefined };

export function BoardsView(_: ViewProps) {
  const { t } = useTranslation('boards');
  const boards = useBoards();
  const workbook = useCall('workbook.info', {}).data?.id;
  const kept = useSetting(`boards:${workbook ?? 'none'}`);
  const [open, setOpen] = useState<Open>();
  const [isTable, setTable] = useState(false);
  const [focused, setFocused] = useState<string>();
  const { theme } = useTheme();
  const { selection } = useWorkspace();
  const describe = useDescribe({ isQuiet: false });
  const root = useRef<HTMLDivElement>(null);
  const board = boards?.find(({ name }) => name === kept.value) ?? boards?.[0];
  const current = board?.panels.find(({ name }) => name === focused) ?? board?.panels[0];
  const selected = selection.type === 'claim' ? selection.id : undefined;

  // A dialog that closed gives the keys back to the view.
  useEffect(() => {
    if (open === undefined && document.activeElement === document.body) root.current?.focus({ preventScroll: true });
  }, [open]);

  const newPanel = board === undefined ? undefined : () => setOpen({ is: 'panel', panel: undefined });
  const turn = () => setTable(!isTable);
  const editPanel = current === undefined ? undefined : () => setOpen({ is: 'panel', panel: current });
  const addNote = current === undefined ? undefined : () => setOpen({ is: 'note', panel: current, claimId: selected });
  const step = (by: 1 | -1) => {
    const plot = root.current?.querySelector<HTMLElement>(`[data-panel="${CSS.escape(current?.name ?? '')}"] .board-plot`);
    plot?.focus({ preventScroll: true });
    plot?.dispatchEvent(new KeyboardEvent('keydown', { key: by > 0 ? 'ArrowRight' : 'ArrowLeft', bubbles: true }));
  };
  useKeyedCommands(boardKeys, {
    P: newPanel,
    E: editPanel,
    M: addNote,
    T: board === undefined ? undefined : turn,
    '→': current === undefined ? undefined : () => step(1),
    '←': current === undefined ? undefined : () => step(-1),
  });
  const axisSegments = {
    label: t('axis.label'),
    segments: (['shared', 'own'] as const).map((key) => ({ key, label: t(`axis.${key}`) })),
    onChoose: (axis: 'shared' | 'own') => void (board === undefined ? undefined : describe.run({ record: 'board', id: board.id, axis })),
  };
  useOffers([
    { id: 'boards.new', title: t('newBoard'), run: () => setOpen({ is: 'board', board: undefined }) },
    ...(board === undefined ? [] : segmentOffers(axisSegments)),
  ]);

  const menuOfBoard = (one: ListedBoard): MenuRequest => ({
    label: one.name,
    groups: [
      [
        { label: t('menu.editBoard'), run: () => setOpen({ is: 'board', board: one }) },
        { label: t('newBoard'), run: () => setOpen({ is: 'board', board: undefined }) },
      ],
      [{ label: t('menu.saveBoardSvg'), run: () => void boardSvg(one, theme).then((svg) => saveSvg(svg, one.name)) }],
      [{ label: t('menu.removeBoard'), isDangerous: true, run: () => void describe.run({ record: 'board', id: one.id, remove: true }) }],
    ],
  });

  const menuOf = (panel: ListedPanel, index: number) => (claimId: string | undefined) => {
    const list = board?.panels ?? [];
    const swap = (other: ListedPanel | undefined) =>
      other === undefined
        ? undefined
        : () =>
            void describe.run(
              ...list.map((one, at) => ({
                record: 'panel' as const,
                id: one.id,
                order: one === panel ? list.indexOf(other) : one === other ? index : at,
              })),
            );
    const title = panel.title === '' ? panel.name : panel.title;
    const svg = () => panelSvg(board?.name ?? '', panel.name, theme);
    return panelMenu({
      title,
      claimId,
      t,
      edit: () => setOpen({ is: 'panel', panel }),
      note: (on) => setOpen({ is: 'note', panel, claimId: on }),
      copy: () =>
        void told(async () => {
          await navigator.clipboard.writeText(await svg());
          return t('copied');
        }),
      save: () => void svg().then((text) => saveSvg(text, title)),
      remove: () => void describe.run({ record: 'panel', id: panel.id, remove: true }),
      up: swap(list[index - 1]),
      down: swap(list[index + 1]),
    });
  };

  const dialogs =
    open === undefined ? null : open.is === 'board' ? (
      <BoardDialog board={open.board} onClose={() => setOpen(undefined)} onNamed={kept.set} />
    ) : open.is === 'panel' ? (
      <PanelDialog board={board?.name ?? ''} panel={open.panel} onClose={() => setOpen(undefined)} />
    ) : (
      <NoteDialog claimId={open.claimId} panel={open.panel.name} board={board?.name ?? ''} onClose={() => setOpen(undefined)} />
    );

  if (boards === undefined) return <div className="view" />;
  if (board === undefined)
    return (
      <div className="view" ref={root} tabIndex={-1}>
        <EmptyState
          icon={IconLayoutDashboard}
          text={t('empty')}
          action={{ label: t('newBoard'), run: () => setOpen({ is: 'board', board: undefined }) }}
        />
        {dialogs}
      </div>
    );
  return (
    <div className="view boards" ref={root} tabIndex={-1}>
      <Toolbar label={t('title')}>
        <Select
          aria-label={t('chooseBoard')}
          className="board-choice"
          data={boards.map(({ name }) => name)}
          value={board.name}
          allowDeselect={false}
          onChange={(name) => name !== null && kept.set(name)}
        />
        <button
          type="button"
          className="tool"
          aria-label={t('boardMenu', { name: board.name })}
          aria-haspopup="menu"
          onClick={(event) => openMenu(menuOfBoard(board), placeUnder(event.currentTarget))}
        >
          <IconDots size={14} aria-hidden />
        </button>
        <Tool icon={IconPlus} label={t('panel')} keys="P" onRun={() => newPanel?.()} />
        <Segments {...axisSegments} chosen={board.axis} />
        <span className="grow" />
        <Tool icon={IconTable} label={t('tableView')} keys="T" isPressed={isTable} onRun={turn} />
      </Toolbar>
      {board.panels.length === 0 ? (
        <EmptyState icon={IconLayoutDashboard} text={t('emptyBoard')} action={{ label: t('newPanel'), run: () => newPanel?.() }} />
      ) : (
        <div className="board-panels" data-count={Math.min(2, board.panels.length)}>
          {board.panels.map((panel, index) => (
            <PanelCard
              key={panel.id}
              board={board.name}
              panel={panel}
              isTable={isTable}
              isCurrent={panel === current}
              onFocus={() => setFocused(panel.name)}
              menuOf={menuOf(panel, index)}
            />
          ))}
        </div>
      )}
      {dialogs}
    </div>
  );
}
