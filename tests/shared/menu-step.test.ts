import { describe, expect, it } from 'vitest';
import { findTyped, stepMenu } from '../../renderer/ui/menu/menu-step.ts';

/** Open, Copy, a line of three grades of which the second is chosen, Close. */
const stops = [
  { line: 1, label: 'Open', isChecked: false },
  { line: 2, label: 'Copy', isChecked: false },
  { line: 3, label: '1', isChecked: false },
  { line: 3, label: '2', isChecked: true },
  { line: 3, label: '3', isChecked: false },
  { line: 4, label: 'Close', isChecked: false },
];

describe('the keys of a menu', () => {
  it('go from line to line and round its ends, into a line of choices at the chosen one', () => {
    const down = [-1, 0, 1, 3, 4, 5].map((from) => stepMenu(stops, from, 'ArrowDown'));
    const up = [-1, 0, 3, 5].map((from) => stepMenu(stops, from, 'ArrowUp'));
    expect({ down, up }).toEqual({ down: [0, 1, 3, 5, 5, 0], up: [5, 5, 1, 3] });
  });

  it('go to the first and the last entry', () => {
    expect([stepMenu(stops, 3, 'Home'), stepMenu(stops, 3, 'End')]).toEqual([0, 5]);
  });

  it('go sideways within a line of choices only', () => {
    expect([stepMenu(stops, 3, 'ArrowLeft'), stepMenu(stops, 3, 'ArrowRight'), stepMenu(stops, 4, 'ArrowRight')]).toEqual([2, 4, undefined]);
    expect([stepMenu(stops, 0, 'ArrowRight'), stepMenu(stops, 0, 'x')]).toEqual([undefined, undefined]);
  });

  it('find what begins with the letters typed, and with one letter again the next', () => {
    expect([findTyped(stops, 0, 'c'), findTyped(stops, 1, 'c'), findTyped(stops, 1, 'cc')]).toEqual([1, 5, 5]);
    expect([findTyped(stops, 1, 'cl'), findTyped(stops, 0, '3'), findTyped(stops, 0, 'x')]).toEqual([5, 4, undefined]);
  });
});
