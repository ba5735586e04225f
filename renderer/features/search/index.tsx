import type { FeatureManifest } from '../../ui/feature-manifest.ts';
import { PaletteHost } from './PaletteHost.tsx';

export const manifest: FeatureManifest = { name: 'search', views: [], overlay: PaletteHost };
