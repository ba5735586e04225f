import type { ReactNode } from 'react';

export interface CardProps {
  readonly title: string;
  readonly hint?: string;
  readonly legend?: ReactNode;
  readonly children: ReactNode;
}

export function Card({ title, hint, legend, children }: CardProps) {
  return (
    <section className="scenario-card" aria-label={title}>
      <header>
        <h3>{title}</h3>
        {hint === undefined ? null : <span className="muted">{hint}</span>}
        <span className="grow" />
        {legend}
      </header>
      {children}
    </section>
  );
}
