// What is typed of a panel, and the record that it makes.
import type { By, Finding, Form, SeriesName, Strand, Transform } from '../../../shared/features/boards/model.ts';
import type { Described, DescribedPanel, ListedPanel } from './use-boards.ts';

export const shownForms = ['line', 'step', 'bars', 'stacked', 'share', 'scatter', 'multiples'] as const satisfies readonly Form[];

export interface FindingForm {
  readonly is: Finding['is'];
  /** Key of the series. */
  readonly series: string;
  readonly from: string;
  readonly to: string;
  readonly by: '' | 'times' | 'percent' | 'points' | 'absolute';
  readonly how: 'about' | 'over' | 'under' | 'at_least' | 'at_most';
  readonly n: string;
}

/** Those that a form can make; others are kept as they are. */
export const typedFindings = ['rose', 'fell', 'peaked', 'bottomed', 'above', 'below'] as const satisfies readonly Finding['is'][];

export interface PanelForm {
  readonly name: string;
  readonly title: string;
  /** Keys of the series. */
  readonly series: readonly string[];
  readonly form: Form;
  readonly values: 'values' | 'index' | 'prior' | 'year';
  readonly base: string;
  readonly events: readonly string[];
  readonly isLog: boolean;
  readonly bridge: boolean;
  readonly known: string;
  readonly from: string;
  readonly to: string;
  readonly second: readonly string[];
  readonly why: string;
  readonly findings: readonly FindingForm[];
}

export const emptyFinding: FindingForm = { is: 'rose', series: '', from: '', to: '', by: '', how: 'about', n: '' };

export function keyOfSeries({ measure, subject, area, counterpart, basis, unit, change }: SeriesName): string {
  return JSON.stringify({ measure, subject, area, counterpart, basis, unit, change });
}

export function seriesOfKey(key: string): SeriesName {
  return JSON.parse(key) as SeriesName;
}

export function formOf(panel: ListedPanel | undefined): PanelForm {
  const strands = panel?.strands ?? [];
  const plain = (strand: Strand | undefined) => (strand !== undefined && 'measure' in strand ? keyOfSeries(strand) : undefined);
  return {
    name: panel?.name ?? '',
    title: panel?.title ?? '',
    series: strands.flatMap((strand) => plain(strand) ?? []),
    form: panel?.form ?? 'line',
    values: valuesOf(panel?.transform ?? null),
    base: panel?.transform?.of === 'index' ? panel.transform.base : '',
    events: panel?.events.map(({ thing }) => thing) ?? [],
    isLog: panel?.y?.log === true,
    bridge: panel?.bridge ?? false,
    known: panel?.known ?? '',
    from: panel?.first ?? '',
    to: panel?.last ?? '',
    second: panel?.second?.strands.flatMap((index) => plain(strands[index]) ?? []) ?? [],
    why: panel?.second?.why ?? '',
    findings: panel?.findings.flatMap((finding) => findingFormOf(finding) ?? []) ?? [],
  };
}

function valuesOf(transform: Transform | null): PanelForm['values'] {
  return transform === null ? 'values' : transform.of === 'index' ? 'index' : transform.on;
}

/** Undefined for one that says more than the form can. */
function findingFormOf(finding: Finding): FindingForm | undefined {
  if (finding.when != null) return undefined;
  switch (finding.is) {
    case 'rose':
    case 'fell':
      return {
        ...emptyFinding,
        is: finding.is,
        series: keyOfSeries(finding.of),
        from: finding.from,
        to: finding.to,
        ...byOf(finding.by ?? undefined),
      };
    case 'peaked':
    case 'bottomed':
      return { ...emptyFinding, is: finding.is, series: keyOfSeries(finding.of), to: finding.in };
    case 'above':
    case 'below':
      if (!('of' in finding.figure) || typeof finding.than !== 'number' || finding.figure.class != null) return undefined;
      return { ...emptyFinding, is: finding.is, series: keyOfSeries(finding.figure.of), to: finding.figure.at, n: String(finding.than) };
    default:
      return undefined;
  }
}

function byOf(by: By | undefined): Partial<FindingForm> {
  if (by === undefined) return {};
  const kind = (['times', 'percent', 'points', 'absolute'] as const).find((one) => one in by)!;
  return { by: kind, how: by.how, n: String((by as Readonly<Record<string, unknown>>)[kind]) };
}

/** Findings that the form cannot show stay as they are. */
export function keptFindings(panel: ListedPanel | undefined): readonly Finding[] {
  return panel?.findings.filter((finding) => findingFormOf(finding) === undefined) ?? [];
}

function findingOf({ is, series, from, to, by, how, n }: FindingForm): Record<string, unknown> {
  const of = seriesOfKey(series);
  switch (is) {
    case 'peaked':
    case 'bottomed':
      return { is, of, in: to };
    case 'above':
    case 'below':
      return { is, figure: { of, at: to }, than: Number(n) };
    default:
      return { is, of, from, to, ...(by === '' ? {} : { by: { [by]: Number(n), how } }) };
  }
}

export function describedBy(form: PanelForm, board: string, panel: ListedPanel | undefined): Described {
  const text = (typed: string) => (typed.trim() === '' ? null : typed.trim());
  const strands = form.series.map(seriesOfKey);
  const others = panel?.strands.filter((strand) => !('measure' in strand)) ?? [];
  const tracks = new Map(panel?.events.map((one) => [one.thing, one.tracks]));
  const second = form.second.map((key) => form.series.indexOf(key)).filter((index) => index >= 0);
  return {
    record: 'panel',
    ...(panel === undefined ? {} : { id: panel.id }),
    board,
    name: form.name.trim() === '' ? form.title.trim().slice(0, 200) : form.name.trim(),
    title: form.title.trim(),
    strands: [...strands, ...others] as NonNullable<DescribedPanel['strands']>,
    form: form.form,
    transform: transformOf(form),
    y: form.isLog ? { ...panel?.y, log: true } : panel?.y == null ? null : { ...panel.y, log: false },
    second: second.length === 0 ? null : { strands: second, why: form.why.trim() },
    events: form.events.map((thing) => ({ thing, tracks: tracks.get(thing) ?? ['force', 'draft', 'pause'] })),
    bridge: form.bridge,
    known: text(form.known),
    from: text(form.from),
    to: text(form.to),
    findings: [...form.findings.filter(({ series }) => series !== '').map(findingOf), ...keptFindings(panel)] as NonNullable<
      DescribedPanel['findings']
    >,
  };
}

function transformOf({ values, base }: PanelForm): Transform | null {
  if (values === 'values') return null;
  return values === 'index' ? { of: 'index', base: base.trim() } : { of: 'change', on: values };
}
