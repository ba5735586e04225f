import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Kbd } from './Kbd.tsx';

/** 36-px strip at the head of a view. `<span className="grow" />` pushes what follows to the right. */
export function Toolbar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="toolbar" role="toolbar" aria-label={label}>
      {children}
    </div>
  );
}

export interface ToolProps {
  readonly icon: Icon;
  readonly label: string;
  readonly keys?: string;
  /** Shows the icon alone; the label stays as name and tooltip. */
  readonly iconOnly?: boolean;
  /** At most one in a view. */
  readonly isPrimary?: boolean;
  readonly isPressed?: boolean;
  readonly isExpanded?: boolean;
  readonly isDisabled?: boolean;
  onRun?(): void;
}

/** A bare word with an icon and, where there is one, its key. */
export function Tool({ icon: ToolIcon, label, keys, iconOnly = false, isPrimary, isPressed, isExpanded, isDisabled, onRun, ...rest }: ToolProps) {
  return (
    <button
      {...rest}
      type="button"
      className="tool"
      data-primary={isPrimary === true ? '' : undefined}
      aria-label={iconOnly ? label : undefined}
      aria-pressed={isPressed}
      aria-expanded={isExpanded}
      title={iconOnly ? [label, keys].filter(Boolean).join('  ') : undefined}
      disabled={isDisabled}
      onClick={onRun}
    >
      <ToolIcon size={14} stroke={1.8} aria-hidden />
      {iconOnly ? null : <span className="tool-word">{label}</span>}
      {keys === undefined || iconOnly ? null : <Kbd>{keys}</Kbd>}
    </button>
  );
}
