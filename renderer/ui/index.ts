// The kit. Charts and the grid have entries of their own, so that a view loads only what it shows:
// `ui/chart/index.ts` and `ui/data-grid/index.ts`.

export { Dialog, type DialogProps } from './Dialog.tsx';
export { DiffersMark } from './DiffersMark.tsx';
export { dateText, dayText, momentText, spanText, timeText } from './dates.ts';
export { EmptyState, type EmptyStateProps } from './EmptyState.tsx';
export { ErrorBoundary } from './ErrorBoundary.tsx';
export { ErrorNotice, type ErrorNoticeProps } from './ErrorNotice.tsx';
export { FormDialog, type FormDialogProps } from './FormDialog.tsx';
export { FindBar, type FindBarProps } from './find/FindBar.tsx';
export { type Find, useFind } from './find/use-find.ts';
export { focusWhenDrawn } from './focus-when-drawn.ts';
export { Grade, type GradeProps } from './Grade.tsx';
export { Kbd } from './Kbd.tsx';
export { type ChipKind, KindChip } from './KindChip.tsx';
export { isPressed, type KeySpec } from './keys.ts';
export { Logo } from './Logo.tsx';
export { languageName } from './languages.ts';
export { Markdown } from './markdown/Markdown.tsx';
export { MarkdownField } from './markdown/MarkdownField.tsx';
export type { MenuAction, MenuChoices, MenuEntry, MenuGroup, MenuPlace, MenuRequest } from './menu/menu-model.ts';
export { closeMenu, isMenuKey, menuHandlers, openMenu, placeUnder } from './menu/menu-state.ts';
export { Outcome, type OutcomeProps } from './Outcome.tsx';
export { isPlainKey } from './plain-key.ts';
export { Reading } from './Reading.tsx';
export { type Segment, Segments, type SegmentsProps, segmentOffers } from './Segments.tsx';
export { type ObservationState, StateChip, StateMark } from './StateMark.tsx';
export { Tool, Toolbar, type ToolProps } from './Toolbar.tsx';
export { Value, type ValueProps, valueParts } from './Value.tsx';
export { valueText } from './value-text.ts';
