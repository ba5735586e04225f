// Every action of the app as a named command: the palette lists them, keys and buttons run them by id.
import { create } from 'zustand';

export interface Command {
  readonly id: string;
  readonly titleKey: string;
  readonly titleValues?: Readonly<Record<string, string>>;
  /** In the user's words already: it stands for what the catalogue would give. */
  readonly title?: string;
  readonly shortcut?: string;
  /** A second combination that does the same. */
  readonly alsoShortcut?: string;
  /** Done by the view in use, which answers its keys itself. */
  readonly isOfView?: boolean;
  readonly menuGroup?: number;
  /** Can be done while no workbook is open, too. */
  readonly worksOnStart?: boolean;
  run(): void;
}

interface CommandRegistry {
  readonly commands: readonly Command[];
}

export const useCommands = create<CommandRegistry>()(() => ({ commands: [] }));

export function registerCommands(commands: readonly Command[]): void {
  useCommands.setState({ commands });
}

/** Commands of what is on the screen now, before or behind the others. @returns what takes them away. */
export function addCommands(own: readonly Command[], place: 'first' | 'last'): () => void {
  const others = (): readonly Command[] => useCommands.getState().commands.filter((command) => !own.some(({ id }) => id === command.id));
  registerCommands(place === 'first' ? [...own, ...others()] : [...others(), ...own]);
  return () => registerCommands(others());
}

/** Runs a command if its feature is there. */
export function runCommand(id: string): void {
  useCommands
    .getState()
    .commands.find((command) => command.id === id)
    ?.run();
}

const waitMs = 4000;

/** Runs a command as soon as what brings it is on the screen. */
export function runWhenThere(id: string): void {
  const isThere = () => useCommands.getState().commands.some((command) => command.id === id);
  if (isThere()) {
    runCommand(id);
    return;
  }
  const stop = useCommands.subscribe(() => {
    if (!isThere()) return;
    stop();
    runCommand(id);
  });
  setTimeout(stop, waitMs);
}
