import { describe, expect, it } from 'vitest';
import { limits } from './figure.ts';
import { diskRigs, fewRuns, runEachOnce } from './rig-once.ts';
import { rigs } from './rigs.ts';

describe('a fault', () => {
  it('has a rig for each row of the table of runs', () => {
    expect(Object.keys(rigs).toSorted()).toEqual(Object.keys(limits).toSorted());
    expect(Object.keys(fewRuns).toSorted()).toEqual(Object.keys(limits).toSorted());
    expect(Object.keys(limits)).toEqual(expect.arrayContaining(diskRigs));
  });
});

describe('a fault of what comes in or goes out', { tags: ['rig'] }, () => runEachOnce(Object.keys(rigs).filter((name) => !diskRigs.includes(name))));
