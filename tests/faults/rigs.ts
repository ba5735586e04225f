// Every rig by its name; the names are those of the table of runs.
import { bitFlips } from './bit-flips.ts';
import { fuzzedCalls } from './calls/fuzzed-calls.ts';
import { loopback } from './calls/loopback.ts';
import { malformed } from './calls/malformed.ts';
import { offline } from './calls/offline.ts';
import { secondAccount } from './calls/second-account.ts';
import { damagedLarge } from './damage/damaged-large.ts';
import { forgedTables } from './damage/forged-tables.ts';
import { inPlace } from './damage/in-place.ts';
import { journals } from './damage/journals.ts';
import { failingCalls } from './disk/failing-calls.ts';
import { exchangeKills } from './exchange-kills.ts';
import type { Rig } from './figure.ts';
import { gate } from './hostile/gate.ts';
import { hostileFiles } from './hostile/hostile-files.ts';
import { kills } from './kills.ts';
import { powerCuts } from './power/power-cuts.ts';
import { canaries } from './privacy/canaries.ts';
import { races } from './races.ts';
import { roundTrips } from './round-trips.ts';

export const rigs: Readonly<Record<string, Rig>> = {
  kills,
  exchangeKills,
  powerCuts,
  failingCalls,
  hostileFiles,
  gate,
  bitFlips,
  journals,
  inPlace,
  forgedTables,
  races,
  fuzzedCalls,
  loopback,
  malformed,
  secondAccount,
  offline,
  damagedLarge,
  canaries,
  roundTrips,
};
