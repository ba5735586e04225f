// Numbers that only look alike.

import type { MessageParam } from '../../../message.ts';
import { intersects } from '../../../quantity/index.ts';
import { type Facet, overlap } from '../facets.ts';
import type { Finding } from '../model.ts';
import * as say from '../say.ts';

/**
 * Equal numbers of one measure, subject and place with another scope: other universe or kind of figure, and another time. A series
 * that returns to a level differs in time alone and is no coincidence; nobody takes another subject's number for support.
 */
export function coincidences(facets: readonly Facet[]): Finding[] {
  const numbers = Map.groupBy(facets, numberKey);
  return [...numbers].flatMap(([number, alike]) => (number === undefined ? [] : coincidence(alike)));
}

function coincidence(facets: readonly Facet[]): Finding[] {
  const lead = facets[0];
  if (lead === undefined) return [];
  const others = facets.filter((facet) => facet !== lead && !overlap(facet.period, lead.period) && differsInScope(facet, lead));
  if (others.length === 0) return [];
  const group = [lead, ...others].slice(0, 50);
  return [
    {
      kind: 'coincidence',
      claims: group.map((facet) => facet.claim),
      tension: true,
      why: say.why('coincidence', { value: say.value(lead), scopes: say.list(group.map(scopeOf)) }),
    },
  ];
}

function scopeOf(facet: Facet): MessageParam {
  const scope = { basis: say.basis(facet), period: say.when(facet) };
  return facet.status === 'outcome' ? say.why('scope', scope) : say.why('scopeOfStatus', { ...scope, status: say.status(facet) });
}

function differsInScope(a: Facet, b: Facet): boolean {
  return a.basis !== b.basis || a.status !== b.status;
}

/** Fewer digits are shared by too many numbers to mislead. */
const fewestDigits = 3;
/** A number that more claims share is a common one. */
const mostAlike = 4;

/** The number of an outcome, where it is long enough that nobody expects it twice; undefined for changes, and where it is not exact. */
export function tellingNumber(facet: Facet): string | undefined {
  const { claim, status, hasValue, period } = facet;
  if (!hasValue || status !== 'outcome' || claim.change !== null || period === undefined || claim.value?.qualifier !== 'exact') return undefined;
  const number = numberKey(facet);
  return number === undefined || number.replace('-', '').indexOf('e') < fewestDigits ? undefined : number;
}

/** One number of two things at one time, in two sources: whoever searches for it finds a support that is none. */
export function sameNumberRule(facets: readonly Facet[]): Finding[] {
  if (facets.length > mostAlike) return [];
  const things = Map.groupBy(facets, (facet) => `${facet.family}|${facet.subject}`);
  const [one, other, ...more] = [...things.values()];
  if (one === undefined || other === undefined || more.length > 0) return [];
  const isApart = one.every((a) => other.every((b) => a.claim.sourceId !== b.claim.sourceId && overlap(a.period, b.period) && a.family !== b.family));
  if (!isApart) return [];
  const scopes = [one, other].map(([lead]) =>
    say.why('thing', { measure: { code: lead!.measure }, subject: lead!.claim.subject ?? '', period: say.when(lead!) }),
  );
  return [
    {
      kind: 'coincidence',
      claims: [...one, ...other].map((facet) => facet.claim),
      tension: true,
      why: say.why('coincidence', { value: say.value(one[0]!), scopes: say.list(scopes) }),
    },
  ];
}

/** A weakly supported change that may be another measure's change under another name. */
export function doubleCountRule(facets: readonly Facet[]): Finding[] {
  const weak = facets.filter((facet) => facet.claim.credibility === 5 && !facet.isNamed).slice(0, 100);
  return weak.flatMap((one) => {
    const alike = facets
      .filter(
        (other) =>
          other.family !== one.family &&
          other.claim.credibility < 5 &&
          overlap(one.period, other.period) &&
          intersects(one.interval(), other.interval()),
      )
      .slice(0, 20);
    if (alike.length === 0) return [];
    const figure = (facet: Facet) => say.why('valueOf', { subject: facet.claim.subject ?? facet.measure, value: say.value(facet) });
    const finding: Finding = {
      kind: 'identity',
      claims: [one, ...alike].map((facet) => facet.claim),
      tension: false,
      why: say.why('countedTwice', { figure: figure(one), others: say.list(alike.map(figure)) }),
    };
    return [finding];
  });
}

/** The stated number in full; only numbers of two significant digits and more can coincide in a way that misleads. */
function numberKey({ claim }: Facet): string | undefined {
  const text = claim.value?.low ?? claim.value?.high;
  if (text == null) return undefined;
  const digits = text
    .replace(/^-/, '')
    .replace('.', '')
    .replace(/^0+|0+$/g, '');
  if (digits.length < 2) return undefined;
  const [whole = '', fraction = ''] = text.replace(/^-/, '').split('.');
  const exponent = claim.multiplier - fraction.length + (whole + fraction).length - (whole + fraction).replace(/0+$/, '').length;
  return `${text.startsWith('-') ? '-' : ''}${digits}e${exponent}`;
}
