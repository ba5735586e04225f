// Builds a check from what a rule computed.
import { intersects, unitLabel } from '../../quantity/index.ts';
import type { Claim } from '../claims/model.ts';
import { boundText, type Figure, type Twofold } from './figure.ts';
import type { Check } from './model.ts';

export interface Computed {
  readonly rule: Check['rule'];
  readonly label?: string;
  readonly inputs: readonly Figure[];
  readonly implied: Twofold;
  readonly unit: string;
  /** The claim that states the number; without one the result is `implied`. */
  readonly stated?: Figure;
  /** Another quantity than the one computed: then agreement is coincidence, and disagreement says nothing. */
  readonly isForeign?: boolean;
  why(implied: string): string;
}

/** Undefined where a foreign number does not even look alike. */
export function toCheck(computed: Computed): Check | undefined {
  const { rule, label = '', inputs, implied, unit, stated, isForeign = false } = computed;
  const agrees = stated !== undefined && intersects(stated.rounded, implied.rounded);
  const isOpen = stated !== undefined && (stated.stated.low === null || stated.stated.high === null);
  if (isForeign && (!agrees || isOpen || !isTight(implied, stated))) return undefined;
  const result = stated === undefined ? 'implied' : isForeign ? 'coincidence' : agrees ? 'holds' : 'breaks';
  const claims = [...inputs, ...(stated === undefined || inputs.includes(stated) ? [] : [stated])].map((figure) => figure.claim);
  const low = boundText(implied.stated.low);
  const high = boundText(implied.stated.high);
  return {
    id: `k_${[rule, label, ...claims.map((claim) => claim.id)].join('_').replace(/[^0-9a-zA-Z_-]+/g, '-')}`,
    rule,
    label,
    inputs: claims.map((claim) => claim.id),
    implied: { low, high, unit },
    withRounding: { low: boundText(implied.rounded.low), high: boundText(implied.rounded.high), unit },
    stated: stated === undefined ? null : { ...statedBounds(stated.claim), unit },
    result,
    why: computed.why(impliedText(low, high, unit)),
  };
}

/** A number can only look confirmed where the computed one is about as exact: half as wide again at the most. */
function isTight(implied: Twofold, stated: Figure | undefined): boolean {
  const width = ({ low, high }: Twofold['rounded']) => (low === null || high === null ? undefined : high.minus(low));
  const [own, other] = [width(implied.rounded), stated === undefined ? undefined : width(stated.rounded)];
  return own !== undefined && other !== undefined && own.lte(other.times(1.5));
}

function statedBounds(claim: Claim) {
  const { low, high, qualifier } = claim.value!;
  return { low, high, qualifier };
}

/** "47.8 %", "3.01–5.52", "at least 10.7 % a year": four significant digits are enough to read. */
function impliedText(low: string | null, high: string | null, unit: string): string {
  const label =
    unit === 'PCT_PER_YEAR'
      ? '% a year'
      : unit === 'INDEX'
        ? ''
        : unit.includes('_PER_')
          ? unit.replace('_PER_', ' per ').replace('UNIT', 'unit')
          : unitLabel(unit);
  const number = (text: string) => {
    const value = Number(text);
    return Math.abs(value) >= 10_000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(4)));
  };
  const words =
    low === null && high === null
      ? 'anything'
      : low === null
        ? `at most ${number(high!)}`
        : high === null
          ? `at least ${number(low)}`
          : number(low) === number(high)
            ? number(low)
            : `${number(low)} to ${number(high)}`;
  const signed = words.replaceAll('-', '−');
  return label === '' ? signed : `${signed}\u00a0${label}`;
}
