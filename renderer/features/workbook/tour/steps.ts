// The five steps of the tour: what is to be done, when it was done, and where in the workbook it can be. A step is over when
// what it asks for has happened, by whichever way; its place is found by what it is, never by name.
import { call, useWorkspace, viewOf } from '../../../bridge/index.ts';

export const stepNames = ['trace', 'capture', 'verdict', 'chart', 'undo'] as const;
export type StepName = (typeof stepNames)[number];

/** What the steps look at. */
export interface Facts {
  readonly view: string;
  /** Claim that is selected. */
  readonly claim: string | null;
  /** Claim whose passage the Reader shows. */
  readonly readClaim: string | null;
  readonly claims: number;
  readonly decided: number;
  /** The edit that was taken back last and could be brought again. */
  readonly undone: number | null;
}

export interface Step {
  isDone(now: Facts, before: Facts): boolean;
  /** Opens where it can be done; false where nothing of the kind is in the workbook. */
  show(): Promise<boolean>;
}

export const steps: Readonly<Record<StepName, Step>> = {
  trace: {
    isDone: (now, before) => now.view === 'reader' && now.readClaim !== null && (before.view !== 'reader' || now.readClaim !== before.readClaim),
    async show() {
      const { claims } = await call('workbook.info', {});
      if (claims.figure === 0) return false;
      useWorkspace.getState().openView('figures');
      return true;
    },
  },
  capture: {
    isDone: (now, before) => now.claims > before.claims,
    async show() {
      const figure = await openFigure();
      if (figure !== undefined) useWorkspace.getState().openView('reader', { ...figure, isCurrent: 1 });
      return figure !== undefined;
    },
  },
  verdict: {
    isDone: (now, before) => now.decided > before.decided,
    async show() {
      const { groups } = await call('conflicts.list', {});
      const open = groups.filter((group) => group.state === 'open' && !group.tension && group.claims.length === 2);
      const group = open.find(({ kind }) => kind === 'value') ?? open[0];
      if (group !== undefined) useWorkspace.getState().openView('conflicts', { groupId: group.id });
      return group !== undefined;
    },
  },
  chart: {
    isDone: (now, before) => now.view === 'charts' && now.claim !== null && now.claim !== before.claim,
    async show() {
      const { series } = await call('ledger.series', {});
      const [longest] = series.toSorted((a, b) => b.observations - a.observations);
      if (longest === undefined || longest.observations < 2) return false;
      useWorkspace.getState().openView('charts', { seriesId: longest.id });
      return true;
    },
  },
  undo: {
    isDone: (now, before) => now.undone !== null && now.undone !== before.undone,
    async show() {
      const { undo } = await call('history.state', {});
      if (undo !== null) useWorkspace.getState().openView('history');
      return undo !== null;
    },
  },
};

const mostAsked = 100;
/** Open figures of one text that are looked at closely. */
const mostDrafted = 8;

interface OpenFigure {
  readonly sourceId: string;
  readonly start: number;
  readonly end: number;
}

/** A figure that nobody captured yet: the first whose sentence says all that a claim needs, else the first of all. */
async function openFigure(): Promise<OpenFigure | undefined> {
  const { rows } = await call('sources.window', { count: mostAsked });
  let first: OpenFigure | undefined;
  for (const { id: sourceId, kind } of rows) {
    if (kind !== 'document') continue;
    const { found } = await call('passages.found', { sourceId });
    const open = found.filter(({ type, captured, setAside }) => type === 'figure' && !captured && !setAside);
    for (const { start, end } of open.slice(0, mostDrafted)) {
      first ??= { sourceId, start, end };
      const { claim } = await call('claims.draft', { sourceId, start, end });
      if (['measure', 'subject', 'period'].every((field) => claim[field] !== undefined)) return { sourceId, start, end };
    }
  }
  return first;
}

/** What is so now in the views; the rest is read from the workbook. */
export function factsOfViews(): Pick<Facts, 'view' | 'claim' | 'readClaim'> {
  const { focusedView, selection, viewParams } = useWorkspace.getState();
  const readClaim = viewParams('reader')['claimId'];
  return {
    view: focusedView === undefined ? '' : viewOf(focusedView),
    claim: selection.type === 'claim' ? selection.id : null,
    readClaim: typeof readClaim === 'string' ? readClaim : null,
  };
}
