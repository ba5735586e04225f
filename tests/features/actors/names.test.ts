import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeAlike } from '../../../shared/features/actors/alike.ts';
import { buildNames, contradictionIn, type JudgedPair } from '../../../shared/features/actors/names.ts';

const actor = (id: string, name: string, aliases: string[] = []) => ({ id, name, aliases });
const judged = (one: string, outcome: JudgedPair['outcome'], other: string): JudgedPair => ({ one, other, outcome });

describe('names of actors', () => {
  it('stand for one actor over its aliases and over judgements, step by step', () => {
    const names = buildNames([actor('a', 'AvtoVAZ', ['АвтоВАЗ', '伏尔加'])], [judged('Avtovaz', 'same', 'АвтоВАЗ')]);
    expect(['avtovaz', 'АВТОВАЗ', '伏尔加', 'Avtovaz'].map(names.nameOf)).toEqual(Array(4).fill('AvtoVAZ'));
    expect(names.nameOf('Moskvich')).toBe('Moskvich');
    expect(names.namesLike('伏尔加')).toHaveLength(3);
  });

  it('tell what was judged, through others too', () => {
    const names = buildNames([], [judged('A', 'same', 'B'), judged('B', 'not_same', 'C'), judged('D', 'undecided', 'E')]);
    expect([names.judged('a', 'b'), names.judged('A', 'C'), names.judged('E', 'D'), names.judged('A', 'D')]).toEqual([
      'same',
      'not_same',
      'undecided',
      undefined,
    ]);
  });

  it('cannot be one and apart: the steps that would join them are named', () => {
    expect(contradictionIn([], [judged('A', 'same', 'B'), judged('B', 'same', 'C'), judged('A', 'not_same', 'C')])).toEqual({
      key: 'actors.contradiction',
      details: { one: 'A', other: 'C', steps: '“A” = “B” = “C”' },
    });
    expect(contradictionIn([actor('a', 'A', ['X']), actor('b', 'B', ['X'])], [])).toEqual({
      key: 'actors.nameTaken',
      details: { name: 'X', owner: 'A' },
    });
    expect(contradictionIn([actor('a', 'A', ['X'])], [judged('X', 'not_same', 'B'), judged('C', 'same', 'B')])).toBeUndefined();
  });

  it('come apart again as they were when a judgement goes, whatever was judged before and after', () => {
    const name = fc.constantFrom(...'ABCDEFGH');
    const pairs = fc.array(
      fc.tuple(name, name).filter(([one, other]) => one !== other),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(pairs, fc.nat(), (drawn, nth) => {
        const all = drawn.map(([one, other]) => judged(one, 'same', other));
        const without = all.toSpliced(nth % Math.max(1, all.length), 1);
        const before = buildNames([], without);
        const after = buildNames([], all);
        for (const one of 'ABCDEFGH')
          for (const other of 'ABCDEFGH') if (before.judged(one, other) === 'same') expect(after.judged(one, other)).toBe('same');
        // Names stand for one actor exactly where a path of judgements leads from one to the other.
        const reach = (from: string) => {
          const seen = new Set([from]);
          for (const at of seen)
            for (const { one, other } of all)
              if (one === at) seen.add(other);
              else if (other === at) seen.add(one);
          return [...seen].sort();
        };
        for (const one of 'ABCDEFGH') expect(after.namesLike(one).toSorted()).toEqual(reach(one));
      }),
    );
  });

  it('are proposed across scripts, spellings and legal forms, and not once they are judged', () => {
    const names = ['AvtoVAZ', 'ПАО «АвтоВАЗ»', 'Avtovaz JSC', 'Moskvitch', 'Moskvich', 'Geely', 'Haval', 'Autostat', 'Автостат'];
    const pairs = proposeAlike(names, () => false).map(({ one, other }) => `${one} ~ ${other}`);
    expect(new Set(pairs)).toEqual(
      new Set(['AvtoVAZ ~ ПАО «АвтоВАЗ»', 'AvtoVAZ ~ Avtovaz JSC', 'ПАО «АвтоВАЗ» ~ Avtovaz JSC', 'Moskvitch ~ Moskvich', 'Autostat ~ Автостат']),
    );
    expect(proposeAlike(['Moskvitch', 'Moskvich'], () => true)).toEqual([]);
  });
});
