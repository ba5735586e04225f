import type { Icon } from '@tabler/icons-react';

export interface EmptyStateProps {
  readonly icon?: Icon;
  /** One sentence that teaches what belongs here. */
  readonly text: string;
  /** One button. */
  readonly action?: { readonly label: string; run(): void };
}

export function EmptyState({ icon: StateIcon, text, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      {StateIcon === undefined ? null : <StateIcon size={28} stroke={1.4} aria-hidden />}
      <p>{text}</p>
      {action === undefined ? null : (
        <button type="button" className="button" data-primary="" onClick={action.run}>
          {action.label}
        </button>
      )}
    </div>
  );
}
