import type { ReactNode } from 'react';

export interface SectionProps {
  readonly title: string;
  readonly count?: number;
  readonly trailing?: ReactNode;
  readonly children: ReactNode;
}

/** One part of Evidence; the order of the parts is always the same. */
export function Section({ title, count, trailing, children }: SectionProps) {
  return (
    <section className="evidence-section" aria-label={title}>
      <h3>
        <span>{title}</span>
        {count === undefined ? null : <em>{count}</em>}
        <span className="grow" />
        {trailing}
      </h3>
      {children}
    </section>
  );
}
