// The drawing of a panel: days, numbers and claims. Nothing in it knows of a screen but the boxes of its labels.
import type { TimeSpan, ValueAxis } from './axis.ts';
import type { PanelProblem } from './checks.ts';
import type { EventLine, Shade } from './cycle-marks.ts';
import type { SourceNames } from './facts.ts';
import type { CheckedFinding, TitleState } from './findings.ts';
import type { Labels, PanelSize } from './layout.ts';
import type { PanelMark } from './marks.ts';
import type { Form, Stands, Strand } from './model.ts';
import type { NoteState } from './notes.ts';
import type { Hidden } from './parts.ts';
import type { Gap } from './placing.ts';
import type { Pair } from './scatter.ts';
import type { Total } from './stacks.ts';

export interface DrawnStrand {
  readonly key: Strand;
  readonly name: string;
  readonly state: 'drawn' | 'parted' | 'missing';
  readonly axis: 'first' | 'second';
  readonly unit: string | null;
  readonly marks: readonly PanelMark[];
  readonly gaps: readonly (Gap & { readonly bridged: boolean })[];
}

export interface DrawnNote {
  readonly id: string;
  readonly text: string;
  readonly state: NoteState;
  readonly at: Stands | null;
  readonly was: Stands | null;
  readonly is: Stands | null;
  readonly claims: readonly string[];
}

export interface LegendEntry {
  readonly role: PanelMark['role'];
  readonly class: PanelMark['class'];
}

export interface PanelDrawing {
  readonly title: string;
  readonly titleState: TitleState;
  readonly findings: readonly CheckedFinding[];
  readonly problems: readonly PanelProblem[];
  /** What the reader must be told while it stands: series joined for a reason, a second axis. */
  readonly warnings: readonly { readonly why: 'joined' | 'second'; readonly reason: string; readonly strands: readonly number[] }[];
  readonly form: Form;
  readonly y: ValueAxis;
  readonly second: ValueAxis | null;
  /** Of small multiples: the axis of each strand. */
  readonly multiples: readonly ValueAxis[];
  readonly span: TimeSpan;
  readonly size: PanelSize;
  readonly strands: readonly DrawnStrand[];
  readonly totals: readonly Total[];
  readonly rest: readonly Total[];
  readonly pairs: readonly Pair[];
  readonly unpaired: readonly string[];
  readonly lines: readonly EventLine[];
  readonly shades: readonly Shade[];
  readonly lanes: readonly string[];
  readonly notes: readonly DrawnNote[];
  readonly labels: Labels;
  readonly legend: readonly LegendEntry[];
  readonly sources: readonly SourceNames[];
  readonly hidden: readonly Hidden[];
  readonly sampled: { readonly of: number; readonly kept: number };
}
