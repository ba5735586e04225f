// Ctrl+K: one list of results and commands. The input keeps the focus; arrows move, Enter opens, Tab changes the scope.
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../bridge/index.ts';
import { Kbd } from '../../ui/index.ts';
import { PaletteItem } from './PaletteItem.tsx';
import { readRecent, rememberCommand } from './recent-commands.ts';
import { openHit, type PaletteEntry, type Scope, scopes, usePaletteEntries } from './use-palette-entries.ts';
import './palette.css';

const typingPauseMs = 60;

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), typingPauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

function openEntry(entry: PaletteEntry): void {
  if (entry.type === 'command') entry.command.run();
  else openHit(entry.hit);
}

function ScopeTabs({ scope, onChange }: { scope: Scope; onChange(scope: Scope): void }) {
  const { t } = useTranslation('search');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a layout of its own
    <span className="palette-scopes" role="group" aria-label={t('scope.title')}>
      {scopes.map((one) => (
        <button key={one} type="button" tabIndex={-1} aria-pressed={one === scope} onClick={() => onChange(one)}>
          {t(`scope.${one}`)}
        </button>
      ))}
      <Kbd>Tab</Kbd>
    </span>
  );
}

/** What is chosen stays chosen by its identity, however the list grows; a new question begins at the top. */
function useChosen(entries: readonly PaletteEntry[], isComplete: boolean) {
  const [chosenId, setChosenId] = useState<string>();
  const current = entries.find((entry) => entry.id === chosenId) ?? entries[0];
  const currentId = current?.id;
  useEffect(() => {
    if (isComplete) setChosenId(currentId);
  }, [isComplete, currentId]);
  return { current, choose: (entry: PaletteEntry | undefined) => setChosenId(entry?.id), start: () => setChosenId(undefined) };
}

export function Palette() {
  const { t } = useTranslation('search');
  const close = useCallback(() => useWorkspace.getState().setPaletteOpen(false), []);
  const [typed, setTyped] = useState('');
  const [chosenScope, setScope] = useState<Scope>('all');
  const before = useRef(document.activeElement);
  const opened = useRef<PaletteEntry>(undefined);
  const input = useRef<HTMLInputElement>(null);
  const settled = useSettled(typed);
  const { groups, hasWorkbook, scope, total, isReading } = usePaletteEntries(settled, chosenScope);
  const entries = groups.flatMap((group) => group.entries);
  const isComplete = settled === typed && !isReading;
  const { current, choose, start } = useChosen(entries, isComplete);
  const [isRunAsked, setRunAsked] = useState(false);

  useLayoutEffect(() => input.current?.focus(), []);
  useEffect(readRecent, []);
  // The focus is back before the command runs, which may put it elsewhere.
  useEffect(
    () => () => {
      if (before.current instanceof HTMLElement) before.current.focus();
      if (opened.current !== undefined) openEntry(opened.current);
    },
    [],
  );
  useEffect(() => {
    if (current !== undefined) document.getElementById(current.id)?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const run = useCallback(
    (entry: PaletteEntry | undefined) => {
      if (entry === undefined) return;
      opened.current = entry;
      close();
      if (entry.type === 'command') rememberCommand(entry.command.id);
    },
    [close],
  );
  // Enter typed ahead of the results waits for them: it opens what the finished list has on top.
  useEffect(() => {
    if (!isRunAsked || !isComplete) return;
    setRunAsked(false);
    run(current);
  }, [isRunAsked, isComplete, current, run]);

  function move(step: number): void {
    const at = Math.max(
      0,
      entries.findIndex((entry) => entry.id === current?.id),
    );
    choose(entries[(at + step + entries.length) % Math.max(1, entries.length)]);
  }

  function changeScope(step: number): void {
    if (hasWorkbook) setScope(scopes[(scopes.indexOf(scope) + step + scopes.length) % scopes.length] ?? 'all');
  }

  function openPanel(): void {
    close();
    useWorkspace.getState().openView('search', { query: typed });
  }

  function onKeyDown(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const step = steps[event.key];
    if (step !== undefined) move(step);
    else if (event.key === 'Enter' && event.ctrlKey && hasWorkbook) openPanel();
    else if (event.key === 'Enter') setRunAsked(true);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Tab') changeScope(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: a press beside the palette closes it, as Escape does
    <div className="palette-scrim" onClick={(event) => event.target === event.currentTarget && close()}>
      <div className="palette" data-passing="" role="dialog" aria-modal="true" aria-label={t('title')}>
        <div className="palette-head">
          <IconSearch size={16} aria-hidden />
          <input
            ref={input}
            role="combobox"
            aria-expanded="true"
            aria-controls="palette-list"
            aria-activedescendant={current?.id}
            aria-label={t('title')}
            placeholder={t(hasWorkbook ? 'placeholder' : 'placeholderStart')}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              start();
              setRunAsked(false);
            }}
            onKeyDown={onKeyDown}
          />
          {hasWorkbook ? <ScopeTabs scope={scope} onChange={setScope} /> : null}
        </div>
        <div className="palette-list" id="palette-list" role="listbox" aria-label={t('results')}>
          {groups.map((group) => (
            // biome-ignore lint/a11y/useSemanticElements: groups of options in a listbox
            <div key={group.id} role="group" aria-label={t(`group.${group.id}`)}>
              <h2 role="presentation">{t(`group.${group.id}`)}</h2>
              {group.entries.map((entry) => (
                <PaletteItem
                  key={entry.id}
                  entry={entry}
                  typed={typed}
                  isActive={entry.id === current?.id}
                  onRun={() => run(entry)}
                  onPoint={() => choose(entry)}
                />
              ))}
            </div>
          ))}
        </div>
        {entries.length === 0 && !isReading ? <p className="palette-none">{t(hasWorkbook ? 'none' : 'noneStart')}</p> : null}
        <div className="palette-foot">
          <span>
            <Kbd>↑</Kbd>
            <Kbd>↓</Kbd>
            {t('keys.choose')}
          </span>
          <span>
            <Kbd>↵</Kbd>
            {t('keys.open')}
          </span>
          {hasWorkbook ? (
            <span>
              <Kbd>Ctrl ↵</Kbd>
              {t('keys.panel')}
            </span>
          ) : null}
          <span>
            <Kbd>Esc</Kbd>
            {t('keys.close')}
          </span>
          <span className="grow" />
          <span role="status">{total === undefined ? '' : t('total', { count: total })}</span>
        </div>
      </div>
    </div>
  );
}
