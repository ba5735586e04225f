// Copies of one workbook in the hands of several people: each works on their own file, and takes in the files of others.
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type App, createApp } from '../../electron/core/app.ts';
import type { Files } from '../../electron/core/host.ts';
import { createNodeHost } from '../../electron/core/node-host.ts';
import type { Input } from '../../shared/contract.ts';
import type { Result } from '../../shared/errors.ts';
import type { Answer, Difference, MergeResult } from '../../shared/features/exchange/merge.ts';
import { forkHere } from './fork-here.ts';
import { handOver, temporaryFolder } from './workbook.ts';

export interface Copies {
  readonly folder: string;
  path(name: string): string;
  /** What a copy holds, as a file is handed over. */
  bytes(name: string): Uint8Array;
  /** The same file once more. */
  copy(from: string, to: string): void;
  /** The file of a workbook that is open elsewhere, as a copy. */
  adopt(file: string, name: string): void;
  /** Opens a copy, made where it is not there yet, works on it and closes it. */
  work<T>(name: string, author: string, work: (app: App, files: Files) => Promise<T>, clock?: string): Promise<T>;
  preview(mine: string, theirs: string, answers?: readonly Answer[]): Promise<MergeResult>;
  merge(mine: string, theirs: string, answers?: readonly Answer[]): Promise<Result<MergeResult>>;
  compare(a: string, b: string): Promise<Difference>;
  /** What `from` shares becomes a copy of its own. */
  share(from: string, choice: Input<'exchange.share'>, to: string): Promise<void>;
}

export function startCopies(): Copies {
  const folder = temporaryFolder();
  const path = (name: string) => join(folder, `${name}.assay`);
  let now = Date.UTC(2026, 0, 1);

  async function work<T>(name: string, author: string, does: (app: App, files: Files) => Promise<T>, clock?: string): Promise<T> {
    const host = createNodeHost({ workbooks: join(folder, 'w'), settings: join(folder, 's') }, { ASSAY_AUTHOR: author }, forkHere);
    let own = clock === undefined ? undefined : Date.parse(clock);
    const app = createApp({
      host,
      clock() {
        if (own === undefined) now += 1000;
        else own += 1000;
        return own ?? now;
      },
      log: { info: () => {}, error: (event, facts) => process.stderr.write(`${event} ${JSON.stringify(facts ?? {})}\n`) },
    });
    try {
      if (existsSync(path(name))) app.openPath(path(name));
      else await app.createPath(path(name));
      return await does(app, host.files);
    } finally {
      app.close();
    }
  }

  const hand = (files: Files, other: string) => handOver(files, `${other}.assay`, readFileSync(path(other)));

  return {
    folder,
    path,
    bytes: (name) => readFileSync(path(name)),
    work,
    copy: (from, to) => copyFileSync(path(from), path(to)),
    adopt(file, name) {
      for (const suffix of ['', '-wal']) if (existsSync(`${file}${suffix}`)) copyFileSync(`${file}${suffix}`, `${path(name)}${suffix}`);
    },
    preview: (mine, theirs, answers = []) =>
      work(mine, 'A. Placeholder', (app, files) => app.ask('exchange.previewMerge', { theirs: hand(files, theirs), answers: [...answers] })),
    merge: (mine, theirs, answers = []) =>
      work(
        mine,
        'A. Placeholder',
        async (app, files) => (await app.call('exchange.merge', { theirs: hand(files, theirs), answers })) as Result<MergeResult>,
      ),
    async share(from, choice, to) {
      const bytes = await work(from, 'A. Placeholder', async (app, files) => {
        const { download, bytes: size } = await app.ask('exchange.share', choice);
        return files.read(download, 0, size).piece;
      });
      writeFileSync(path(to), bytes);
    },
    compare: (a, b) => work(a, 'A. Placeholder', (app, files) => app.ask('exchange.compare', { other: hand(files, b) })),
  };
}
