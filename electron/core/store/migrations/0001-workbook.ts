// The first format. Record tables are written only by an edit (their DDL is printed from `shared/records`); content, text_body and
// text_layout hold what is immutable under its hash; edit, change and run are the log; the tables after them are derived and can
// be made anew at any time. Released: never edited again.
export const workbookMigration = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE content (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
CREATE TABLE text_body (sha256 TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE text_layout (
  sha256 TEXT NOT NULL,
  text_sha256 TEXT NOT NULL,
  layout TEXT NOT NULL,
  crc INTEGER NOT NULL,
  PRIMARY KEY (sha256, text_sha256)
) STRICT;

CREATE TABLE text_sketch (
  text_sha256 TEXT PRIMARY KEY,
  runs INTEGER NOT NULL,
  hashes BLOB NOT NULL,
  crc INTEGER NOT NULL
) STRICT;

CREATE TABLE text_mentions (
  text_sha256 TEXT NOT NULL,
  published_on TEXT NOT NULL,
  language TEXT NOT NULL,
  finder INTEGER NOT NULL,
  figures INTEGER NOT NULL,
  dates INTEGER NOT NULL,
  packed_crc INTEGER NOT NULL,
  packed BLOB NOT NULL,
  crc INTEGER NOT NULL,
  PRIMARY KEY (text_sha256, published_on, language)
) STRICT;

CREATE TABLE source (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  born INTEGER NOT NULL,
  title TEXT,
  publisher TEXT,
  author TEXT,
  published_on TEXT,
  published_text TEXT,
  retrieved_on TEXT,
  url TEXT,
  language TEXT,
  media_type TEXT,
  kind TEXT NOT NULL,
  grade TEXT,
  grade_reason TEXT,
  copy_of BLOB,
  not_copy_of BLOB,
  note TEXT,
  file_name TEXT,
  sha256 TEXT,
  text_sha256 TEXT,
  size_bytes INTEGER NOT NULL,
  chars INTEGER NOT NULL,
  encoding TEXT,
  extractor TEXT,
  dropped TEXT,
  warnings TEXT,
  added_at TEXT,
  csl TEXT,
  crc INTEGER NOT NULL
) STRICT;
CREATE INDEX source_sha256 ON source (sha256);
CREATE INDEX source_text_sha256 ON source (text_sha256);
CREATE TABLE source_past (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  born INTEGER NOT NULL,
  title TEXT,
  publisher TEXT,
  author TEXT,
  published_on TEXT,
  published_text TEXT,
  retrieved_on TEXT,
  url TEXT,
  language TEXT,
  media_type TEXT,
  kind TEXT NOT NULL,
  grade TEXT,
  grade_reason TEXT,
  copy_of BLOB,
  not_copy_of BLOB,
  note TEXT,
  file_name TEXT,
  sha256 TEXT,
  text_sha256 TEXT,
  size_bytes INTEGER NOT NULL,
  chars INTEGER NOT NULL,
  encoding TEXT,
  extractor TEXT,
  dropped TEXT,
  warnings TEXT,
  added_at TEXT,
  csl TEXT,
  crc INTEGER NOT NULL,
  gone INTEGER NOT NULL
) STRICT;

CREATE TABLE passage (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  born INTEGER NOT NULL,
  source_id BLOB NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  exact TEXT,
  prefix TEXT,
  suffix TEXT,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  page INTEGER,
  sheet TEXT,
  cells TEXT,
  state TEXT,
  text_sha256 TEXT,
  score INTEGER,
  is_pending INTEGER,
  was TEXT,
  proposals TEXT,
  comment TEXT,
  tags TEXT,
  colour TEXT,
  motivation TEXT,
  crc INTEGER NOT NULL
) STRICT;
CREATE INDEX passage_source_id_start_end ON passage (source_id, start, end);
CREATE TABLE passage_past (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  born INTEGER NOT NULL,
  source_id BLOB NOT NULL,
  exact TEXT,
  prefix TEXT,
  suffix TEXT,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  page INTEGER,
  sheet TEXT,
  cells TEXT,
  state TEXT,
  text_sha256 TEXT,
  score INTEGER,
  is_pending INTEGER,
  was TEXT,
  proposals TEXT,
  comment TEXT,
  tags TEXT,
  colour TEXT,
  motivation TEXT,
  crc INTEGER NOT NULL,
  gone INTEGER NOT NULL
) STRICT;

CREATE TABLE annotation (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  born INTEGER NOT NULL,
  digest TEXT,
  content TEXT,
  passages BLOB,
  crc INTEGER NOT NULL
) STRICT;
CREATE INDEX annotation_digest ON annotation (digest);
CREATE TABLE annotation_past (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  born INTEGER NOT NULL,
  digest TEXT,
  content TEXT,
  passages BLOB,
  crc INTEGER NOT NULL,
  gone INTEGER NOT NULL
) STRICT;

CREATE TABLE claim (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  born INTEGER NOT NULL,
  kind TEXT NOT NULL,
  source_id BLOB REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  measure TEXT,
  subject TEXT,
  subject_type TEXT,
  area TEXT,
  counterpart TEXT,
  basis TEXT,
  period TEXT,
  period_basis TEXT,
  unit TEXT,
  multiplier INTEGER,
  change TEXT,
  status TEXT,
  vintage TEXT,
  condition TEXT,
  deadline TEXT,
  per TEXT,
  path TEXT,
  readings TEXT,
  stage TEXT,
  type TEXT,
  what TEXT,
  by TEXT,
  counterparties TEXT,
  cause TEXT,
  depth TEXT,
  sequence TEXT,
  actor TEXT,
  role TEXT,
  topic TEXT,
  stance TEXT,
  gist TEXT,
  original TEXT,
  said_by TEXT,
  via TEXT,
  made_on TEXT,
  made_on_basis TEXT,
  credibility INTEGER,
  hedge TEXT,
  note TEXT,
  tags TEXT,
  rank TEXT,
  rank_reason TEXT,
  passages BLOB,
  low TEXT,
  high TEXT,
  qualifier TEXT,
  crc INTEGER NOT NULL
) STRICT;
CREATE INDEX claim_source_id ON claim (source_id);
CREATE TABLE claim_past (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  born INTEGER NOT NULL,
  kind TEXT NOT NULL,
  source_id BLOB,
  measure TEXT,
  subject TEXT,
  subject_type TEXT,
  area TEXT,
  counterpart TEXT,
  basis TEXT,
  period TEXT,
  period_basis TEXT,
  unit TEXT,
  multiplier INTEGER,
  change TEXT,
  status TEXT,
  vintage TEXT,
  condition TEXT,
  deadline TEXT,
  per TEXT,
  path TEXT,
  readings TEXT,
  stage TEXT,
  type TEXT,
  what TEXT,
  by TEXT,
  counterparties TEXT,
  cause TEXT,
  depth TEXT,
  sequence TEXT,
  actor TEXT,
  role TEXT,
  topic TEXT,
  stance TEXT,
  gist TEXT,
  original TEXT,
  said_by TEXT,
  via TEXT,
  made_on TEXT,
  made_on_basis TEXT,
  credibility INTEGER,
  hedge TEXT,
  note TEXT,
  tags TEXT,
  rank TEXT,
  rank_reason TEXT,
  passages BLOB,
  low TEXT,
  high TEXT,
  qualifier TEXT,
  crc INTEGER NOT NULL,
  gone INTEGER NOT NULL
) STRICT;

CREATE TABLE verdict (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  born INTEGER NOT NULL,
  observation TEXT NOT NULL,
  claim_id BLOB,
  reading INTEGER,
  own TEXT,
  reason TEXT,
  by TEXT,
  at TEXT,
  ground TEXT,
  crc INTEGER NOT NULL
) STRICT;
CREATE TABLE verdict_past (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  born INTEGER NOT NULL,
  observation TEXT NOT NULL,
  claim_id BLOB,
  reading INTEGER,
  own TEXT,
  reason TEXT,
  by TEXT,
  at TEXT,
  ground TEXT,
  crc INTEGER NOT NULL,
  gone INTEGER NOT NULL
) STRICT;

CREATE TABLE conflict_decision (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  born INTEGER NOT NULL,
  kind TEXT NOT NULL,
  outcome TEXT NOT NULL,
  claim_id BLOB,
  reason TEXT,
  by TEXT,
  at TEXT,
  ground TEXT,
  crc INTEGER NOT NULL
) STRICT;
CREATE TABLE conflict_decision_past (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  born INTEGER NOT NULL,
  kind TEXT NOT NULL,
  outcome TEXT NOT NULL,
  claim_id BLOB,
  reason TEXT,
  by TEXT,
  at TEXT,
  ground TEXT,
  crc INTEGER NOT NULL,
  gone INTEGER NOT NULL
) STRICT;

CREATE TABLE measure (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  born INTEGER NOT NULL,
  code TEXT,
  label TEXT,
  counts TEXT,
  family TEXT,
  unit TEXT,
  is_additive INTEGER,
  low TEXT,
  high TEXT,
  crc INTEGER NOT NULL
) STRICT;
CREATE TABLE measure_past (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  born INTEGER NOT NULL,
  code TEXT,
  label TEXT,
  counts TEXT,
  family TEXT,
  unit TEXT,
  is_additive INTEGER,
  low TEXT,
  high TEXT,
  crc INTEGER NOT NULL,
  gone INTEGER NOT NULL
) STRICT;

CREATE TABLE series_apart (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  born INTEGER NOT NULL,
  one TEXT NOT NULL,
  other TEXT NOT NULL,
  by TEXT,
  at TEXT,
  crc INTEGER NOT NULL
) STRICT;
CREATE TABLE series_apart_past (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  born INTEGER NOT NULL,
  one TEXT NOT NULL,
  other TEXT NOT NULL,
  by TEXT,
  at TEXT,
  crc INTEGER NOT NULL,
  gone INTEGER NOT NULL
) STRICT;

CREATE TABLE actor (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  born INTEGER NOT NULL,
  name TEXT,
  kind TEXT,
  aliases TEXT,
  roles TEXT,
  relations TEXT,
  note TEXT,
  crc INTEGER NOT NULL
) STRICT;
CREATE TABLE actor_past (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  born INTEGER NOT NULL,
  name TEXT,
  kind TEXT,
  aliases TEXT,
  roles TEXT,
  relations TEXT,
  note TEXT,
  crc INTEGER NOT NULL,
  gone INTEGER NOT NULL
) STRICT;

CREATE TABLE judgement (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  born INTEGER NOT NULL,
  one TEXT,
  other TEXT,
  outcome TEXT NOT NULL,
  reason TEXT,
  by TEXT,
  at TEXT,
  crc INTEGER NOT NULL
) STRICT;
CREATE TABLE judgement_past (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  born INTEGER NOT NULL,
  one TEXT,
  other TEXT,
  outcome TEXT NOT NULL,
  reason TEXT,
  by TEXT,
  at TEXT,
  crc INTEGER NOT NULL,
  gone INTEGER NOT NULL
) STRICT;

CREATE TABLE matrix (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  born INTEGER NOT NULL,
  question TEXT,
  claims BLOB,
  crc INTEGER NOT NULL
) STRICT;
CREATE TABLE matrix_past (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  born INTEGER NOT NULL,
  question TEXT,
  claims BLOB,
  crc INTEGER NOT NULL,
  gone INTEGER NOT NULL
) STRICT;

CREATE TABLE hypothesis (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  born INTEGER NOT NULL,
  matrix_id BLOB NOT NULL REFERENCES matrix (id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT,
  position INTEGER NOT NULL,
  crc INTEGER NOT NULL
) STRICT;
CREATE INDEX hypothesis_matrix_id ON hypothesis (matrix_id);
CREATE TABLE hypothesis_past (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  born INTEGER NOT NULL,
  matrix_id BLOB NOT NULL,
  text TEXT,
  position INTEGER NOT NULL,
  crc INTEGER NOT NULL,
  gone INTEGER NOT NULL
) STRICT;

CREATE TABLE mark (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  born INTEGER NOT NULL,
  hypothesis_id BLOB NOT NULL REFERENCES hypothesis (id) DEFERRABLE INITIALLY DEFERRED,
  claim_id BLOB NOT NULL,
  consistency TEXT NOT NULL,
  crc INTEGER NOT NULL
) STRICT;
CREATE INDEX mark_hypothesis_id ON mark (hypothesis_id);
CREATE TABLE mark_past (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  born INTEGER NOT NULL,
  hypothesis_id BLOB NOT NULL,
  claim_id BLOB NOT NULL,
  consistency TEXT NOT NULL,
  crc INTEGER NOT NULL,
  gone INTEGER NOT NULL
) STRICT;

CREATE TABLE formula_rule (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  born INTEGER NOT NULL,
  name TEXT,
  formula TEXT,
  unit TEXT,
  is_on INTEGER NOT NULL,
  crc INTEGER NOT NULL
) STRICT;
CREATE TABLE formula_rule_past (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  born INTEGER NOT NULL,
  name TEXT,
  formula TEXT,
  unit TEXT,
  is_on INTEGER NOT NULL,
  crc INTEGER NOT NULL,
  gone INTEGER NOT NULL
) STRICT;

CREATE TABLE check_rule (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  born INTEGER NOT NULL,
  is_on INTEGER NOT NULL,
  crc INTEGER NOT NULL
) STRICT;
CREATE TABLE check_rule_past (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  born INTEGER NOT NULL,
  is_on INTEGER NOT NULL,
  crc INTEGER NOT NULL,
  gone INTEGER NOT NULL
) STRICT;

CREATE TABLE aside (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  born INTEGER NOT NULL,
  source_id BLOB NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  crc INTEGER NOT NULL
) STRICT;
CREATE INDEX aside_source_id ON aside (source_id);
CREATE TABLE aside_past (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  born INTEGER NOT NULL,
  source_id BLOB NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  crc INTEGER NOT NULL,
  gone INTEGER NOT NULL
) STRICT;

CREATE TABLE edit (
  seq INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  replica BLOB NOT NULL,
  clock INTEGER NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo', 'merge', 'import', 'migrate')),
  author TEXT NOT NULL,
  label TEXT NOT NULL,
  parents BLOB NOT NULL,
  target INTEGER REFERENCES edit (seq),
  lines INTEGER NOT NULL,
  undone_by INTEGER REFERENCES edit (seq),
  crc INTEGER NOT NULL
) STRICT;
CREATE INDEX edit_open ON edit (replica, undone_by, seq);
CREATE INDEX edit_target ON edit (target) WHERE target IS NOT NULL;

CREATE TABLE change (
  tab TEXT NOT NULL,
  n INTEGER NOT NULL,
  grp TEXT NOT NULL,
  edit INTEGER NOT NULL REFERENCES edit (seq) DEFERRABLE INITIALLY DEFERRED,
  stamp BLOB,
  old TEXT NOT NULL,
  after INTEGER NOT NULL,
  crc INTEGER NOT NULL,
  PRIMARY KEY (n, tab, grp, edit)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_edit ON change (edit);

CREATE TABLE run (
  edit INTEGER NOT NULL REFERENCES edit (seq) DEFERRABLE INITIALLY DEFERRED,
  tab TEXT NOT NULL,
  gone INTEGER NOT NULL CHECK (gone IN (0, 1)),
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  stamp BLOB,
  digest INTEGER NOT NULL,
  crc INTEGER NOT NULL,
  PRIMARY KEY (edit, tab, gone, first)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_index (
  claim INTEGER PRIMARY KEY,
  earliest TEXT,
  latest TEXT,
  sort_value REAL
) STRICT;
CREATE TABLE claim_passage (
  claim INTEGER NOT NULL,
  position INTEGER NOT NULL,
  passage INTEGER NOT NULL,
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_passage_passage ON claim_passage (passage);
CREATE TABLE claim_key (
  claim INTEGER NOT NULL,
  position INTEGER NOT NULL,
  key BLOB NOT NULL,
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_key_key ON claim_key (key);

CREATE TABLE search_chunk (
  id INTEGER PRIMARY KEY,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  point INTEGER NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search_index USING fts5 (words, pairs, content = '', contentless_delete = 1, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2");
-- Bytes that the index of one edit gathers before it writes: a long text is sorted once, not written and merged piece by piece.
INSERT INTO search_index (search_index, rank) VALUES ('hashsize', 16777216);
`;
