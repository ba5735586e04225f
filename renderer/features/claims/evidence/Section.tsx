import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface SectionProps {
  readonly title: string;
  readonly count?: number;
  readonly trailing?: ReactNode;
  readonly children: ReactNode;
}

/** One part of Evidence; the order of the parts is always the same. */
export function Section({ title, count, trailing, children }: SectionProps) {
  const { i18n } = useTranslation();
  return (
    <section className="evidence-section" aria-label={title}>
      <h3>
        <span>{title}</span>
        {count === undefined ? null : <em>{new Intl.NumberFormat(i18n.language).format(count)}</em>}
        <span className="grow" />
        {trailing}
      </h3>
      {children}
    </section>
  );
}
