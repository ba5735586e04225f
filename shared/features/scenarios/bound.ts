// What an input takes from what it is bound to: a value for each point, and how far it reaches by ambiguous text and by sources that
// disagree. Numbers are put into the unit of the input: 20 % is 0.2 there, and a rise of 70 % is the factor 1.7 where the input counts
// in times.
import { type Interval, type Measured, readAs, readingBand } from '../../quantity/index.ts';
import type { Claim } from '../claims/model.ts';
import type { Observation } from '../ledger/model.ts';
import { measuredOf, saidInterval } from '../ledger/rules.ts';
import { type Binding, type ModelInput, noSpans, type Spans } from './model.ts';

export interface Taken {
  readonly points: ModelInput['points'];
  readonly spans: Spans;
  readonly claims: readonly Claim[];
}

type Numbers = { readonly low: number; readonly high: number };

/** One claim, or one of its readings. Undefined where it states no number. */
export function takenFromClaim(claim: Claim, binding: Binding, unit: string): Taken | undefined {
  const stated = measuredOf(claim);
  const chosen = binding.reading === null ? undefined : claim.readings[binding.reading];
  if (binding.reading !== null && chosen === undefined) return undefined;
  const value = chosen === undefined ? stated : readAs(stated, chosen);
  const band = chosen === undefined ? readingBand(stated, claim.readings) : undefined;
  return taken(numbersOf(band ?? saidInterval(value), value, unit), { pick: binding.pick, by: 'text', at: null, claims: [claim] });
}

/** What the ledger holds: its value, and where its claims are in dispute all that they say. */
export function takenFromObservation(observation: Observation, claims: readonly Claim[], binding: Binding, unit: string): Taken | undefined {
  const own = numbersOf(saidInterval(observation), observation, unit);
  if (observation.state !== 'disputed') return taken(own, { pick: binding.pick, by: 'text', at: null, claims });
  const said = claims
    .filter(({ rank }) => rank !== 'deprecated')
    .flatMap((claim) => numbersOf(saidInterval(measuredOf(claim)), measuredOf(claim), unit) ?? []);
  return taken(hull(said) ?? own, { pick: binding.pick, by: 'sources', at: null, claims });
}

/** Values by the item of an index that their period or day names. */
export function takenFromSteps(
  steps: readonly { readonly at: string; readonly value: Measured; readonly claims: readonly Claim[] }[],
  binding: Binding,
  unit: string,
): Taken | undefined {
  const points = steps.flatMap(
    ({ at, value }) => taken(numbersOf(saidInterval(value), value, unit), { pick: binding.pick, by: 'text', at, claims: [] })?.points ?? [],
  );
  const byItem = new Map(points.map((point) => [point.at, point]));
  if (byItem.size === 0) return undefined;
  const claims = [...new Map(steps.flatMap((step) => step.claims).map((claim) => [claim.id, claim])).values()];
  return { points: [...byItem.values()].sort((a, b) => (a.at! < b.at! ? -1 : 1)), spans: noSpans, claims };
}

function taken(
  numbers: Numbers | undefined,
  { pick, by, at, claims }: { pick: Binding['pick']; by: 'text' | 'sources'; at: string | null; claims: readonly Claim[] },
): Taken | undefined {
  if (numbers === undefined) return undefined;
  const { low, high } = numbers;
  const value = pick === 'low' ? low : pick === 'high' ? high : (low + high) / 2;
  const span = low === high ? null : { low: numberText(low), high: numberText(high) };
  return { points: [{ at, value: numberText(value) }], spans: { ...noSpans, [by]: span }, claims };
}

function hull(all: readonly Numbers[]): Numbers | undefined {
  if (all.length === 0) return undefined;
  return { low: Math.min(...all.map(({ low }) => low)), high: Math.max(...all.map(({ high }) => high)) };
}

/** Of an open bound the end that is known: "over 50 %" is no less than 50 %. */
function numbersOf({ low, high }: Interval, { unit: from, change }: Pick<Measured, 'unit' | 'change'>, unit: string): Numbers | undefined {
  const [a, b] = [low ?? high, high ?? low];
  if (a === null || b === null) return undefined;
  const into = (value: number) => {
    if (from !== 'PCT' && from !== 'PP') return value;
    return change === 'percent' && /^(times|index)$/i.test(unit) ? 1 + value / 100 : value / 100;
  };
  return { low: into(a.toNumber()), high: into(b.toNumber()) };
}

/** Decimal text without an exponent, as records keep numbers: 15 digits, no trailing zeros. */
export function numberText(value: number): string {
  const text = Number(value.toPrecision(15));
  const plain = text.toFixed(Math.max(0, Math.min(20, 15 - Math.ceil(Math.log10(Math.abs(text) || 1)))));
  return plain.includes('.') ? plain.replace(/\.?0+$/, '').replace(/^-0$/, '0') : plain;
}
