// Words that are older than the happening which they are used for.
import type { Claim } from '../../claims/model.ts';
import type { Facet } from '../facets.ts';
import type { Finding } from '../model.ts';
import * as say from '../say.ts';
import { sharedWords, stems } from '../words.ts';
import { hasHappened } from './single.ts';

const compared = 200;

/** Evidence of one source that is older than the happening it is used for. */
export function olderEvidenceRule(facets: readonly Facet[], like: (a: Claim, b: Claim) => boolean): Finding[] {
  const events = facets.filter((facet) => hasHappened(facet.claim) && facet.period?.earliest != null).slice(0, compared);
  const statements = facets
    .filter((facet) => facet.claim.kind === 'statement' && facet.claim.madeOn !== null && facet.madeOn?.latest != null)
    .slice(0, compared);
  return statements.flatMap((said) => {
    const later = events.filter((event) => event.period!.earliest! > said.madeOn!.latest! && like(said.claim, event.claim));
    if (later.length === 0) return [];
    const names = say.list(later.map((event) => event.claim.subject ?? ''));
    const finding: Finding = {
      kind: 'evidence_date',
      claims: [said, ...later.slice(0, 12)].map((facet) => facet.claim),
      tension: false,
      why: say.why('spokeBefore', { speaker: say.who(said), day: { period: said.madeOn!.latest! }, events: names, period: say.when(later[0]!) }),
    };
    return [finding];
  });
}

/** Who judges whether something is so; for or against a plan one may be at any time. */
const judging: ReadonlySet<string> = new Set(['affirms', 'denies', 'doubts']);

export function judgesHappening({ claim }: Facet): boolean {
  return claim.kind === 'statement' && claim.madeOn !== null && judging.has(claim.stance ?? '');
}

/** Evidence of another source, on exactly this happening: its topic names the subject and what befell it. */
export function olderElsewhereRule(facets: readonly Facet[]): Finding[] {
  const said = facets.filter(judgesHappening).slice(0, compared);
  const events = facets.filter((facet) => hasHappened(facet.claim) && facet.period?.earliest != null).slice(0, compared);
  return said.flatMap((statement) =>
    events
      .filter((event) => event.claim.sourceId !== statement.claim.sourceId && isBefore(statement, event) && isOn(statement.claim, event.claim))
      .slice(0, 1)
      .map((event): Finding => {
        const values = { speaker: say.who(statement), day: { period: statement.madeOn!.latest! }, period: say.when(event) };
        const why = say.why('spokeBeforeElsewhere', { ...values, events: event.claim.subject ?? '' });
        return { kind: 'evidence_date', claims: [statement.claim, event.claim], tension: true, why };
      }),
  );
}

function isBefore({ madeOn }: Facet, { period }: Facet): boolean {
  return madeOn?.latest != null && period!.earliest! > madeOn.latest;
}

function isOn(statement: Claim, event: Claim): boolean {
  const topic = stems(statement.topic ?? '');
  const subject = stems(event.subject ?? '');
  const befell = stems(`${event.what} ${event.type ?? ''} ${(event.stage ?? '').replaceAll('_', ' ')}`);
  const own = sharedWords(topic, befell).filter((word) => sharedWords(new Set([word]), subject).length === 0);
  return subject.size > 0 && sharedWords(subject, topic).length === subject.size && own.length > 0;
}

/** The word by which a happening and words on it meet. */
export function wordsOnHappening({ claim }: Facet): readonly string[] {
  const words = [...stems(claim.kind === 'event' ? (claim.subject ?? '') : (claim.topic ?? ''))].map((word) => word.slice(0, 5)).toSorted();
  const longest = words.toSorted((a, b) => b.length - a.length).slice(0, 1);
  return claim.kind === 'event' ? longest : words;
}
