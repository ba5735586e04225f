// The workbook as its sources had it on a day: claims that were said by then; those of which nobody can tell stand beside them.
import type { Claim } from '../../../shared/features/claims/model.ts';
import { type Said, saidBy, type TextVersion } from '../../../shared/features/claims/said-on.ts';
import type { Source } from '../../../shared/features/sources/model.ts';
import type { ClaimReader } from '../features/claims/reader.ts';

export interface SaidSources {
  find(id: string): Source | undefined;
  text(textSha256: string): string;
}

export interface SaidOn {
  readonly day: string;
  of(claim: Claim): Said;
  /** Of the text that a source has now, or of the one that it had first. */
  ofText(source: string, which: 'first' | 'newest'): Said;
  /** Claims that were said by the day, and nothing else. */
  readonly known: ClaimReader;
  /** With those that may have been said. */
  readonly possible: ClaimReader;
}

export function createSaidOn(day: string, reader: ClaimReader, sources: SaidSources): SaidOn {
  const versions = new Map<string, readonly TextVersion[]>();
  const texts = new Map<string, string>();
  const kept = new WeakMap<Claim, Said>();

  function versionsOf(id: string): readonly TextVersion[] {
    const known = versions.get(id);
    if (known !== undefined) return known;
    const source = sources.find(id);
    const found = source === undefined ? [] : versionsIn(source);
    versions.set(id, found);
    return found;
  }

  function textOf(sha256: string): string {
    const known = texts.get(sha256) ?? plain(sources.text(sha256));
    texts.set(sha256, known);
    return known;
  }

  /** The version in which the words first stand, with something of what stands around them. */
  function firstWith({ exact, prefix, suffix, state }: Claim['passages'][number], original: string, all: readonly TextVersion[]): number {
    if (all.length === 1) return 0;
    // A passage that a newer text words otherwise was read in an older one.
    const isCarried = state === 'changed' || state === 'lost';
    const words =
      isCarried && original !== '' ? [plain(original)] : [`${prefix.slice(-around)}${exact}`, `${exact}${suffix.slice(0, around)}`].map(plain);
    const found = all.findIndex(({ textSha256 }) => words.some((one) => textOf(textSha256).includes(one)));
    if (found >= 0) return found;
    return isCarried ? Math.max(0, all.length - 2) : all.length - 1;
  }

  function find(claim: Claim): Said {
    const places = claim.passages.length === 0 && claim.sourceId !== null ? [{ source: claim.sourceId, passage: undefined }] : [];
    const passages = [...places, ...claim.passages.map((passage) => ({ source: passage.source, passage }))];
    const said = passages.flatMap(({ source, passage }) => {
      const all = versionsOf(source);
      return all.length === 0 ? [] : [saidBy(claim, all, passage === undefined ? all.length - 1 : firstWith(passage, claim.original, all), day)];
    });
    return said.toSorted((a, b) => order.indexOf(a.known) - order.indexOf(b.known))[0] ?? { known: 'unsure', why: 'undated' };
  }

  function of(claim: Claim): Said {
    const known = kept.get(claim) ?? find(claim);
    kept.set(claim, known);
    return known;
  }

  function ofText(source: string, which: 'first' | 'newest'): Said {
    const all = versionsOf(source);
    if (all.length === 0) return { known: 'no', why: null };
    return saidBy({ madeOn: null, period: null, status: null }, all, which === 'first' ? 0 : all.length - 1, day);
  }

  return {
    day,
    of,
    ofText,
    known: filtered(reader, (claim) => of(claim).known === 'yes'),
    possible: filtered(reader, (claim) => of(claim).known !== 'no'),
  };
}

/** Characters on one side of the words that must stand there too. */
const around = 16;
const order = ['yes', 'unsure', 'no'];

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function versionsIn({ addedAt, publishedOn, publishedText, textSha256, newerTexts }: Source): TextVersion[] {
  const first = newerTexts[0]?.before ?? textSha256;
  const isOfNewer = newerTexts.some((one) => one.textSha256 === publishedText);
  return [
    { textSha256: first, publishedOn: isOfNewer ? null : publishedOn, heldSince: addedAt.slice(0, 10) },
    ...newerTexts.map((one) => ({
      textSha256: one.textSha256,
      publishedOn: one.publishedOn ?? (one.textSha256 === publishedText ? publishedOn : null),
      heldSince: one.since,
    })),
  ];
}

/** It is the state of one edit: what it filters does not change. */
function filtered(reader: ClaimReader, isKept: (claim: Claim) => boolean): ClaimReader {
  let claims: readonly Claim[] | undefined;
  return {
    version: reader.version,
    all() {
      claims ??= reader.all().filter(isKept);
      return claims;
    },
    find(id) {
      const claim = reader.find(id);
      return claim === undefined || !isKept(claim) ? undefined : claim;
    },
    source: reader.source,
    changesSince: reader.changesSince,
  };
}
