/** Views that the rail opens, by the names that it shows. */
export const viewNames = [
  'Sources',
  'Figures',
  'Events',
  'Statements',
  'Actors',
  'Ledger',
  'Conflicts',
  'Instruments',
  'Timeline',
  'Charts',
  'Scenarios',
  'Boards',
  'Reports',
  'History',
] as const;
