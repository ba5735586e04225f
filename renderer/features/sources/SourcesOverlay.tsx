import { DropZone } from './DropZone.tsx';
import { IntakeDialog } from './IntakeDialog.tsx';
import { PasteDialog } from './PasteDialog.tsx';
import { PreviewDialog } from './PreviewDialog.tsx';

/** What sources draw over the whole window: the drop target and the dialogs of bringing in. */
export function SourcesOverlay() {
  return (
    <>
      <DropZone />
      <PasteDialog />
      <PreviewDialog />
      <IntakeDialog />
    </>
  );
}
