// Every view that was shown once lives here for as long as a tab of it is open in any arrangement. A tab is a place into which
// the view's element is moved while the tab is there: a change of workspace closes nothing, and typed words and scrolled lists stay.
import { memo, Suspense, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import { useViewParams, useWorkspace, ViewInstanceProvider } from '../../bridge/index.ts';
import { ErrorBoundary } from '../../ui/index.ts';
import { findView } from '../features.ts';

const useShown = create<{ readonly hosts: ReadonlyMap<string, HTMLElement> }>()(() => ({ hosts: new Map() }));

/** Where the views stand that no tab of the shown arrangement has; it is part of the page, so that moving keeps their state. */
const parking = document.createElement('div');
parking.hidden = true;
parking.className = 'view-parking';

/** The element of a view; undefined for one that was not shown yet. */
export function viewHost(instance: string): HTMLElement | undefined {
  return useShown.getState().hosts.get(instance);
}

function createHost(instance: string): HTMLElement {
  const host = document.createElement('div');
  host.className = 'view-host';
  host.dataset['view'] = instance;
  parking.append(host);
  useShown.setState(({ hosts }) => ({ hosts: new Map(hosts).set(instance, host) }));
  return host;
}

type Scrolled = readonly (readonly [Element, number, number])[];

function scrolledIn(host: HTMLElement): Scrolled {
  return [...host.querySelectorAll('*')].flatMap((element) =>
    element.scrollTop === 0 && element.scrollLeft === 0 ? [] : [[element, element.scrollTop, element.scrollLeft] as const],
  );
}

const scrolledBefore = new WeakMap<HTMLElement, Scrolled>();

/** What had the keys in a view when its tab went out of sight. */
const focusedBefore = new WeakMap<HTMLElement, HTMLElement>();

function letGoOfFocus(host: HTMLElement): void {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !host.contains(focused)) return;
  focusedBefore.set(host, focused);
  focused.blur();
}

/** A view that is going out of sight may still have the keys while its tab is there. */
export function letGoOfHidden(inSight: readonly string[]): void {
  for (const [instance, host] of useShown.getState().hosts) if (!inSight.includes(instance)) letGoOfFocus(host);
}

/** Gives the keys back to what had them; false where nothing in the view had, or it has gone. */
export function focusAgain(instance: string): boolean {
  const host = viewHost(instance);
  const focused = host === undefined ? undefined : focusedBefore.get(host);
  if (focused?.checkVisibility({ visibilityProperty: true }) !== true) return false;
  focused.focus({ preventScroll: true });
  return document.activeElement === focused;
}

function move(host: HTMLElement, to: HTMLElement): void {
  if (host.isConnected && to.isConnected && 'moveBefore' in to)
    (to as HTMLElement & { moveBefore(node: Node, child: null): void }).moveBefore(host, null);
  else to.append(host);
}

/** The place of a view in its tab. */
export function ViewSlot({ instance }: { instance: string }) {
  const slot = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = slot.current;
    if (place === null) return;
    const host = viewHost(instance) ?? createHost(instance);
    move(host, place);
    for (const [element, top, left] of scrolledBefore.get(host) ?? []) element.scrollTo(left, top);
    return () => {
      letGoOfFocus(host);
      scrolledBefore.set(host, scrolledIn(host));
      move(host, parking);
    };
  }, [instance]);
  return <div className="view-host" ref={slot} />;
}

const HostedView = memo(function HostedView({ id }: { id: string }) {
  const { t } = useTranslation();
  const params = useViewParams(id);
  const view = findView(id);
  if (view === undefined) return null;
  const { component: View } = view;
  return (
    <ErrorBoundary title={t('app:viewFailed.title')} message={t('app:viewFailed.message')}>
      <Suspense fallback={<div className="view-waiting" />}>
        <ViewInstanceProvider value={id}>
          <View params={params} />
        </ViewInstanceProvider>
      </Suspense>
    </ErrorBoundary>
  );
});

export function ViewPool() {
  const hosts = useShown((state) => state.hosts);
  const instances = useWorkspace((state) => state.instances);
  const open = [...hosts].filter(([instance]) => instances.includes(instance));
  const root = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    root.current?.append(parking);
    return () => {
      parking.replaceChildren();
      useShown.setState({ hosts: new Map() });
    };
  }, []);
  useLayoutEffect(() => {
    const gone = [...hosts].filter(([instance]) => !instances.includes(instance));
    if (gone.length === 0) return;
    for (const [, host] of gone) host.remove();
    useShown.setState({ hosts: new Map([...hosts].filter(([instance]) => instances.includes(instance))) });
  }, [hosts, instances]);
  return (
    <div className="view-host" ref={root}>
      {open.map(([instance, host]) => createPortal(<HostedView id={instance} />, host, instance))}
    </div>
  );
}
