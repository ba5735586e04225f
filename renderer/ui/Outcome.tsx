import { IconArrowBackUp, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';

export interface OutcomeProps {
  readonly title: string;
  readonly counts: readonly { readonly label: string; readonly count: number }[];
  readonly note: string;
  /** Without `run` it cannot be taken back from here any more. */
  readonly undo: { readonly label: string; readonly run: (() => void) | undefined };
  readonly next: { readonly label: string; run(): void };
  /** What else there is to look at. */
  readonly children?: ReactNode;
}

/** What came of long work: in numbers, how to take it back, and where to look next. */
export function Outcome({ title, counts, note, undo, next, children }: OutcomeProps) {
  return (
    <div className="outcome">
      <IconCircleCheck size={28} stroke={1.4} aria-hidden />
      <h2 role="status">{title}</h2>
      <dl>
        {counts.map(({ label, count }) => (
          <div key={label}>
            <dd>{count.toLocaleString()}</dd>
            <dt>{label}</dt>
          </div>
        ))}
      </dl>
      {children}
      <p className="muted">{note}</p>
      <div className="outcome-actions">
        <button type="button" className="button" disabled={undo.run === undefined} onClick={undo.run}>
          <IconArrowBackUp size={14} stroke={1.8} aria-hidden /> {undo.label}
        </button>
        <button type="button" className="button" data-primary="" onClick={next.run}>
          {next.label}
        </button>
      </div>
    </div>
  );
}
