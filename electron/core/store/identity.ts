import { realpathSync, statSync } from 'node:fs';

/** Which file lies at a path: device, inode and birth, as inode numbers are used again; undefined when none does. */
export function identityOf(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false, bigint: true });
  return stats === undefined ? undefined : `${stats.dev}:${stats.ino}:${stats.birthtimeNs}`;
}

/** Where a file lies whatever links lead to it: its lock and its -wal lie there. The path itself while there is no file. */
export function realPathOf(path: string): string {
  return identityOf(path) === undefined ? path : realpathSync(path);
}
