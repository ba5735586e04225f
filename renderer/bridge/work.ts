// Long work of this window itself, such as handing files over: what the status bar lists beside the jobs of the core.
import { create } from 'zustand';

export interface WindowWork {
  readonly id: string;
  readonly label: string;
  /** 0 to 1, or undefined where the length is not known. */
  readonly share?: number;
  readonly detail?: string;
  cancel?(): void;
}

export interface StartedWork {
  /** Shows how far it is, and what it is called now where that changes. */
  show(state: Partial<Pick<WindowWork, 'label' | 'share' | 'detail'>>): void;
  end(): void;
}

export const useWindowWork = create<{ readonly works: readonly WindowWork[] }>()(() => ({ works: [] }));

export function startWork(work: Omit<WindowWork, 'id'>): StartedWork {
  const id = crypto.randomUUID();
  useWindowWork.setState(({ works }) => ({ works: [...works, { ...work, id }] }));
  return {
    show: (state) => useWindowWork.setState(({ works }) => ({ works: works.map((one) => (one.id === id ? { ...one, ...state } : one)) })),
    end: () => useWindowWork.setState(({ works }) => ({ works: works.filter((one) => one.id !== id) })),
  };
}
