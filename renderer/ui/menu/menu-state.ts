// The one menu that is open. It is drawn by `ContextMenu`, which the frame mounts once.
import type { KeyboardEvent, MouseEvent } from 'react';
import { create } from 'zustand';
import type { MenuPlace, MenuRequest } from './menu-model.ts';

interface OpenMenu extends MenuRequest {
  readonly place: MenuPlace;
  /** Another one for each opening. */
  readonly serial: number;
}

export const useOpenMenu = create<{ readonly menu: OpenMenu | undefined }>()(() => ({ menu: undefined }));

let serial = 0;

export function openMenu(request: MenuRequest, place: MenuPlace): void {
  const groups = request.groups.filter((group) => group.length > 0);
  if (groups.length === 0) return;
  serial += 1;
  useOpenMenu.setState({ menu: { ...request, groups, place, serial } });
}

export function closeMenu(): void {
  useOpenMenu.setState({ menu: undefined });
}

const tallPx = 120;
const insetPx = 24;

/** Below a cell or a button, or inside a whole board. */
export function placeUnder(element: Element): MenuPlace {
  const { left, bottom, top, height } = element.getBoundingClientRect();
  return height > tallPx ? { left: left + insetPx, top: top + insetPx, above: top + insetPx } : { left, top: bottom, above: top };
}

/** The Menu key, and Shift F10 where a keyboard has none. */
export function isMenuKey({ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>): boolean {
  return key === 'ContextMenu' || (key === 'F10' && shiftKey);
}

const fields = 'input, textarea, select, [contenteditable="true"]';

/** Opens the menu of what stands under the pointer or has the focus. Fields keep the menu of the system. */
export function menuHandlers(requestFor: (target: HTMLElement) => MenuRequest | undefined) {
  function open(event: MouseEvent | KeyboardEvent, place: MenuPlace | undefined): void {
    const target = event.target as HTMLElement;
    const request = target.closest(fields) === null ? requestFor(target) : undefined;
    if (request === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    openMenu(request, place ?? placeUnder(target));
  }
  return {
    onContextMenu(event: MouseEvent) {
      const { clientX: left, clientY: top } = event;
      open(event, left === 0 && top === 0 ? undefined : { left, top, above: top });
    },
    onKeyDownCapture(event: KeyboardEvent) {
      if (isMenuKey(event)) open(event, undefined);
    },
  };
}
