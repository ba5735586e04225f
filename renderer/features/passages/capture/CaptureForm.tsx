// The form beside the text, or at its foot where there is no room beside it: filled from the text, the least sure field first, Enter captures.
import { IconCornerDownLeft, IconX } from '@tabler/icons-react';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../../../shared/errors.ts';
import { claimKinds, type PassageInput } from '../../../../shared/features/claims/model.ts';
import { errorWords, notify, reasonForChange, useCommand } from '../../../bridge/index.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { AlreadyHere } from './AlreadyHere.tsx';
import { CaptureFields } from './CaptureFields.tsx';
import { claimOf, type FieldErrors } from './claim-of-values.ts';
import type { CaptureTarget, KeptDraft } from './drafts.ts';
import { KindTabs } from './KindTabs.tsx';
import { SeriesLine } from './SeriesLine.tsx';
import { serverErrors } from './server-errors.ts';
import { useDraft } from './use-draft.ts';
import { firstNearKey, partsOf, useSeriesFor } from './use-series-for.ts';
import './capture.css';

export interface CaptureFormProps {
  readonly sourceId: string;
  readonly target: CaptureTarget;
  /** The passage to be stored with the claim. */
  readonly passage: PassageInput;
  /** Words before the passage, for the eye. */
  readonly before: string;
  /** "3 of 5 left", or empty. */
  readonly progress: string;
  readonly kept: KeptDraft | undefined;
  keep(draft: KeptDraft): void;
  drop(target: CaptureTarget): void;
  onCaptured(claimId: string): void;
  onLeave(): void;
  onSkip: (() => void) | undefined;
  onSetAside: (() => void) | undefined;
}

export function CaptureForm(props: CaptureFormProps) {
  const { target, passage, before, progress, onCaptured, onLeave, onSkip, onSetAside } = props;
  const { t } = useTranslation(['passages', 'ui']);
  const draft = useDraft(props);
  const capture = useCommand('claims.capture', { isQuiet: true });
  const replace = useCommand('claims.replace', { isQuiet: true });
  const [errors, setErrors] = useState<FieldErrors>({});
  const form = useRef<HTMLFormElement>(null);
  const { part, kind } = draft;
  const isEdit = target.claimId !== undefined;
  const standing = useSeriesFor(isEdit ? undefined : part?.values);
  useFocusOnOpen(form, part?.unsure ?? undefined, `${target.claimId ?? ''}${target.start}-${target.end}-${kind}-${part === undefined}`);

  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (part === undefined || capture.isRunning || replace.isRunning) return;
    const values = part.values.original === '' ? { ...part.values, original: passage.exact } : part.values;
    const made = claimOf(values, part.base, isEdit ? undefined : passage);
    if ('errors' in made) return fail(made.errors);
    try {
      const id = await store(made.claim);
      if (id !== undefined) onCaptured(id);
    } catch (error) {
      fail(error instanceof AppError ? serverErrors(error) : { form: String(error) });
    }
  };

  /** Replacing a claim leaves its passages as they are. Undefined where it was left as it was. */
  const store = async (claim: Extract<ReturnType<typeof claimOf>, { claim: unknown }>['claim']): Promise<string | undefined> => {
    if (target.claimId !== undefined) {
      const said = await reasonForChange({ claims: [{ id: target.claimId, claim }] });
      if (said !== undefined) await replace.run({ id: target.claimId, claim, ...said });
      return said === undefined ? undefined : target.claimId;
    }
    const { claims } = await capture.run({ claims: [claim] });
    const stored = claims[0];
    if (stored?.duplicateOf != null) notify({ tone: 'info', text: t('capture.duplicate') });
    return stored?.duplicateOf ?? stored?.id ?? '';
  };

  const fail = (found: FieldErrors) => {
    setErrors(found);
    const first = Object.keys(found)[0];
    if (first !== undefined) form.current?.querySelector<HTMLElement>(`[data-field="${first}"]`)?.focus();
  };

  const nearAt = (code: string) => (/^Digit\d$/.test(code) ? standing?.near[Number(code.slice(5)) - firstNearKey] : undefined);

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.altKey && /^Digit[1-3]$/.test(event.code)) {
      event.preventDefault();
      draft.setKind(claimKinds[Number(event.code.slice(5)) - 1]!);
    } else if (event.altKey && nearAt(event.code) !== undefined) {
      event.preventDefault();
      draft.change(partsOf(nearAt(event.code)!));
    } else if (event.altKey && event.code === 'KeyN' && onSkip !== undefined) {
      event.preventDefault();
      onSkip();
    } else if (event.altKey && event.code === 'KeyX' && onSetAside !== undefined) {
      event.preventDefault();
      onSetAside();
    } else if (event.key === 'Escape' && !event.defaultPrevented && !isListOpen(event.target)) {
      event.preventDefault();
      event.stopPropagation();
      onLeave();
    } else if (isCaptureKey(event)) {
      event.preventDefault();
      void submit();
    }
  };

  const title = t(isEdit ? 'capture.titleEdit' : 'capture.title', { kind: t(`ui:kind.${kind}`) });
  return (
    <form className="capture" data-draft="" data-alt-keys="" ref={form} aria-label={title} noValidate onSubmit={submit} onKeyDown={onKeyDown}>
      <header className="capture-head">
        <KindTabs kind={kind} onChange={draft.setKind} isFixed={isEdit} />
        <span className="grow" />
        {draft.isRestored ? (
          <span className="capture-restored">
            {t('capture.restored')}
            <button type="button" className="link-button" onClick={draft.startOver}>
              {t('capture.startOver')}
            </button>
          </span>
        ) : (
          <span className="muted">{progress}</span>
        )}
        <button type="button" className="tool" aria-label={t('capture.leave')} title={t('capture.leave')} onClick={onLeave}>
          <IconX size={14} aria-hidden />
        </button>
      </header>
      <p className="capture-words source-words">
        <span>{before}</span>
        <mark>{passage.exact}</mark>
      </p>
      {draft.error === undefined ? null : <ErrorNotice message={errorWords(draft.error)} />}
      {part === undefined ? (
        <div className="capture-scroll" aria-busy={draft.error === undefined} />
      ) : (
        <CaptureFields key={kind} part={part} errors={errors} onChange={draft.change} />
      )}
      {errors.form === undefined ? null : (
        <p className="capture-error" role="alert">
          {errors.form}
        </p>
      )}
      {standing === undefined ? null : <SeriesLine standing={standing} onTake={(series) => draft.change(partsOf(series))} />}
      {part === undefined || isEdit ? null : <AlreadyHere values={part.values} />}
      <footer className="capture-foot">
        <span className="grow" />
        {onSetAside === undefined ? null : (
          <button type="button" className="tool" onClick={onSetAside}>
            {t('reader.setAside')}
            <Kbd>Alt X</Kbd>
          </button>
        )}
        {onSkip === undefined ? null : (
          <button type="button" className="tool" onClick={onSkip}>
            {t('capture.skip')}
            <Kbd>Alt N</Kbd>
          </button>
        )}
        <button type="submit" className="button" data-primary="" disabled={part === undefined || capture.isRunning || replace.isRunning}>
          {t(isEdit ? 'capture.save' : 'capture.capture')}
          <Kbd>
            <IconCornerDownLeft size={12} aria-label="Enter" />
          </Kbd>
        </button>
      </footer>
    </form>
  );
}

/** Enter captures from any field; in a long text it needs Ctrl, and an open list of terms takes it first. */
function isCaptureKey(event: KeyboardEvent<HTMLFormElement>): boolean {
  if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing) return false;
  const target = event.target as HTMLElement;
  if (target instanceof HTMLButtonElement) return false;
  return event.ctrlKey || event.metaKey || !(target instanceof HTMLTextAreaElement);
}

function isListOpen(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.getAttribute('aria-expanded') === 'true';
}

/** The field that the text leaves least sure has the focus, else the first empty one, else the value. */
function useFocusOnOpen(form: { readonly current: HTMLFormElement | null }, unsure: string | undefined, opening: string): void {
  const done = useRef('');
  useEffect(() => {
    if (done.current === opening || opening.endsWith('true')) return;
    done.current = opening;
    const fields = [...(form.current?.querySelectorAll<HTMLInputElement>('[data-field]') ?? [])];
    const named = fields.find((field) => field.dataset['field'] === (unsure === 'magnitude' ? 'value' : unsure));
    const field =
      named ??
      fields.find((candidate) => ['measure', 'subject', 'actor', 'topic'].includes(candidate.dataset['field'] ?? '') && candidate.value === '') ??
      fields.find((candidate) => ['value', 'stage', 'gist'].includes(candidate.dataset['field'] ?? ''));
    field?.focus({ preventScroll: false });
    if (field instanceof HTMLInputElement) field.select();
  }, [form, unsure, opening]);
}
