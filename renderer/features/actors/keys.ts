// The keys of this feature's views, as they are listed, hinted and answered.
import type { KeySpec } from '../../ui/keys.ts';

export const actorKeys = [
  { keys: 'J K', doesKey: 'keys:actors.actor.step', hintKey: 'actors:hint.step' },
  { keys: 'S', doesKey: 'keys:actors.actor.same' },
  { keys: 'N', doesKey: 'keys:actors.actor.notSame' },
  { keys: 'U', doesKey: 'keys:actors.actor.undecided' },
  { keys: 'E', doesKey: 'keys:actors.actor.edit' },
] as const satisfies readonly KeySpec[];
