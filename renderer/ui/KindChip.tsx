import { IconCalendarEvent, IconFileText, IconNumber123, IconQuote } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export type ChipKind = 'figure' | 'event' | 'statement' | 'source';

const icons = { figure: IconNumber123, event: IconCalendarEvent, statement: IconQuote, source: IconFileText } as const;

/** Icon and word in the kind's colour. `iconOnly` keeps the word for screen readers. */
export function KindChip({ kind, iconOnly = false }: { kind: ChipKind; iconOnly?: boolean }) {
  const { t } = useTranslation('ui');
  const KindIcon = icons[kind];
  const word = t(`kind.${kind}`);
  return (
    <span className="kind" data-kind={kind} title={iconOnly ? word : undefined}>
      <KindIcon size={14} stroke={1.8} aria-hidden />
      <span className={iconOnly ? 'visually-hidden' : undefined}>{word}</span>
    </span>
  );
}
