// Ends a child whose parent is gone, also while the child never comes to listen for it: a file of a stranger can keep its
// reader in a loop. A thread of its own looks; it is given as text, so that no file is read and nothing compiled for it.
import { Worker } from 'node:worker_threads';

/** The watcher's whole heap: one timer, and what the platform itself puts there, which in a busy process did not fit into 8 MB. */
const resourceLimits = { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 4, stackSizeMb: 1 };

/** `parentId` where the parent told it: one that was gone before this child could look is noticed then too. */
export function endWithParent(parentId: number = process.ppid): void {
  new Worker(`(${watch})(${parentId})`, { eval: true, env: {}, execArgv: [], resourceLimits }).unref();
}

/** Nothing outside itself is known to it. Windows keeps the number of a parent that is gone; elsewhere an orphan gets another. */
function watch(parentId: number): void {
  const isThere = () => {
    try {
      return process.kill(parentId, 0);
    } catch (error) {
      return (error as { code?: string }).code !== 'ESRCH';
    }
  };
  const isGone = process.platform === 'win32' ? () => !isThere() : () => process.ppid !== parentId;
  setInterval(() => isGone() && process.kill(process.pid, 'SIGKILL'), 1000);
}
