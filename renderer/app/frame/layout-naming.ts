import { create } from 'zustand';

/** Whether a name is asked for the arrangement that is shown. */
export const useLayoutNaming = create<{ readonly isAsked: boolean }>()(() => ({ isAsked: false }));

export function nameLayout(): void {
  useLayoutNaming.setState({ isAsked: true });
}
