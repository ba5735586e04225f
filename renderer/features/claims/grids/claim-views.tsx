import { IconCalendarEvent, IconNumber123, IconQuote } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ClaimGrid } from './ClaimGrid.tsx';
import { eventColumns } from './event-columns.tsx';
import { figureColumns, figureGrouping } from './figure-columns.tsx';
import { statementColumns, statementGrouping } from './statement-columns.tsx';

const byPeriod = { field: 'period', direction: 'asc' } as const;
const byActor = { field: 'actor', direction: 'asc' } as const;
const newestFirst = { field: 'period', direction: 'desc' } as const;

export function FiguresView() {
  const { t, i18n } = useTranslation('claims');
  const columns = useMemo(() => figureColumns(t, i18n.language), [t, i18n.language]);
  const grouping = useMemo(() => figureGrouping(t, i18n.language), [t, i18n.language]);
  return <ClaimGrid kind="figure" view="figures" icon={IconNumber123} columns={columns} grouping={grouping} initialSort={byPeriod} />;
}

export function EventsView() {
  const { t, i18n } = useTranslation('claims');
  const columns = useMemo(() => eventColumns(t, i18n.language), [t, i18n.language]);
  return <ClaimGrid kind="event" view="events" icon={IconCalendarEvent} columns={columns} initialSort={newestFirst} />;
}

export function StatementsView() {
  const { t, i18n } = useTranslation('claims');
  const columns = useMemo(() => statementColumns(t, i18n.language), [t, i18n.language]);
  return <ClaimGrid kind="statement" view="statements" icon={IconQuote} columns={columns} grouping={statementGrouping} initialSort={byActor} />;
}
