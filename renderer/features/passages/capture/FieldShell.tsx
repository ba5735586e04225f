import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';

export interface ControlProps {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

export interface FieldShellProps {
  readonly label: string;
  readonly span: number;
  /** Why the field was filled. */
  readonly inferred?: string | undefined;
  readonly hint?: ReactNode;
  /** Key of the catalogue, or a sentence. */
  readonly error?: string | undefined;
  children(control: ControlProps): ReactNode;
}

/** Label, what the value was inferred from, the control, a hint, and what is wrong with it. */
export function FieldShell({ label, span, inferred, hint, error, children }: FieldShellProps) {
  const { t } = useTranslation('passages');
  const id = useId();
  const notes = [inferred === undefined ? '' : `${id}-why`, hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`]
    .filter(Boolean)
    .join(' ');
  return (
    <div className="capture-field" data-span={span} data-error={error === undefined ? undefined : ''}>
      <div className="capture-label">
        <label htmlFor={id}>{label}</label>
        {inferred === undefined ? null : (
          <span id={`${id}-why`} className="cut" title={inferred}>
            {inferred}
          </span>
        )}
      </div>
      {children({ id, 'aria-invalid': error !== undefined, 'aria-describedby': notes === '' ? undefined : notes })}
      {hint === undefined ? null : (
        <div id={`${id}-hint`} className="capture-hint">
          {hint}
        </div>
      )}
      {error === undefined ? null : (
        <div id={`${id}-error`} className="capture-error" role="alert">
          {error.startsWith('error.') ? t(`capture.${error}`) : error}
        </div>
      )}
    </div>
  );
}
