// Gives the keys to a view: to what can be done in an empty one, else to its list, its text or its board. A view that is
// still being loaded is waited for, however long it takes, and so is a dialog that is about to close; whoever moves the focus
// meanwhile keeps it.

/** For how long a view may show neither that it is loading nor anything that could have the keys. */
const waitMs = 20_000;
/** In this order of preference. */
const entrances = ['.empty-state .button', '[data-enter]', 'button[aria-current="true"]', '[tabindex="0"]:not(.ag-tab-guard)', 'li button'] as const;

export function isFocusFree(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

export function enterView(view: string): void {
  let before = document.activeElement;
  let wasCovered = false;
  let until = performance.now() + waitMs;
  const attempt = (): void => {
    const host = document.querySelector(`[data-view="${view}"]`);
    const isCovered = document.activeElement?.closest('[role="dialog"]') != null;
    // What a dialog gives the focus back to was not chosen by the user.
    if (wasCovered && !isCovered) before = document.activeElement;
    wasCovered = isCovered;
    if (host?.contains(document.activeElement) === true || (document.activeElement !== before && !isFocusFree())) return;
    const isWaiting = isCovered || host?.querySelector('[aria-busy="true"], .grid-host:not([data-enter])') != null;
    if (isWaiting) until = performance.now() + waitMs;
    const entrance = isWaiting ? undefined : entranceOf(host);
    if (entrance !== undefined) entrance.focus({ preventScroll: true });
    else if (performance.now() < until) requestAnimationFrame(attempt);
  };
  attempt();
}

function entranceOf(host: Element | null): HTMLElement | undefined {
  return entrances
    .map((selector) => [...(host?.querySelectorAll<HTMLElement>(selector) ?? [])].find((element) => element.offsetParent !== null))
    .find((element) => element !== undefined);
}
