// Past states of a workbook, opened when they are first asked for and kept while they are used. What a workbook held is shown,
// not what was published by a day: an edit of today about a text of last year belongs to today.
import { AppError } from '../../../shared/errors.ts';
import { findPeriod } from '../../../shared/period/index.ts';
import type { HandlerTable } from '../dispatch.ts';
import type { EditEngine } from '../edits/edits.ts';
import type { EditLog } from '../edits/log.ts';
import type { RecordHistory } from '../edits/record-history.ts';
import { createClaimPlaces } from '../features/claims/places.ts';
import { createPastIndex } from '../features/search/past.ts';
import { type FeatureOptions, openFeatures } from '../features.ts';
import type { Store } from '../store/open.ts';
import { openPast, type Past } from '../store/past.ts';
import { createReaders, type Readers } from './readers.ts';

export interface Pasts {
  /** `at`: number or id of an edit, or a day or moment at whose end the state is shown. */
  handlersAt(at: number | string | undefined, knownOn?: string): HandlerTable;
  readersAt(at: number | string): Readers;
  close(): void;
}

export interface PastParts extends Pick<FeatureOptions, 'mentions'> {
  readonly store: Store;
  readonly edits: EditEngine;
  readonly shared: Pick<FeatureOptions, 'name' | 'files' | 'jobs' | 'fork'>;
  readonly about: Omit<FeatureOptions['workbook'], 'isReadOnly'>;
  originAt(edit: number): ReturnType<FeatureOptions['origin']>;
}

interface OpenPast {
  readonly past: Past;
  readonly handlers: HandlerTable;
  readonly readers: Readers;
}

/** Each holds a connection and what was computed from it. */
const mostOpen = 4;
/** The file cannot forget pages that an old snapshot may still read. */
const mostEditsBehind = 256;

export function createPasts(parts: PastParts): Pasts {
  const open = new Map<string, OpenPast & { readonly openedAt: number }>();

  function drop(key: string): void {
    open.get(key)?.past.close();
    open.delete(key);
  }

  /** Without `at` the present, as it is now. */
  function pastAt(at: number | string | undefined, knownOn: string | undefined): OpenPast {
    const edit = at === undefined ? parts.edits.version() : editAt(at, parts.edits);
    const key = `${edit} ${knownOn ?? ''}`;
    const known = open.get(key);
    if (known !== undefined && parts.edits.version() - known.openedAt > mostEditsBehind) drop(key);
    const past = open.get(key) ?? { ...openAt(edit, knownOn, parts), openedAt: parts.edits.version() };
    open.delete(key);
    open.set(key, past);
    if (open.size > mostOpen) drop(open.keys().next().value!);
    return past;
  }

  return {
    handlersAt: (at, knownOn) => pastAt(at, knownOn).handlers,
    readersAt: (at) => pastAt(at, undefined).readers,
    close() {
      for (const key of [...open.keys()]) drop(key);
    },
  };
}

function openAt(edit: number, knownOn: string | undefined, { store, edits, shared, about, mentions, originAt }: PastParts): OpenPast {
  const past = openPast(store.openReader(), edit);
  const { sql } = past;
  createClaimPlaces(sql, past);
  const readers = createReaders(sql, () => edit, knownOn);
  const refuse = () => {
    throw new AppError('read-only', 'past.readOnly');
  };
  const handlers = openFeatures({
    ...shared,
    sql,
    edits: { log: logUntil(edits.log, edit), history: historyUntil(edits.history, edit), version: () => edit, undo: refuse, redo: refuse },
    readers,
    mentions,
    origin: () => originAt(edit),
    workbook: { ...about, isReadOnly: true },
    presentSql: store.sql,
    today: () => knownOn ?? edits.log.find(edit)?.at.slice(0, 10) ?? new Date(about.clock()).toISOString().slice(0, 10),
    pastIndex: () => createPastIndex(past),
  });
  return { past, handlers, readers };
}

/** The log as it was then; what is not told of the past is what can be undone there. */
function logUntil(log: EditLog, edit: number): EditLog {
  return {
    ...log,
    count: () => edit,
    lastSeq: () => edit,
    last: () => log.find(edit),
    nextUndo: () => undefined,
    nextRedo: () => undefined,
    list: ({ before, limit }) => log.list({ before: Math.min(before ?? edit + 1, edit + 1), limit }),
  };
}

function historyUntil(history: RecordHistory, edit: number): RecordHistory {
  return {
    ofEdit: (seq) => (seq > edit ? [] : history.ofEdit(seq)),
    ofRecord: ({ limit, ...wanted }) =>
      history
        .ofRecord({ ...wanted, limit: Number.MAX_SAFE_INTEGER })
        .filter((one) => one.seq <= edit)
        .slice(0, limit),
  };
}

/** @throws AppError `not-found` for an edit that is not there, `invalid-input` for what is no date. */
function editAt(at: number | string, { log }: EditEngine): number {
  if (typeof at === 'number' || /^\d{1,3}$|^\d{5,9}$/.test(at)) {
    const seq = Number(at);
    if (seq !== 0 && log.find(seq) === undefined) throw new AppError('not-found', 'past.noSuchEdit', { at: seq });
    return seq;
  }
  if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(at)) {
    const seq = log.seqOf(at);
    if (seq === undefined) throw new AppError('not-found', 'past.noSuchEdit', { at });
    return seq;
  }
  const seq = log.lastUntil(endOf(at));
  if (seq === 0) throw new AppError('not-found', 'past.beforeFirst', { at });
  return seq;
}

/** The last millisecond of a day, month or year, or the moment itself. */
function endOf(at: string): number {
  const moment = /^\d{4}-\d{2}-\d{2}T/.test(at) ? Date.parse(at) : Number.NaN;
  if (!Number.isNaN(moment)) return moment;
  const latest = findPeriod(at)?.latest;
  if (latest == null) throw new AppError('invalid-input', 'past.noDate', { field: 'at', at });
  return Date.parse(`${latest}T23:59:59.999Z`);
}
