// What the finder sees in the texts of the sources. A long text is looked through in a child process, so that nothing else
// waits; what was seen is kept under the hash of the text, the date that relative dates count from, the language and the
// version of the finder. It follows each edit inside its transaction and is never looked for twice.

import { AppError, toErrorShape } from '../../../../shared/errors.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import { messageOf } from '../../../../shared/in-words.ts';
import { type Message, message } from '../../../../shared/message.ts';
import type { ForkChild } from '../../jobs/child.ts';
import { type Looked, lookThrough, type TextToLookThrough } from '../../jobs/finder/look-through.ts';
import { packMentions, type SeenMention, unpackMentions } from '../../jobs/finder/packed.ts';
import type { Job, Jobs } from '../../jobs/jobs.ts';
import { type JobFailures, runJob } from '../../jobs/run-job.ts';
import type { MentionKey, MentionRepository } from './repository.ts';

/** A text as a source has it, or is about to. */
export type LookedText = MentionKey & Pick<Source, 'kind' | 'chars' | 'title'>;

export interface Watching {
  readonly signal?: AbortSignal | undefined;
  /** The share that is done, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

export interface Mentions {
  of(source: LookedText): readonly SeenMention[];
  countsOf(source: LookedText): Pick<Looked, 'figures' | 'dates'>;
  /**
   * Looks through a long text that nobody has looked through; a short one is done when it is asked for. `text` is given
   * for what is not kept yet. @throws AppError `cancelled`; whatever else stops the finder is told in the answer.
   */
  prepare(source: LookedText, watching?: Watching & { readonly text?: string }): Promise<{ readonly why: Message } | undefined>;
  /** The same for sources that are kept, as a job that can be watched and cancelled. */
  prepareAll(sources: readonly LookedText[]): Promise<void>;
  /** Keeps what was seen in sources that an edit touched. */
  follow(sources: readonly LookedText[]): void;
  /** Keeps what was seen outside of any edit. */
  keepWaiting(): void;
}

export interface MentionsOptions {
  readonly repository: MentionRepository;
  readonly fork: ForkChild;
  readonly jobs: Jobs;
  textOf(source: Pick<Source, 'textSha256'>): string;
}

/** A larger table is all figures: marking each of them would say nothing. */
const mostTableChars = 200_000;
/** A longer text takes a good part of a second. */
const mostCharsAtOnce = 50_000;
/** What stands in a longer text cannot be held at once beside it. */
const mostCharsEver = 50_000_000;
const mostKeptMentions = 200_000;
const mostWaiting = 1000;
const findingFailures: JobFailures = {
  cancelled: { key: 'finder.cancelled' },
  tookTooLong: { key: 'finder.tookTooLong' },
  stopped: { key: 'finder.stopped' },
};
const nothingSeen: Looked = { figures: 0, dates: 0, packed: packMentions([]) };

export function createMentions({ repository, fork, jobs, textOf }: MentionsOptions): Mentions {
  /** Seen, and not kept in the workbook yet. */
  const waiting = new Map<string, { readonly key: MentionKey; readonly looked: Looked }>();
  const underWay = new Map<string, ReturnType<Mentions['prepare']>>();
  /** Texts that a job in the list is about to look through, or is at. */
  const announced = new Map<string, Job>();
  const unpacked = createShelf(mostKeptMentions);

  function found(source: LookedText): Looked | undefined {
    if (isLargeTable(source)) return nothingSeen;
    return waiting.get(nameOf(source))?.looked ?? repository.find(source);
  }

  function isOpen(source: LookedText): boolean {
    return source.chars > mostCharsAtOnce && unpacked.get(nameOf(source)) === undefined && found(source) === undefined;
  }

  function remember(source: LookedText, looked: Looked): Looked {
    waiting.set(nameOf(source), { key: source, looked });
    if (waiting.size > mostWaiting) waiting.delete(waiting.keys().next().value!);
    return looked;
  }

  function lookNow(source: LookedText): Looked {
    return remember(source, lookThrough(toLookThrough(source, textOf(source))));
  }

  async function lookInChild(source: LookedText, { text, ...watching }: Watching & { text?: string }) {
    if (source.chars > mostCharsEver) {
      remember(source, nothingSeen);
      return { why: message('errors:finder.tooLong', { millions: mostCharsEver / 1_000_000 }) };
    }
    const request = toLookThrough(source, text ?? textOf(source));
    try {
      remember(source, await runJob<Looked>('finder-entry', request, { ...watching, failures: findingFailures, fork }));
      return undefined;
    } catch (error) {
      if (error instanceof AppError && error.code === 'cancelled') throw error;
      remember(source, nothingSeen);
      return { why: messageOf(toErrorShape(error)) };
    }
  }

  const prepare: Mentions['prepare'] = (source, watching = {}) => {
    const name = nameOf(source);
    if (!isOpen(source)) return Promise.resolve(undefined);
    const looking = underWay.get(name) ?? lookInChild(source, watching).finally(() => underWay.delete(name));
    underWay.set(name, looking);
    return looking;
  };

  /** Nothing is announced twice, whoever asks. */
  async function lookThroughAsJob(fresh: readonly LookedText[]): Promise<void> {
    if (fresh.length === 0) return;
    const job = jobs.start({ label: message('app:job.findingFigures'), total: fresh.length });
    for (const source of fresh) announced.set(nameOf(source), job);
    try {
      for (const [index, source] of fresh.entries()) {
        job.progress(index, source.title);
        await prepare(source, { signal: job.signal, onProgress: (share) => job.progress(index, source.title, share) });
      }
    } finally {
      for (const source of fresh) announced.delete(nameOf(source));
      job.end();
    }
  }

  /** One that another job has announced is looked through at once and not after whatever comes before it there. */
  async function awaitAnnounced(source: LookedText): Promise<void> {
    const job = announced.get(nameOf(source));
    if (job !== undefined) await prepare(source, { signal: job.signal });
  }

  function keep(source: MentionKey, looked: Looked): void {
    repository.keep(source, looked);
    waiting.delete(nameOf(source));
  }

  return {
    prepare,
    of(source) {
      const name = nameOf(source);
      const known = unpacked.get(name);
      if (known !== undefined) return known;
      const text = textOf(source);
      const seen = unpackMentions((found(source) ?? lookNow(source)).packed, text) ?? unpackMentions(lookNow(source).packed, text) ?? [];
      unpacked.put(name, seen);
      return seen;
    },
    countsOf: (source) =>
      isLargeTable(source) ? nothingSeen : (waiting.get(nameOf(source))?.looked ?? repository.counts(source) ?? lookNow(source)),
    async prepareAll(sources) {
      const { fresh = [], known = [] } = Object.groupBy(sources.filter(isOpen), (one) => (announced.has(nameOf(one)) ? 'known' : 'fresh'));
      await Promise.all([lookThroughAsJob(fresh), ...known.map(awaitAnnounced)]);
    },
    follow(sources) {
      for (const source of sources) {
        if (isLargeTable(source) || repository.counts(source) !== undefined) continue;
        const looked = found(source) ?? (source.chars <= mostCharsAtOnce ? lookNow(source) : undefined);
        if (looked !== undefined) keep(source, looked);
      }
    },
    keepWaiting() {
      for (const { key, looked } of waiting.values()) keep(key, looked);
    },
  };
}

function nameOf({ textSha256, publishedOn, language }: MentionKey): string {
  return `${textSha256}|${publishedOn ?? ''}|${language ?? ''}`;
}

function isLargeTable({ kind, chars }: LookedText): boolean {
  return kind === 'dataset' && chars > mostTableChars;
}

function toLookThrough({ language, publishedOn }: MentionKey, text: string): TextToLookThrough {
  return { text, language, publishedOn };
}

/** The lists read last, as many as hold so many mentions together; always the last one. */
function createShelf(mostMentions: number) {
  const lists = new Map<string, readonly SeenMention[]>();
  let held = 0;
  function drop(name: string): void {
    held -= lists.get(name)?.length ?? 0;
    lists.delete(name);
  }
  function put(name: string, list: readonly SeenMention[]): void {
    drop(name);
    lists.set(name, list);
    held += list.length;
    while (held > mostMentions && lists.size > 1) drop(lists.keys().next().value!);
  }
  return {
    put,
    get(name: string): readonly SeenMention[] | undefined {
      const list = lists.get(name);
      if (list !== undefined) put(name, list);
      return list;
    },
  };
}
