// What every grid answers to; see `data-grid/use-grid-keys.ts`.
import type { KeySpec } from './keys.ts';

export const gridKeys: readonly KeySpec[] = [
  { keys: 'F', doesKey: 'keys:grid.filter' },
  { keys: 'Ctrl F', doesKey: 'keys:grid.find' },
  { keys: 'Ctrl A', doesKey: 'keys:grid.all' },
  { keys: 'Shift ←→↑↓', doesKey: 'keys:grid.extend' },
  { keys: 'Ctrl Shift ←→↑↓', doesKey: 'keys:grid.extendAll' },
  { keys: 'Ctrl C', doesKey: 'keys:grid.copy' },
  { keys: 'Ctrl V', doesKey: 'keys:grid.paste' },
  { keys: 'Ctrl D', doesKey: 'keys:grid.fill' },
  { keys: 'Ctrl R', doesKey: 'keys:grid.fillRight' },
  { keys: 'Del', doesKey: 'keys:grid.clear' },
  { keys: 'Ctrl Del', doesKey: 'keys:grid.remove' },
  { keys: 'Ctrl ↵', doesKey: 'keys:grid.open' },
  { keys: 'F2', doesKey: 'keys:grid.edit' },
  { keys: 'Home End', doesKey: 'keys:grid.ends' },
  { keys: 'Ctrl Space', doesKey: 'keys:grid.choose' },
  { keys: 'Shift Space', doesKey: 'keys:grid.chooseAlso' },
  { keys: 'Shift F10', doesKey: 'keys:grid.menu' },
  { keys: 'Tab', doesKey: 'keys:grid.leave' },
];
