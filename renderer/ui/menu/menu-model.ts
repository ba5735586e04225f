// What a menu offers. An entry that cannot be chosen now says why; one that never does anything is not offered at all.
import type { Icon } from '@tabler/icons-react';

export interface MenuAction {
  readonly label: string;
  readonly icon?: Icon;
  /** As shown: "Ctrl C". */
  readonly keys?: string | undefined;
  /** Drawn with a tick, or with room for one. */
  readonly isChecked?: boolean;
  /** Why it cannot be chosen now. */
  readonly whyNot?: string | undefined;
  readonly isDangerous?: boolean;
  run(): void;
}

export interface MenuChoice {
  readonly value: string;
  /** In full, for screen readers and as tooltip. */
  readonly title: string;
  readonly isChecked: boolean;
  run(): void;
}

/** A line of short choices side by side, such as the six grades of a claim. */
export interface MenuChoices {
  readonly label: string;
  readonly choices: readonly MenuChoice[];
}

export type MenuEntry = MenuAction | MenuChoices;

/** A rule stands between groups. Empty ones are left out. */
export type MenuGroup = readonly MenuEntry[];

export interface MenuPlace {
  readonly left: number;
  readonly top: number;
  /** Upper edge of what the menu belongs to: it opens above that where there is no room below. */
  readonly above: number;
}

export interface MenuRequest {
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  /** Gives the focus back; to where it came from, where this is left out. */
  restoreFocus?(): void;
}
