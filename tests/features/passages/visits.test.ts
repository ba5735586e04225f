import { describe, expect, it } from 'vitest';
import { noVisits, stepped, type Visits, withVisit } from '../../../renderer/bridge/visits.ts';

const visit = (sourceId: string, start?: number) => ({ instance: 'reader', params: { sourceId, ...(start === undefined ? {} : { start }) } });
const visitsTo = (...places: ReturnType<typeof visit>[]): Visits => places.reduce(withVisit, noVisits);

describe('the way back through passages', () => {
  it('leads to the passage before, then forth again', () => {
    const visits = visitsTo(visit('a'), visit('b', 10), visit('b', 90));
    const back = stepped(visits, -1)!;
    expect(back.visit).toEqual(visit('b', 10));
    expect(stepped(back.visits, -1)?.visit).toEqual(visit('a'));
    expect(stepped(back.visits, 1)?.visit).toEqual(visit('b', 90));
  });

  it('ends at the first place and at the last', () => {
    expect(stepped(visitsTo(visit('a')), -1)).toBeUndefined();
    expect(stepped(visitsTo(visit('a')), 1)).toBeUndefined();
    expect(stepped(noVisits, -1)).toBeUndefined();
  });

  it('counts the same passage once, also when one has come back to it', () => {
    const back = stepped(visitsTo(visit('a'), visit('a'), visit('b')), -1)!;
    expect(withVisit(back.visits, visit('a'))).toEqual(back.visits);
  });

  it('forgets what one had come back from when one goes elsewhere', () => {
    const back = stepped(visitsTo(visit('a'), visit('b')), -1)!;
    expect(withVisit(back.visits, visit('c')).places).toEqual([visit('a'), visit('c')]);
  });
});
