// Change events: ids and table names, never data. Views read again what they show.
import type { ChangeEvent } from '../../shared/rpc.ts';

export interface Events {
  emit(event: ChangeEvent): void;
  subscribe(listener: (event: ChangeEvent) => void): () => void;
}

export function createEvents(): Events {
  const listeners = new Set<(event: ChangeEvent) => void>();
  return {
    emit(event) {
      for (const listener of listeners) listener(event);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
