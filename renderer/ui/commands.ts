// Every action of the app as a named command: the palette lists them, keys and buttons run them by id.
import { create } from 'zustand';

export interface Command {
  readonly id: string;
  readonly titleKey: string;
  readonly titleValues?: Readonly<Record<string, string>>;
  readonly shortcut?: string;
  readonly menuGroup?: number;
  run(): void;
}

interface CommandRegistry {
  readonly commands: readonly Command[];
}

export const useCommands = create<CommandRegistry>()(() => ({ commands: [] }));

export function registerCommands(commands: readonly Command[]): void {
  useCommands.setState({ commands });
}

/** Runs a command if its feature is there. */
export function runCommand(id: string): void {
  useCommands
    .getState()
    .commands.find((command) => command.id === id)
    ?.run();
}
