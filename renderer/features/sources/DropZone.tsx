// Files may be dropped, or pasted, anywhere in the window.
import { IconFileImport } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pickedFiles } from './chosen-files.ts';
import { bringIn, bringInDropped } from './intake.ts';
import { useIntake } from './intake-state.ts';
import './sources.css';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/** Fields, dialogs and grids take what is pasted into them themselves. */
const takers = 'input, textarea, [contenteditable="true"], [role="dialog"], [role="grid"]';

/** Files on the clipboard are brought in, text is shown before it is added. */
function takePasted(event: ClipboardEvent): void {
  const { clipboardData: pasted, target } = event;
  if (event.defaultPrevented || pasted === null || (target instanceof HTMLElement && target.closest(takers) !== null)) return;
  const [files, text] = [[...pasted.files], pasted.getData('text/plain')];
  if (files.length > 0) void bringIn(pickedFiles(files));
  else if (text.trim() !== '') useIntake.getState().set({ isPasting: true, pasted: text });
  else return;
  event.preventDefault();
}

export function DropZone() {
  const { t } = useTranslation('sources');
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const stop = new AbortController();
    const on = (type: 'dragenter' | 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void): void =>
      window.addEventListener(type, (event) => hasFiles(event) && act(event), { signal: stop.signal });
    on('dragenter', () => {
      depth += 1;
      setOver(true);
    });
    on('dragleave', () => {
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    });
    on('dragover', (event) => event.preventDefault());
    on('drop', (event) => {
      event.preventDefault();
      depth = 0;
      setOver(false);
      if (event.dataTransfer !== null) void bringInDropped(event.dataTransfer);
    });
    window.addEventListener('paste', takePasted, { signal: stop.signal });
    return () => stop.abort();
  }, []);
  if (!isOver) return null;
  return (
    <div className="drop-zone" aria-hidden="true">
      <div>
        <IconFileImport size={28} stroke={1.4} />
        <p>{t('dropHere')}</p>
      </div>
    </div>
  );
}
