// The backups of a workbook: which there are, what each would lose, and which stay. Older ones are thinned to 12 daily, 10
// weekly and 9 monthly. Those that were taken before the workbook was replaced or brought to another format are thinned by
// themselves: nothing newer stands for them.
import { existsSync, linkSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { backupReasonSchema } from '../../../shared/features/workbook/contract.ts';
import { copyWhole, syncFolder } from './atomic-write.ts';
import { editIdIn, readStore } from './look.ts';
import type { Sql } from './sql.ts';
import { asStoreError } from './store-error.ts';

export type BackupReason = z.infer<typeof backupReasonSchema>;

export interface Backup {
  /** File name without its ending: when it was taken, the last edit that it holds, and why where it was no routine. */
  readonly id: string;
  readonly reason: BackupReason;
  readonly at: string;
  readonly edit: number;
  readonly sizeBytes: number;
}

/** `20260131T101500Z-42-before-restore`: time of the backup, number of the last edit, reason. */
const namePattern = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z-(\d+)(?:-(before-restore|before-migration))?\.assay$/;

export function listBackups(folder: string): Backup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const match = namePattern.exec(name);
      if (match === null) return [];
      const [, year, month, day, hour, minute, second, edit, reason = 'routine'] = match;
      return [
        {
          id: name.slice(0, -'.assay'.length),
          reason: reason as BackupReason,
          at: `${year}-${month}-${day}T${hour}:${minute}:${second}Z`,
          edit: Number(edit),
          sizeBytes: statSync(join(folder, name)).size,
        },
      ];
    })
    .sort(newerFirst);
}

/** Whole minutes from a backup to now; none for one that a clock set back has dated ahead. */
export function minutesSince({ at }: Backup, now: number): number {
  return Math.max(0, Math.round((now - Date.parse(at)) / 60_000));
}

/** Two backups of one second differ in their last edit. */
function newerFirst(a: Backup, b: Backup): number {
  return b.at.localeCompare(a.at) || b.edit - a.edit;
}

/**
 * Number of the last edit that a backup shares with the workbook: after a restore the two may have gone apart. The number of
 * the backup's own last edit where the backup cannot be read.
 */
export function sharedEdit(sql: Sql, folder: string, { id, edit }: Backup): number {
  const search = (backup: Sql) => {
    let [shared, apart] = [0, edit + 1];
    while (apart - shared > 1) {
      const seq = Math.floor((shared + apart) / 2);
      const own = editIdIn(sql, seq);
      if (own !== undefined && own === editIdIn(backup, seq)) shared = seq;
      else apart = seq;
    }
    return shared;
  };
  try {
    const path = join(folder, `${id}.assay`);
    return readStore(path, (backup) => (editIdIn(backup, edit) === editIdIn(sql, edit) ? edit : search(backup)));
  } catch (error) {
    if (asStoreError(error) === error) throw error;
    return edit;
  }
}

const keptPeriods = [
  { count: 12, key: (at: string) => at.slice(0, 10) },
  { count: 10, key: (at: string) => `week ${Math.floor((Date.parse(at) / 86_400_000 + 3) / 7)}` },
  { count: 9, key: (at: string) => at.slice(0, 7) },
];

/** Of those before a restore or another format. */
const keptOfEachReason = 9;

/** The newest of each of the last 12 days, 10 weeks and 9 months stays; days, weeks and months without a backup do not count. */
export function keptBackups(backups: readonly Backup[]): Backup[] {
  const special = (['before-restore', 'before-migration'] as const).flatMap((reason) =>
    backups
      .filter((backup) => backup.reason === reason)
      .toSorted(newerFirst)
      .slice(0, keptOfEachReason),
  );
  return [...keptRoutine(backups.filter((backup) => backup.reason === 'routine')), ...special].toSorted(newerFirst);
}

function keptRoutine(backups: readonly Backup[]): Backup[] {
  const newestFirst = backups.toSorted(newerFirst);
  const kept = new Set<Backup>();
  for (const { count, key } of keptPeriods) {
    const seen = new Set<string>();
    for (const backup of newestFirst) {
      if (seen.has(key(backup.at))) continue;
      if (seen.size === count) break;
      seen.add(key(backup.at));
      kept.add(backup);
    }
  }
  return newestFirst.filter((backup) => kept.has(backup));
}

/** The one just taken stays, whatever the clock says of the others. */
export function thin(folder: string, taken: string): void {
  const backups = listBackups(folder);
  const kept = new Set(keptBackups(backups).map((backup) => backup.id));
  for (const { id } of backups) if (!kept.has(id) && id !== taken) rmSync(join(folder, `${id}.assay`), { force: true });
}

/** Gives a folder the backups of another that are meant; they stay where they are, too. */
export function inheritBackups(from: string, to: string, isMeant: (backup: Backup) => boolean): void {
  const missing = listBackups(from).filter(({ id }) => !existsSync(join(to, `${id}.assay`)));
  for (const { id } of missing.filter(isMeant)) {
    mkdirSync(to, { recursive: true, mode: 0o700 });
    linkOrCopy(join(from, `${id}.assay`), join(to, `${id}.assay`));
  }
  if (existsSync(to)) syncFolder(to);
}

/** Whether a workbook went through the state that a backup holds. */
export function isPastOf(sql: Sql, folder: string, { id, edit }: Backup): boolean {
  try {
    return readStore(join(folder, `${id}.assay`), (backup) => edit > 0 && editIdIn(backup, edit) === editIdIn(sql, edit));
  } catch (error) {
    if (asStoreError(error) === error) throw error;
    return false;
  }
}

/** Some file systems know no links. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyWhole(from, to);
  }
}
