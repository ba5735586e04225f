// Builds a check from what a rule computed.
import { type Message, type MessageParam, message } from '../../message.ts';
import { Decimal, decimalText, intersects } from '../../quantity/index.ts';
import type { Claim } from '../claims/model.ts';
import { boundText, type Figure, type Twofold } from './figure.ts';
import type { Check } from './model.ts';

export interface Computed {
  readonly rule: Check['rule'];
  readonly label?: Message;
  readonly inputs: readonly Figure[];
  readonly implied: Twofold;
  readonly unit: string;
  /** The claim that states the number; without one the result is `implied`. */
  readonly stated?: Figure;
  /** Another quantity than the one computed: then agreement is coincidence, and disagreement says nothing. */
  readonly isForeign?: boolean;
  why(implied: MessageParam): Message;
}

/** Undefined where a foreign number does not even look alike. */
export function toCheck(computed: Computed): Check | undefined {
  const { rule, label, inputs, implied, unit, stated, isForeign = false } = computed;
  const agrees = stated !== undefined && intersects(stated.rounded, implied.rounded);
  const isOpen = stated !== undefined && (stated.stated.low === null || stated.stated.high === null);
  if (isForeign && (!agrees || isOpen || !isTight(implied, stated))) return undefined;
  const result = stated === undefined ? 'implied' : isForeign ? 'coincidence' : agrees ? 'holds' : 'breaks';
  const claims = [...inputs, ...(stated === undefined || inputs.includes(stated) ? [] : [stated])].map((figure) => figure.claim);
  const low = boundText(implied.stated.low);
  const high = boundText(implied.stated.high);
  return {
    id: `k_${[rule, label === undefined ? '' : labelText(label), ...claims.map((claim) => claim.id)].join('_').replace(/[^0-9a-zA-Z_-]+/g, '-')}`,
    rule,
    label: label ?? null,
    inputs: claims.map((claim) => claim.id),
    implied: { low, high, unit },
    withRounding: { low: boundText(implied.rounded.low), high: boundText(implied.rounded.high), unit },
    stated: stated === undefined ? null : { ...statedBounds(stated.claim), unit },
    result,
    why: computed.why(impliedValue(low, high, unit)),
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

/** What the inputs imply, as exact as it is to be read: four significant digits, whole numbers from ten thousand on. */
function impliedValue(low: string | null, high: string | null, unit: string): MessageParam {
  if (low === null && high === null) return message('checks:why.anything');
  const bounds = { low: low === null ? null : readable(low), high: high === null ? null : readable(high) };
  const qualifier = bounds.low === null ? 'at_most' : bounds.high === null ? 'at_least' : bounds.low === bounds.high ? 'exact' : 'between';
  // An index is a bare number: the sentence says of what.
  return { quantity: { ...bounds, qualifier, unit: unit === 'INDEX' ? null : unit, multiplier: 0, change: null } };
}

function readable(text: string): string {
  const value = new Decimal(text);
  return decimalText(value.abs().gte(10_000) ? value.round() : value.toSignificantDigits(4));
}

/** The label without a language. */
function labelText({ key, params = {} }: Message): string {
  return [key.slice(key.indexOf('.') + 1), ...Object.values(params).map((param) => (typeof param === 'object' ? JSON.stringify(param) : param))].join(
    ' ',
  );
}
