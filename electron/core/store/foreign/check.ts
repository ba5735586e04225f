// Looks a stranger's workbook through, inside a child process, on a private copy: layout of the file, schema word for word,
// pages, types, references, digests, and whether each record is one that Assay could have written.

import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { AppError } from '../../../../shared/errors.ts';
import { type Message, message } from '../../../../shared/message.ts';
import { checkHeader } from '../header.ts';
import { lastEdit, lookInto, migrateCopy, schemaProblems, workbookIdIn } from '../look.ts';
import { type Migrations, migrationsFrom } from '../migrate.ts';
import type { Sql } from '../sql.ts';
import { asStoreError } from '../store-error.ts';
import { findProblems } from '../verify.ts';
import { recordProblems } from './records.ts';

export interface ForeignRequest {
  /** A private copy; its -wal, if any, lies beside it. */
  readonly copy: string;
  readonly name: string;
  /** Module of the formats; Assay's own without. */
  readonly formats?: string | undefined;
  /** Its records are taken in, and nothing of it is opened. */
  readonly isTakenIn?: boolean;
}

/** What was found out about a workbook that may be opened. */
export interface ForeignFacts {
  readonly id: string;
  readonly lastEdit: number;
}

type DerivedProblems = (sql: Sql, options: { readonly withIndexes: boolean }) => string[];

/** @throws AppError `not-a-workbook`, `newer-workbook` or `damaged`, naming what was found. */
export async function checkForeign(request: ForeignRequest, derivedProblems: DerivedProblems): Promise<ForeignFacts> {
  try {
    return lookThrough(request, await migrationsFrom(request.formats), derivedProblems);
  } catch (error) {
    const told = asStoreError(error);
    if (told !== error && told instanceof AppError && told.code === 'damaged')
      refuse(request.name, [message('errors:foreign.problem.unreadablePages')]);
    throw told;
  }
}

function lookThrough({ copy, name, isTakenIn = false }: ForeignRequest, migrations: Migrations, derivedProblems: DerivedProblems): ForeignFacts {
  checkHeader(copy, migrations);
  refuse(name, layoutProblems(copy));
  lookInto(copy, (sql) => refuse(name, schemaProblems(sql, migrations), 'not-a-workbook'));
  // Its schema is one of ours, word for word: bringing it to the newest format runs our own statements only.
  migrateCopy(copy, migrations);
  const look = (sql: Sql) => {
    refuse(name, findProblems(sql));
    refuse(name, recordProblems(sql));
    refuse(name, derivedProblems(sql, { withIndexes: !isTakenIn }));
    return { id: idOf(name, sql), lastEdit: lastEdit(sql) };
  };
  return lookInto(copy, look, { isOwn: true });
}

/** What the first page says of the file must fit the file. */
function layoutProblems(path: string): Message[] {
  const file = openSync(path, 'r');
  try {
    const header = Buffer.alloc(100);
    readSync(file, header, 0, 100, 0);
    const pageBytes = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
    const isPowerOfTwo = pageBytes >= 512 && (pageBytes & (pageBytes - 1)) === 0;
    const pages = header.readUInt32BE(28);
    return [
      ...(isPowerOfTwo ? [] : [message('errors:foreign.problem.pageSize', { bytes: pageBytes })]),
      ...(isPowerOfTwo && fstatSync(file).size < pages * pageBytes ? [message('errors:foreign.problem.fewerPages', { pages })] : []),
      ...(header.readUInt32BE(56) === 1 ? [] : [message('errors:foreign.problem.encoding')]),
    ];
  } finally {
    closeSync(file);
  }
}

function idOf(name: string, sql: Sql): string {
  const id = workbookIdIn(sql);
  // It names folders on this machine.
  if (!/^[0-9a-f-]{36}$/.test(id)) refuse(name, [message('errors:foreign.problem.identity')]);
  return id;
}

function refuse(name: string, found: readonly (string | Message)[], code: 'damaged' | 'not-a-workbook' = 'damaged'): void {
  if (found.length === 0) return;
  const key = code === 'damaged' ? 'foreign.damaged' : 'foreign.notAWorkbook';
  throw new AppError(code, key, { name, problem: found[0], found: found.slice(0, 20) });
}
