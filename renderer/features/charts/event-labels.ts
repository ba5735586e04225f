// Event lines and their labels in rows above the plot.
import { dayNumber } from '../../../shared/period/index.ts';
import type { PanelEvent } from './point-kinds.ts';

export interface PlacedEvent {
  readonly event: PanelEvent;
  readonly x: number;
  /** Where the date is uncertain: the line stands for the first day, the band for the days it may be. */
  readonly xLatest: number;
  /** Row from the plot upwards; undefined where the label has no room. */
  readonly row: number | undefined;
  readonly label: string;
  readonly align: 'left' | 'right';
  readonly isListing: boolean;
}

export interface EventRoom {
  x(day: number): number;
  readonly left: number;
  readonly right: number;
  readonly from: number;
  readonly to: number;
  readonly isNarrow: boolean;
  readonly mostRows: number;
}

const characterWidth = 6.2;
/** Characters to try, the longest first. */
const lengths = [44, 26, 14] as const;

export function placeEventLabels(events: readonly PanelEvent[], room: EventRoom): { readonly events: readonly PlacedEvent[]; readonly rows: number } {
  const rows: { from: number; to: number }[][] = [];
  const shown = uniqueEvents(events).filter(
    ({ earliest }) => earliest !== null && dayNumber(earliest) >= room.from && dayNumber(earliest) <= room.to,
  );
  const subjects = new Set(shown.map((event) => event.subject)).size;
  const starts = shown.map((event) => room.x(dayNumber(event.earliest!)));
  const placed = shown.map((event, index): PlacedEvent => {
    const day = dayNumber(event.earliest!);
    const x = starts[index]!;
    const latest = event.latest === null ? day : dayNumber(event.latest);
    const text = labelOf(event, subjects > 1);
    const spot = lengths
      .filter((length) => !room.isNarrow || length < 30)
      .flatMap((length) => (['left', 'right'] as const).map((align) => ({ label: cut(text, length), align })))
      .map(({ label, align }) => ({ label, align, ...spanOf(label, align, x) }))
      .find((one) => one.from >= room.left - 8 && one.to <= room.right + 14 && freeRow(rows, one, room.mostRows) !== undefined);
    const row = spot === undefined ? undefined : freeRow(rows, spot, room.mostRows);
    if (spot !== undefined && row !== undefined) {
      const taken = rows[row] ?? [];
      taken.push(spot);
      rows[row] = taken;
    }
    return {
      event,
      x,
      xLatest: room.x(Math.min(latest, room.to)),
      row,
      label: spot?.label ?? '',
      align: spot?.align ?? 'left',
      isListing: event.stage === 'listed' || event.stage === 'delisted',
    };
  });
  return { events: placed, rows: rows.length };
}

function spanOf(label: string, align: 'left' | 'right', x: number): { readonly from: number; readonly to: number } {
  const width = label.length * characterWidth + 8;
  return align === 'left' ? { from: x - 4, to: x - 4 + width } : { from: x + 4 - width, to: x + 4 };
}

function freeRow(
  rows: readonly (readonly { from: number; to: number }[])[],
  span: { readonly from: number; readonly to: number },
  mostRows: number,
): number | undefined {
  const free = rows.findIndex((row) => row.every((taken) => span.to <= taken.from || span.from >= taken.to));
  if (free >= 0) return free;
  return rows.length < mostRows ? rows.length : undefined;
}

/** Several claims of one event make one line. */
function uniqueEvents(events: readonly PanelEvent[]): readonly PanelEvent[] {
  const seen = new Set<string>();
  return events
    .filter((event) => {
      const key = `${event.subject}|${event.stage}|${event.earliest}`;
      return seen.has(key) ? false : seen.add(key);
    })
    .toSorted((a, b) => (a.earliest ?? '').localeCompare(b.earliest ?? ''));
}

function labelOf({ subject, label }: PanelEvent, withSubject: boolean): string {
  if (label === '') return subject;
  return withSubject ? `${subject}: ${label}` : label;
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}
