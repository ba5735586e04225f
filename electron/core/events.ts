// Change events: which records of which groups were touched, never data. Views read again what rests on them.
import type { ChangeEvent } from '../../shared/rpc.ts';
import type { Touched } from './edits/write-set.ts';

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

type Said = Pick<ChangeEvent, 'type'> & Partial<Pick<ChangeEvent, 'workbook' | 'edit' | 'job' | 'note'>> & { readonly touched?: readonly Touched[] };

export function changeEvent({ touched = [], ...said }: Said): ChangeEvent {
  return { workbook: null, edit: null, job: null, note: null, ...said, touched: summaryOf(touched) };
}

/** More records of one table than this are not named one by one. */
const mostNamed = 200;

function summaryOf(touched: readonly Touched[]): ChangeEvent['touched'] {
  return Object.fromEntries(
    [...Map.groupBy(touched, (one) => one.table)].map(([table, all]) => {
      const groups = new Set(all.flatMap((one) => (one.is === 'changed' ? [...one.groups] : ['*'])));
      return [table, { groups: [...groups], ids: all.length > mostNamed ? null : all.map((one) => one.id) }];
    }),
  );
}
