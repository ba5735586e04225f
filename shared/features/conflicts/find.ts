// The finder. Each claim falls into a few buckets by its fields; each rule looks at one bucket. A full run fills the
// buckets, an edit re-reads only those that it touches, so that the work never grows with the square of the claims.

import { latinName, spellingKey } from '../actors/spelling.ts';
import type { Claim } from '../claims/model.ts';
import { type Bucket, putInto, takeFrom } from './bucket.ts';
import { createFacets, type Facet } from './facets.ts';
import { toGroup } from './group.ts';
import type { ConflictContext, ConflictGroup, Finding } from './model.ts';
import { classRule, thingOf } from './rules/classes.ts';
import { contentRule, countsBrands, saysDerived, saysHome } from './rules/content.ts';
import { eventRule, isCounted, partialReportRule } from './rules/events.ts';
import { judgesHappening, olderElsewhereRule, olderEvidenceRule, wordsOnHappening } from './rules/evidence.ts';
import { familyRule } from './rules/family.ts';
import { memberRule, tellsWhole } from './rules/members.ts';
import { doubleCountRule, sameNumberRule, tellingNumber } from './rules/numbers.ts';
import { isPart, isShareOfWhole, partRule } from './rules/parts.ts';
import { placelessSubject, placeRule } from './rules/places.ts';
import { seriesRule } from './rules/series.ts';
import { relativeDateRule, relativeWords, singleRule, spellingRule } from './rules/single.ts';
import { stageRule } from './rules/stages.ts';
import { topicRule } from './rules/statements.ts';
import { likeness, sharedWords, sieveOf, stems, topicStems } from './words.ts';

interface Rule {
  readonly find: (facets: readonly Facet[], context: ConflictContext) => Finding[];
  /** What it reads of the source of a claim, beside its id: an edit of anything else there leaves its findings as they are. */
  readonly reads: readonly ('name' | 'date')[];
}

const rules = {
  series: { find: seriesRule, reads: ['name', 'date'] },
  family: { find: familyRule, reads: [] },
  part: { find: partRule, reads: [] },
  members: { find: memberRule, reads: [] },
  change: { find: doubleCountRule, reads: [] },
  class: { find: classRule, reads: [] },
  event: { find: eventRule, reads: [] },
  stages: { find: stageRule, reads: [] },
  places: { find: placeRule, reads: [] },
  number: { find: sameNumberRule, reads: [] },
  listing: { find: partialReportRule, reads: [] },
  topic: { find: topicRule, reads: ['name', 'date'] },
  content: { find: contentRule, reads: [] },
  relative: { find: relativeDateRule, reads: ['name', 'date'] },
  evidence: { find: (facets: readonly Facet[]) => olderEvidenceRule(facets, isAbout), reads: ['name'] },
  elsewhere: { find: olderElsewhereRule, reads: ['name'] },
  spelling: { find: spellingRule, reads: [] },
} satisfies Record<string, Rule>;

/** The one rule that says something of a claim alone; all others set claims against each other. */
const lonelyRules = new Set<string>(['relative']);

export interface ConflictIndex {
  /** Names stand for something else: what was remembered of them is forgotten. Update the claims that bear them next. */
  forgetNames(): void;
  /** Replaces, adds or (undefined) removes claims and re-reads the buckets that they were or are in. */
  update(changes: readonly { readonly id: string; readonly claim: Claim | undefined }[]): void;
  groups(): ConflictGroup[];
}

export function createConflictIndex(context: ConflictContext): ConflictIndex {
  let toFacet = createFacets(context);
  let areNamesNew = false;
  const facets = new Map<string, Facet>();
  const keysOf = new Map<string, readonly string[]>();
  const buckets = new Map<string, Bucket>();
  const found = new Map<string, readonly ConflictGroup[]>();
  /** Measures of which some claim tells the whole: only there members are set against it. */
  const wholes = new Set<string>();

  function leave(id: string, keys: readonly string[], touched: Set<string>): void {
    for (const key of keys) {
      const bucket = buckets.get(key);
      if (bucket !== undefined) takeFrom(bucket, id);
      touched.add(key);
    }
    found.delete(singleKey(id));
  }

  /** A claim that stays in a bucket keeps its place there, so that the bucket stays sorted. */
  function enter(claim: Claim, touched: Set<string>): void {
    const before = facets.get(claim.id);
    const facet = toFacet(claim);
    const keys = bucketsOf(facet, wholes);
    if (before !== undefined)
      leave(
        claim.id,
        keysOf.get(claim.id)!.filter((key) => !keys.includes(key)),
        touched,
      );
    const alone = singleRule([facet], context);
    if (alone.length > 0) found.set(singleKey(claim.id), alone.map(toGroup));
    facets.set(claim.id, facet);
    keysOf.set(claim.id, keys);
    for (const key of keys) {
      const bucket = buckets.get(key);
      const isKnown = bucket !== undefined && putInto(bucket, facet);
      if (bucket === undefined) buckets.set(key, [facet]);
      if (!isKnown || before === undefined || areNamesNew || mayMatter(key, before, facet)) touched.add(key);
    }
  }

  /** Where nothing was found, and what the rule reads of a claim stays, there is nothing to find. */
  function mayMatter(key: string, before: Facet, after: Facet): boolean {
    if (before.claim === after.claim) return isReadOfSource(ruleOf(key), before, after);
    return found.has(key) || isReadOfClaim(key, before, after);
  }

  function read(key: string): void {
    const bucket = buckets.get(key);
    if (bucket === undefined || bucket.length === 0) {
      buckets.delete(key);
      found.delete(key);
      return;
    }
    const name = ruleOf(key);
    if (bucket.length === 1 && !lonelyRules.has(name)) {
      found.delete(key);
      return;
    }
    const groups = rules[name].find(bucket, context).map(toGroup);
    if (groups.length > 0) found.set(key, groups);
    else found.delete(key);
  }

  /** The first whole of a measure brings all its figures together. */
  function meetWholes(claims: readonly (Claim | undefined)[], touched: Set<string>): void {
    const fresh = new Set(
      claims.flatMap((claim) => (claim !== undefined && tellsWhole(claim) ? toFacet(claim).measure : [])).filter((measure) => !wholes.has(measure)),
    );
    if (fresh.size === 0) return;
    for (const measure of fresh) wholes.add(measure);
    for (const { claim, measure } of [...facets.values()]) if (fresh.has(measure)) enter(claim, touched);
  }

  return {
    forgetNames() {
      toFacet = createFacets(context);
      areNamesNew = true;
    },
    update(changes) {
      const touched = new Set<string>();
      meetWholes(
        changes.map(({ claim }) => claim),
        touched,
      );
      // In the order of ids each bucket only grows at its end.
      for (const { id, claim } of changes.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
        if (claim !== undefined && claim.rank !== 'deprecated') enter(claim, touched);
        else {
          leave(id, keysOf.get(id) ?? [], touched);
          keysOf.delete(id);
          facets.delete(id);
        }
      }
      for (const key of touched) read(key);
      areNamesNew = false;
    },
    groups() {
      const byId = new Map<string, ConflictGroup>();
      for (const groups of found.values()) for (const group of groups) if (!byId.has(group.id)) byId.set(group.id, group);
      return [...byId.values()];
    },
  };
}

/** A full run. */
export function findConflicts(claims: readonly Claim[], context: ConflictContext): ConflictGroup[] {
  const index = createConflictIndex(context);
  index.update(claims.map((claim) => ({ id: claim.id, claim })));
  return index.groups();
}

function ruleOf(key: string): keyof typeof rules {
  return key.slice(0, key.indexOf('|')) as keyof typeof rules;
}

/** The same claim, whose source says something else of itself. */
function isReadOfSource(name: keyof typeof rules, before: Facet, after: Facet): boolean {
  const reads: readonly string[] = rules[name].reads;
  if (reads.includes('name') && nameOfSource(before) !== nameOfSource(after)) return true;
  // The date of a text orders the versions of a plan; what was counted is the same whenever it is told.
  const isDated = reads.includes('date') && !(name === 'series' && after.status === 'outcome');
  return isDated && before.source?.publishedOn !== after.source?.publishedOn;
}

function nameOfSource({ source, origin }: Facet): string {
  return `${origin}|${source?.publisher}|${source?.title}|${source?.copyOf}`;
}

/** The largest buckets look at a name or a class alone. */
function isReadOfClaim(key: string, before: Facet, after: Facet): boolean {
  if (key.startsWith('spelling|')) return before.claim.subject !== after.claim.subject || before.claim.actor !== after.claim.actor;
  if (key.startsWith('class|')) return before.family !== after.family || before.basis !== after.basis || before.hasValue !== after.hasValue;
  return true;
}

const singleKey = (id: string) => `single|${id}`;

/** Where a claim is set against others. */
function bucketsOf(facet: Facet, wholes: ReadonlySet<string>): string[] {
  const { claim } = facet;
  const keys = spellingKeys(claim);
  if (claim.kind !== 'figure') keys.push(`evidence|${claim.sourceId ?? ''}`);
  if (countsBrands(facet) || saysHome(claim) || saysDerived(claim)) keys.push('content|all');
  if (relativeWords(claim) !== undefined) keys.push(`relative|${claim.sourceId ?? claim.id}`);
  if (claim.kind === 'figure') keys.push(...figureKeys(facet, wholes));
  if (claim.kind === 'event') keys.push(`event|${facet.subject}|${claim.stage ?? claim.type ?? ''}`);
  if (claim.kind === 'event' && claim.stage !== null) keys.push(`stages|${facet.subject}`);
  if (isCounted(claim) && facet.period !== undefined)
    keys.push(`listing|${claim.stage}|${(facet.period.earliest ?? facet.period.latest ?? '').slice(0, 7)}`);
  if (claim.kind === 'event' || judgesHappening(facet)) keys.push(...wordsOnHappening(facet).map((word) => `elsewhere|${word}`));
  if (claim.kind === 'statement') keys.push(`topic|${sieveOf(topicStems(claim.topic ?? ''))}`);
  return keys;
}

function figureKeys(facet: Facet, wholes: ReadonlySet<string>): string[] {
  const { claim, family, measure, subject, place } = facet;
  const change = claim.change ?? 'level';
  const keys = [`series|${measure}|${subject}|${place}|${claim.unit ?? ''}|${change}`, `family|${family}|${subject}|${place}`];
  if (measure.includes('_') || measure.includes(' ')) keys.push(`class|${thingOf(facet)}`);
  if (isPart(facet)) {
    keys.push(`part|${measure}|${subject}|${claim.unit}`);
    if (claim.area.length === 1) keys.push(`places|${measure}|${claim.unit}|${facet.status}|${facet.periodKey}|${placelessSubject(facet)}`);
  }
  if (wholes.has(measure) && (isPart(facet) || isShareOfWhole(facet)))
    keys.push(`members|${measure}|${claim.unit}|${facet.status}|${facet.periodKey}|${place}|${facet.basis}`);
  const number = tellingNumber(facet);
  if (number !== undefined) keys.push(`number|${claim.unit ?? ''}|${number}`);
  if (claim.change !== null && facet.hasValue) keys.push(`change|${place}|${claim.unit ?? ''}|${claim.change}`);
  return keys;
}

/** Names are compared only with names that begin alike in Latin letters. */
function spellingKeys(claim: Claim): string[] {
  const name = latinName(claim.subject ?? claim.actor ?? '');
  return name.length < 4 ? [] : [`spelling|${spellingKey(name)}`];
}

/** Whether a statement is about a happening: most words of its topic stand in what the event says. */
function isAbout(statement: Claim, event: Claim): boolean {
  const topic = stems(statement.topic ?? '');
  const happening = stems(`${event.subject ?? ''} ${event.what} ${event.type ?? ''} ${(event.stage ?? '').replaceAll('_', ' ')}`);
  const shared = sharedWords(topic, happening).filter((word) => word.length > 1).length;
  return shared >= 2 || (shared >= 1 && likeness(topic, happening) >= 0.5);
}
