// From a control of many cells to what stands before or after it, as Tab does from a field.

const reachable = 'a[href], button, input, select, textarea, [tabindex]';

function canTakeFocus(element: HTMLElement): boolean {
  return element.tabIndex >= 0 && !element.matches(':disabled') && element.checkVisibility({ visibilityProperty: true });
}

/** Returns whether there was something to go to. */
export function leaveByTab(from: HTMLElement, isBackwards: boolean): boolean {
  const wanted = isBackwards ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  const stops = [...document.querySelectorAll<HTMLElement>(reachable)].filter((element) => !from.contains(element) && canTakeFocus(element));
  const beyond = stops.filter((element) => (from.compareDocumentPosition(element) & wanted) !== 0 && !element.contains(from));
  const next = isBackwards ? (beyond.at(-1) ?? stops.at(-1)) : (beyond[0] ?? stops[0]);
  next?.focus();
  return next !== undefined;
}
