import type { Handlers } from '../../dispatch.ts';
import type { SettingsStore } from '../../host.ts';

export function createSettingsHandlers(settings: SettingsStore): Handlers<'settings'> {
  return {
    get({ keys }) {
      const found = keys
        .map((key) => [key, settings.get(key)] as const)
        .filter((entry): entry is readonly [string, string] => entry[1] !== undefined);
      return { values: Object.fromEntries(found) };
    },
    set({ key, value }) {
      settings.set(key, value ?? undefined);
      return { key };
    },
  };
}
