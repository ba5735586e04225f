import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What `npm start` runs. */
export const program = fileURLToPath(new URL('../../out/main/serve.js', import.meta.url));

/** With `author` null the window asks for a name before the first edit. */
export function startServer(
  path: string | undefined,
  folder: string,
  author: string | null = 'Test',
): Promise<{ url: string; server: ChildProcess }> {
  const server = spawn(process.execPath, [program, ...(path === undefined ? [] : [path]), '--no-open'], {
    env: { ...process.env, ASSAY_HOME: folder, ASSAY_AUTHOR: author ?? undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout.on('data', (piece) => {
      said += String(piece);
      const url = /http:\/\/\S+/.exec(said)?.[0];
      if (url !== undefined) resolve({ url, server });
    });
    server.stderr.on('data', (piece) => (said += String(piece)));
    server.once('exit', () => reject(new Error(said)));
  });
}

/** As a crash ends it; nothing of it runs any more afterwards. */
export async function killServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill('SIGKILL');
  await once(server, 'exit');
}
