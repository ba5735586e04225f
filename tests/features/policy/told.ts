// Events as short lines for the rules of life cycles.
import { toBody } from '../../../shared/features/claims/form.ts';
import { type Claim, type ClaimInput, claimInputSchema } from '../../../shared/features/claims/model.ts';
import { lifeCycleOf, type ToldCycle } from '../../../shared/features/policy/life-cycle.ts';
import type { Scale } from '../../../shared/features/policy/model.ts';
import { meaningsOf } from '../../../shared/features/policy/stages.ts';
import { inForceOn } from '../../../shared/features/policy/state.ts';
import { type Told, windowOf } from '../../../shared/features/policy/window.ts';

export type EventLine = Partial<Extract<ClaimInput, { kind: 'event' }>> & { readonly stage: string; readonly source?: string; readonly id?: string };

/** Told on the last day of 2025 unless the line says when. */
export function told({ source = 'one', id, ...line }: EventLine, index = 0): Told {
  const input = claimInputSchema.parse({ kind: 'event', subject: 'Levy', ...line });
  const claim: Claim = {
    ...toBody(input),
    id: id ?? `c${index}-${line.stage}`,
    contentKey: JSON.stringify([source, line]),
    sourceId: source,
    passages: [],
  };
  return { claim, madeOn: windowOf(claim.madeOn ?? '2025-12-31', 'later') };
}

export function cycleOf(lines: readonly EventLine[], scales: readonly Scale[] = []): ToldCycle {
  return lifeCycleOf({ events: lines.map(told), meaningOf: meaningsOf(scales), replacedFrom: [] });
}

export function on(lines: readonly EventLine[], day: string) {
  return inForceOn({ ...cycleOf(lines), listings: [], lastTold: '2025-12-31' }, day);
}

/** Intervals as "force 2023-01-01..2023-12-31 > 2024-05-15". */
export function drawn(lines: readonly EventLine[], scales: readonly Scale[] = []): string[] {
  const window = (one: { earliest: string | null; latest: string | null } | null) =>
    one === null ? '' : one.earliest === one.latest ? (one.earliest ?? '?') : `${one.earliest ?? ''}..${one.latest ?? ''}`;
  return cycleOf(lines, scales).intervals.map(({ track, from, to }) => `${track} ${window(from)} > ${window(to)}`.trimEnd());
}
