// Children for foreign work as utility processes of Electron: no window, no Node of their own to be started by others.
import type { UtilityProcess } from 'electron';
import { createJobChild } from '../../core/jobs/child.ts';
import type { ForkFile } from '../fork-door.ts';

/** The part of Electron's `utilityProcess` that is used. */
export interface UtilityForks {
  fork(path: string, args: string[], options: { execArgv: string[]; stdio: 'ignore'; serviceName: string }): UtilityProcess;
}

export function forkUtility(utilities: UtilityForks): ForkFile {
  return (path, { memoryMb }) => {
    const child = utilities.fork(path, [], { execArgv: [`--max-old-space-size=${memoryMb}`], stdio: 'ignore', serviceName: 'Assay reader' });
    const line = createJobChild({ send: (message) => child.postMessage(message), kill: () => child.kill() });
    child.on('message', (message: object) => line.heard(message));
    child.once('exit', () => line.heard(undefined));
    return line.child;
  };
}
