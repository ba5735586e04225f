// Locks on what claims say: an observation, a claim, a reading.
import { AppError } from '../../../../shared/errors.ts';
import type { Claim } from '../../../../shared/features/claims/model.ts';
import type { Observation, ObservationKey } from '../../../../shared/features/ledger/model.ts';
import { allowedByClaim, bandOf, measuredOf } from '../../../../shared/features/ledger/rules.ts';
import type { LockGround } from '../../../../shared/features/reports/model.ts';
import { intersects, readAs, statedInterval } from '../../../../shared/quantity/index.ts';
import type { ReportFacts } from './facts.ts';
import { createFindings, differsFromPassage, groundWith, inputOf, inScaleOf, isOpen, measuredOfObservation, nothingSeen, type Seen } from './seen.ts';

export function createObserved(facts: ReportFacts) {
  const { ledger, nameOf, staying, asDecided } = facts;
  const findClaim = (id: string) => facts.findClaim(staying(id));
  const isLive = (id: string) => {
    const claim = findClaim(id);
    return claim !== undefined && claim.rank !== 'deprecated';
  };

  /** @throws AppError `not-found` */
  function getClaim(id: string): Claim {
    const claim = findClaim(id);
    if (claim === undefined) throw new AppError('not-found', 'reports.unknownTarget', { target: id.slice(0, 200) });
    return claim;
  }

  function renamed({ series, issuer, ...key }: ObservationKey): ObservationKey {
    return { ...key, series: { ...series, subject: nameOf(series.subject) }, issuer: issuer === null ? null : nameOf(issuer) };
  }

  /** Its key while a live claim is there, else where its claims went. */
  function observationNow(target: string, ground: LockGround | undefined): Observation | undefined {
    if (ground === undefined) {
      const found = target.startsWith('o_') ? ledger.find(target) : ledger.ofClaim(getClaim(target).id);
      if (found === undefined) throw new AppError('not-found', 'reports.unknownTarget', { target: target.slice(0, 200) });
      return found;
    }
    const there = ground.key === null ? undefined : ledger.withKey(renamed(ground.key));
    if (there?.claims.some(isLive)) return there;
    const former = ground.inputs.map(({ claim }) => staying(claim));
    const moved = former.find(isLive) ?? former.find((id) => findClaim(id) !== undefined);
    return there ?? (moved === undefined ? undefined : ledger.ofClaim(moved));
  }

  /** The adopted claim; of an own value none; else all live ones that say what is shown. */
  function bearersOf({ claims, verdict, state, ...shown }: Observation): Claim[] {
    if (verdict !== null && verdict.own !== null) return [];
    const all = claims.flatMap((id) => findClaim(id) ?? []);
    const adopted = verdict?.claimId == null ? undefined : all.find(({ id }) => id === verdict.claimId);
    if (adopted !== undefined) return [adopted];
    const live = all.filter(({ rank }) => rank !== 'deprecated');
    if (state !== 'revised') return live;
    const value = statedInterval(measuredOfObservation({ claims, verdict, state, ...shown }));
    const standing = live.filter((claim) => intersects(allowedByClaim(claim), value));
    return standing.length > 0 ? standing : live;
  }

  function observation(target: string, ground: LockGround | undefined): Seen {
    const now = observationNow(target, ground);
    if (now === undefined) return nothingSeen;
    const findings = createFindings();
    const all = now.claims.flatMap((id) => findClaim(id) ?? []);
    const bearers = bearersOf(now);
    const isOwn = now.verdict !== null && now.verdict.own !== null;
    const adopted = now.verdict?.claimId == null ? undefined : all.find(({ id }) => id === now.verdict?.claimId);
    if (!isOwn && (bearers.length === 0 || adopted?.rank === 'deprecated'))
      for (const claim of adopted === undefined ? all : [adopted]) findings.note('deprecated', 'deprecated', claim.id);
    if (bearers.length > 0 && bearers.every(differsFromPassage)) for (const { id } of bearers) findings.note('differs', 'differs', id);
    if (now.state === 'disputed') for (const id of now.claims) if (isLive(id)) findings.note('undecided', 'rival', id);
    if (now.verdict?.isStale === true) findings.note('verdict', 'verdict', now.verdict.claimId);
    if (now.verdict === null || (now.verdict.claimId === null && now.verdict.own === null))
      for (const claim of bearers) if (isOpen(claim, facts)) findings.note('undecided', 'readings', claim.id);
    return {
      ...findings,
      ground: groundWith(measuredOfObservation(now), {
        key: { series: now.series, period: now.period, class: now.class, issuer: now.issuer },
        original: bearers[0]?.original ?? '',
        // Of an own value what it was decided for.
        label: isOwn ? now.verdict!.reason.slice(0, 500) : null,
        bearers: bearers.map(({ id }) => id),
        inputs: all.map(inputOf),
      }),
    };
  }

  function keyOf(claim: Claim): ObservationKey | null {
    const now = ledger.ofClaim(claim.id);
    return now === undefined ? null : { series: now.series, period: claim.period, class: now.class, issuer: now.issuer };
  }

  function own(claim: Claim) {
    const findings = createFindings();
    if (claim.rank === 'deprecated') findings.note('deprecated', 'deprecated', claim.id);
    if (differsFromPassage(claim)) findings.note('differs', 'differs', claim.id);
    return findings;
  }

  const groundOfClaim = (claim: Claim) => ({
    key: keyOf(claim),
    status: claim.status,
    condition: claim.condition,
    original: claim.original,
    bearers: [claim.id],
    inputs: [inputOf(claim)],
  });

  /** A claim minds no rival. */
  function claim(target: string, ground: LockGround | undefined, isAsIs: boolean): Seen {
    const found = ground === undefined ? getClaim(target) : findClaim(target);
    if (found === undefined) return nothingSeen;
    const findings = own(found);
    const isLeftOpen = isOpen(found, facts);
    if (isLeftOpen && !isAsIs) findings.note('undecided', 'readings', found.id);
    const said = isLeftOpen ? found : asDecided(found);
    const band = isLeftOpen ? bandOf(said) : undefined;
    const value = measuredOf(said);
    return { ...findings, ground: groundWith(value, { ...groundOfClaim(found), band: band === undefined ? null : inScaleOf(band, value) }) };
  }

  /** Found by its label, whatever its place among the readings is now. */
  function reading(target: string, ground: LockGround | undefined): Seen {
    const [, id = '', place = ''] = /^(.*)\/(\d{1,2})$/.exec(target) ?? [];
    const found = ground === undefined ? getClaim(id) : findClaim(id);
    if (found === undefined) return nothingSeen;
    const label = ground === undefined ? found.readings[Number(place)]?.label : (ground.label ?? undefined);
    const at = found.readings.findIndex((one) => one.label === label);
    if (at < 0 || label === undefined) {
      if (ground === undefined) throw new AppError('not-found', 'reports.unknownTarget', { target: target.slice(0, 200) });
      return nothingSeen;
    }
    const findings = own(found);
    const verdict = ledger.ofClaim(found.id)?.verdict ?? null;
    if (verdict?.claimId === found.id && verdict.reading !== null && verdict.reading !== at && !verdict.isStale)
      findings.note('reading', 'reading', found.id);
    return { ...findings, ground: groundWith(readAs(measuredOf(found), found.readings[at]!), { ...groundOfClaim(found), label }) };
  }

  return { observation, claim, reading };
}
