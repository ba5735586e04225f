// Whether the core can be reached. Views go on showing what they have; a banner says that changes wait.
import { create } from 'zustand';

export type ConnectionState = 'connecting' | 'open' | 'lost';

interface Connection {
  readonly state: ConnectionState;
  /** When it came to be so. */
  readonly since: number;
  set(state: ConnectionState): void;
}

export const useConnection = create<Connection>()((set) => ({
  state: 'connecting',
  since: Date.now(),
  set: (state) => set((before) => (before.state === state ? before : { state, since: Date.now() })),
}));

const briefMs = 3000;

/** Lost, and not only for the moment in which a core is started again. */
export function isLongLost(): boolean {
  const { state, since } = useConnection.getState();
  return state === 'lost' && Date.now() - since > briefMs;
}

/** Resolves when the core can be reached; rejects after `timeoutMs`. */
export function whenConnected(timeoutMs: number): Promise<void> {
  if (useConnection.getState().state === 'open') return Promise.resolve();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => settle(() => reject(new Error('no connection'))), timeoutMs);
    const stop = useConnection.subscribe(({ state }) => {
      if (state === 'open') settle(resolve);
    });
    function settle(finish: () => void): void {
      clearTimeout(timer);
      stop();
      finish();
    }
  });
}
