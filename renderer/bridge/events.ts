// Listens to the core's change events for as long as the window lives, across reconnects. Events carry ids, never data,
// so every view simply reads again; reads are cheap and the store is local.
import type { QueryClient } from '@tanstack/react-query';
import { create } from 'zustand';
import type { ChangeEvent } from '../../shared/rpc.ts';
import { link } from './call.ts';
import { useConnection, whenConnected } from './connection.ts';

interface Revision {
  readonly revision: number;
  /** Counts openings and closings of a workbook. */
  readonly opening: number;
}

const useRevisionStore = create<Revision>()(() => ({ revision: 0, opening: 0 }));

/** A number that grows with every change of the workbook: give it to whatever caches rows on its own. */
export function useRevision(): number {
  return useRevisionStore((state) => state.revision);
}

export function useOpening(): number {
  return useRevisionStore((state) => state.opening);
}

const listeners = new Set<(event: ChangeEvent) => void>();

/** Hears each event of the core; returns how to stop. */
export function onChange(listener: (event: ChangeEvent) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function readAgain(client: QueryClient): void {
  useRevisionStore.setState(({ revision }) => ({ revision: revision + 1 }));
  void client.invalidateQueries();
}

function receive(event: ChangeEvent, client: QueryClient): void {
  for (const listener of listeners) listener(event);
  if (event.type === 'job.progressed') return;
  if (event.type === 'workbook.opened' || event.type === 'workbook.closed') useRevisionStore.setState(({ opening }) => ({ opening: opening + 1 }));
  readAgain(client);
}

async function listenOnce(client: QueryClient): Promise<void> {
  const open = await link();
  await whenConnected(60_000);
  const events = (await open.call(['events', 'subscribe'], {}, { context: {} })) as AsyncIterable<ChangeEvent>;
  readAgain(client);
  for await (const event of events) receive(event, client);
}

/** Never returns: a broken subscription is opened again, slower while the core stays away. */
export async function listenForever(client: QueryClient): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const since = Date.now();
    try {
      await listenOnce(client);
    } catch {
      if (useConnection.getState().state === 'connecting') useConnection.getState().set('lost');
    }
    if (Date.now() - since > 10_000) attempt = 0;
    await new Promise((resolve) => setTimeout(resolve, Math.min(4000, 200 * 2 ** Math.min(attempt, 5))));
  }
}
