// Rows of imported tables, compact: what rows have in common lies once in a shape, as JSON without what is empty. `n` of a row
// counts over all imports, those of one stand together in the order of their cells. An exact value has its number in `low`
// alone, and no qualifier. Beside them sources of which the bytes or the text lie packed (zstd).
export const importsMigration = `
CREATE TABLE import_rows (
  import INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  first INTEGER NOT NULL,
  count INTEGER NOT NULL,
  crc INTEGER NOT NULL
) STRICT;
CREATE TABLE row_shape (
  n INTEGER PRIMARY KEY,
  import INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE TABLE row_period (
  n INTEGER PRIMARY KEY,
  period TEXT NOT NULL UNIQUE,
  earliest TEXT,
  latest TEXT
) STRICT;
CREATE TABLE table_row (
  n INTEGER PRIMARY KEY,
  place INTEGER NOT NULL,
  shape INTEGER NOT NULL,
  period INTEGER,
  low TEXT,
  high TEXT,
  qualifier TEXT,
  sort_value REAL
) STRICT;
CREATE TABLE packed (
  sha256 TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;
`;
