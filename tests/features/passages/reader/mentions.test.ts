import { describe, expect, it } from 'vitest';
import { coverageOf, type Mention, stepMention } from '../../../../renderer/features/passages/reader/mentions.ts';

const mention = (start: number, state: 'open' | 'captured' | 'aside' = 'open'): Mention => ({
  start,
  end: start + 2,
  captured: state === 'captured',
  setAside: state === 'aside',
});
const openOnly = { from: 0, onlyOpen: true };

describe('stepMention', () => {
  it('steps to open mentions only, around the end', () => {
    const list = [mention(0), mention(5, 'captured'), mention(9, 'aside'), mention(12)];
    expect(stepMention(list, 0, 'next', openOnly)).toBe(3);
    expect(stepMention(list, 3, 'next', openOnly)).toBe(0);
    expect(stepMention(list, 0, 'previous', openOnly)).toBe(3);
  });

  it('steps through all of them when none is left open', () => {
    expect(stepMention([mention(0, 'captured'), mention(5, 'aside')], 0, 'next', openOnly)).toBe(1);
  });

  it('starts at the position that is read when none is current', () => {
    const list = [mention(0), mention(50), mention(90)];
    expect(stepMention(list, -1, 'next', { from: 40, onlyOpen: true })).toBe(1);
    expect(stepMention(list, -1, 'previous', { from: 40, onlyOpen: true })).toBe(0);
  });

  it('stays on the only mention and finds none in an empty list', () => {
    expect(stepMention([mention(0)], 0, 'next', openOnly)).toBe(0);
    expect(stepMention([], -1, 'next', openOnly)).toBe(-1);
  });
});

describe('coverageOf', () => {
  it('counts a mention that was set aside and captured as captured', () => {
    const both: Mention = { start: 0, end: 1, captured: true, setAside: true };
    expect(coverageOf([both, mention(3), mention(6, 'aside')])).toEqual({ total: 3, captured: 1, setAside: 1, open: 1 });
  });
});
