// Draws the menu that is open, inside the window, and gives the focus back when it closes.
import { IconCheck } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { Kbd } from '../Kbd.tsx';
import type { MenuAction, MenuChoices, MenuEntry, MenuPlace } from './menu-model.ts';
import { closeMenu, useOpenMenu } from './menu-state.ts';
import { findTyped, type MenuStop, stepMenu } from './menu-step.ts';
import './menu.css';

const edgePx = 4;
const typedWithinMs = 700;

export function ContextMenu() {
  const menu = useOpenMenu((state) => state.menu);
  return menu === undefined ? null : createPortal(<Menu key={menu.serial} {...menu} />, document.body);
}

const itemsOf = (root: HTMLElement) => [...root.querySelectorAll<HTMLElement>('[data-line]')];

const stopOf = (item: HTMLElement): MenuStop => ({
  line: Number(item.dataset['line']),
  label: item.dataset['words'] ?? '',
  isChecked: item.ariaChecked === 'true',
});

/** Beside the pointer or below its place; above or further left where it would leave the window. */
function fitInto(root: HTMLElement, { left, top, above }: MenuPlace): void {
  const { offsetWidth: width, offsetHeight: height } = root;
  const fitsBelow = top + height + edgePx <= window.innerHeight;
  const y = fitsBelow ? top : Math.max(edgePx, Math.min(above - height, window.innerHeight - height - edgePx));
  root.style.left = `${Math.max(edgePx, Math.min(left, window.innerWidth - width - edgePx))}px`;
  root.style.top = `${y}px`;
}

type MenuProps = NonNullable<ReturnType<typeof useOpenMenu.getState>['menu']>;

function Menu({ label, groups, place, restoreFocus }: MenuProps) {
  const root = useRef<HTMLDivElement>(null);
  const before = useRef(document.activeElement);
  const typed = useRef({ text: '', at: 0 });

  useLayoutEffect(() => {
    if (root.current === null) return;
    fitInto(root.current, place);
    (itemsOf(root.current)[0] ?? root.current).focus({ preventScroll: true });
  }, [place]);
  useCloseElsewhere(root);

  function giveBack(): void {
    closeMenu();
    if (restoreFocus !== undefined) restoreFocus();
    else if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
  }

  function choose({ run, whyNot }: Pick<MenuAction, 'run' | 'whyNot'>): void {
    if (whyNot !== undefined) return;
    giveBack();
    run();
  }

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    const isTypingOn = event.timeStamp - typed.current.at < typedWithinMs;
    if (event.key === 'Enter' || (event.key === ' ' && !isTypingOn)) return;
    event.preventDefault();
    if (event.key === 'Escape' || event.key === 'Tab') {
      giveBack();
      return;
    }
    const items = itemsOf(event.currentTarget as HTMLElement);
    const from = items.indexOf(document.activeElement as HTMLElement);
    items[stepMenu(items.map(stopOf), from, event.key) ?? typedTo(event, items, from) ?? -1]?.focus();
  }

  function typedTo({ key, ctrlKey, metaKey, altKey, timeStamp }: KeyboardEvent, items: readonly HTMLElement[], from: number): number | undefined {
    if (key.length !== 1 || ctrlKey || metaKey || altKey || items.length === 0) return undefined;
    const isGoingOn = timeStamp - typed.current.at < typedWithinMs;
    typed.current = { text: (isGoingOn ? typed.current.text : '') + key, at: timeStamp };
    return findTyped(items.map(stopOf), Math.max(0, from), typed.current.text);
  }

  let line = 0;
  return (
    <div
      className="context-menu"
      ref={root}
      role="menu"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => event.preventDefault()}
    >
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an open menu does not change
        <MenuSection key={index} isFirst={index === 0}>
          {group.map((entry) => {
            line += 1;
            return isAction(entry) ? (
              <ActionItem key={entry.label} {...entry} line={line} onChoose={() => choose(entry)} />
            ) : (
              <ChoicesLine key={entry.label} {...entry} line={line} onChoose={choose} />
            );
          })}
        </MenuSection>
      ))}
    </div>
  );
}

const isAction = (entry: MenuEntry): entry is MenuAction => 'run' in entry;

function MenuSection({ isFirst, children }: { readonly isFirst: boolean; readonly children: ReactNode }) {
  return (
    <>
      {isFirst ? null : <hr className="menu-rule" />}
      {children}
    </>
  );
}

type Shown = { readonly line: number };

function ActionItem({ label, icon: ItemIcon, keys, isChecked, whyNot, isDangerous, line, onChoose }: MenuAction & Shown & { onChoose(): void }) {
  return (
    <button
      type="button"
      className="menu-item"
      {...(isChecked === undefined ? { role: 'menuitem' } : { role: 'menuitemcheckbox', 'aria-checked': isChecked })}
      aria-disabled={whyNot === undefined ? undefined : true}
      data-dangerous={isDangerous === true ? '' : undefined}
      data-line={line}
      data-words={label}
      tabIndex={-1}
      onClick={onChoose}
      onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
    >
      <span className="menu-icon" aria-hidden>
        {isChecked === true ? <IconCheck size={14} stroke={2} /> : ItemIcon === undefined ? null : <ItemIcon size={14} stroke={1.7} />}
      </span>
      <span className="menu-words">
        {label}
        {whyNot === undefined ? null : <small>{whyNot}</small>}
      </span>
      {keys === undefined ? null : <Kbd>{keys}</Kbd>}
    </button>
  );
}

function ChoicesLine({ label, choices, line, onChoose }: MenuChoices & Shown & { onChoose(choice: Pick<MenuAction, 'run'>): void }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: choices within a menu are a group of it
    <div className="menu-choices" role="group" aria-label={label}>
      <span aria-hidden>{label}</span>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          role="menuitemradio"
          aria-checked={choice.isChecked}
          aria-label={choice.title}
          title={choice.title}
          data-line={line}
          data-words={choice.value}
          tabIndex={-1}
          onClick={() => onChoose(choice)}
        >
          {choice.value}
        </button>
      ))}
    </div>
  );
}

/** A click elsewhere, a scroll under it or another window closes the menu and leaves the focus where that put it. */
function useCloseElsewhere(root: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const onEvent = (event: Event) => {
      // What loses the focus to an item of the menu tells of it here, too; only the window itself counts.
      if (event.type === 'blur' && event.target !== window) return;
      if (!(event.target instanceof Node && root.current?.contains(event.target) === true)) closeMenu();
    };
    const kinds = ['pointerdown', 'wheel', 'blur', 'resize'] as const;
    for (const kind of kinds) window.addEventListener(kind, onEvent, { capture: true, passive: true });
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, onEvent, { capture: true });
    };
  }, [root]);
}
