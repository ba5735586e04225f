// What a stage does to the life cycle of its subject. The usual words of texts about policies and plants stand here; a scale of
// the workbook adds words of its own, or says of one of these what it does there.
import type { Scale, stageDoes, stageTracks } from './model.ts';

export interface StageMeaning {
  readonly does: (typeof stageDoes)[number];
  readonly on: (typeof stageTracks)[number];
  /** The stage that must come before; null where none must. */
  readonly after: string | null;
}

const usualWords: Readonly<Record<StageMeaning['does'], Readonly<Partial<Record<StageMeaning['on'], string>>>>> = {
  drafts: { draft: 'reported announced proposed consulted' },
  decides: { draft: 'adopted published' },
  opens: { force: 'in_force started launched listed returned' },
  holds: { force: 'present' },
  changes: { force: 'amended' },
  pauses: { force: 'suspended stopped', either: 'halted' },
  resumes: { force: 'resumed' },
  closes: { force: 'expired repealed superseded delisted exited closed', either: 'withdrawn cancelled' },
  notes: { either: 'met rule postponed extended' },
};

export const usualMeanings: ReadonlyMap<string, StageMeaning> = new Map(
  Object.entries(usualWords).flatMap(([does, byTrack]) =>
    Object.entries(byTrack).flatMap(([on, words]) => words.split(' ').map((word) => [word, { does, on, after: null } as StageMeaning] as const)),
  ),
);
export const usualStages: readonly string[] = [...usualMeanings.keys()];

export type MeaningOf = (stage: string | null) => StageMeaning | undefined;

/** A step that says nothing of what it does is one of the usual words, or a remark. */
export function meaningsOf(scales: readonly Scale[]): MeaningOf {
  const known = new Map(usualMeanings);
  for (const { code, does, on, after } of scales.filter(({ kind }) => kind === 'stages').flatMap(({ steps }) => steps)) {
    const usual = known.get(code);
    known.set(code, {
      does: does ?? usual?.does ?? 'notes',
      on: on ?? usual?.on ?? (does === null ? 'either' : trackOf(does)),
      after: after ?? usual?.after ?? null,
    });
  }
  return (stage) => (stage === null ? undefined : known.get(stage));
}

function trackOf(does: StageMeaning['does']): StageMeaning['on'] {
  return does === 'drafts' || does === 'decides' ? 'draft' : 'force';
}

/** Every stage that a claim of this workbook may bear. */
export function stagesOf(scales: readonly Scale[]): string[] {
  const own = scales.filter(({ kind }) => kind === 'stages').flatMap(({ steps }) => steps.map(({ code }) => code));
  return [...new Set([...usualStages, ...own])];
}
