// What the view in use can do stands in the palette too, beside its keys.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { addCommands } from '../ui/commands.ts';
import type { KeySpec } from '../ui/keys.ts';
import type { MenuRequest } from '../ui/menu/menu-model.ts';
import { useViewInstance } from './view-instance.ts';
import { useViewKeys } from './view-keys.ts';
import { useWorkspace } from './workspace.ts';

/** What a button, a choice or an entry of a menu does. */
export interface Offer {
  /** One word, the same in all languages. */
  readonly id: string;
  /** In the user's words, which stand alone. */
  readonly title: string;
  readonly keys?: string | undefined;
  /** Absent while it cannot be done. */
  readonly run: (() => void) | undefined;
}

/** Offered while the view is the one in use. */
export function useOffers(offers: readonly Offer[]): void {
  const instance = useViewInstance();
  const isInUse = useWorkspace((state) => state.focusedView === instance);
  const latest = useRef(offers);
  latest.current = offers;
  const offered = offers.filter(({ run }) => run !== undefined);
  const names = offered.map(({ id, title }) => `${id} ${title}`).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: again when other commands are offered, not when they are made anew
  useEffect(() => {
    if (!isInUse || offered.length === 0) return;
    const commands = offered.map(({ id, title, keys }) => ({
      id: `view.${id}`,
      titleKey: '',
      title,
      ...(keys === undefined ? {} : { shortcut: keys }),
      isOfView: true,
      run: () => latest.current.find((now) => now.id === id)?.run?.(),
    }));
    return addCommands(commands, 'first');
  }, [isInUse, names]);
}

type Runs = Readonly<Record<string, (() => void) | undefined>>;

/** By combination as it is shown; those that are declared in `keys` are listed. */
export function useViewCommands(keys: readonly KeySpec[], runs: Runs): void {
  const { t } = useTranslation();
  useOffers(keys.map(({ keys: shown, doesKey }) => ({ id: doesKey, title: t(doesKey), keys: shown, run: runs[shown] })));
}

/** Keys of the view, answered and listed in the palette alike. */
export function useKeyedCommands(keys: readonly KeySpec[], runs: Runs): void {
  useViewKeys(runs);
  useViewCommands(keys, runs);
}

/**
 * The menu of what is selected in the view: its entries are commands, but for those that cannot be chosen now, and those whose
 * keys the view lists itself.
 */
export function useMenuCommands(menu: MenuRequest | undefined, listed: readonly KeySpec[] = []): void {
  const isListed = (shown: string | undefined) => listed.some(({ keys }) => keys === shown);
  useOffers(
    (menu?.groups ?? [])
      .flat()
      .flatMap((entry): Offer[] =>
        'choices' in entry
          ? entry.choices.map(({ title, run }) => ofMenu(`${entry.label}: ${title}`, undefined, run))
          : isListed(entry.keys)
            ? []
            : [ofMenu(entry.label, entry.keys, entry.whyNot === undefined ? entry.run : undefined)],
      ),
  );
}

function ofMenu(title: string, keys: string | undefined, run: (() => void) | undefined): Offer {
  return { id: `menu.${title.replace(/\s+/g, '-')}`, title, keys, run };
}
