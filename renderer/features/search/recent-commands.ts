// The commands that were used last on this computer, the latest first.
import { create } from 'zustand';
import { call } from '../../bridge/index.ts';

const key = 'palette.recent';
const mostKept = 12;

export const useRecentCommands = create<{ readonly ids: readonly string[]; readonly isRead: boolean }>()(() => ({ ids: [], isRead: false }));

/** Read once; without an answer there is none. */
export function readRecent(): void {
  if (useRecentCommands.getState().isRead) return;
  useRecentCommands.setState({ isRead: true });
  call('settings.get', { keys: [key] }).then(
    ({ values }) => useRecentCommands.setState(({ ids }) => ({ ids: [...new Set([...ids, ...(values[key]?.split(' ') ?? [])])] })),
    () => useRecentCommands.setState({ isRead: false }),
  );
}

export function rememberCommand(id: string): void {
  const ids = [id, ...useRecentCommands.getState().ids.filter((one) => one !== id)].slice(0, mostKept);
  useRecentCommands.setState({ ids });
  void call('settings.set', { key, value: ids.join(' ') }).catch(() => undefined);
}

/** Those used last come first; the others keep their order. */
export function recentFirst<T extends { readonly id: string }>(entries: readonly T[], recent: readonly string[]): readonly T[] {
  const placeOf = ({ id }: T) => (recent.includes(id) ? recent.indexOf(id) : recent.length);
  return entries.toSorted((a, b) => placeOf(a) - placeOf(b));
}
