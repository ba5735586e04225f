// `npm run test:faults [-- --quick | --nightly]`: faults and attacks that a workbook must survive. Prints one JSON line a
// figure; each has a control, the same fault with the protection off, that must fail.
import { bitFlips } from './bit-flips.ts';
import { type Figure, limits } from './figure.ts';
import { kills } from './kills.ts';
import { races } from './races.ts';
import { roundTrips } from './round-trips.ts';

const scale = process.argv.includes('--nightly') ? 'nightly' : 'quick';
const rigs: readonly ((runs: number) => Promise<Figure>)[] = [kills, bitFlips, races, roundTrips];

let failed = 0;
for (const rig of rigs) {
  const figure = await rig(limits[rig.name as keyof typeof limits][scale]);
  if (!figure.ok) failed += 1;
  process.stdout.write(`${JSON.stringify(figure)}\n`);
}
process.stdout.write(`${rigs.length - failed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
