// Content keys: every key that a claim ever had, oldest first. A claim is found by any of them, also after its series was
// renamed or its source replaced; the first one is its own.
import { createHash } from 'node:crypto';
import { contentKeyText, type ReadPlace } from '../../../../shared/features/claims/content-key.ts';
import type { ClaimBody } from '../../../../shared/features/claims/form.ts';
import type { Stored } from '../../../../shared/records/index.ts';
import type { DerivedTable } from '../../edits/derived-table.ts';
import { createStateReader, type StateReader } from '../../edits/states.ts';
import { type Came, cameOf, type Touched } from '../../edits/write-set.ts';
import type { Sql } from '../../store/sql.ts';
import { createClaimKeyRepository, toBody } from './repository.ts';

/** 32 hex digits. */
export function contentKeyOf(body: ClaimBody, sourceSha256: string | null, places: readonly ReadPlace[]): string {
  return createHash('sha256')
    .update(contentKeyText(body, sourceSha256, places))
    .digest('hex')
    .slice(0, 32);
}

/** Keys that a capture reckoned to look for twins: what follows it need not reckon them again. */
const reckoned = new WeakMap<object, string>();

export function rememberKey(record: Stored<'claim'>, key: string): void {
  reckoned.set(record, key);
}

export function createClaimKeys(sql: Sql): DerivedTable {
  const repository = createClaimKeyRepository(sql);
  const states = createStateReader(sql);
  return {
    table: 'claim_key',
    reads: ['claim', 'passage', 'source'],
    follow(touched) {
      const came = cameOf(touched, 'claim');
      const keyOf = createKeyOf(repository, cameOf(touched, 'passage'));
      const numbers = new Set([...came.values()].map(({ n }) => n));
      // One that came back has its keys still.
      for (const { n, record, isBack } of came.values()) if (!isBack) repository.addFirst(n, reckoned.get(record) ?? keyOf(record));
      for (const n of repository.existing([...claimsBehind(touched, repository)].filter((one) => !numbers.has(one))))
        repository.add(n, keyOf(repository.claim(n)));
    },
    rebuild() {
      repository.clear();
      const keysOf = createKeysEver(states, repository);
      for (const n of repository.ever()) for (const key of keysOf(n)) repository.add(n, key);
    },
    check() {
      const keysOf = createKeysEver(states, repository);
      const wrong = repository.ever().filter((n) => JSON.stringify(repository.keysOf(n)) !== JSON.stringify(keysOf(n)));
      const strays = repository.strays();
      if (strays > 0) return [`${wrong.length + strays} claims have keys under which nobody knew them`];
      return wrong.length > 0 ? [`${wrong.length} claims lack a key under which they were known`] : [];
    },
  };
}

type Repository = ReturnType<typeof createClaimKeyRepository>;

/** Groups of a claim that its key does not count. */
const uncounted = new Set(['note', 'tags', 'credibility', 'hedge', 'rank', 'original', 'madeOn', 'role', 'deadline']);

function saysOther({ is, groups }: Touched): boolean {
  return is === 'came' || [...groups].some((group) => !uncounted.has(group));
}

/** Claims that came or changed, or whose passages or source did. */
function claimsBehind(touched: readonly Touched[], repository: Repository): ReadonlySet<number> {
  const of = (table: Touched['table'], group: string) =>
    touched.filter((one) => one.table === table && one.is === 'changed' && one.groups.has(group)).map((one) => one.n);
  const [passages, sources] = [of('passage', 'place'), of('source', 'text')];
  const said = touched.filter((one) => one.table === 'claim' && one.is !== 'went' && saysOther(one)).map((one) => one.n);
  return new Set([...said, ...repository.onPassages(passages), ...repository.ofSources(sources)]);
}

/** Keys of claims as they are now; passages that came with the edit are not read again, the hash of a source once. */
function createKeyOf(repository: Repository, came: ReadonlyMap<string, Came<'passage'>> = new Map()): (claim: Stored<'claim'>) => string {
  const sources = new Map<string, string | null>();
  function sha256Of(sourceId: string): string | null {
    const known = sources.get(sourceId) ?? repository.sourceSha256(sourceId);
    sources.set(sourceId, known);
    return known;
  }
  return (claim) => {
    const known = claim.passages.map((id) => came.get(id)?.record);
    const placed = known.every((passage) => passage !== undefined) ? known : repository.passagesOf(claim.passages);
    return contentKeyOf(toBody(claim), claim.sourceId === null ? null : sha256Of(claim.sourceId), placed);
  };
}

/** Few claims were ever otherwise than they are: only those are reckoned back. */
function createKeysEver(states: StateReader, repository: Repository): (n: number) => string[] {
  const changed = repository.everChanged();
  const keyOf = createKeyOf(repository);
  return (n) => (changed.has(n) ? keysEver(n, states) : [keyOf(repository.claim(n))]);
}

/** The keys of all states in which the claim was there. */
function keysEver(n: number, states: StateReader): string[] {
  const ownStates = states.of('claim', n);
  // A source that was united with another goes on under its id.
  const sourceIds = [...new Set(ownStates.flatMap((state) => state.record.sourceId ?? []))];
  const passageIds = [...new Set(ownStates.flatMap((state) => state.record.passages))];
  const passages = new Map(passageIds.map((id) => [id, states.ofId('passage', id)] as const));
  const sources = new Map(sourceIds.map((id) => [id, states.ofId('source', id)] as const));
  const edits = [ownStates, ...sources.values(), ...passages.values()].flat().map((state) => state.edit);
  const keys = new Set<string>();
  for (const edit of [...new Set(edits)].sort((a, b) => a - b)) {
    const claim = at(ownStates, edit);
    if (claim === undefined || !states.isThere('claim', n, edit)) continue;
    const placed = claim.passages.map((id) => at(passages.get(id) ?? [], edit)).filter((passage) => passage !== undefined);
    keys.add(contentKeyOf(toBody(claim), at(sources.get(claim.sourceId ?? '') ?? [], edit)?.sha256 ?? null, placed));
  }
  return [...keys];
}

function at<T>(states: readonly { readonly edit: number; readonly record: T }[], edit: number): T | undefined {
  return states.findLast((state) => state.edit <= edit)?.record;
}
