import { CellClaimDialog } from './capture/CellClaimDialog.tsx';
import { NewerTextDialog } from './typing/NewerTextDialog.tsx';
import { TypeQuoteDialog } from './typing/TypeQuote.tsx';

/** Dialogs that words of a source are typed or pasted into, and the form over a data set. */
export function PassagesOverlay() {
  return (
    <>
      <NewerTextDialog />
      <TypeQuoteDialog />
      <CellClaimDialog />
    </>
  );
}
