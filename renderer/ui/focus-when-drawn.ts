/** A ref for the control that takes the focus as soon as it is there: for dialogs whose form comes after they open. */
export function focusWhenDrawn(element: HTMLElement | null): void {
  element?.focus();
}
