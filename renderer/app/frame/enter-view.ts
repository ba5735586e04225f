// Gives the keys to a view: to what can be done in an empty one, else to its list, its text or its board. A view that is
// still being loaded is waited for, and so is a dialog that is about to close; whoever moves the focus meanwhile keeps it.

const waitMs = 4000;
/** In this order of preference. */
const entrances = ['.empty-state .button', '[data-enter]', 'button[aria-current="true"]', '[tabindex="0"]:not(.ag-tab-guard)', 'li button'] as const;

export function isFocusFree(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

export function enterView(view: string): void {
  const before = document.activeElement;
  const until = performance.now() + waitMs;
  const attempt = (): void => {
    const host = document.querySelector(`[data-view="${view}"]`);
    if (host?.contains(document.activeElement) === true || (document.activeElement !== before && !isFocusFree())) return;
    const isWaiting =
      host?.querySelector('[aria-busy="true"], .grid-host:not([data-enter])') != null || document.activeElement?.closest('[role="dialog"]') != null;
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
