// Draws of a simulation. The generator is mulberry32, whose n-th number follows from the seed and n alone: whoever computes a trial
// gets the same bits, however the trials are shared out.

const step = 0x6d2b79f5;

/** Number `n` (from 0) of a seed, in [0, 1). */
export function drawAt(seed: number, n: number): number {
  return mixed((seed + Math.imul((n + 1) | 0, step)) | 0);
}

/** Fills `into` with the draws `first`, `first + stride`, … of a seed. */
export function drawInto(into: Float64Array, { seed, first, stride, count }: { seed: number; first: number; stride: number; count: number }): void {
  let state = (seed + Math.imul((first + 1) | 0, step)) | 0;
  const by = Math.imul(stride, step);
  for (let at = 0; at < count; at += 1) {
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    into[at] = ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    state = (state + by) | 0;
  }
}

function mixed(state: number): number {
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

/** Standard normal quantile by Wichura's AS 241 (PPND16): about 16 digits for p in (0, 1). */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * horner(r, central)) / horner(r, centralBelow);
  }
  let r = q < 0 ? p : 1 - p;
  // A draw may be 0 exactly; 2^-33 lies half a step from it.
  r = Math.sqrt(-Math.log(r <= 0 ? 2 ** -33 : r));
  const value = r <= 5 ? horner(r - 1.6, middle) / horner(r - 1.6, middleBelow) : horner(r - 5, tail) / horner(r - 5, tailBelow);
  return q < 0 ? -value : value;
}

function horner(x: number, coefficients: readonly number[]): number {
  let sum = 0;
  for (const one of coefficients) sum = sum * x + one;
  return sum;
}

const central = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513, 133.14166789178438,
  3.3871328727963665,
];
const centralBelow = [
  5226.495278852546, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579, 42.31333070160091, 1,
];
const middle = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045, 5.769497221460691, 4.630337846156546,
  1.4234371107496835,
];
const middleBelow = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851, 1.6763848301838038, 2.053191626637759, 1,
];
const tail = [
  2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487, 1.7848265399172913,
  5.463784911164114, 6.657904643501103,
];
const tailBelow = [
  2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133, 0.014875361290850615, 0.1369298809227358,
  0.599832206555888, 1,
];

/** Standard normal distribution function by Hart's rational forms, as West gives them: about 15 digits. */
export function normalShare(z: number): number {
  const x = Math.abs(z);
  let below = 0;
  if (x <= 37) {
    const e = Math.exp((-x * x) / 2);
    if (x < 7.07106781186547) {
      const above =
        (((((3.52624965998911e-2 * x + 0.700383064443688) * x + 6.37396220353165) * x + 33.912866078383) * x + 112.079291497871) * x +
          221.213596169931) *
          x +
        220.206867912376;
      const under =
        ((((((8.83883476483184e-2 * x + 1.75566716318264) * x + 16.064177579207) * x + 86.7807322029461) * x + 296.564248779674) * x +
          637.333633378831) *
          x +
          793.826512519948) *
          x +
        440.413735824752;
      below = (e * above) / under;
    } else below = e / (x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))))) / 2.506628274631;
  }
  return z > 0 ? 1 - below : below;
}
