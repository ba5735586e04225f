import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../bridge/index.ts';

export interface EvidenceButtonProps {
  readonly claims: readonly string[];
  readonly children: ReactNode;
  readonly className?: string;
  /** Where the words inside are cut or left out. */
  readonly label?: string;
  readonly style?: CSSProperties;
  readonly looks?: Readonly<Record<`data-${string}`, string | undefined>>;
}

/** Leads to the evidence of what it shows; pressed again, to that of the next claim. Without claims it is plain text. */
export function EvidenceButton({ claims, children, className = 'policy-evidence', label, style, looks }: EvidenceButtonProps) {
  const { t } = useTranslation('policy');
  const { selection, select, setEvidenceOpen } = useWorkspace();
  const at = selection.type === 'claim' ? claims.indexOf(selection.id) : -1;
  if (claims.length === 0)
    return (
      <span className={className} style={style} title={label} {...looks}>
        {children}
      </span>
    );
  const show = () => {
    setEvidenceOpen(true);
    select({ type: 'claim', id: claims[(at + 1) % claims.length]! });
  };
  const hint = t('evidence', { count: claims.length });
  return (
    <button
      type="button"
      className={className}
      style={style}
      aria-label={label}
      aria-pressed={at >= 0}
      title={label === undefined ? hint : `${label}\n${hint}`}
      onClick={show}
      {...looks}
    >
      {children}
    </button>
  );
}
