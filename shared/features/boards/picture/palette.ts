// The inks of the token sheet as colours, for files: a picture carries its colours with it. A test holds them against the sheet.
import type { Ink } from './scene.ts';

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const palettes: Readonly<Record<Theme, Readonly<Record<Ink, string>>>> = {
  light: {
    panel: '#ffffff',
    text: '#18202a',
    'text-2': '#454f5c',
    'text-3': '#5d6774',
    line: '#dce1e7',
    'chart-grid': '#e6eaee',
    'chart-axis': '#aab3be',
    'chart-inforce-1': '#f6f1e4',
    'chart-inforce-2': '#efe5cb',
    'chart-inforce-3': '#e9dcb9',
    'series-1': '#2457c5',
    'series-2': '#0b6e5f',
    'series-3': '#a3266c',
    'series-4': '#855800',
    'series-5': '#4c6076',
    forecast: '#6246b4',
    disputed: '#b03a12',
    stale: '#855800',
    ok: '#0b6e5f',
    'kind-event': '#a3266c',
  },
  dark: {
    panel: '#1a1e23',
    text: '#e7eaee',
    'text-2': '#b6bec8',
    'text-3': '#9ba5b1',
    line: '#2d343c',
    'chart-grid': '#272d34',
    'chart-axis': '#56616d',
    'chart-inforce-1': '#221f19',
    'chart-inforce-2': '#2b261b',
    'chart-inforce-3': '#362e1c',
    'series-1': '#86abff',
    'series-2': '#58c2ab',
    'series-3': '#f093c3',
    'series-4': '#dcae55',
    'series-5': '#a3b5c9',
    forecast: '#b7a5f6',
    disputed: '#f29473',
    stale: '#dcae55',
    ok: '#58c2ab',
    'kind-event': '#f093c3',
  },
};
