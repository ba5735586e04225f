// The form that captures, over the page, while it is open.
import { useTranslation } from 'react-i18next';
import { CaptureForm } from '../capture/CaptureForm.tsx';
import type { DraftShelf } from '../capture/use-drafts.ts';
import { passageOf, wordsBefore } from './passage-words.ts';
import type { ReaderMarks, ReaderText } from './reader-document.ts';
import type { Capturing } from './use-capturing.ts';
import type { CurrentMention } from './use-current-mention.ts';

export interface CaptureSlotProps {
  readonly sourceId: string;
  readonly text: ReaderText | undefined;
  readonly marks: ReaderMarks | undefined;
  readonly shelf: DraftShelf;
  readonly current: CurrentMention;
  readonly capturing: Capturing;
}

export function CaptureSlot({ sourceId, text, marks, shelf, current, capturing }: CaptureSlotProps) {
  const { t, i18n } = useTranslation('passages');
  const { target, close, toggleAside, onCaptured } = capturing;
  if (target === undefined || text === undefined) return null;
  const open = marks?.coverage.open;
  const isMention = current.mention?.found.start === target.start;
  /** Leaves the form and goes on from the mention that it was open for. */
  const leaveAnd = (goOn: () => void) => () => {
    close();
    goOn();
  };
  return (
    <CaptureForm
      key={`${target.claimId ?? ''}${target.start}-${target.end}`}
      sourceId={sourceId}
      target={target}
      passage={passageOf(text, sourceId, target)}
      before={wordsBefore(text, target)}
      progress={
        open === undefined || target.claimId !== undefined
          ? ''
          : t('capture.left', { count: open, shown: new Intl.NumberFormat(i18n.language).format(open) })
      }
      kept={shelf.find(target)}
      keep={shelf.keep}
      drop={shelf.drop}
      onCaptured={onCaptured}
      onLeave={close}
      onSkip={isMention ? leaveAnd(() => current.step('next')) : undefined}
      onSetAside={isMention ? leaveAnd(() => void toggleAside()) : undefined}
    />
  );
}
