// Files that are none: what the kernel shows under /proc, /sys and the like has no size, and reading it may never end.
import { statfsSync } from 'node:fs';

/** Magic numbers as Linux gives them (statfs(2)): proc, sysfs, debugfs, tracefs, securityfs, cgroup, cgroup2, bpf, pstore, devpts, configfs, mqueue. */
const pseudoTypes = new Set([
  0x9fa0, 0x62656572, 0x64626720, 0x74726163, 0x73636673, 0x27e0eb, 0x63677270, 0xcafe4a11, 0x6165676c, 0x1cd1, 0x62656570, 0x19800202,
]);

/** `path` must be there. */
export function isPseudoFile(path: string): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return pseudoTypes.has(statfsSync(path).type);
  } catch {
    return false;
  }
}
