// One panel: its title with what was checked of it, the drawing, what is told beside it, and where it comes from.
import { IconDots } from '@tabler/icons-react';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { legendWords, sourceText } from '../../../shared/features/boards/picture/board-picture.ts';
import { inkOf, panelScene, seriesInks } from '../../../shared/features/boards/picture/panel-scene.ts';
import { unitText, valueText } from '../../../shared/features/boards/words.ts';
import { formatPeriod } from '../../../shared/period/index.ts';
import { errorWords, useCall, useWorkspace, words } from '../../bridge/index.ts';
import { ErrorNotice, type MenuRequest, menuHandlers, openMenu, placeUnder } from '../../ui/index.ts';
import { useInnerSize } from '../../ui/use-inner-size.ts';
import { PanelNotes } from './PanelNotes.tsx';
import { PanelTable } from './PanelTable.tsx';
import { Picture } from './Picture.tsx';
import { TitleStateChip } from './TitleState.tsx';
import type { Drawing, ListedPanel } from './use-boards.ts';

export interface PanelCardProps {
  readonly board: string;
  readonly panel: ListedPanel;
  readonly isTable: boolean;
  readonly isCurrent: boolean;
  onFocus(): void;
  /** What can be done with it. */
  menuOf(claimId: string | undefined): MenuRequest;
}

const plotHeight = 260;

export function PanelCard({ board, panel, isTable, isCurrent, onFocus, menuOf }: PanelCardProps) {
  const { t, i18n } = useTranslation('boards');
  const { selection, select } = useWorkspace();
  const box = useInnerSize();
  const id = useId();
  const drawn = useCall(
    'boards.panel',
    { board, panel: panel.name, size: { width: Math.max(240, box.width), height: plotHeight } },
    { enabled: box.width > 0 },
  );
  const drawing = drawn.data;
  const shapes = useMemo(() => (drawing === undefined ? [] : panelScene(drawing)), [drawing]);
  const selected = selection.type === 'claim' ? selection.id : undefined;
  const marks = useMemo(() => steps(drawing), [drawing]);
  const current = marks.find(({ mark }) => selected !== undefined && mark.claims.includes(selected));
  const title = panel.title === '' ? panel.name : panel.title;

  const claimUnder = (target: EventTarget) => (target as HTMLElement).closest('[data-claims]')?.getAttribute('data-claims')?.split(' ') ?? [];
  const onClick = (event: MouseEvent) => {
    const claims = claimUnder(event.target);
    const next = claims[((selected === undefined ? -1 : claims.indexOf(selected)) + 1) % Math.max(1, claims.length)];
    if (next !== undefined) select({ type: 'claim', id: next });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') || marks.length === 0) return;
    event.preventDefault();
    const by = event.key === 'ArrowRight' ? 1 : -1;
    const at = current === undefined ? -1 : marks.indexOf(current);
    const next = marks[at < 0 ? (by > 0 ? 0 : marks.length - 1) : Math.min(marks.length - 1, Math.max(0, at + by))];
    const claim = next?.mark.claims[0];
    if (claim !== undefined) select({ type: 'claim', id: claim });
  };
  const menu = menuHandlers((target) => menuOf(claimUnder(target)[0] ?? current?.mark.claims[0]));
  return (
    <section
      className="board-panel"
      aria-label={title}
      data-panel={panel.name}
      data-current={isCurrent ? '' : undefined}
      onFocusCapture={onFocus}
      onPointerDown={onFocus}
    >
      <header>
        <h3 title={title}>{title}</h3>
        <TitleStateChip state={drawing?.titleState ?? panel.titleState} />
        <span className="muted cut board-unit">{drawing === undefined ? '' : unitText(drawing.y.unit).trim()}</span>
        <button
          type="button"
          className="tool"
          aria-label={t('panelMenu', { title })}
          aria-haspopup="menu"
          onClick={(event) => openMenu(menuOf(selected), placeUnder(event.currentTarget))}
        >
          <IconDots size={14} aria-hidden />
        </button>
      </header>
      {drawing === undefined ? null : <Told drawing={drawing} />}
      <div ref={box.ref} className="board-plot-room">
        {drawn.error === null || drawn.isFetching ? null : <ErrorNotice message={errorWords(drawn.error)} onRetry={() => void drawn.refetch()} />}
        {drawing === undefined ? (
          <div className="board-plot" style={{ height: plotHeight }} />
        ) : isTable ? (
          <PanelTable drawing={drawing} label={title} selected={selected} onSelect={(claimId) => select({ type: 'claim', id: claimId })} />
        ) : (
          <Plot label={t('plotLabel', { title, count: marks.length })} onClick={onClick} onKeyDown={onKeyDown} menu={menu}>
            <Picture id={id} shapes={shapes} width={drawing.size.width} height={drawing.size.height} selected={selected} />
            <div className="visually-hidden" role="status">
              {current === undefined
                ? ''
                : `${current.strand}: ${formatPeriod(current.mark.period, i18n.language)}, ${valueText(current.mark, current.unit)}`}
            </div>
          </Plot>
        )}
      </div>
      {drawing === undefined ? null : <Foot drawing={drawing} />}
    </section>
  );
}

interface PlotProps {
  readonly label: string;
  onClick(event: MouseEvent): void;
  onKeyDown(event: KeyboardEvent): void;
  readonly menu: ReturnType<typeof menuHandlers>;
  readonly children: ReactNode;
}

function Plot({ label, onClick, onKeyDown, menu, children }: PlotProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/noNoninteractiveTabindex: the drawing is stepped through by keys
    <div className="board-plot" role="group" tabIndex={0} aria-label={label} onClick={onClick} onKeyDown={onKeyDown} {...menu}>
      {children}
    </div>
  );
}

/** What the reader must be told while it stands. */
function Told({ drawing }: { readonly drawing: Drawing }) {
  const { t } = useTranslation('boards');
  const told = [
    ...drawing.problems.map(({ why }) => t(`problem.${why}`)),
    ...drawing.warnings.map(({ why, reason }) => t(`warning.${why}`, { reason })),
  ];
  return told.length === 0 ? null : (
    <ul className="board-told">
      {[...new Set(told)].map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

function Foot({ drawing }: { readonly drawing: Drawing }) {
  const { t } = useTranslation('boards');
  const unplaced = drawing.labels.counted.reduce((sum, { n }) => sum + n, 0);
  const hidden = drawing.hidden.reduce((sum, { claims }) => sum + claims.length, 0);
  const sources = sourceText(drawing);
  return (
    <footer>
      <p className="board-legend">
        {drawing.strands.length < 2 || drawing.form === 'multiples'
          ? null
          : drawing.strands.map(({ name }, index) => (
              <span key={name}>
                <i style={{ borderColor: `var(--${seriesInks[index % seriesInks.length]})` }} aria-hidden />
                {name}
              </span>
            ))}
        {drawing.legend
          .filter(({ role, class: kind }) => role !== 'value' || kind !== 'outcome')
          .map(({ role, class: kind }) => (
            <span key={`${role} ${kind}`}>
              <i
                data-role={role}
                style={{ borderColor: `var(--${inkOf({ role, class: kind }, 0)})` }}
                data-dashed={kind !== 'outcome' || role === 'was' ? '' : undefined}
                aria-hidden
              />
              {words(legendWords(role, kind))}
            </span>
          ))}
        {drawing.shades.length === 0 ? null : (
          <span>
            <i data-shade="" aria-hidden />
            {[...new Set(drawing.shades.map(({ thing }) => thing))].join(', ')}
          </span>
        )}
      </p>
      <p className="board-counts muted">
        {[
          unplaced > 0 ? t('moreLabels', { count: unplaced }) : '',
          hidden > 0 ? t('hiddenClaims', { count: hidden }) : '',
          drawing.unpaired.length > 0 ? t('unpaired', { count: drawing.unpaired.length }) : '',
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      <PanelNotes drawing={drawing} />
      <p className="board-sources muted" title={sources}>
        {sources === '' ? '' : t('sourceLine', { sources })}
      </p>
    </footer>
  );
}

interface Step {
  readonly strand: string;
  readonly unit: string | null;
  readonly mark: Drawing['strands'][number]['marks'][number];
}

/** Marks in the order in which keys go through them. */
function steps(drawing: Drawing | undefined): readonly Step[] {
  return (drawing?.strands ?? []).flatMap(({ name, unit, marks }) =>
    marks.filter(({ role }) => role !== 'hull').map((mark) => ({ strand: name, unit, mark })),
  );
}
