// Checks a whole workbook without keeping other calls waiting: in a child process. The workbook that is open may be edited
// meanwhile; the child sees what it held when the check began.
import { statSync } from 'node:fs';
import { derivedProblems } from '../derived.ts';
import type { Health } from '../store/health.ts';
import { identityOf } from '../store/identity.ts';
import type { Migrations } from '../store/migrate.ts';
import { problemsIn } from '../store/soundness.ts';
import type { Sql } from '../store/sql.ts';
import { findProblems } from '../store/verify.ts';
import type { CheckRequest } from './check-file.ts';
import type { ForkChild } from './child.ts';
import { type JobFailures, runJob } from './run-job.ts';

export interface WorkbookCheck {
  /** Problems of a copy that nobody else has open. */
  copy(path: string): Promise<readonly string[]>;
  /** Problems of the open workbook. */
  open(): Promise<readonly string[]>;
}

export interface CheckOptions {
  readonly sql: Sql;
  /** Where the open workbook really lies. */
  readonly path: string;
  readonly health: Pick<Health, 'trouble'>;
  readonly fork: ForkChild;
  readonly migrations: Migrations;
  /** Ends the check when the workbook is closed: nobody else may have it open then. */
  readonly signal: AbortSignal;
  /** Smaller ones are through before a child has started. */
  readonly smallBytes?: number;
}

export function createWorkbookCheck(options: CheckOptions): WorkbookCheck {
  const { sql, path, health, migrations, smallBytes = 2 * 1024 * 1024 } = options;
  const isSmall = (file: string) => sizeOf(file) + sizeOf(`${file}-wal`) < smallBytes;
  return {
    copy: async (copy) => (isSmall(copy) ? problemsIn(copy, migrations) : inChild(options, { path: copy, formats: migrations.module })),
    async open() {
      // What is not at its place any more, or was copied to be read, is only to be had through the open connection.
      if (isSmall(path) || health.trouble() !== undefined) return [...findProblems(sql), ...derivedProblems(sql)];
      return inChild(options, { path, formats: migrations.module, identity: identityOf(path), withDerived: true });
    },
  };
}

/** A slow disk reads at least this much a second, and each row is checked. */
const slowestBytesPerSecond = 1024 * 1024;

const checkFailures: JobFailures = {
  cancelled: { key: 'check.cancelled' },
  tookTooLong: { key: 'check.tookTooLong' },
  stopped: { key: 'check.stopped' },
};

function inChild({ fork, signal }: CheckOptions, request: CheckRequest): Promise<readonly string[]> {
  const timeoutMs = 60_000 + Math.round((1000 * sizeOf(request.path)) / slowestBytesPerSecond);
  return runJob('check-entry', request, {
    failures: checkFailures,
    caps: { timeoutMs, memoryMb: 1024 },
    fork,
    signal,
  });
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
