// From pane to pane, as F6 goes elsewhere: title bar, rail, each view that is in sight, Evidence, status bar.
import { enterView } from './enter-view.ts';

const panesInOrder = '.title-bar, .frame-strip, nav.rail, .dock .view-host, .evidence, .status-bar';
const reachable = 'button:not(:disabled), [tabindex="0"], input, a[href]';

function isInSight(pane: HTMLElement): boolean {
  // A view's host has no box of its own.
  const seen = pane.matches('.view-host') ? pane.firstElementChild : pane;
  return seen?.checkVisibility({ visibilityProperty: true }) === true && firstIn(pane) !== undefined;
}

function firstIn(pane: HTMLElement): HTMLElement | undefined {
  return [...pane.querySelectorAll<HTMLElement>(reachable)].find((element) => element.checkVisibility({ visibilityProperty: true }));
}

/** `step` is 1 for the next pane and -1 for the one before. */
export function goToPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>(panesInOrder)].filter(isInSight);
  const here = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes.at(here < 0 && step < 0 ? -1 : (here + step + panes.length) % panes.length);
  if (next === undefined) return;
  const view = next.dataset['view'];
  if (view !== undefined) enterView(view);
  else (next.querySelector<HTMLElement>('[aria-current]:not([aria-current="false"]), .evidence-body') ?? firstIn(next))?.focus();
}
