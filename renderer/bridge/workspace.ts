// What the views share on this screen: the selection, the open views with their parameters, the keys of the focused view,
// and notices. Nothing here is part of the workbook.
import { create } from 'zustand';

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

const noParams: ViewParams = {};
const noKeys: readonly KeyHint[] = [];

export interface Workspace {
  readonly selection: Selection;
  select(selection: Selection): void;
  readonly params: Readonly<Record<string, ViewParams>>;
  /** The dock answers each new serial by opening or focusing the view's tab. */
  readonly request: { readonly view: string; readonly serial: number } | undefined;
  /** Without `params` the view keeps those it has; with them even equal ones are a new object, so effects run again. */
  openView(view: string, params?: ViewParams): void;
  viewParams(view: string): ViewParams;
  setParams(view: string, params: ViewParams): void;
  readonly focusedView: string | undefined;
  setFocusedView(view: string | undefined): void;
  readonly keys: Readonly<Record<string, readonly KeyHint[]>>;
  setKeys(view: string, keys: readonly KeyHint[]): void;
  readonly titles: Readonly<Record<string, string>>;
  /** Gives a view's tab a title of its own, such as the source that the Reader shows. */
  setTitle(view: string, title: string): void;
  readonly notices: readonly StoredNotice[];
  notify(notice: Notice): void;
  dismiss(id: number): void;
  readonly isPaletteOpen: boolean;
  setPaletteOpen(isOpen: boolean): void;
  readonly isEvidenceOpen: boolean;
  setEvidenceOpen(isOpen: boolean): void;
  reset(): void;
}

let serial = 0;

export const useWorkspace = create<Workspace>()((set, get) => ({
  selection: { type: 'none' },
  select: (selection) => set({ selection }),
  params: {},
  request: undefined,
  openView: (view, params) => {
    serial += 1;
    set((state) => ({ request: { view, serial }, params: params === undefined ? state.params : { ...state.params, [view]: { ...params } } }));
  },
  viewParams: (view) => get().params[view] ?? noParams,
  setParams: (view, params) => set((state) => ({ params: { ...state.params, [view]: { ...params } } })),
  focusedView: undefined,
  setFocusedView: (focusedView) => set({ focusedView }),
  keys: {},
  setKeys: (view, keys) => set((state) => ({ keys: { ...state.keys, [view]: keys } })),
  titles: {},
  setTitle: (view, title) => set((state) => ({ titles: { ...state.titles, [view]: title } })),
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
  setEvidenceOpen: (isEvidenceOpen) => set({ isEvidenceOpen }),
  reset: () => set({ selection: { type: 'none' }, params: {}, request: undefined, titles: {}, focusedView: undefined }),
}));

export function useViewParams(view: string): ViewParams {
  return useWorkspace((state) => state.params[view] ?? noParams);
}

export function useKeyHints(view: string | undefined): readonly KeyHint[] {
  return useWorkspace((state) => (view === undefined ? noKeys : (state.keys[view] ?? noKeys)));
}

/** For code outside components. */
export function notify(notice: Notice): void {
  useWorkspace.getState().notify(notice);
}
