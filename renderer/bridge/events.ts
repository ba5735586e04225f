// Listens to the core's change events for as long as the window lives, across reconnects. Events carry ids, never data: every
// query says what it reads, and is asked again when that was touched.
import type { QueryClient } from '@tanstack/react-query';
import { create } from 'zustand';
import { findCall, type Method, methods } from '../../shared/contract.ts';
import { isTouched } from '../../shared/reads.ts';
import type { Address, ChangeEvent } from '../../shared/rpc.ts';
import { useConnection, whenConnected } from './connection.ts';
import { link } from './send.ts';

interface Revision {
  /** By method: grows when something was touched that it reads. */
  readonly revisions: Readonly<Record<string, number>>;
  /** Grows when everything is to be read again. */
  readonly all: number;
  /** Counts openings and closings of a workbook. */
  readonly opening: number;
}

const useRevisionStore = create<Revision>()(() => ({ revisions: {}, all: 0, opening: 0 }));

/** A number that grows when the answers of a query may have changed: give it to whatever caches its rows. */
export function useRevision(method: Method): number {
  return useRevisionStore(({ revisions, all }) => all + (revisions[method] ?? 0));
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

function readAllAgain(client: QueryClient): void {
  useRevisionStore.setState(({ all }) => ({ all: all + 1 }));
  void client.invalidateQueries();
}

/** After an edit only what rests on something that it touched is asked again. A past state stays what it was. */
function readTouchedAgain(touched: ChangeEvent['touched'], client: QueryClient): void {
  const stale = new Set(methods.filter((method) => isTouched(findCall(method)!.reads, touched)));
  useRevisionStore.setState(({ revisions }) => ({
    revisions: { ...revisions, ...Object.fromEntries([...stale].map((method) => [method, (revisions[method] ?? 0) + 1])) },
  }));
  void client.invalidateQueries({
    predicate: ({ queryKey: [method, , address] }) => stale.has(method as Method) && (address as Address | undefined)?.at === undefined,
  });
}

/** Jobs go on many times a second; no eye follows that. */
const jobsIntervalMs = 150;
let jobsTimer: ReturnType<typeof setTimeout> | undefined;

function readJobsSoon(client: QueryClient): void {
  if (jobsTimer !== undefined) return;
  jobsTimer = setTimeout(() => {
    jobsTimer = undefined;
    void client.invalidateQueries({ queryKey: ['host.jobs'] });
  }, jobsIntervalMs);
}

function receive(event: ChangeEvent, client: QueryClient): void {
  for (const listener of listeners) listener(event);
  switch (event.type) {
    case 'job.progressed':
      readJobsSoon(client);
      return;
    case 'workbook.changed':
      readTouchedAgain(event.touched, client);
      return;
    case 'workbook.opened':
    case 'workbook.closed':
      useRevisionStore.setState(({ opening }) => ({ opening: opening + 1 }));
      readAllAgain(client);
      return;
    case 'workbook.troubled':
      void client.invalidateQueries({ queryKey: ['workbook.info'] });
  }
}

async function listenOnce(client: QueryClient): Promise<void> {
  const open = await link();
  await whenConnected(60_000);
  const events = (await open.call(['events', 'subscribe'], {}, { context: {} })) as AsyncIterable<ChangeEvent>;
  readAllAgain(client);
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
