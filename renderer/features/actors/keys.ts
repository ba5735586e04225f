// The keys of this feature's views, as they are listed, hinted and answered.
import type { KeySpec } from '../../ui/keys.ts';

export const listKeys = [
  { keys: 'J', doesKey: 'keys:actors.actor.next', hintKey: 'actors:hint.step', hintAs: 'J K' },
  { keys: 'K', doesKey: 'keys:actors.actor.previous' },
] as const satisfies readonly KeySpec[];

/** On a pair of names that may be one. */
export const pairKeys = [
  { keys: 'S', doesKey: 'keys:actors.actor.same', hintKey: 'actors:hint.same' },
  { keys: 'N', doesKey: 'keys:actors.actor.notSame', hintKey: 'actors:hint.notSame' },
  { keys: 'U', doesKey: 'keys:actors.actor.undecided' },
  ...listKeys,
] as const satisfies readonly KeySpec[];

export const actorKeys: readonly KeySpec[] = [...pairKeys, { keys: 'E', doesKey: 'keys:actors.actor.edit' }];
