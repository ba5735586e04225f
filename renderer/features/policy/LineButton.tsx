import type { Icon } from '@tabler/icons-react';

export interface LineButtonProps {
  readonly icon: Icon;
  /** Name and tooltip. */
  readonly label: string;
  readonly size?: number;
  readonly isDisabled?: boolean;
  onRun(): void;
}

/** An icon at the end of a line that does something to it. */
export function LineButton({ icon: LineIcon, label, size = 12, isDisabled, onRun }: LineButtonProps) {
  return (
    <button type="button" className="icon-button" disabled={isDisabled} aria-label={label} title={label} onClick={onRun}>
      <LineIcon size={size} stroke={1.8} aria-hidden />
    </button>
  );
}
