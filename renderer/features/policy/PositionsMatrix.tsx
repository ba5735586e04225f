// Who wants what: actors down, what they speak of across, the latest stance in each cell. Below it, the history of the
// chosen cell.

import { IconQuote } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/errors.ts';
import type { Position } from '../../../shared/features/policy/contract.ts';
import { errorWords, useHints, useWorkspace } from '../../bridge/index.ts';
import { EmptyState, ErrorNotice } from '../../ui/index.ts';
import { positionKeys } from './keys.ts';
import { PositionsTable, Stance } from './Positions.tsx';

interface Chosen {
  readonly actor: string;
  readonly about: string;
}

export function PositionsMatrix({ query }: { query: UseQueryResult<Position[], AppError> }) {
  const { t } = useTranslation('policy');
  const openView = useWorkspace((state) => state.openView);
  const [chosen, setChosen] = useState<Chosen>();
  const positions = query.data;
  useHints(positionKeys);
  if (query.isError) return <ErrorNotice message={errorWords(query.error)} onRetry={() => void query.refetch()} />;
  if (positions === undefined) return <div className="grow" aria-busy />;
  if (positions.length === 0)
    return <EmptyState icon={IconQuote} text={t('empty.positions')} action={{ label: t('emptyAction'), run: () => openView('reader') }} />;
  const shown = chosen === undefined ? [] : positions.filter((one) => one.actor === chosen.actor && one.about === chosen.about);
  return (
    <div className="positions">
      <Matrix positions={positions} chosen={chosen} onChoose={setChosen} />
      {chosen === undefined || shown.length === 0 ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        <section className="positions-history" tabIndex={0} aria-label={t('historyOf', { ...chosen })} aria-live="polite">
          <h3>{t('historyOf', { ...chosen })}</h3>
          <PositionsTable positions={shown} about={chosen.about} />
        </section>
      )}
    </div>
  );
}

interface MatrixProps {
  readonly positions: readonly Position[];
  readonly chosen: Chosen | undefined;
  onChoose(cell: Chosen): void;
}

function Matrix({ positions, chosen, onChoose }: MatrixProps) {
  const { t } = useTranslation('policy');
  const table = useRef<HTMLTableElement>(null);
  const { actors, abouts, cells } = useMemo(() => gather(positions), [positions]);
  const [active, setActive] = useState<Chosen>();
  const firstHeld = (actor: string) => abouts.find((about) => cells.has(`${actor}\n${about}`));
  const isActive = (actor: string, about: string) =>
    active === undefined ? actor === actors[0] && about === firstHeld(actor) : active.actor === actor && active.about === about;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = steps[event.key];
    const place = (event.target as HTMLElement).dataset['cell']?.split(',').map(Number);
    if (step === undefined || place === undefined) return;
    event.preventDefault();
    nextCell(table.current, place as [number, number], step)?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows step between its buttons
    <div className="positions-scroll" onKeyDown={onKeyDown}>
      <table className="positions-matrix" ref={table} aria-label={t('matrix')}>
        <thead>
          <tr>
            <th scope="col">{t('column.actor')}</th>
            {abouts.map((about) => (
              <th key={about} scope="col">
                {about}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {actors.map((actor, row) => (
            <tr key={actor}>
              <th scope="row">{actor}</th>
              {abouts.map((about, column) => {
                const held = cells.get(`${actor}\n${about}`);
                return (
                  <td key={about}>
                    {held === undefined ? null : (
                      <button
                        type="button"
                        tabIndex={isActive(actor, about) ? 0 : -1}
                        data-cell={`${row},${column}`}
                        aria-pressed={chosen?.actor === actor && chosen.about === about}
                        onFocus={() => setActive({ actor, about })}
                        onClick={() => onChoose({ actor, about })}
                      >
                        <Stance stance={held.stance} />
                        {held.state === 'held' ? null : (
                          <span className={held.state === 'disputed' ? 'policy-disputed' : 'policy-changed'}>{t(`positionState.${held.state}`)}</span>
                        )}
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Step = readonly [number, number];

const steps: Readonly<Record<string, Step | undefined>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The nearest cell with a position on that side; one in the same row or column before others. */
function nextCell(table: HTMLElement | null, [row, column]: Step, [down, right]: Step): HTMLElement | undefined {
  const cells = [...(table?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])].map((cell) => {
    const [toRow = 0, toColumn = 0] = (cell.dataset['cell'] ?? '').split(',').map(Number);
    const along = down === 0 ? (toColumn - column) * right : (toRow - row) * down;
    const across = Math.abs(down === 0 ? toRow - row : toColumn - column);
    return { cell, along, across };
  });
  return cells.filter(({ along }) => along > 0).toSorted((a, b) => a.along + 3 * a.across - (b.along + 3 * b.across))[0]?.cell;
}

/** Rows and columns with the most positions come first, so that what can be compared stands together. */
function gather(positions: readonly Position[]) {
  const cells = new Map<string, Position>();
  for (const one of positions) {
    const key = `${one.actor}\n${one.about}`;
    const other = cells.get(key);
    if (other === undefined || (one.when.latest ?? '9999') > (other.when.latest ?? '9999')) cells.set(key, one);
  }
  const ranked = (nameOf: (one: Position) => string) => {
    const counts = new Map<string, number>();
    for (const one of cells.values()) counts.set(nameOf(one), (counts.get(nameOf(one)) ?? 0) + 1);
    return [...counts].toSorted(([a, m], [b, n]) => n - m || a.localeCompare(b)).map(([name]) => name);
  };
  return { actors: ranked(({ actor }) => actor), abouts: ranked(({ about }) => about), cells };
}
