// Before claims are changed so that they no longer say what their passages read as, the person is asked why. One answer holds
// for a whole paste.
import { create } from 'zustand';
import type { Input, Output } from '../../shared/contract.ts';
import { call } from './call.ts';

type Partings = Output<'claims.partings'>['partings'];

interface Asked {
  readonly partings: Partings;
  /** Undefined: leave the claims as they are. */
  answer(reason: string | undefined): void;
}

export const useParting = create<{ readonly asked: Asked | undefined }>()(() => ({ asked: undefined }));

/** What goes with the change: a reason, or nothing where no claim parts from its passage. Undefined where it is not to be made. */
export async function reasonForChange(change: Input<'claims.partings'>): Promise<{ readonly reason?: string } | undefined> {
  const { partings } = await call('claims.partings', change);
  if (partings.length === 0) return {};
  const reason = await new Promise<string | undefined>((resolve) => useParting.setState({ asked: { partings, answer: resolve } }));
  useParting.setState({ asked: undefined });
  return reason === undefined ? undefined : { reason };
}
