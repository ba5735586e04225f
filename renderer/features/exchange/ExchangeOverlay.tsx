import { DroppedDialog } from './DroppedDialog.tsx';
import { OutDialog } from './OutDialog.tsx';
import './exchange.css';

/** The dialogs of handing over and taking in. */
export function ExchangeOverlay() {
  return (
    <>
      <DroppedDialog />
      <OutDialog />
    </>
  );
}
