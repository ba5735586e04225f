import type { ReactNode } from 'react';
import type { MenuGroup } from '../menu/menu-model.ts';
import type { RangeBounds } from './cell-range.ts';
import type { CellChange, GridColumn, GridGrouping, GridMenuTarget, GridPage, GridWindow, PastedBlock, SelectionPart, Sort } from './grid-types.ts';

export interface DataGridProps<Row> {
  readonly ariaLabel: string;
  readonly columns: readonly GridColumn<Row>[];
  /** Reads a window; `sort` and `filter` name column ids. Must be stable while it reads the same list. */
  load(window: GridWindow): Promise<GridPage<Row>>;
  rowId(row: Row): string;
  /** Anything that changes when rows may have changed: `useRevision()` of the bridge. */
  readonly revision?: unknown;
  readonly grouping?: GridGrouping<Row>;
  readonly initialSort?: Sort;
  /** Row that is drawn as selected. */
  readonly selectedId?: string | undefined;
  /** The row that has the focus, by pointer or keys. */
  onSelect?(row: Row, columnId: string): void;
  /** Enter on a cell that cannot be edited, Ctrl+Enter or O on any, double click. */
  onOpen?(row: Row, columnId: string): void;
  /** The same keys where a block of cells is selected. */
  onOpenBlock?(block: RangeBounds): void;
  /** The block of cells under pointer or Shift+arrows, as it changes; undefined for a single cell. */
  onBlock?(block: RangeBounds | undefined): void;
  /** Cells to go to and to select; another object goes there again. */
  readonly shownBlock?: RangeBounds | undefined;
  /** While true the focus stays where it is, in a find bar say, though cells are shown; once it is false again they get it. */
  readonly keepsFocus?: boolean;
  /** What a rejection of `load`, `onCellEdit` or `onPasteBlock` says. */
  errorWords(error: unknown): string;
  /** A rejection is shown at the cell, and what was typed stays at hand. */
  onCellEdit?(change: CellChange<Row>): Promise<unknown>;
  /** Paste, clear (Delete) and fill down (Ctrl+D): one call for the whole block. */
  onPasteBlock?(block: PastedBlock<Row>): Promise<unknown>;
  /** Columns that go with a copied block where it lacks them, for whoever pastes it elsewhere: subject, unit, source. */
  readonly copiedWith?: readonly GridColumn<Row>[];
  /** What the menu of a cell offers of the view's own, before what every grid offers. */
  menuOf?(target: GridMenuTarget<Row>): readonly MenuGroup[];
  /** Tools for several chosen rows, in place of `actions`. Rows can be chosen where these are given. */
  chosenActions?(rowsAtHand: () => Promise<readonly Row[]>): ReactNode;
  /** Words for the number of chosen rows. */
  chosenText?(rows: number): string;
  /** Ctrl+Delete on the chosen rows, or those of the range. */
  onRemove?(rows: readonly Row[]): void;
  /** Left in the toolbar, before the filter. */
  readonly actions?: ReactNode;
  /** Right in the toolbar, after the column chooser. */
  readonly trailing?: ReactNode;
  /** Words for the number of rows: `(61, true) => "61 figures match"`. */
  countText?(rows: number, isFiltered: boolean): string;
  /** Shown where the list itself is empty. */
  readonly empty?: ReactNode;
  readonly keptColumns?: { readonly value: string | null | undefined; set(value: string | null): void };
  rowClass?(row: Row): string;
  /** Ctrl+F finds words in the cells, or replaces them as well, as one block; left out by a view with a find bar of its own. */
  readonly finds?: 'words' | 'andReplaces';
  /** What is said of selected rows and columns beside their number: sums, or why there are none. Must be stable. */
  summaryOf?(rows: readonly Row[], columnIds: readonly string[]): readonly SelectionPart[];
}
