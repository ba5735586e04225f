// The two forms of a claim: the captured one (JSON of the command line, fields by kind) and the flat one that the store
// and the rules use. Going there and back changes nothing that was said.
import { findPeriod } from '../../period/index.ts';
import { normaliseQuantity } from '../../quantity/index.ts';
import type { Claim, ParsedClaim, Speaker } from './model.ts';

/** A claim without its identity and passages. */
export type ClaimBody = Omit<Claim, 'id' | 'contentKey' | 'sourceId' | 'passages'>;

const emptyBody: Omit<ClaimBody, 'kind'> = {
  measure: null,
  subject: null,
  subjectType: null,
  area: [],
  counterpart: null,
  basis: [],
  period: null,
  periodBasis: null,
  value: null,
  unit: null,
  multiplier: 0,
  change: null,
  status: null,
  vintage: null,
  condition: null,
  deadline: false,
  per: null,
  path: null,
  readings: [],
  stage: null,
  type: null,
  what: '',
  by: [],
  counterparties: [],
  cause: null,
  depth: null,
  sequence: [],
  until: null,
  batch: null,
  details: [],
  actor: null,
  role: null,
  topic: null,
  stance: null,
  gist: '',
  original: '',
  saidBy: [],
  via: [],
  madeOn: null,
  madeOnBasis: null,
  credibility: 6,
  hedge: 'stated',
  note: '',
  tags: [],
  rank: 'normal',
  rankReason: null,
  captured: null,
  capturedReason: '',
};

/** A claim that says nothing yet. */
export function emptyClaim(kind: Claim['kind']): Claim {
  const status = { figure: 'actual', event: 'happened', statement: null } as const;
  return {
    ...emptyBody,
    kind,
    status: status[kind],
    stance: kind === 'statement' ? 'neutral' : null,
    id: '',
    contentKey: '',
    sourceId: null,
    passages: [],
  };
}

export function toBody(claim: ParsedClaim): ClaimBody {
  const shared = {
    kind: claim.kind,
    original: claim.original,
    saidBy: speakers(claim.saidBy),
    via: list(claim.via),
    madeOn: claim.madeOn,
    madeOnBasis: claim.madeOnBasis,
    credibility: claim.credibility,
    hedge: claim.hedge,
    note: claim.note,
    tags: claim.tags,
    rank: claim.rank,
    rankReason: claim.rankReason,
  };
  switch (claim.kind) {
    case 'figure': {
      const {
        measure,
        subject,
        counterpart,
        period,
        periodBasis,
        value,
        unit,
        multiplier,
        change,
        status,
        vintage,
        condition,
        deadline,
        per,
        path,
        readings,
      } = claim;
      return {
        ...emptyBody,
        ...shared,
        measure,
        subject,
        area: list(claim.area),
        counterpart,
        basis: list(claim.basis),
        period,
        periodBasis,
        value,
        unit,
        multiplier,
        change,
        status,
        vintage,
        condition,
        deadline,
        per,
        path,
        readings,
      };
    }
    case 'event': {
      const {
        subject,
        subjectType,
        counterpart,
        stage,
        type,
        what,
        when,
        whenBasis,
        condition,
        status,
        magnitude,
        unit,
        multiplier,
        change,
        cause,
        depth,
        until,
        batch,
        details,
      } = claim;
      return {
        ...emptyBody,
        ...shared,
        subject,
        subjectType,
        area: list(claim.area),
        counterpart,
        stage,
        type,
        what,
        period: when,
        periodBasis: whenBasis,
        condition,
        status,
        value: magnitude,
        unit,
        multiplier,
        change,
        by: list(claim.by),
        counterparties: list(claim.counterparties),
        cause,
        depth,
        sequence: list(claim.sequence),
        until,
        batch,
        details,
      };
    }
    case 'statement': {
      const { actor, role, topic, stance, gist, period, condition } = claim;
      return { ...emptyBody, ...shared, actor, role, topic, stance, gist, basis: list(claim.basis), period, condition };
    }
  }
}

/** The captured form of a stored claim, without `ref`. Passages are added by the caller. */
export function toInput(body: ClaimBody): Record<string, unknown> {
  const { kind, original, saidBy, via, madeOn, madeOnBasis, credibility, hedge, note, tags, rank, rankReason } = body;
  const shared = {
    original,
    saidBy: saidBy.map((speaker) => (speaker.role ? speaker : speaker.name)),
    via,
    madeOn,
    madeOnBasis,
    credibility,
    hedge,
    note,
    tags,
    rank,
    rankReason,
  };
  switch (kind) {
    case 'figure': {
      const {
        measure,
        subject,
        counterpart,
        period,
        periodBasis,
        value,
        unit,
        multiplier,
        change,
        status,
        vintage,
        condition,
        deadline,
        per,
        path,
        readings,
      } = body;
      return {
        kind,
        measure,
        subject,
        area: oneOrMany(body.area),
        counterpart,
        basis: oneOrMany(body.basis),
        period,
        periodBasis,
        value,
        unit,
        multiplier,
        change,
        status,
        vintage,
        condition,
        deadline,
        per,
        path,
        readings,
        ...shared,
      };
    }
    case 'event': {
      const {
        subject,
        subjectType,
        counterpart,
        stage,
        type,
        what,
        condition,
        status,
        unit,
        multiplier,
        change,
        by,
        counterparties,
        cause,
        depth,
        sequence,
        until,
        batch,
        details,
      } = body;
      return {
        kind,
        subject,
        subjectType,
        area: oneOrMany(body.area),
        counterpart,
        stage,
        type,
        what,
        when: body.period,
        whenBasis: body.periodBasis,
        condition,
        status,
        magnitude: body.value,
        unit,
        multiplier,
        change,
        by,
        counterparties,
        cause,
        depth,
        sequence,
        until,
        batch,
        details,
        ...shared,
      };
    }
    case 'statement': {
      const { actor, role, topic, stance, gist, period, condition } = body;
      return { kind, actor, role, topic, stance, gist, basis: oneOrMany(body.basis), period, condition, ...shared };
    }
  }
}

/**
 * What a claim says, however the number was typed: two captures that agree in it say the same. Notes, tags, grades and rank
 * are the analyst's and do not count.
 */
export function contentText(body: ClaimBody): string {
  const { value, unit, multiplier, change } = body;
  const quantity = value === null ? null : normaliseQuantity({ ...value, unit, multiplier, change });
  const said = [
    body.kind,
    body.measure,
    body.subject,
    body.subjectType,
    sorted(body.area),
    body.counterpart,
    sorted(body.basis),
    normalPeriod(body.period),
    quantity,
    body.status,
    body.vintage,
    body.condition,
    body.stage,
    body.type,
    body.what,
    sorted(body.by),
    sorted(body.counterparties),
    body.cause,
    body.depth,
    body.sequence,
    body.actor,
    body.topic,
    body.stance,
    body.gist,
    body.saidBy.map((speaker) => speaker.name),
    body.via,
    body.per,
    ...addedLater(body),
  ];
  return JSON.stringify(said).toLowerCase();
}

/** Fields that came after the first keys were made count only where they are set, so that those keys stay. */
function addedLater({ until, batch, details }: ClaimBody): readonly unknown[] {
  return [
    ...(until === null ? [] : [['until', normalPeriod(until)]]),
    ...(batch === null ? [] : [['batch', batch]]),
    ...(details.length === 0 ? [] : [['details', details.map(({ is, value }) => `${is}: ${value}`).toSorted()]]),
  ];
}

function normalPeriod(period: string | null): unknown {
  const parsed = findPeriod(period);
  return parsed === undefined ? period : [parsed.earliest, parsed.latest, parsed.mode];
}

function speakers(saidBy: ParsedClaim['saidBy']): Speaker[] {
  return [saidBy].flat().map((one) => (typeof one === 'string' ? { name: one, role: null } : { name: one.name, role: one.role ?? null }));
}

function list(value: string | readonly string[] | null): string[] {
  return value === null ? [] : [value].flat();
}

function oneOrMany(values: readonly string[]): string | readonly string[] | null {
  if (values.length === 0) return null;
  return values.length === 1 ? values[0]! : values;
}

function sorted(values: readonly string[]): readonly string[] {
  return values.toSorted();
}
