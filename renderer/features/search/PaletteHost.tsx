import { useWorkspace } from '../../bridge/index.ts';
import { Palette } from './Palette.tsx';

export function PaletteHost() {
  const isOpen = useWorkspace((state) => state.isPaletteOpen);
  return isOpen ? <Palette /> : null;
}
