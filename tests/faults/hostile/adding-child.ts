// The app in a process whose network and writes are watched. Takes in the files of the folder `in` as a user would, the
// documents in jobs of many and workbooks one by one, and looks after time and memory. Prints JSON lines: the name of each
// document when its reading begins, then what happened to each file.

import { readdirSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { errorWords, words } from '../../../electron/commands/words.ts';
import { forkNodeChild } from '../../../electron/core/jobs/child.ts';
import { type AppError, errorCodes } from '../../../shared/errors.ts';
import { plainApp, plainHost } from '../plain-app.ts';

/** What became of one file. */
export interface Taken {
  readonly name: string;
  /** `kept`, or the code of the refusal. */
  readonly outcome: string;
  readonly message: string;
  readonly ms: number;
  /** Largest memory of a process of ours, where this file made it grow. */
  readonly mb: number;
}

/** Said when the reading of a document begins: the last one is to blame for a crash. */
export interface Begun {
  readonly begins: string;
}

type Refusal = Pick<Taken, 'outcome' | 'message'>;

const lookEveryMs = 50;
const kept: Refusal = { outcome: 'kept', message: '' };
const [folder = ''] = process.argv.slice(2);
const host = plainHost(folder, forkNodeChild);
const app = plainApp(folder, host);
const own = join(folder, 'hostile.assay');
await app.createPath(own);

const names = readdirSync(join(folder, 'in')).toSorted();
const isWorkbook = (name: string) => name.endsWith('.assay');
for (const job of jobsOf(names.filter((name) => !isWorkbook(name)))) await takeDocuments(job);
for (const name of names.filter(isWorkbook)) await takeWorkbook(name);
app.close();
process.exit(0);

/** What follows the reading is one edit: each file of the job answers for the whole of it, in time of the processor. */
async function takeDocuments(documents: readonly string[]): Promise<void> {
  const watch = watchReading();
  const { refused, all } = await add(documents.map(handOver));
  const afterwardsMs = watch.workedSinceMs();
  watch.stop();
  for (const name of documents) {
    const measured = watch.of(name);
    const unseen = all === undefined && measured === undefined ? typed('unseen', 'its reading was never told') : undefined;
    say({ name, ...(unseen ?? all ?? refused.get(name) ?? kept), ms: (measured?.ms ?? 0) + afterwardsMs, mb: measured?.mb ?? 0 });
  }
}

/** Large ones alone, the others as one job. */
function jobsOf(documents: readonly string[]): string[][] {
  const isLarge = (name: string) => statSync(join(folder, 'in', name)).size > 1024 * 1024;
  const small = documents.filter((name) => !isLarge(name));
  return [...documents.filter(isLarge).map((name) => [name]), ...(small.length > 0 ? [small] : [])];
}

/** Refusals by file; `all` where the call itself was refused. */
async function add(files: string[]): Promise<{ refused: Map<string, Refusal>; all?: Refusal }> {
  try {
    const { added, refused } = await app.ask('sources.add', { files });
    if (added.length > 0) await app.ask('sources.remove', { ids: [...new Set(added.map(({ id }) => id))] });
    return { refused: new Map(refused.map(({ file, code, why }) => [file, typed(code, words(why))])) };
  } catch (error) {
    const { code } = error as AppError;
    return { refused: new Map(), all: typed(code, errorWords(error)) };
  }
}

async function takeWorkbook(name: string): Promise<void> {
  say({ begins: name });
  const memory = createMemoryWatch();
  const timer = setInterval(memory.look, lookEveryMs);
  const since = performance.now();
  const refusal = await openHandedOver(name);
  clearInterval(timer);
  say({ name, ...refusal, ms: Math.round(performance.now() - since), mb: memory.grownTo() });
}

async function openHandedOver(name: string): Promise<Refusal> {
  try {
    await app.ask('library.openFile', { file: handOver(name) });
    await app.open(own);
    return kept;
  } catch (error) {
    const { code } = error as AppError;
    return typed(code, errorWords(error));
  }
}

function handOver(name: string): string {
  const bytes = readFileSync(join(folder, 'in', name));
  const handle = host.files.open({ name, mediaType: '', sizeBytes: bytes.length });
  if (bytes.length > 0) host.files.append(handle, bytes);
  return handle;
}

function typed(code: string, message: string): Refusal {
  return { outcome: errorCodes.some((known) => known === code) ? code : 'untyped', message };
}

function say(line: Taken | Begun): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

/** Time and memory of each document, from what the job says of itself when a document begins and when it is done. */
function watchReading() {
  const memory = createMemoryWatch();
  let worked = process.cpuUsage();
  const begun = new Map<string, number>();
  const measured = new Map<string, { ms: number; mb: number }>();
  const timer = setInterval(memory.look, lookEveryMs);
  const leave = app.subscribe(async (event) => {
    if (event.type !== 'job.progressed') return;
    const { jobs } = await app.ask('host.jobs', {});
    const name = jobs[0]?.what ?? '';
    const since = begun.get(name);
    if (since === undefined) return begin(name);
    if (measured.has(name)) return;
    worked = process.cpuUsage();
    measured.set(name, { ms: Math.round(performance.now() - since), mb: memory.grownTo() });
  });
  function begin(name: string): void {
    if (name === '') return;
    begun.set(name, performance.now());
    say({ begins: name });
  }
  return {
    of: (name: string) => measured.get(name),
    workedSinceMs() {
      const { user, system } = process.cpuUsage(worked);
      return Math.round((user + system) / 1000);
    },
    stop() {
      clearInterval(timer);
      leave();
    },
  };
}

/** The largest memory of our children so far. A reader is used for many documents: only growth says something of one. */
function createMemoryWatch(): { look(): void; grownTo(): number } {
  let most = 0;
  let told = 0;
  const look = () => {
    for (const pid of childrenOf(process.pid)) most = Math.max(most, largestMb(pid));
  };
  return {
    look,
    grownTo() {
      look();
      const grown = most > told ? most : 0;
      told = most;
      return grown;
    },
  };
}

function childrenOf(pid: number): string[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    return children === '' ? [] : children.split(' ');
  } catch {
    return [];
  }
}

function largestMb(pid: string): number {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}
