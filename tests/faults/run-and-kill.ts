// A child that says what it has done, killed at some time after its first word.
import { spawn } from 'node:child_process';

/** Runs Node with these words; answers the number of the last `ack N` that the child wrote. */
export function runAndKill(words: readonly string[], { afterMs, env = process.env }: { afterMs: number; env?: NodeJS.ProcessEnv }): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'], env });
    let said = '';
    started.stdout.on('data', (piece) => {
      if (said === '') setTimeout(() => started.kill('SIGKILL'), afterMs);
      said += String(piece);
    });
    started.once('error', reject);
    started.once('close', () => resolve(Math.max(0, ...[...said.matchAll(/ack (\d+)\n/g)].map((match) => Number(match[1])))));
  });
}
