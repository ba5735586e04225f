// Fills a new workbook with the sample, through the same calls that a user makes.
import type { Input, Method, Output } from '../../../../shared/contract.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { ClaimInput } from '../../../../shared/features/claims/model.ts';
import { readResource } from '../../resource.ts';

interface SampleSource {
  readonly file: string;
  readonly meta: Record<string, string>;
}
interface SampleVerdict {
  readonly ref: string;
  readonly reason: string;
}
interface Sample {
  readonly sources: readonly SampleSource[];
  readonly verdicts: readonly SampleVerdict[];
  readonly actors: readonly Input<'actors.save'>[];
  /** Models that come with Assay, bound to its claims. */
  readonly models: readonly string[];
  /** Claims stand in it by their refs. */
  readonly described: unknown;
}

type Ask = <M extends Method>(method: M, input: Input<M>) => Promise<Output<M>>;

export async function fillWithSample(ask: Ask): Promise<void> {
  const sample = JSON.parse(readText('sample.json')) as Sample;
  for (const { file, meta } of sample.sources) await ask('sources.paste', { text: readText(file), meta });
  const claims = JSON.parse(readText('claims.json')) as ClaimInput[];
  const captured = await ask('claims.capture', { claims });
  const ids = new Map(captured.claims.map((claim) => [claim.ref, claim.id]));
  for (const actor of sample.actors) await ask('actors.save', actor);
  const idOf = (ref: string) => {
    const id = ids.get(ref);
    if (id === undefined) throw new AppError('unexpected', 'sample.unknownClaim', { ref });
    return id;
  };
  await ask('policy.describe', { records: withIds(sample.described, idOf) as Input<'policy.describe'>['records'] });
  for (const key of sample.models) await ask('scenarios.take', { key });
  for (const { ref, reason } of sample.verdicts) {
    const claimId = idOf(ref);
    const { observationId } = await ask('claims.get', { id: claimId });
    await ask('ledger.decide', { observationId: observationId ?? '', claimId, reason });
  }
}

/** Every `claim`, and every one of `claims`, is named by its ref in the material. */
function withIds(value: unknown, idOf: (ref: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => withIds(one, idOf));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      if (key === 'claim') return [key, idOf(String(one))];
      return [key, key === 'claims' && Array.isArray(one) ? one.map((ref) => idOf(String(ref))) : withIds(one, idOf)];
    }),
  );
}

function readText(name: string): string {
  const text = readResource(`sample/${name}`);
  if (text === undefined) throw new AppError('not-found', 'install.noSample');
  return text;
}
