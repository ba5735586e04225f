// One step over a block of trials. Each of the common operations has loops of its own for a number on one side, which are most of
// what a model computes; the others take a block of equal numbers.
import { compute, type Op, op } from './graph.ts';

type Operand = Float64Array | number;

export function stepOf(code: Op, into: Float64Array, a: Operand, b: Operand, c: Operand): (count: number) => void {
  switch (code) {
    case op.add:
      return typeof a === 'number' ? addNumber(into, asBlock(b, into), a) : typeof b === 'number' ? addNumber(into, a, b) : addBlocks(into, a, b);
    case op.multiply:
      return typeof a === 'number'
        ? multiplyNumber(into, asBlock(b, into), a)
        : typeof b === 'number'
          ? multiplyNumber(into, a, b)
          : multiplyBlocks(into, a, b);
    case op.subtract:
      return subtract(into, a, b);
    case op.divide:
      return divide(into, a, b);
    case op.less:
      return less(into, asBlock(a, into), asBlock(b, into));
    case op.and:
    case op.or:
    case op.select:
      return choose(code, into, asBlock(a, into), asBlock(b, into), asBlock(c, into));
    case op.negate:
      return multiplyNumber(into, asBlock(a, into), -1);
    default:
      return other(code, into, asBlock(a, into), asBlock(b, into), asBlock(c, into));
  }
}

function asBlock(operand: Operand, like: Float64Array): Float64Array {
  return typeof operand === 'number' ? new Float64Array(like.length).fill(operand) : operand;
}

function addNumber(into: Float64Array, a: Float64Array, b: number) {
  return (count: number) => {
    for (let at = 0; at < count; at += 1) into[at] = a[at]! + b;
  };
}

function addBlocks(into: Float64Array, a: Float64Array, b: Float64Array) {
  return (count: number) => {
    for (let at = 0; at < count; at += 1) into[at] = a[at]! + b[at]!;
  };
}

function multiplyNumber(into: Float64Array, a: Float64Array, b: number) {
  return (count: number) => {
    for (let at = 0; at < count; at += 1) into[at] = a[at]! * b;
  };
}

function multiplyBlocks(into: Float64Array, a: Float64Array, b: Float64Array) {
  return (count: number) => {
    for (let at = 0; at < count; at += 1) into[at] = a[at]! * b[at]!;
  };
}

function subtract(into: Float64Array, a: Operand, b: Operand) {
  if (typeof b === 'number') return addNumber(into, asBlock(a, into), -b);
  if (typeof a === 'number')
    return (count: number) => {
      for (let at = 0; at < count; at += 1) into[at] = a - b[at]!;
    };
  return (count: number) => {
    for (let at = 0; at < count; at += 1) into[at] = a[at]! - b[at]!;
  };
}

function divide(into: Float64Array, a: Operand, b: Operand) {
  if (typeof a === 'number') {
    const by = asBlock(b, into);
    return (count: number) => {
      for (let at = 0; at < count; at += 1) into[at] = a / by[at]!;
    };
  }
  if (typeof b === 'number')
    return (count: number) => {
      for (let at = 0; at < count; at += 1) into[at] = a[at]! / b;
    };
  return (count: number) => {
    for (let at = 0; at < count; at += 1) into[at] = a[at]! / b[at]!;
  };
}

function less(into: Float64Array, a: Float64Array, b: Float64Array) {
  return (count: number) => {
    for (let at = 0; at < count; at += 1) into[at] = a[at]! < b[at]! ? 1 : 0;
  };
}

function choose(code: Op, into: Float64Array, a: Float64Array, b: Float64Array, c: Float64Array) {
  if (code === op.and)
    return (count: number) => {
      for (let at = 0; at < count; at += 1) into[at] = a[at] !== 0 && b[at] !== 0 ? 1 : 0;
    };
  if (code === op.or)
    return (count: number) => {
      for (let at = 0; at < count; at += 1) into[at] = a[at] !== 0 || b[at] !== 0 ? 1 : 0;
    };
  return (count: number) => {
    for (let at = 0; at < count; at += 1) into[at] = a[at] !== 0 ? b[at]! : c[at]!;
  };
}

function other(code: Op, into: Float64Array, a: Float64Array, b: Float64Array, c: Float64Array) {
  return (count: number) => {
    for (let at = 0; at < count; at += 1) into[at] = compute(code, a[at]!, b[at]!, c[at]!);
  };
}
