// One list of what can be reached: claims, passages, sources and notes that match, then commands.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/errors.ts';
import type { SearchHit } from '../../../shared/features/search/contract.ts';
import { call, errorWords, useCall, useWorkspace } from '../../bridge/index.ts';
import { type Command, useCommands } from '../../ui/commands.ts';
import { recentFirst, useRecentCommands } from './recent-commands.ts';

export const scopes = ['all', 'claims', 'sources', 'commands'] as const;
export type Scope = (typeof scopes)[number];

export type PaletteEntry =
  | { readonly type: 'hit'; readonly id: string; readonly hit: SearchHit }
  | { readonly type: 'command'; readonly id: string; readonly command: Command; readonly title: string };
export interface PaletteGroup {
  readonly id: string;
  readonly entries: readonly PaletteEntry[];
}

const groupOf = { claim: 'claims', passage: 'passages', source: 'sources', note: 'notes' } as const;
const places = { all: [], claims: ['claim', 'passage', 'note'], sources: ['source'], commands: [] } as const;
const mostPerGroup = { all: 5, claims: 40, sources: 40, commands: 40 } as const;

function hitGroups(hits: readonly SearchHit[], most: number): PaletteGroup[] {
  const groups = Map.groupBy(hits, (hit) => groupOf[hit.where]);
  return (['claims', 'passages', 'sources', 'notes'] as const).flatMap((id) => {
    const entries = (groups.get(id) ?? [])
      .slice(0, most)
      .map((hit): PaletteEntry => ({ type: 'hit', id: `${id}-${hit.id}-${hit.start ?? 'x'}`, hit }));
    return entries.length === 0 ? [] : [{ id, entries }];
  });
}

/** A query that begins with this asks for commands alone. */
const commandSign = '>';

/** Every typed word must begin a word of the title. */
export function matchesWords(title: string, typed: string): boolean {
  const words = title.toLowerCase().split(/[\s,·]+/);
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((part) => words.some((word) => word.startsWith(part)));
}

export function usePaletteEntries(typed: string, chosenScope: Scope) {
  const { t } = useTranslation();
  const isForCommands = typed.trimStart().startsWith(commandSign);
  const scope = isForCommands ? 'commands' : chosenScope;
  const query = (isForCommands ? typed.trimStart().slice(commandSign.length) : typed).trim();
  const recent = useRecentCommands((state) => state.ids);
  const hasWorkbook = useCall('library.current', {}).data?.workbook != null;
  const isSearched = query !== '' && scope !== 'commands' && hasWorkbook;
  const found = useCall('search.find', { query: query || '-', where: [...places[scope]], limit: scope === 'all' ? 60 : 80 }, { enabled: isSearched });
  const commands = useCommands((state) => state.commands);
  const groups = useMemo(() => {
    const hits = isSearched ? hitGroups(found.data?.hits ?? [], mostPerGroup[scope]) : [];
    const entries = commands
      .map((command): PaletteEntry & { type: 'command' } => ({
        type: 'command',
        id: command.id,
        command,
        title: command.title ?? t(command.titleKey, command.titleValues ?? {}),
      }))
      .filter(({ title, command }) => (hasWorkbook || command.worksOnStart) && (query === '' || matchesWords(title, query)));
    const listed = recentFirst(entries, recent);
    const showsCommands = (scope === 'all' || scope === 'commands') && listed.length > 0;
    return showsCommands ? [...hits, { id: 'commands', entries: scope === 'all' && query !== '' ? listed.slice(0, 6) : listed }] : hits;
  }, [commands, found.data, hasWorkbook, isSearched, query, recent, scope, t]);
  return { groups, hasWorkbook, scope, total: isSearched ? found.data?.total : undefined, isReading: isSearched && found.isFetching };
}

const viewOf = { figure: 'figures', event: 'events', statement: 'statements' } as const;

async function openClaim(hit: SearchHit): Promise<void> {
  const { select, openView, setEvidenceOpen, notify } = useWorkspace.getState();
  try {
    const { id, kind, passages } = await call('claims.get', { id: hit.id });
    const passage = passages.find((one) => one.start === hit.start) ?? passages[0];
    setEvidenceOpen(true);
    if (hit.where === 'passage' && passage !== undefined)
      openView('reader', { sourceId: passage.source, start: passage.start, end: passage.end, claimId: id });
    else openView(viewOf[kind]);
    select({ type: 'claim', id });
  } catch (error) {
    // A note stands on a claim or on a source; its hit does not say which.
    if ((error as AppError).code === 'not-found') openSource(hit);
    else notify({ tone: 'error', text: errorWords(error) });
  }
}

/** Leads to what a hit stands for: the claim in its grid and in Evidence, its passage in the Reader, or the place in the source. */
export function openHit(hit: SearchHit): void {
  if (hit.where === 'source') openSource(hit);
  else void openClaim(hit);
}

function openSource(hit: SearchHit): void {
  const { select, openView } = useWorkspace.getState();
  select({ type: 'source', id: hit.id });
  openView('reader', hit.start === null ? { sourceId: hit.id } : { sourceId: hit.id, start: hit.start });
}
