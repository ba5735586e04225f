import { spelledJson } from '../../shared/visible-text.ts';
import type { Log } from './host.ts';

/** Writes one JSON line an event to stderr. Ids and counts only: notes, quotes and paths never get here. */
export function createStderrLog(): Log {
  const write = (level: string, event: string, facts: object = {}) =>
    void process.stderr.write(`${spelledJson(JSON.stringify({ level, event, ...facts }))}\n`);
  return { info: () => {}, error: (event, facts) => write('error', event, facts) };
}
