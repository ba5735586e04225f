// Light or dark: the system's wish until the person chooses, then the choice, kept with the settings.
import { create } from 'zustand';
import { call } from './call.ts';

export type Theme = 'light' | 'dark';

const systemTheme = (): Theme => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

export const useTheme = create<{ readonly theme: Theme }>()(() => ({ theme: systemTheme() }));

function show(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  useTheme.setState({ theme });
}

export async function loadTheme(): Promise<void> {
  show(useTheme.getState().theme);
  const { values } = await call('settings.get', { keys: ['theme'] });
  if (values.theme === 'light' || values.theme === 'dark') show(values.theme);
}

export function toggleTheme(): void {
  const theme = useTheme.getState().theme === 'dark' ? 'light' : 'dark';
  show(theme);
  void call('settings.set', { key: 'theme', value: theme }).catch(() => undefined);
}
