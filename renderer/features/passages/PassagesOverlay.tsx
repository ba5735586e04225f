import { NewerTextDialog } from './typing/NewerTextDialog.tsx';
import { TypeQuoteDialog } from './typing/TypeQuote.tsx';

/** Dialogs that words of a source are typed or pasted into. */
export function PassagesOverlay() {
  return (
    <>
      <NewerTextDialog />
      <TypeQuoteDialog />
    </>
  );
}
