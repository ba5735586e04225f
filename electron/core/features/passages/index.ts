// Passages and what the finder sees: which figures and dates of a text are captured, open or set aside.
import { AppError } from '../../../../shared/errors.ts';
import { anchorText, spanIn } from '../../../../shared/features/passages/anchor.ts';
import type { Found } from '../../../../shared/features/passages/contract.ts';
import { findMentions, type Mention } from '../../../../shared/features/passages/finder/index.ts';
import { type Passage, plainPassage } from '../../../../shared/features/passages/model.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import type { Handlers } from '../../dispatch.ts';
import { type AnnotatedSources, createAnnotationHandlers } from './annotations.ts';
import { describePending, settledFields } from './queue.ts';
import { createReanchoring } from './reanchoring.ts';
import type { PassageRepository } from './repository.ts';

/** What this feature needs of the sources; supplied by them. */
export interface TextSource extends AnnotatedSources {
  find(id: string): Source | undefined;
}

export interface Coverage {
  readonly found: number;
  readonly captured: number;
  readonly setAside: number;
}

/** A larger table is all figures: marking each of them would say nothing. */
const mostTableChars = 200_000;

export function createPassages(repository: PassageRepository, sources: TextSource) {
  const mentionsOf = keepLast(64, (source: Source) =>
    source.kind === 'dataset' && source.chars > mostTableChars
      ? []
      : findMentions(sources.text(source), {
          language: source.language ?? 'und',
          ...(source.publishedOn === null ? {} : { publishedOn: source.publishedOn }),
        }),
  );

  function getSource(id: string): Source {
    const source = sources.find(id);
    if (source === undefined) throw new AppError('not-found', 'There is no such source in this workbook.', { id });
    return source;
  }

  function foundIn(source: Source): Found[] {
    const passages = repository.ofSource(source.id).filter((passage) => passage.claimIds.length > 0 && passage.state !== 'lost');
    const asides = new Set(repository.asides(source.id).map((aside) => `${aside.start}-${aside.end}`));
    return markCaptured(mentionsOf(source), passages).map(({ mention, captured }) => ({
      start: mention.start,
      end: mention.end,
      exact: mention.exact,
      type: mention.type,
      low: mention.low,
      high: mention.high,
      qualifier: mention.qualifier,
      unit: mention.unit,
      multiplier: mention.multiplier,
      change: mention.change,
      edtf: mention.edtf,
      earliest: mention.earliest,
      latest: mention.latest,
      captured,
      setAside: !captured && asides.has(`${mention.start}-${mention.end}`),
    }));
  }

  function markedAt(source: Source, start: number, end: number) {
    const { points } = anchorText(sources.text(source));
    if (end <= start || end > points.length)
      throw new AppError('invalid-input', 'The span lies outside the text. Nothing was changed.', { start, end });
    return { ...spanIn(points, start, end), ...sources.placeOf(source, start, end) };
  }

  function coverageOf(source: Source): Coverage {
    const found = foundIn(source);
    return { found: found.length, captured: found.filter((one) => one.captured).length, setAside: found.filter((one) => one.setAside).length };
  }

  function getPassage(id: string): Passage {
    const passage = repository.find(id);
    if (passage === undefined) throw new AppError('not-found', 'There is no such passage in this workbook.', { id });
    return passage;
  }

  const handlers: Handlers<'passages'> = {
    pending({ sourceId }) {
      const pending = repository.pending().filter((passage) => sourceId === undefined || passage.source === sourceId);
      return { passages: pending.map((passage) => describePending(passage, getSource(passage.source))) };
    },
    settle({ id, ...decision }, edit) {
      const passage = getPassage(id);
      edit.update('passage', id, settledFields(passage, decision, sources.text(getSource(passage.source))));
      edit.name(decision.decision === 'lost' ? 'Passage is lost' : 'Place of a passage');
      return () => getPassage(id);
    },
    ...createAnnotationHandlers(repository, sources),
    mark({ sourceId, start, end, patch }, edit) {
      const source = getSource(sourceId);
      const known = repository.findAt(sourceId, start, end);
      const id = known?.id ?? edit.newId();
      if (known === undefined) edit.insert('passage', { ...plainPassage, ...markedAt(source, start, end), ...patch, id, sourceId });
      else edit.update('passage', id, patch);
      edit.name('Mark words');
      return () => getPassage(id);
    },
    unmark({ id }, edit) {
      const passage = getPassage(id);
      const claims = repository.ofSource(passage.source).find((one) => one.id === id)?.claimIds ?? [];
      if (claims.length > 0) throw new AppError('conflict', 'Claims rest on this passage. Nothing was removed. Remove them first.', { id, claims });
      edit.remove('passage', id);
      edit.name('Remove a mark');
      return { id };
    },
    coverage() {
      const all = sources.all().map(coverageOf);
      const sum = (key: keyof Coverage) => all.reduce((total, one) => total + one[key], 0);
      return { sources: all.length, found: sum('found'), captured: sum('captured'), setAside: sum('setAside') };
    },
    update({ id, patch }, edit) {
      getPassage(id);
      edit.update('passage', id, patch);
      edit.name('Change a passage');
      return () => getPassage(id);
    },
    found: ({ sourceId }) => ({ found: foundIn(getSource(sourceId)) }),
    ofSource: ({ sourceId }) => ({ passages: repository.ofSource(getSource(sourceId).id) }),
    setAside({ sourceId, start, end, aside }, edit) {
      const source = getSource(sourceId);
      if (end <= start || end > source.chars)
        throw new AppError('invalid-input', 'The span lies outside the text. Nothing was changed.', { start, end });
      const known = repository.asides(sourceId).find((one) => one.start === start && one.end === end);
      edit.name(aside ? 'Mark as not relevant' : 'Take back “not relevant”');
      if (aside && known === undefined) edit.insert('aside', { id: edit.newId(), sourceId, start, end });
      if (!aside && known !== undefined) edit.remove('aside', known.id);
      return { aside };
    },
  };

  return {
    handlers,
    /** Takes passages and marks to a newer text of their source. */
    takeAlong: createReanchoring(repository),
    /** What goes when a source goes. */
    dependentsOf: (sourceId: string) => [
      ...repository.idsOfSource(sourceId).map((id) => ['passage', id] as const),
      ...repository.asides(sourceId).map((aside) => ['aside', aside.id] as const),
    ],
    countFound: (source: Source) => mentionsOf(source).filter((mention) => mention.type === 'figure').length,
    coverageOf,
  };
}

/** A mention is captured when a passage with claims overlaps it. Both lists are in text order. */
function markCaptured(mentions: readonly Mention[], passages: readonly { readonly start: number; readonly end: number }[]) {
  let reach = 0;
  let next = 0;
  return mentions.map((mention) => {
    while (next < passages.length && passages[next]!.start < mention.end) {
      reach = Math.max(reach, passages[next]!.end);
      next += 1;
    }
    return { mention, captured: reach > mention.start };
  });
}

/** Mentions depend on the text and on the date that relative dates count from. */
function keepLast(count: number, compute: (source: Source) => readonly Mention[]): (source: Source) => readonly Mention[] {
  const kept = new Map<string, readonly Mention[]>();
  return (source) => {
    const key = `${source.textSha256}|${source.publishedOn ?? ''}|${source.language ?? ''}`;
    const value = kept.get(key) ?? compute(source);
    kept.delete(key);
    kept.set(key, value);
    if (kept.size > count) kept.delete(kept.keys().next().value!);
    return value;
  };
}
