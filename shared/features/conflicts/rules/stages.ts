// Stages of one instrument or project that come in an order that cannot be: in force before it was adopted, stopped before it was
// started. What was amended or started again goes through its stages several times, so that each stage is held against the one that
// belongs to it: a stage with its own predecessor before it, or a successor of its own after it, breaks no order.
import type { Facet } from '../facets.ts';
import type { Finding } from '../model.ts';
import * as say from '../say.ts';

/** How a measure comes to be in force, step by step. */
const making = ['proposed', 'consulted', 'adopted', 'in_force'];
/** What ends or halts it comes after it was made. */
const ending = ['expired', 'suspended', 'superseded'];

/** Stages of which the first must come before the second. A draft may be published, amended or withdrawn before it is adopted. */
const inOrder: readonly (readonly [first: string, second: string])[] = [
  ...making.flatMap((first, at) => making.slice(at + 1).map((second): [string, string] => [first, second])),
  ...['adopted', 'in_force'].flatMap((first) => ending.map((second): [string, string] => [first, second])),
  ['proposed', 'published'],
  ['proposed', 'withdrawn'],
  ['adopted', 'published'],
  ['published', 'in_force'],
  ['in_force', 'amended'],
  ['announced', 'started'],
  ['announced', 'launched'],
  ['announced', 'stopped'],
  ['started', 'stopped'],
  ['launched', 'stopped'],
  ['listed', 'delisted'],
  ['exited', 'returned'],
];

/** Further apart they belong to two rounds of one story. */
const mostDaysApart = 550;
const compared = 200;
/** What goes on again was there before. */
const againWords = /\b(re-?start|re-?open|resum|re-?launch|again|anew|second)|возобнов|перезапу|снова|вновь|повторн|恢复|重启|复产|再次/iu;

export function stageRule(facets: readonly Facet[]): Finding[] {
  const dated = facets
    .filter(({ claim, period }) => claim.status === 'happened' && period?.earliest != null && period.latest != null)
    .slice(0, compared);
  const found = inOrder.flatMap(([first, second]) => {
    const ofStage = (stage: string) => dated.filter(({ claim }) => claim.stage === stage && !againWords.test(claim.what));
    const [early, late] = [ofStage(first), ofStage(second)];
    return late.flatMap((one) => {
      const before = early.filter((other) => !isAfter(other, one));
      const after = early.filter((other) => isAfter(other, one) && daysBetween(one, other) <= mostDaysApart);
      const [lead] = after.filter((other) => !late.some((next) => next !== one && isAfter(next, other)));
      return before.length > 0 || lead === undefined ? [] : [{ lead, one, days: daysBetween(one, lead) }];
    });
  });
  // A day that is wrong is out of order with several stages: the nearest of them tells it.
  const nearest = Map.groupBy(found, ({ one }) => one).values();
  return [...nearest].map((all) => all.toSorted((a, b) => a.days - b.days)[0]!).map(({ lead, one }) => reversed(lead, one));
}

/** Begins after the other is over. */
function isAfter(one: Facet, other: Facet): boolean {
  return one.period!.earliest! > other.period!.latest!;
}

function daysBetween(one: Facet, other: Facet): number {
  return (Date.parse(other.period!.earliest!) - Date.parse(one.period!.latest!)) / 86_400_000;
}

function reversed(first: Facet, second: Facet): Finding {
  const stage = (facet: Facet) => ({ code: facet.claim.stage ?? '' });
  return {
    kind: 'order',
    claims: [second.claim, first.claim],
    tension: false,
    why: say.why('stagesReversed', {
      subject: second.claim.subject ?? '',
      second: stage(second),
      secondDay: say.when(second),
      first: stage(first),
      firstDay: say.when(first),
    }),
  };
}
