// The command line in this process: what a verb says and its exit code, without a process start for each.
import { Readable } from 'node:stream';
import { vi } from 'vitest';
import { main } from '../../electron/cli.ts';

export interface Said {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one command as if it were started in `folder`, with its own `ASSAY_HOME` there. */
export async function runAssay(words: readonly string[], { folder, input = '' }: { folder: string; input?: string }): Promise<Said> {
  const said = { stdout: '', stderr: '' };
  const before = process.cwd();
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((piece) => {
      said[stream] += String(piece);
      return true;
    }),
  );
  const stdin = vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from(input === '' ? [] : [Buffer.from(input)]) as typeof process.stdin);
  vi.stubEnv('ASSAY_HOME', folder);
  process.chdir(folder);
  try {
    return { status: await main(words), ...said };
  } finally {
    process.chdir(before);
    vi.unstubAllEnvs();
    for (const spy of [...spies, stdin]) spy.mockRestore();
  }
}
