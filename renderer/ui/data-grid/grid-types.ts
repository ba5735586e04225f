// What a view says about its grid. Rows are the view's own; the grid reads them through the columns only.
import type { ReactNode } from 'react';
import type { Filter, Sort } from '../../../shared/rpc.ts';

export type { Filter, Sort };

export interface GridOption {
  readonly value: string;
  readonly label: string;
}

export interface GridColumn<Row> {
  /** Field name for sort, filter and edits. */
  readonly id: string;
  readonly title: string;
  /** Keeps the title for screen readers only: for columns of marks. */
  readonly isTitleHidden?: boolean;
  readonly width: number;
  readonly minWidth?: number;
  /** Share of the room that is left; `width` is then the least useful width. */
  readonly flex?: number;
  readonly align?: 'left' | 'right' | 'center';
  readonly pinned?: 'left';
  /** 1 goes first when the grid is too narrow; columns without it stay. */
  readonly dropOrder?: number;
  /** Hidden until chosen. */
  readonly isOptional?: boolean;
  /** Plain text: shown, copied, and the tooltip where it is cut. */
  text(row: Row): string;
  /** The number in full that the text shows, as decimal text, for spreadsheets; undefined where it shows a range or words. */
  number?(row: Row): string | undefined;
  /** Drawn instead of the text. */
  render?(row: Row): ReactNode;
  /** What the editor starts with; `text` where it is left out. */
  editText?(row: Row): string;
  readonly isEditable?: boolean | ((row: Row) => boolean);
  /** Choices for the editor and the filter instead of free text. */
  readonly options?: readonly GridOption[];
  readonly isSortable?: boolean;
  readonly filter?: 'text' | 'number' | 'options' | 'none';
  cellClass?(row: Row): string;
  /** What a filter by this cell looks for, undefined for none; what the editor starts with where this is left out. */
  filterBy?(row: Row): { readonly type: 'equals' | 'contains'; readonly value: string } | undefined;
}

/** Where a menu was asked for: the cell, and the rows that actions on rows act on. */
export interface GridMenuTarget<Row> {
  readonly row: Row;
  readonly columnId: string;
  readonly rows: readonly Row[];
}

export interface GridWindow {
  readonly start: number;
  readonly count: number;
  readonly sort: Sort[];
  readonly filter: Filter[];
  /** Names where the rows stand that are shown: they stay there until the user sorts again. */
  readonly order?: string;
}

export interface GridPage<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
  /** Left out by a list that keeps its order anyway. */
  readonly isSorted?: boolean;
}

/** What a view answers to an edit that it did not make, so that the cell shows again what is stored. */
export const leftAsItWas = Symbol('left as it was');

export interface CellChange<Row> {
  readonly row: Row;
  readonly columnId: string;
  /** As typed; null empties the cell. */
  readonly value: string | null;
}

export interface PastedBlock<Row> {
  readonly cells: readonly CellChange<Row>[];
  /** Cells of the block that fell on columns or rows that cannot be edited. */
  readonly skipped: number;
  readonly reason: 'paste' | 'clear' | 'fill' | 'replace';
}

export interface GridGrouping<Row> {
  /** Field by which the rows must be sorted to be grouped. */
  readonly sortField: string;
  key(row: Row): string;
  label(row: Row): string;
  detail?(row: Row): string;
  /** The same of all its rows: subtotals. */
  detailOf?(rows: readonly Row[]): string;
  /** Column that repeats the group's name; shown only while the list is too long to be grouped. */
  readonly columnId: string;
}

/** A part of what is said of a selection: "Sum 2.1m units", or a note alone. */
export interface SelectionPart {
  readonly label?: string;
  readonly value?: string;
  readonly note?: string;
}

export type GridItem<Row> =
  | { readonly type: 'row'; readonly id: string; readonly row: Row }
  | { readonly type: 'group'; readonly id: string; readonly label: string; readonly detail: string; readonly count: number };
