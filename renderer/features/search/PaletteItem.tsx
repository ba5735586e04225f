import { IconCommand, IconFileText, IconNote, IconQuote } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWords } from '../../../shared/code-words.ts';
import type { ClaimRow } from '../../../shared/features/claims/contract.ts';
import type { SearchHit } from '../../../shared/features/search/contract.ts';
import { formatPeriod } from '../../../shared/period/index.ts';
import { useCall } from '../../bridge/index.ts';
import { Grade, Kbd, KindChip, StateMark, Value, valueText } from '../../ui/index.ts';
import type { PaletteEntry } from './use-palette-entries.ts';

const lead = 24;

/** Where the shown part begins: at a word not far before the first match, so that the match is never cut off. */
function firstShown(points: readonly string[], mark: number): number {
  if (mark <= lead) return 0;
  const space = points.findIndex((point, index) => index >= mark - lead && /\s/.test(point));
  return space >= 0 && space < mark ? space + 1 : mark;
}

/** The snippet with its matches marked; positions are code points. */
function Snippet({ hit }: { hit: SearchHit }) {
  const points = [...hit.snippet];
  let at = firstShown(points, hit.marks[0]?.start ?? 0);
  const parts: ReactNode[] = at === 0 ? [] : ['…'];
  for (const { start, end } of hit.marks) {
    parts.push(points.slice(at, start).join(''), <mark key={start}>{points.slice(start, end).join('')}</mark>);
    at = end;
  }
  parts.push(points.slice(at).join(''));
  return <span className={hit.where === 'claim' ? 'palette-words' : 'palette-words source-words'}>{parts}</span>;
}

/** What a claim is about, as the grids name it. */
function claimTitle(claim: ClaimRow, language: string): string {
  const what = claim.kind === 'statement' ? [claim.actor, claim.topic] : [claim.measure ?? claim.type ?? claim.stage, claim.subject];
  const period = claim.period === null ? [] : [formatPeriod(claim.period, language)];
  const words = [...what.flatMap((part) => (part === null ? [] : [codeWords(part)])), ...period].join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A title with the beginnings of words that were typed marked. */
function Title({ text, typed }: { text: string; typed: string }) {
  const starts = typed
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (starts.length === 0) return <span className="palette-title">{text}</span>;
  const parts = text.split(new RegExp(`(?<![\\p{L}\\p{N}])(${starts.join('|')})`, 'giu'));
  // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no identity but their place
  return <span className="palette-title">{parts.map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part))}</span>;
}

/** Kind, value and grade are read from the claim itself; the hit carries only words. */
function ClaimHit({ hit, typed }: { hit: SearchHit; typed: string }) {
  const { i18n } = useTranslation();
  const claim = useCall('claims.get', { id: hit.id }).data;
  const value = claim === undefined ? '' : valueText(claim, i18n.language);
  return (
    <>
      {hit.where === 'passage' ? (
        <IconQuote size={14} stroke={1.8} aria-hidden />
      ) : claim === undefined ? (
        <IconNote size={14} stroke={1.8} aria-hidden />
      ) : (
        <KindChip kind={claim.kind} iconOnly />
      )}
      {hit.where === 'claim' ? (
        <Title text={claim === undefined ? hit.title : claimTitle(claim, i18n.language)} typed={typed} />
      ) : (
        <Snippet hit={hit} />
      )}
      {claim === undefined ? null : (
        <>
          {value === '' ? null : (
            <span className="palette-value">
              <Value text={value} status={claim.status} />
            </span>
          )}
          <span className="palette-side">
            <span className="cut">{hit.where === 'claim' ? (claim.origin ?? claim.sourceTitle) : claim.sourceTitle}</span>
          </span>
          {claim.state === null || claim.state === 'single' ? null : <StateMark state={claim.state} />}
          <Grade source={claim.grade} claim={claim.credibility} />
        </>
      )}
    </>
  );
}

function SourceHit({ hit, typed }: { hit: SearchHit; typed: string }) {
  const source = useCall('sources.get', { id: hit.id }).data;
  const isText = hit.start !== null || hit.where === 'note';
  return (
    <>
      <IconFileText size={14} stroke={1.8} aria-hidden />
      {isText ? <Snippet hit={hit} /> : <Title text={hit.title} typed={typed} />}
      <span className="palette-side">
        <span className="cut">{isText ? hit.title : (source?.publisher ?? '')}</span>
      </span>
      {source === undefined ? null : <Grade source={source.grade} />}
    </>
  );
}

function NoteHit({ hit }: { hit: SearchHit }) {
  return (
    <>
      <IconNote size={14} stroke={1.8} aria-hidden />
      <Snippet hit={hit} />
      <span className="palette-side">
        <span className="cut">{hit.title}</span>
      </span>
    </>
  );
}

export interface PaletteItemProps {
  readonly entry: PaletteEntry;
  readonly typed: string;
  readonly isActive: boolean;
  onRun(): void;
  onPoint(): void;
}

export function PaletteItem({ entry, typed, isActive, onRun, onPoint }: PaletteItemProps) {
  const { t } = useTranslation('search');
  const hit = entry.type === 'hit' ? entry.hit : undefined;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the input holds the focus and answers the keys
    <div id={entry.id} className="palette-item" role="option" aria-selected={isActive} tabIndex={-1} onClick={onRun} onPointerMove={onPoint}>
      {entry.type === 'command' ? (
        <>
          <IconCommand size={14} stroke={1.8} aria-hidden />
          <Title text={entry.command.id.startsWith('go.') ? t('goTo', { view: entry.title }) : entry.title} typed={typed} />
        </>
      ) : null}
      {hit === undefined ? null : hit.where === 'note' ? (
        <NoteHit hit={hit} />
      ) : hit.where === 'source' ? (
        <SourceHit hit={hit} typed={typed} />
      ) : (
        <ClaimHit hit={hit} typed={typed} />
      )}
      <span className="grow" />
      {entry.type === 'command' && entry.command.shortcut !== undefined ? (
        <Kbd>{entry.command.shortcut}</Kbd>
      ) : (
        <span className="palette-enter">{isActive ? <Kbd>↵</Kbd> : null}</span>
      )}
    </div>
  );
}
