// Asks before something typed goes with the view that holds it.
import { useTranslation } from 'react-i18next';
import { type Unsaved, useLeaving } from '../../bridge/index.ts';
import { Dialog } from '../../ui/index.ts';

const mostShown = 3;
const longest = 160;

const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** Back to where the words were typed, once the dialog has given the focus back. */
function goBackTo(unsaved: readonly Unsaved[]): void {
  const [{ element } = { element: undefined }] = unsaved;
  const field = element?.matches('input, textarea, select') ? element : element?.querySelector<HTMLElement>('input, textarea, select');
  setTimeout(() => (field ?? element)?.focus());
}

export function LeaveDialog() {
  const { t } = useTranslation('app');
  const question = useLeaving((state) => state.question);
  const stay = () => {
    if (question === undefined) return;
    question.answer(false);
    goBackTo(question.unsaved);
  };
  const typed = (question?.unsaved ?? []).map(({ words }) => words.trim()).filter((words) => words !== '');
  return (
    <Dialog
      title={t('leave.title')}
      isOpen={question !== undefined}
      onClose={stay}
      size="small"
      actions={
        <>
          <button type="button" className="button" onClick={() => question?.answer(true)}>
            {t('leave.close')}
          </button>
          <button type="button" className="button" data-primary="" data-autofocus onClick={stay}>
            {t('leave.stay')}
          </button>
        </>
      }
    >
      <p>{t('leave.text')}</p>
      {typed.slice(0, mostShown).map((words) => (
        <blockquote key={words} className="leave-words">
          {cut(words)}
        </blockquote>
      ))}
    </Dialog>
  );
}
