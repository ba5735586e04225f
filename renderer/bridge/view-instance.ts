// A view can be open several times: its instances are `reader`, `reader#2` and so on. Parameters, titles and keys are kept by instance.
import { createContext, useContext } from 'react';

const InstanceContext = createContext<string | undefined>(undefined);

export const ViewInstanceProvider = InstanceContext.Provider;

/** The instance that a component is drawn in. */
export function useViewInstance(): string {
  const instance = useContext(InstanceContext);
  if (instance === undefined) throw new Error('drawn outside of a view');
  return instance;
}

/** The view that an instance shows. */
export function viewOf(instance: string): string {
  return instance.split('#', 1)[0]!;
}

/** 1 for the first of its view. */
export function numberOf(instance: string): number {
  return Number(instance.split('#')[1] ?? 1);
}

/** The first name of a view that none of the open instances has. */
export function freeInstance(view: string, open: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const instance = number === 1 ? view : `${view}#${number}`;
    if (!open.includes(instance)) return instance;
  }
}
