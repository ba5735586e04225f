// The fast form of a model: a list of steps, each of which names earlier ones. Equal steps are one; steps of constants are
// computed where they are made. A value that is not there is no step but a problem of its cell.

export const op = {
  constant: 0,
  input: 1,
  draw: 2,
  negate: 3,
  add: 4,
  subtract: 5,
  multiply: 6,
  divide: 7,
  power: 8,
  min: 9,
  max: 10,
  abs: 11,
  exp: 12,
  ln: 13,
  sqrt: 14,
  round: 15,
  floor: 16,
  ceil: 17,
  less: 18,
  lessOrEqual: 19,
  equal: 20,
  and: 21,
  or: 22,
  not: 23,
  select: 24,
} as const;
export type Op = (typeof op)[keyof typeof op];

/** How many earlier steps a step names. */
export const arityOf: readonly number[] = [0, 0, 0, 1, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 1, 3];

export interface Graph {
  readonly ops: Op[];
  readonly a: number[];
  readonly b: number[];
  readonly c: number[];
  /** Of constants their value; of inputs and draws their number. */
  readonly value: number[];
  /** The formula that first asked for the step, as an index of the builder's owner list; -1 for none. */
  readonly owner: number[];
}

export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

const mostSteps = 2_000_000;
/** Up to here a whole power is a chain of products, which later powers of the same base share. */
const mostChained = 64;

export function createBuilder() {
  const graph: Graph = { ops: [], a: [], b: [], c: [], value: [], owner: [] };
  const known = new Map<string, number>();
  let owner = -1;

  function put(code: Op, a: number, b: number, c: number, value: number): number {
    const key = `${code},${a},${b},${c},${Object.is(value, -0) ? '-0' : value}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    if (graph.ops.length >= mostSteps) throw new TooLargeError();
    graph.ops.push(code);
    graph.a.push(a);
    graph.b.push(b);
    graph.c.push(c);
    graph.value.push(value);
    graph.owner.push(owner);
    known.set(key, graph.ops.length - 1);
    return graph.ops.length - 1;
  }

  const constant = (value: number) => put(op.constant, -1, -1, -1, value);
  const isConstant = (node: number) => graph.ops[node] === op.constant;
  const constantOf = (node: number) => graph.value[node]!;

  function step(code: Op, a: number, b = -1, c = -1): number {
    const operands = [a, b, c].slice(0, arityOf[code]);
    if (operands.every(isConstant)) {
      const value = compute(code, constantOf(a), b < 0 ? 0 : constantOf(b), c < 0 ? 0 : constantOf(c));
      // A constant that is no number stays a step, so that its place can be told.
      if (Number.isFinite(value)) return constant(value);
    }
    if (code === op.power && isConstant(b) && isChained(constantOf(b))) return chained(a, constantOf(b));
    return put(code, a, b, c, 0);
  }

  /** x^n as x·x·…: equal in every run, and shared by powers of one base. */
  function chained(base: number, exponent: number): number {
    if (exponent < 0) return step(op.divide, constant(1), chained(base, -exponent));
    let power = exponent === 0 ? constant(1) : base;
    for (let at = 1; at < exponent; at += 1) power = step(op.multiply, power, base);
    return power;
  }

  return {
    graph,
    constant,
    step,
    isConstant,
    constantOf,
    input: (number: number) => put(op.input, -1, -1, -1, number),
    draw: (slot: number) => put(op.draw, -1, -1, -1, slot),
    own(index: number) {
      owner = index;
    },
  };
}
export type Builder = ReturnType<typeof createBuilder>;

const isChained = (exponent: number) => Number.isInteger(exponent) && Math.abs(exponent) <= mostChained;

/** One step on numbers; comparisons give 1 or 0. The blocks of a simulation compute the same expressions. */
export function compute(code: Op, a: number, b: number, c: number): number {
  switch (code) {
    case op.negate:
      return -a;
    case op.add:
      return a + b;
    case op.subtract:
      return a - b;
    case op.multiply:
      return a * b;
    case op.divide:
      return a / b;
    case op.power:
      return a ** b;
    case op.min:
      return Math.min(a, b);
    case op.max:
      return Math.max(a, b);
    case op.abs:
      return Math.abs(a);
    case op.exp:
      return Math.exp(a);
    case op.ln:
      return Math.log(a);
    case op.sqrt:
      return Math.sqrt(a);
    case op.round:
      return Math.sign(a) * Math.round(Math.abs(a));
    case op.floor:
      return Math.floor(a);
    case op.ceil:
      return Math.ceil(a);
    case op.less:
      return a < b ? 1 : 0;
    case op.lessOrEqual:
      return a <= b ? 1 : 0;
    case op.equal:
      return a === b ? 1 : 0;
    case op.and:
      return a !== 0 && b !== 0 ? 1 : 0;
    case op.or:
      return a !== 0 || b !== 0 ? 1 : 0;
    case op.not:
      return a === 0 ? 1 : 0;
    case op.select:
      return a !== 0 ? b : c;
    default:
      return Number.NaN;
  }
}
