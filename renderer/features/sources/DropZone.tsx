// Files may be dropped, or pasted, anywhere in the window.
import { IconFileImport } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { droppedFiles, pickedFiles } from './chosen-files.ts';
import { bringIn } from './intake.ts';
import './sources.css';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/** Files on the clipboard are brought in; text that is pasted into a field stays there. */
function pastedFiles(event: ClipboardEvent): readonly File[] {
  const isTyping = event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable="true"]') !== null;
  return isTyping ? [] : [...(event.clipboardData?.files ?? [])];
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
      if (event.dataTransfer !== null) void droppedFiles(event.dataTransfer).then(bringIn);
    });
    window.addEventListener(
      'paste',
      (event) => {
        const files = pastedFiles(event);
        if (files.length === 0) return;
        event.preventDefault();
        void bringIn(pickedFiles(files));
      },
      { signal: stop.signal },
    );
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
