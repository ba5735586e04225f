// The app in a process whose network and writes are watched. Takes in each file of the folder `in` as a user would, looks
// after time and memory, and prints what happened to each as JSON lines.
import { readdirSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type AppError, errorCodes } from '../../../shared/errors.ts';
import { plainApp, plainHost } from '../plain-app.ts';

/** What became of one file. */
export interface Taken {
  readonly name: string;
  /** `kept`, or the code of the refusal. */
  readonly outcome: string;
  readonly message: string;
  readonly ms: number;
  /** Largest memory of a process of ours meanwhile. */
  readonly mb: number;
}

const [folder = ''] = process.argv.slice(2);
const host = plainHost(folder);
const app = plainApp(folder, host);
await app.createPath(join(folder, 'hostile.assay'));

for (const name of readdirSync(join(folder, 'in')).toSorted()) {
  const bytes = readFileSync(join(folder, 'in', name));
  const watch = watchMemory();
  const since = performance.now();
  const { outcome, message } = await take(name, bytes);
  const taken: Taken = { name, outcome, message, ms: Math.round(performance.now() - since), mb: watch.stop() };
  writeSync(1, `${JSON.stringify(taken)}\n`);
}
app.close();
process.exit(0);

async function take(name: string, bytes: Buffer): Promise<{ outcome: string; message: string }> {
  try {
    const handle = host.files.open({ name, mediaType: '', sizeBytes: bytes.length });
    if (bytes.length > 0) host.files.append(handle, bytes);
    if (name.endsWith('.assay')) {
      await app.ask('workbook.openFile', { file: handle });
      await app.open(join(folder, 'hostile.assay'));
      return { outcome: 'kept', message: '' };
    }
    const { added, refused } = await app.ask('sources.add', { files: [handle] });
    if (refused[0] !== undefined) return { outcome: refused[0].code, message: refused[0].why };
    await app.ask('sources.remove', { ids: [added[0]!.id] });
    return { outcome: 'kept', message: '' };
  } catch (error) {
    const { code, message } = error as AppError;
    return { outcome: errorCodes.includes(code) ? code : 'untyped', message };
  }
}

/** Looks at this process and its children twenty times a second. */
function watchMemory(): { stop(): number } {
  let most = 0;
  const look = () => {
    for (const pid of familyOf(process.pid)) most = Math.max(most, residentMb(pid));
  };
  const timer = setInterval(look, 50);
  return {
    stop() {
      clearInterval(timer);
      return most;
    },
  };
}

function familyOf(pid: number): string[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    return children === '' ? [] : children.split(' ');
  } catch {
    return [];
  }
}

function residentMb(pid: string): number {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}
