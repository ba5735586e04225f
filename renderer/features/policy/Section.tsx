import type { ReactNode } from 'react';

export function Section({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className="policy-section" aria-label={title}>
      <h3>
        {title}
        {hint === undefined ? null : <span className="muted"> {hint}</span>}
      </h3>
      {children}
    </section>
  );
}
