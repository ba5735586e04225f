// What a formula may say, and what is told where it says something else.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../shared/features/scenarios/compute/compile.ts';
import { evaluate, resultsOf } from '../../../shared/features/scenarios/compute/evaluate.ts';
import { runsOf } from '../../helpers/share.ts';
import { computed, model, years } from './templates.ts';

const value = (expression: string) => computed(model({ inputs: { a: { value: 6 }, b: { value: 4 } }, formulas: { x: expression } })).x;
const problem = (expression: string, extra: Parameters<typeof model>[0] = {}) => {
  const program = compile(model({ inputs: { a: { value: 6 } }, ...extra, formulas: { x: expression, ...extra.formulas } }));
  return resultsOf(program, evaluate(program)).find(({ code }) => code === 'x')!.problem;
};

describe('a formula', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['2 + 2^3', 10],
    ['3 * 2^2', 12],
    ['-2^2', -4],
    ['(-2)^2', 4],
    ['2^-2', 0.25],
    ['2^3^2', 512],
    ['a / b - 1', 0.5],
    ['min(a, b, 1) + max(a, b) - clamp(9, 0, 5)', 2],
    ['if(a > b && a != 7, 10, 20)', 10],
    ['if(a < b || not(b == 4), 10, 20)', 20],
    ['round(2.5) + round(-2.5) + floor(2.9) + ceil(2.1)', 5],
    ['ln(exp(2)) + sqrt(9) + abs(-1)', 6],
    ['1.5e3', 1500],
  ])('%s is %d', (expression, result) => {
    expect(value(expression)).toBeCloseTo(result, 12);
  });

  it.each([
    ['a +', 'errors:formula.notUnderstood', 3],
    ['a + b', 'scenarios:problem.unknownName', 4],
    ['2 * eval(a)', 'scenarios:problem.unknownFunction', 4],
    ['a + constructor', 'scenarios:problem.unknownName', 4],
    ['a.constructor', 'scenarios:problem.whichIndex', 2],
    ['a + max()', 'scenarios:problem.howMany', 4],
    ['a % 2', 'errors:formula.operator', 0],
    ['a = 2', 'errors:formula.notUnderstood', 2],
    ['[a]', 'errors:formula.parts', 1],
    ['', 'scenarios:problem.empty', 0],
    ['x + 1', 'scenarios:problem.circle', 0],
  ])('%s is refused, with the place', (expression, key, at) => {
    const told = problem(expression);
    expect([told?.words.key, told?.at]).toEqual([key, at]);
  });

  it('names who divides by zero, and leaves other results unharmed', () => {
    const results = resultsOf.bind(undefined);
    const program = compile(model({ inputs: { a: { value: 0 } }, formulas: { y: '1 / a', x: 'y + 1', z: 'a + 2' } }));
    expect(results(program, evaluate(program)).map(({ value, problem }) => [value, problem?.words.params?.code])).toEqual([
      [null, 'y'],
      [null, 'y'],
      [2, undefined],
    ]);
  });

  it('lists a circle by the names in it', () => {
    expect(problem('y', { formulas: { y: 'z', z: 'x' } })?.words).toMatchObject({ key: expect.stringMatching(/circle|restsOn/) });
    const program = compile(model({ formulas: { x: 'y', y: 'x' } }));
    const keys = resultsOf(program, evaluate(program)).map((one) => one.problem?.words);
    expect(keys).toContainEqual({ key: 'scenarios:problem.circle', params: { names: expect.stringContaining('→') } });
  });
});

describe('units', () => {
  const units = (expression: string, unit = '') =>
    problem('1', {
      inputs: { price: { value: 2, unit: 'RUB/car' }, cars: { value: 3, unit: 'cars' }, rate: { value: 80, unit: 'RUB/USD' } },
      formulas: { x: { expression, unit } },
    })?.words.key;

  it.each([
    ['price * cars', 'RUB', undefined],
    ['price * cars / rate', 'USD', undefined],
    ['price + 5', 'RUB/car', undefined],
    ['price + cars', '', 'scenarios:problem.units'],
    ['price * cars', 'USD', 'scenarios:problem.otherUnit'],
    ['if(1 < 2, price, rate)', '', 'scenarios:problem.units'],
    ['exp(price)', '', 'scenarios:problem.unitOfFunction'],
    ['price^cars', '', 'scenarios:problem.unitPower'],
    ['(price * cars)^2', 'RUB^2', undefined],
  ])('of %s as %s', (expression, unit, key) => {
    expect(units(expression, unit)).toBe(key);
  });
});

describe('an index', () => {
  const stock = model({
    indices: [years(2025, 2030), { code: 'route', label: '', first: null, last: null, items: ['SKD', 'CKD'] }],
    inputs: {
      start: { value: 100 },
      flow: {
        by: 'route',
        points: [
          { at: 'SKD', value: '1' },
          { at: 'CKD', value: '2' },
        ],
      },
      share: {
        by: 'year',
        fill: 'linear',
        points: [
          { at: '2025', value: '0' },
          { at: '2029', value: '4' },
        ],
      },
    },
    formulas: {
      stock: 'if(year == 2025, start, stock[year-1] + flow)',
      total: 'sum(stock, year)',
      last: 'stock.SKD[2030] - stock[2030].CKD',
      reached: 'first(stock > 106, year)',
      label: 'if(route == "SKD", 1, 2)',
      both: 'sum(sum(stock, year), route)',
    },
  });

  it('makes an array of a formula that says nothing of it', () => {
    const results = computed(stock);
    expect([results['stock.2030.SKD'], results['stock.2030.CKD'], results['total.CKD'], results.last]).toEqual([105, 110, 630, -5]);
    expect([results['reached.CKD'], results['reached.SKD'], results['label.CKD'], results.both]).toEqual([2029, null, 2, 1245]);
  });

  it('draws a line between the points of a path and has nothing after the last', () => {
    const shares = computed(model({ indices: stock.indices, inputs: { share: stock.inputs[2]! }, formulas: { y: 'share' } }));
    expect([2025, 2026, 2029, 2030].map((year) => shares[`y.${year}`])).toEqual([0, 1, 4, 4]);
    const without = computed(model({ indices: stock.indices, inputs: { share: { ...stock.inputs[2]!, fill: 'none' } }, formulas: { y: 'share' } }));
    expect([2025, 2026, 2029, 2030].map((year) => without[`y.${year}`])).toEqual([0, null, 4, null]);
  });

  it('shifts along two indices at once, as a cohort does', () => {
    const cohort = model({
      indices: [years(2025, 2027), { code: 'age', label: '', first: 0, last: 2, items: [] }],
      inputs: {
        births: { value: 10 },
        alive: { value: 0.5 },
        first: { by: 'age', points: ['8', '4', '2'].map((value, at) => ({ at: String(at), value })) },
      },
      formulas: { people: 'if(year == 2025, first, if(age == 0, births, people[year-1][age-1] * alive))', all: 'sum(people, age)' },
    });
    expect([2025, 2026, 2027].map((year) => computed(cohort)[`all.${year}`])).toEqual([14, 16, 17]);
  });

  it('refuses a million years, and computes a thousand', () => {
    const long = (last: number) =>
      model({ indices: [years(1, last)], inputs: { g: { value: 1 } }, formulas: { x: 'if(year == 1, 0, x[year-1] + g)', y: 'g + 1' } });
    expect(computed(long(1000))['x.1000']).toBe(999);
    const program = compile(long(1_000_000));
    expect(program.problems.map(({ words }) => words.key)).toEqual(['scenarios:problem.index']);
    expect(computed(long(1_000_000)).y).toBe(2);
  });
});

describe('ten thousand hostile or broken formulas', () => {
  const word = fc.constantFrom(
    'a',
    'x',
    'year',
    'constructor',
    '__proto__',
    'prototype',
    'this',
    'process',
    'globalThis',
    'sum',
    'if',
    'toString',
    'eval',
    'Function',
    'null',
    'true',
  );
  const mark = fc.constantFrom(
    '+',
    '-',
    '*',
    '/',
    '^',
    '(',
    ')',
    '[',
    ']',
    '.',
    ',',
    '=',
    '==',
    '=>',
    '&&',
    '|',
    '?',
    ':',
    ';',
    '{',
    '}',
    '`',
    '"',
    "'",
    '\\',
    '${',
    '//',
    '/*',
    '\n',
    '\u0000',
    '٣',
    'é',
    '😀',
    '9',
    '1e999',
    '0x1F',
    '1_000',
    '..',
  );
  const formula = fc.oneof(
    fc.array(fc.oneof(word, mark), { maxLength: 30 }).map((parts) => parts.join(' ')),
    fc.array(fc.oneof(word, mark), { maxLength: 30 }).map((parts) => parts.join('')),
    fc.string({ maxLength: 60, unit: 'binary' }),
    fc
      .tuple(fc.constantFrom('(', '-', '[', 'a[', 'max(', 'a.', '2^', '!'), fc.integer({ min: 1, max: 1999 }))
      .map(([part, count]) => part.repeat(count).slice(0, 2000)),
  );

  it('give a number or a problem with its place, and nothing else', () => {
    fc.assert(
      fc.property(formula, (expression) => {
        const program = compile(model({ indices: [years(2025, 2026)], inputs: { a: { value: 6 } }, formulas: { x: expression, sound: 'a + 1' } }));
        const results = resultsOf(program, evaluate(program));
        for (const one of results.filter(({ code }) => code === 'x')) {
          expect(one.value === null ? one.problem?.words.key : typeof one.value).toMatch(/^(number|scenarios:|errors:)/);
          expect(one.problem?.at ?? 0).toBeLessThanOrEqual(Math.max(2000, expression.length));
        }
        expect(results.find(({ code }) => code === 'sound')?.value).toBe(7);
      }),
      { numRuns: runsOf({ few: 1000, whole: 10_000 }) },
    );
  });
});
