// What an export hands over of policy and projects: the answers of the calls, for all things at once and on one day.
import type { Batch, Count, InForce, LifeCycle, Plan, Position, Rate, ThingPage } from '../../../../shared/features/policy/contract.ts';
import type { Descriptions } from '../../../../shared/features/policy/model.ts';

/** An instrument or a project; `claims` tell of it, those that deprecated ones are not. */
export interface ThingLine
  extends Pick<ThingPage, 'name' | 'names' | 'types' | 'class' | 'state' | 'depth' | 'parts' | 'comparable' | 'summary' | 'counts'> {
  readonly inForce: InForce;
  /** The last time in force that is told of. */
  readonly current: LifeCycle['intervals'][number] | undefined;
  readonly area: readonly string[];
  readonly claims: readonly string[];
}

export interface PolicyContent {
  /** YYYY-MM-DD */
  readonly on: string;
  readonly instruments: readonly ThingLine[];
  readonly projects: readonly ThingLine[];
  /** Of every thing of which an event tells. */
  readonly lifeCycles: readonly LifeCycle[];
  readonly rates: readonly { readonly name: string; readonly rates: readonly Rate[] }[];
  readonly plans: readonly Plan[];
  readonly positions: readonly Position[];
  readonly batches: readonly Batch[];
  readonly counts: readonly Count[];
  readonly described: Descriptions;
}
