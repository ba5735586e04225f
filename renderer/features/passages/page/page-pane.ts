// Whether the page stands beside the text, how much of the Reader it takes and how large it is: one for all sources, kept
// on this computer.
import i18next from 'i18next';
import { create } from 'zustand';
import { call, notify, useSetting, useWorkspace } from '../../../bridge/index.ts';

interface PagePane {
  /** The user's last word; undefined until it is said here. */
  readonly isWanted: boolean | undefined;
  /** The source in the Reader has pages. */
  readonly hasPages: boolean;
  /** Number of the page in the middle of the pane. */
  readonly pageInView: number;
}

const shownKey = 'reader.page';

export const usePagePane = create<PagePane>()(() => ({ isWanted: undefined, hasPages: false, pageInView: 1 }));

/** Shown until it is hidden. */
export function usePageShown(): boolean {
  const kept = useSetting(shownKey).value;
  const wanted = usePagePane((state) => state.isWanted);
  return wanted ?? (kept !== undefined && kept !== 'hidden');
}

export async function togglePage(): Promise<void> {
  const { hasPages, isWanted } = usePagePane.getState();
  useWorkspace.getState().openView('reader');
  if (!hasPages) return notify({ tone: 'info', topic: 'page', text: i18next.t('passages:page.none') });
  const { values } = await call('settings.get', { keys: [shownKey] });
  const isShown = !(isWanted ?? values[shownKey] !== 'hidden');
  usePagePane.setState({ isWanted: isShown });
  await call('settings.set', { key: shownKey, value: isShown ? 'shown' : 'hidden' });
}

const smallestShare = 0.2;

/** Share of the Reader that the page takes, 0.2 to 0.8. */
export function usePageShare(): { readonly share: number; set(share: number): void } {
  const { value, set } = useSetting('reader.pageShare');
  const kept = Number(value ?? Number.NaN);
  return {
    share: Number.isFinite(kept) ? clampShare(kept) : 0.5,
    set: (share) => set(clampShare(share).toFixed(3)),
  };
}

export function clampShare(share: number): number {
  return Math.max(smallestShare, Math.min(1 - smallestShare, share));
}
