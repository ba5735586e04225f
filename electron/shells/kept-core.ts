// The core as the shells have it: its thread is started again when it has died, and whoever waits for it is told. What it had
// acknowledged is in the workbook; the pages ask anew.
import type { MessagePort } from 'node:worker_threads';
import type { ErrorShape } from '../../shared/errors.ts';
import type { CoreThread } from './core-thread.ts';

export interface KeptCore {
  /** A new port to the core; undefined while it is being started again. */
  connect(): MessagePort | undefined;
  /** Opens a workbook instead of the one that is open. */
  open(path: string): void;
  close(): Promise<void>;
}

export interface KeptCoreOptions {
  /** Starts the core; `isAgain` where it died, and goes on where it was. */
  start(isAgain: boolean): Promise<CoreThread>;
  /** It runs again: pages that lost it may connect. */
  onBack?(): void;
  /** It dies again and again, or cannot be started. */
  onLost(): void;
  /** A workbook that was to be opened cannot be. */
  onRefused?(error: ErrorShape): void;
  readonly now?: () => number;
}

/** A core that dies this often within this time will not be better the next time. */
const mostDeaths = 5;
const withinMs = 60_000;

export async function keepCore({ start, onBack, onLost, onRefused = () => {}, now = Date.now }: KeptCoreOptions): Promise<KeptCore> {
  const deaths: number[] = [];
  /** One that was handed to a core in the moment of its death would be silent for ever. */
  const ports = new Set<MessagePort>();
  let isClosed = false;
  let core: CoreThread | undefined;
  let starting: Promise<void> | undefined;

  function take(next: CoreThread): void {
    core = next;
    next.onRefused(onRefused);
    next.onDeath(() => {
      core = undefined;
      for (const port of ports) port.close();
      if (!isClosed) starting = startAgain();
    });
  }

  async function startAgain(): Promise<void> {
    deaths.push(now());
    const isHopeless = deaths.filter((at) => now() - at < withinMs).length >= mostDeaths;
    const next = isHopeless ? undefined : await start(true).catch(() => undefined);
    if (next === undefined) {
      onLost();
      return;
    }
    take(next);
    onBack?.();
  }

  take(await start(false));
  return {
    connect() {
      const port = core?.connect();
      if (port === undefined) return undefined;
      ports.add(port);
      port.once('close', () => ports.delete(port));
      return port;
    },
    open: (path) => core?.open(path),
    async close() {
      isClosed = true;
      await starting;
      await core?.close();
    },
  };
}
