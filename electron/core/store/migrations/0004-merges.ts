// What a merge took in. An edit of another copy is known here while its merge stands; an alias is the id under which a record
// that was united with another is still found. Released: never edited again.
export const mergesMigration = `
CREATE TABLE merge (
  edit INTEGER PRIMARY KEY REFERENCES edit (seq),
  facts TEXT NOT NULL,
  crc INTEGER NOT NULL
) STRICT;
CREATE TABLE taken_edit (
  id BLOB NOT NULL,
  merge INTEGER NOT NULL REFERENCES edit (seq),
  replica BLOB NOT NULL,
  clock INTEGER NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  author TEXT NOT NULL,
  label TEXT NOT NULL,
  crc INTEGER NOT NULL,
  PRIMARY KEY (id, merge)
) STRICT, WITHOUT ROWID;
CREATE INDEX taken_edit_merge ON taken_edit (merge);
CREATE TABLE alias (
  id BLOB NOT NULL,
  merge INTEGER NOT NULL REFERENCES edit (seq),
  stays BLOB NOT NULL,
  crc INTEGER NOT NULL,
  PRIMARY KEY (id, merge)
) STRICT, WITHOUT ROWID;
`;
