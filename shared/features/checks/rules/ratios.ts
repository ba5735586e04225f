// Part and total, plan and outcome, two currencies, value and count.
import { areaCode, isWithinArea } from '../../../areas.ts';
import { message } from '../../../message.ts';
import { isCurrency } from '../../../quantity/index.ts';
import { type Figure, hundred, isAmount, meets, minus, one, over, percentOf, plus, thing, times } from '../figure.ts';
import type { Check } from '../model.ts';
import { toCheck } from '../result.ts';
import * as say from '../say.ts';

/** Pairs are bounded: a bucket with more figures than this is a table of its own, not an argument. */
const most = 40;
/** What a share can be a share of. */
const countable: ReadonlySet<string> = new Set(['count', 'money', 'amount', 'other']);

/** Figures of one period and place-sharing areas. */
export function shareOfTotal(figures: readonly Figure[]): Check[] {
  const shares = figures.filter((figure) => figure.dimension === 'share' && figure.isLevel && !isOtherRate.test(figure.measure)).slice(0, most);
  const levels = figures.filter((figure) => countable.has(figure.dimension) && figure.isLevel).slice(0, most);
  return shares.flatMap((share) => {
    const parts = levels.filter((part) => isPartOf(share, part) && meets(part, share));
    const checked = parts.flatMap((part) =>
      levels
        .filter((total) => total !== part && total.claim.unit === part.claim.unit && isTotalOf(total, part, share))
        .flatMap((total) => checkShare(share, part, total) ?? []),
    );
    const isOwn = (part: Figure) => part.dimension !== 'other' && part.basis === share.basis && speaksOf(share, part);
    const implied = checked.length > 0 ? [] : parts.filter(isOwn).flatMap((part) => impliedTotal(share, part) ?? []);
    return [...checked, ...implied, ...mixedShares(share, levels)];
  });
}

/** In per cent, and no part of a total. */
const isOtherRate =
  /(^|_)(attainment|fulfil?lment|completion|execution|utili[sz]ation|load|occupancy|growth|inflation|unemployment|margin|yield|interest|rate|return)(_|$)/;

/** A share in exports is made of exports; where only the word "share" is said it may be of anything. */
function speaksOf(share: Figure, part: Figure): boolean {
  return thing(share) === thing(part) || /(^|_)share(_|$)/.test(share.measure);
}

function isTotalOf(total: Figure, part: Figure, share: Figure): boolean {
  if (total.subject !== share.subject && meets(total, share) && isWholeOf(total, part)) return true;
  return speaksOf(share, part) && isWiderOf(total, part);
}

/** The same over all universes, for the whole place, or in the group of countries that the place is one of. */
function isWiderOf(total: Figure, part: Figure): boolean {
  if (total.measure !== part.measure || total.status !== part.status) return false;
  const [isOnePlace, isOneSubject, isOneBasis] = [total.place === part.place, total.subject === part.subject, total.basis === part.basis];
  if (isOnePlace && isOneSubject) return !isOneBasis && (total.basis === '' || /^(all|total|whole)\b/.test(total.basis));
  if (isOnePlace && isOneBasis) return isPlaceItself(total) && !isPlaceItself(part);
  const [[whole = '', ...more], [place = '', ...others]] = [[...total.areas], [...part.areas]];
  return isOneSubject && isOneBasis && more.length + others.length === 0 && isWithinArea(place, whole);
}

/** A country or market named as the subject too: what is counted of it is counted of all. */
function isPlaceItself({ claim, areas }: Figure): boolean {
  return areas.has(areaCode(claim.subject ?? ''));
}

/** The part speaks of the share's subject: as its own subject, or as the universe that it counts. */
function isPartOf(share: Figure, part: Figure): boolean {
  return part.subject === share.subject || (part.basis !== '' && part.basis === share.subject);
}

/** All that the part is one of: of its own measure by its name, or a whole market. */
function isWholeOf(total: Figure, part: Figure): boolean {
  return isTotal(total) || (total.family === part.family && saysAll.test(total.subject));
}

const saysAll = /^(?:all|total|whole|entire|overall)\b|^(?:все|вся|весь|всего|итого|общ)|^(?:全部|总|合计|所有|全国|全行业)/iu;

/** A whole market: demand, sales or registrations of everybody, over no narrower universe. */
function isTotal({ basis, family }: Figure): boolean {
  return (basis === '' || /^(all|total|whole|market|new)\b/.test(basis)) && /(demand|sales|market|registrations|total)/.test(family);
}

function checkShare(share: Figure, part: Figure, total: Figure): Check | undefined {
  const implied = percentOf(part, total);
  if (implied === undefined) return undefined;
  return toCheck({
    rule: 'share_of_total',
    inputs: [part, total],
    implied,
    unit: 'PCT',
    stated: share,
    why: (result) => say.why('share', { part: say.value(part), total: say.value(total), implied: result, share: say.value(share) }),
  });
}

function impliedTotal(share: Figure, part: Figure): Check | undefined {
  const whole = over(times(part, hundred), share);
  if (whole === undefined) return undefined;
  return toCheck({
    rule: 'share_of_total',
    label: say.label('total'),
    inputs: [share, part],
    implied: whole,
    unit: part.claim.unit ?? 'UNITS',
    why: (result) => say.why('total', { part: say.value(part), share: say.value(share), implied: result }),
  });
}

/**
 * A share that equals one level over the sum of two levels of other measures: it looks computed, and is not. Both levels
 * touch the share's area and count the same thing.
 */
function mixedShares(share: Figure, levels: readonly Figure[]): Check[] {
  const near = levels.filter((level) => meets(level, share) && !isPartOf(share, level) && level.status === 'outcome');
  return near.flatMap((part) =>
    near.flatMap((rest) => {
      if (rest === part || rest.family === part.family || rest.claim.unit !== part.claim.unit || thing(rest) !== thing(part)) return [];
      // part / (part + rest), written so that the part's rounding counts once.
      const ratio = over(rest, part);
      const implied = ratio === undefined ? undefined : over(hundred, plus(one, ratio));
      if (implied === undefined) return [];
      const check = toCheck({
        rule: 'share_of_total',
        label: say.label('mixed'),
        inputs: [part, rest],
        implied,
        unit: 'PCT',
        stated: share,
        isForeign: true,
        why: (result) => say.why('mixedShare', { part: say.value(part), rest: say.value(rest), implied: result, share: say.value(share) }),
      });
      return check === undefined ? [] : [check];
    }),
  );
}

/** Plan against outcome of one subject, family, universe and period. */
export function attainment(figures: readonly Figure[]): Check[] {
  const plans = figures.filter((figure) => (figure.status === 'plan' || figure.status === 'target') && figure.isLevel).slice(0, most);
  const done = figures.filter((figure) => figure.status === 'outcome' && figure.isLevel).slice(0, most);
  return plans.flatMap((plan) =>
    done
      .filter(
        (figure) => figure.claim.unit === plan.claim.unit && figure.basis === plan.basis && figure.periodKey === plan.periodKey && isAmount(figure),
      )
      .flatMap((figure) => {
        const implied = percentOf(figure, plan);
        return implied === undefined
          ? []
          : (toCheck({
              rule: 'attainment',
              inputs: [figure, plan],
              implied,
              unit: 'PCT',
              why: (result) => say.why('attainment', { outcome: say.value(figure), plan: say.value(plan), implied: result }),
            }) ?? []);
      }),
  );
}

/** One amount in two currencies, and an amount over a count, of one subject, universe and period. */
export function rates(figures: readonly Figure[], exchangeRates: readonly Figure[]): Check[] {
  const amounts = figures.filter((figure) => figure.isLevel && figure.dimension === 'money').slice(0, most);
  const counts = figures.filter((figure) => figure.isLevel && (figure.dimension === 'count' || figure.dimension === 'amount')).slice(0, most);
  const exchange = amounts.flatMap((a, index) => amounts.slice(index + 1).flatMap((b) => exchangeRate(a, b, exchangeRates)));
  const perUnit = amounts.flatMap((amount) => counts.flatMap((count) => valuePerUnit(amount, count) ?? []));
  return [...exchange, ...perUnit];
}

/** A claim that names a rate of two currencies, such as RUB_PER_USD. */
export function isExchangeRate({ claim, dimension, isLevel }: Figure): boolean {
  const [one = '', other = ''] = (claim.unit ?? '').split('_PER_');
  return dimension === 'ratio' && isLevel && isCurrency(one) && isCurrency(other);
}

function exchangeRate(a: Figure, b: Figure, known: readonly Figure[]): Check[] {
  if (a.claim.unit === b.claim.unit || a.measure !== b.measure || a.status !== b.status) return [];
  const stated = known.filter((rate) => meetsInTime(rate, a) && [rateUnit(a, b), rateUnit(b, a)].includes(rate.claim.unit ?? '')).slice(0, most);
  if (stated.length > 0) return stated.flatMap((rate) => (rate.claim.unit === rateUnit(a, b) ? rateCheck(a, b, rate) : rateCheck(b, a, rate)) ?? []);
  const ratio = over(a, b);
  if (ratio === undefined || ratio.stated.low === null) return [];
  return (ratio.stated.low.gte(1) ? rateCheck(a, b) : rateCheck(b, a)) ?? [];
}

const rateUnit = (many: Figure, few: Figure) => `${many.claim.unit}_PER_${few.claim.unit}`;

function meetsInTime(a: Figure, b: Figure): boolean {
  if (a.period === undefined || b.period === undefined) return false;
  return (a.period.earliest ?? '') <= (b.period.latest ?? '9999') && (b.period.earliest ?? '') <= (a.period.latest ?? '9999');
}

/** Against a rate that a claim names, with who names it; without one the rate is implied. */
function rateCheck(many: Figure, few: Figure, stated?: Figure): Check[] | undefined {
  const implied = over(many, few);
  if (implied === undefined) return undefined;
  const check = toCheck({
    rule: 'implied_exchange_rate',
    inputs: [many, few],
    implied,
    unit: rateUnit(many, few),
    ...(stated === undefined ? {} : { stated }),
    why: (result) => {
      const values = { many: say.value(many), few: say.value(few), implied: result };
      if (stated === undefined) return say.why('rate', values);
      const speaker = stated.claim.saidBy[0]?.name ?? stated.claim.subject ?? say.why('aClaim', {});
      return say.why('statedRate', { ...values, speaker, stated: say.value(stated) });
    },
  });
  return check === undefined ? undefined : [check];
}

function valuePerUnit(amount: Figure, count: Figure): Check | undefined {
  if (amount.status !== count.status) return undefined;
  const implied = over(amount, count);
  if (implied === undefined) return undefined;
  return toCheck({
    rule: 'value_per_unit',
    inputs: [amount, count],
    implied,
    unit: `${amount.claim.unit}_PER_${count.dimension === 'amount' ? count.claim.unit : 'UNIT'}`,
    why: (result) => say.why('perUnit', { amount: say.value(amount), number: say.value(count), implied: result }),
  });
}

/** How far a plan was changed from its first to its later version. */
export function planVersions(figures: readonly Figure[]): Check[] {
  const plans = figures.filter((figure) => figure.status !== 'outcome' && isAmount(figure)).slice(0, most);
  const inOrder = plans.toSorted((a, b) => (a.claim.passages[0]?.start ?? 0) - (b.claim.passages[0]?.start ?? 0));
  return inOrder.slice(1).flatMap((later, index) => {
    const earlier = inOrder[index]!;
    const isVersion =
      later.status === earlier.status &&
      later.claim.sourceId === earlier.claim.sourceId &&
      later.claim.unit === earlier.claim.unit &&
      later.basis === earlier.basis &&
      later.measure === earlier.measure;
    const ratio = isVersion ? over(later, earlier) : undefined;
    if (ratio === undefined) return [];
    const implied = times(minus(ratio, one), hundred);
    return (
      toCheck({
        rule: 'growth',
        label: say.label('versions'),
        inputs: [earlier, later],
        implied,
        unit: 'PCT',
        why: (result) =>
          say.why('versions', {
            earlier: say.value(earlier),
            later: say.value(later),
            status: message(`words:status.${later.status}`),
            implied: result,
          }),
      }) ?? []
    );
  });
}
