import { describe } from 'vitest';
import { diskRigs, runEachOnce } from './rig-once.ts';

describe('a fault of the disk or of a process', { tags: ['rig'] }, () => runEachOnce(diskRigs));
