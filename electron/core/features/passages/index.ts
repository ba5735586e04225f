// Passages and what the finder sees: which figures and dates of a text are captured, open or set aside.
import { AppError } from '../../../../shared/errors.ts';
import { anchorText, spanIn } from '../../../../shared/features/passages/anchor.ts';
import type { Found } from '../../../../shared/features/passages/contract.ts';
import { type Passage, type PassagePatch, plainPassage } from '../../../../shared/features/passages/model.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import type { Handlers } from '../../dispatch.ts';
import type { EditScope } from '../../edits/edits.ts';
import type { SeenMention } from '../../jobs/finder/packed.ts';
import { type AnnotatedSources, createAnnotationHandlers, dropFromAnnotations } from './annotations.ts';
import { type DealtWith, dealtWith, indexFrom, stepMention } from './dealt-with.ts';
import type { Mentions } from './mentions.ts';
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

export function createPassages(repository: PassageRepository, sources: TextSource, mentions: Mentions) {
  function getSource(id: string): Source {
    const source = sources.find(id);
    if (source === undefined) throw new AppError('not-found', 'sources.unknown', { id });
    return source;
  }

  function dealtWithIn(source: Source, all: readonly SeenMention[]): DealtWith {
    const passages = repository.ofSource(source.id).filter((passage) => passage.claimIds.length > 0 && passage.state !== 'lost');
    return dealtWith(all, passages, repository.asides(source.id));
  }

  function markedAt(source: Source, start: number, end: number) {
    const { points } = anchorText(sources.text(source));
    if (end <= start || end > points.length) throw new AppError('invalid-input', 'passages.outsideText', { start, end });
    return { ...spanIn(points, start, end), ...sources.placeOf(source, start, end) };
  }

  /** Where nothing was captured or set aside the mentions themselves are not read. */
  function coverageOf(source: Source): Coverage {
    const { figures, dates } = mentions.countsOf(source);
    const found = figures + dates;
    if (repository.ofSource(source.id).every((passage) => passage.claimIds.length === 0) && repository.asides(source.id).length === 0)
      return { found, captured: 0, setAside: 0 };
    const { captured, setAside } = dealtWithIn(source, mentions.of(source));
    return { found, captured: captured.size, setAside: setAside.size };
  }

  function getPassage(id: string): Passage {
    const passage = repository.find(id);
    if (passage === undefined) throw new AppError('not-found', 'passages.unknown', { id });
    return passage;
  }

  const handlers: Handlers<'passages'> = {
    pending({ sourceId }) {
      const pending = repository.pending().filter((passage) => sourceId === undefined || passage.source === sourceId);
      return { passages: pending.map((passage) => describePending(passage, getSource(passage.source))) };
    },
    settle({ id, ...decision }, edit) {
      const passage = getPassage(id);
      const source = getSource(passage.source);
      const { start, end, cells, ...fields } = settledFields(passage, decision, sources.text(source));
      const isElsewhere = decision.decision === 'place' || (decision.decision === 'accept' && passage.state === 'lost');
      edit.update('passage', id, {
        ...fields,
        start,
        end,
        ...(isElsewhere ? { ...sources.placeOf(source, start, end), textSha256: source.textSha256 } : {}),
        ...(cells == null ? {} : { cells }),
      });
      edit.name(decision.decision === 'lost' ? 'losePassage' : 'placePassage');
      return () => getPassage(id);
    },
    ...createAnnotationHandlers(repository, sources),
    mark({ sourceId, start, end, patch }, edit) {
      const source = getSource(sourceId);
      const words = markedAt(source, start, end);
      const known = repository.findAt(sourceId, words);
      const id = known?.id ?? edit.newId();
      if (known === undefined) edit.insert('passage', { ...plainPassage, ...words, ...onlySaid(patch), id, sourceId, textSha256: source.textSha256 });
      else edit.update('passage', id, patch);
      edit.name('markWords');
      return () => getPassage(id);
    },
    unmark({ id }, edit) {
      const passage = getPassage(id);
      const claims = repository.ofSource(passage.source).find((one) => one.id === id)?.claimIds ?? [];
      if (claims.length > 0) throw new AppError('conflict', 'passages.hasClaims', { id, claims });
      edit.remove('passage', id);
      dropFromAnnotations(repository, id, edit);
      edit.name('removeMark');
      return { id };
    },
    async coverage() {
      await mentions.prepareAll(sources.all());
      const all = sources.all().map(coverageOf);
      const sum = (key: keyof Coverage) => all.reduce((total, one) => total + one[key], 0);
      return { sources: all.length, found: sum('found'), captured: sum('captured'), setAside: sum('setAside') };
    },
    update({ id, patch }, edit) {
      getPassage(id);
      edit.update('passage', id, patch);
      edit.name('changePassage');
      return () => getPassage(id);
    },
    async found({ sourceId, start, length }) {
      await mentions.prepareAll([getSource(sourceId)]);
      const source = getSource(sourceId);
      const all = mentions.of(source);
      const dealt = dealtWithIn(source, all);
      const first = indexFrom(all, start);
      const found = all.slice(first, indexFrom(all, start + length)).map((mention, index) => asFound(mention, first + index, dealt));
      return { found, first, total: all.length, captured: dealt.captured.size, setAside: dealt.setAside.size };
    },
    async step({ sourceId, ...options }) {
      await mentions.prepareAll([getSource(sourceId)]);
      const source = getSource(sourceId);
      const all = mentions.of(source);
      const dealt = dealtWithIn(source, all);
      const index = stepMention(all, dealt, options);
      return { mention: index < 0 ? null : asFound(all[index]!, index, dealt), index };
    },
    ofSource: ({ sourceId }) => ({ passages: repository.ofSource(getSource(sourceId).id) }),
    setAside({ sourceId, start, end, aside }, edit) {
      const source = getSource(sourceId);
      if (end <= start || end > source.chars) throw new AppError('invalid-input', 'passages.outsideText', { start, end });
      const known = repository.asides(sourceId).find((one) => one.start === start && one.end === end);
      edit.name(aside ? 'setAside' : 'takeBackAside');
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
    /** The text of a source became longer at its end: its passages stand in it where they stood. */
    standIn(sourceId: string, textSha256: string, edit: EditScope): void {
      for (const { id, state } of repository.ofSource(sourceId)) if (state !== 'lost') edit.update('passage', id, { textSha256 });
    },
    countFound: (source: Source) => mentions.countsOf(source),
    coverageOf,
  };
}

/** What is not said of a new passage is as plain as it can be. */
function onlySaid(patch: PassagePatch): Partial<Passage> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}

function asFound(mention: SeenMention, index: number, { captured, setAside }: DealtWith): Found {
  return { ...mention, captured: captured.has(index), setAside: setAside.has(index) };
}
