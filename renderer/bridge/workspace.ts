// What the views share on this screen: the selection, the open views with their parameters, the keys of the focused view,
// and notices. Nothing here is part of the workbook.
import { create } from 'zustand';
import { freeInstance, numberOf, viewOf } from './view-instance.ts';
import { noVisits, stepped, type Visits, withVisit } from './visits.ts';

export type Selection = { readonly type: 'none' } | { readonly type: 'claim' | 'observation' | 'source'; readonly id: string };
export type ViewParams = Record<string, string | number>;
export interface KeyHint {
  readonly keys: string;
  readonly does: string;
}
export interface Notice {
  readonly tone: 'info' | 'error';
  readonly text: string;
  /** A newer notice of the same topic replaces the older one. */
  readonly topic?: string;
  readonly action?: { readonly label: string; run(): void };
}
export interface StoredNotice extends Notice {
  readonly id: number;
}

/** The dock answers each new serial by opening or focusing the tab. */
export interface ViewRequest {
  readonly instance: string;
  /** A tab of its own beside the others of its view. */
  readonly isBeside: boolean;
  readonly serial: number;
}

const noParams: ViewParams = {};

export interface Workspace {
  readonly selection: Selection;
  select(selection: Selection): void;
  readonly params: Readonly<Record<string, ViewParams>>;
  readonly request: ViewRequest | undefined;
  /**
   * Opens the instance of a view that was used last and returns its name. Without `params` it keeps those it has; with
   * them even equal ones are a new object, so effects run again.
   */
  openView(view: string, params?: ViewParams): string;
  /** Opens one more instance of a view beside those that are open. */
  openAnother(view: string, params?: ViewParams): string;
  /** Notes that a passage or a source is shown, for the way back. */
  visit(instance: string, params: ViewParams): void;
  readonly visits: Visits;
  /** Back to the passage before, or forth again. */
  goBack(by: 1 | -1): void;
  /** Of the instance that was used last. */
  viewParams(view: string): ViewParams;
  setParams(instance: string, params: ViewParams): void;
  /** Instances that are open in any arrangement. */
  readonly instances: readonly string[];
  /** Those of the arrangement that is shown, and those of them that are in sight. */
  readonly here: readonly string[];
  readonly inSight: readonly string[];
  setInstances(instances: { readonly open: readonly string[]; readonly here: readonly string[]; readonly inSight: readonly string[] }): void;
  /** By view: the instance that was used last. */
  readonly lastUsed: Readonly<Record<string, string>>;
  readonly focusedView: string | undefined;
  setFocusedView(instance: string | undefined): void;
  /** By instance, or by view where its instances have the same. */
  readonly keys: Readonly<Record<string, readonly KeyHint[] | undefined>>;
  /** In place of those that the view declares; undefined gives way to them again. */
  setKeys(instance: string, keys: readonly KeyHint[] | undefined): void;
  readonly titles: Readonly<Record<string, string>>;
  /** Gives a tab a title of its own, such as the source that the Reader shows. */
  setTitle(instance: string, title: string): void;
  readonly notices: readonly StoredNotice[];
  notify(notice: Notice): void;
  dismiss(id: number): void;
  readonly isPaletteOpen: boolean;
  setPaletteOpen(isOpen: boolean): void;
  readonly isEvidenceOpen: boolean;
  /** It is shown with nothing in it, because it was asked for. */
  readonly isEmptyEvidenceShown: boolean;
  setEvidenceOpen(isOpen: boolean): void;
  /** The instance whose own panel stands in the place of Evidence while it is in sight. */
  readonly sideTakenBy: string | undefined;
  takeSide(instance: string): void;
  giveSide(instance: string): void;
  reset(): void;
}

let serial = 0;

export const useWorkspace = create<Workspace>()((set, get) => ({
  selection: { type: 'none' },
  select: (selection) => set({ selection, ...(selection.type === 'none' ? {} : { isEmptyEvidenceShown: false }) }),
  params: {},
  request: undefined,
  openView: (view, params) => {
    const instance = instanceFor(get(), view);
    set((state) => asked(state, { instance, params, isBeside: false }));
    return instance;
  },
  openAnother: (view, params) => {
    const instance = freeInstance(view, get().instances);
    set((state) => asked(state, { instance, params, isBeside: true }));
    return instance;
  },
  visits: noVisits,
  visit: (instance, params) => set(({ visits }) => ({ visits: withVisit(visits, { instance, params }) })),
  goBack: (by) => {
    const next = stepped(get().visits, by);
    if (next !== undefined)
      set((state) => ({ visits: next.visits, ...asked(state, { ...next.visit, isBeside: numberOf(next.visit.instance) > 1 }) }));
  },
  viewParams: (view) => get().params[instanceFor(get(), view)] ?? noParams,
  setParams: (instance, params) => set((state) => ({ params: { ...state.params, [instance]: { ...params } } })),
  instances: [],
  here: [],
  inSight: [],
  setInstances: ({ open, here, inSight }) => set((state) => ({ ...withoutClosed(state, open), here, inSight })),
  lastUsed: {},
  focusedView: undefined,
  setFocusedView: (focusedView) =>
    set(({ lastUsed }) => ({ focusedView, lastUsed: focusedView === undefined ? lastUsed : { ...lastUsed, [viewOf(focusedView)]: focusedView } })),
  keys: {},
  setKeys: (instance, keys) => set((state) => ({ keys: { ...state.keys, [instance]: keys } })),
  titles: {},
  setTitle: (instance, title) => set((state) => ({ titles: { ...state.titles, [instance]: title } })),
  notices: [],
  notify: (notice) => {
    serial += 1;
    const stored = { ...notice, id: serial };
    set((state) => ({
      notices: [
        ...state.notices.filter((other) => other.text !== notice.text && (notice.topic === undefined || other.topic !== notice.topic)).slice(-2),
        stored,
      ],
    }));
  },
  dismiss: (id) => set((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) })),
  isPaletteOpen: false,
  setPaletteOpen: (isPaletteOpen) => set({ isPaletteOpen }),
  isEvidenceOpen: true,
  isEmptyEvidenceShown: false,
  setEvidenceOpen: (isEvidenceOpen) =>
    set(({ selection }) => ({ isEvidenceOpen, isEmptyEvidenceShown: isEvidenceOpen && selection.type === 'none' })),
  sideTakenBy: undefined,
  takeSide: (sideTakenBy) => set({ sideTakenBy }),
  giveSide: (instance) => set(({ sideTakenBy }) => (sideTakenBy === instance ? { sideTakenBy: undefined } : {})),
  reset: () =>
    set({
      visits: noVisits,
      selection: { type: 'none' },
      params: {},
      request: undefined,
      instances: [],
      here: [],
      inSight: [],
      sideTakenBy: undefined,
      lastUsed: {},
      titles: {},
      focusedView: undefined,
    }),
}));

/** A name with a number means that instance. */
function instanceFor({ lastUsed, instances, here }: Workspace, view: string): string {
  const last = lastUsed[view];
  for (const among of [here, instances]) {
    const found = last !== undefined && among.includes(last) ? last : among.find((one) => viewOf(one) === view);
    if (found !== undefined) return found;
  }
  return view;
}

interface Asked extends Omit<ViewRequest, 'serial'> {
  readonly params: ViewParams | undefined;
}

function asked({ params: before }: Workspace, { instance, params, isBeside }: Asked): Pick<Workspace, 'request' | 'params'> {
  serial += 1;
  return { request: { instance, isBeside, serial }, params: params === undefined ? before : { ...before, [instance]: { ...params } } };
}

/** A further instance that was closed is forgotten; the first of a view comes back as it was. */
function withoutClosed({ instances: before, params, titles }: Workspace, instances: readonly string[]): Partial<Workspace> {
  const gone = new Set(before.filter((one) => numberOf(one) > 1 && !instances.includes(one)));
  const kept = <T>(byInstance: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(byInstance).filter(([name]) => !gone.has(name)));
  return gone.size === 0 ? { instances } : { instances, params: kept(params), titles: kept(titles) };
}

export function useViewParams(instance: string): ViewParams {
  return useWorkspace((state) => state.params[instance] ?? noParams);
}

/** Undefined where a view has none but those that it declares. */
export function useKeyHints(instance: string | undefined): readonly KeyHint[] | undefined {
  return useWorkspace((state) => (instance === undefined ? undefined : (state.keys[instance] ?? state.keys[viewOf(instance)])));
}

/** For code outside components. */
export function notify(notice: Notice): void {
  useWorkspace.getState().notify(notice);
}
