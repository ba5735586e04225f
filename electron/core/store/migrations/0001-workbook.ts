// The first workbook. Record tables (source, passage, claim, verdict, aside) are written only by an edit; content,
// text_body and text_layout hold what is immutable under its hash; the index tables are derived and can be rebuilt at any time.
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
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  publisher TEXT,
  author TEXT,
  published_on TEXT,
  retrieved_on TEXT,
  url TEXT,
  language TEXT,
  media_type TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('document', 'dataset')),
  grade TEXT CHECK (grade IN ('A', 'B', 'C', 'D', 'E', 'F')),
  grade_reason TEXT,
  copy_of TEXT,
  not_copy_of TEXT NOT NULL,
  note TEXT NOT NULL,
  file_name TEXT,
  sha256 TEXT NOT NULL REFERENCES content (sha256),
  text_sha256 TEXT NOT NULL REFERENCES text_body (sha256),
  size_bytes INTEGER NOT NULL,
  chars INTEGER NOT NULL,
  encoding TEXT,
  extractor TEXT NOT NULL,
  dropped TEXT NOT NULL,
  warnings TEXT NOT NULL,
  csl TEXT,
  added_at TEXT NOT NULL,
  crc INTEGER NOT NULL
) STRICT;
CREATE INDEX source_sha256 ON source (sha256);
CREATE INDEX source_text_sha256 ON source (text_sha256);

CREATE TABLE passage (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  page INTEGER,
  sheet TEXT,
  cells TEXT,
  state TEXT NOT NULL CHECK (state IN ('same', 'moved', 'changed', 'lost')),
  score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 100),
  is_pending INTEGER NOT NULL CHECK (is_pending IN (0, 1)),
  was TEXT,
  proposals TEXT NOT NULL,
  comment TEXT NOT NULL,
  tags TEXT NOT NULL,
  colour TEXT,
  motivation TEXT NOT NULL,
  crc INTEGER NOT NULL,
  CHECK (start >= 0 AND end > start)
) STRICT;
CREATE INDEX passage_place ON passage (source_id, start, end);

CREATE TABLE annotation (
  id TEXT PRIMARY KEY,
  digest TEXT NOT NULL,
  content TEXT NOT NULL,
  passages TEXT NOT NULL,
  crc INTEGER NOT NULL
) STRICT;
CREATE INDEX annotation_digest ON annotation (digest);

CREATE TABLE claim (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('figure', 'event', 'statement')),
  content_key TEXT NOT NULL,
  source_id TEXT REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  passages TEXT NOT NULL,
  measure TEXT,
  subject TEXT,
  subject_type TEXT,
  area TEXT NOT NULL,
  counterpart TEXT,
  basis TEXT NOT NULL,
  period TEXT,
  period_basis TEXT,
  low TEXT,
  high TEXT,
  qualifier TEXT,
  unit TEXT,
  multiplier INTEGER NOT NULL,
  change TEXT,
  status TEXT,
  vintage TEXT,
  condition TEXT,
  deadline TEXT NOT NULL,
  per TEXT,
  path TEXT,
  readings TEXT NOT NULL,
  stage TEXT,
  type TEXT,
  what TEXT NOT NULL,
  by TEXT NOT NULL,
  counterparties TEXT NOT NULL,
  cause TEXT,
  depth TEXT,
  sequence TEXT NOT NULL,
  actor TEXT,
  role TEXT,
  topic TEXT,
  stance TEXT,
  gist TEXT NOT NULL,
  original TEXT NOT NULL,
  said_by TEXT NOT NULL,
  via TEXT NOT NULL,
  made_on TEXT,
  made_on_basis TEXT,
  credibility INTEGER NOT NULL CHECK (credibility BETWEEN 1 AND 6),
  hedge TEXT NOT NULL,
  note TEXT NOT NULL,
  tags TEXT NOT NULL,
  rank TEXT NOT NULL CHECK (rank IN ('preferred', 'normal', 'deprecated')),
  rank_reason TEXT,
  crc INTEGER NOT NULL
) STRICT;
CREATE INDEX claim_kind ON claim (kind);
CREATE INDEX claim_source ON claim (source_id);
CREATE INDEX claim_content_key ON claim (content_key);

CREATE TABLE verdict (
  id TEXT PRIMARY KEY,
  observation_id TEXT NOT NULL,
  claim_id TEXT,
  reading INTEGER,
  own TEXT,
  reason TEXT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  basis TEXT NOT NULL,
  crc INTEGER NOT NULL
) STRICT;
CREATE INDEX verdict_observation ON verdict (observation_id);

CREATE TABLE conflict_decision (
  id TEXT PRIMARY KEY,
  group_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  outcome TEXT NOT NULL,
  claim_id TEXT,
  reason TEXT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  basis TEXT NOT NULL,
  crc INTEGER NOT NULL
) STRICT;
CREATE INDEX conflict_decision_group ON conflict_decision (group_id);

CREATE TABLE measure (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  label TEXT NOT NULL,
  counts TEXT NOT NULL,
  family TEXT,
  unit TEXT,
  is_additive INTEGER CHECK (is_additive IN (0, 1)),
  low TEXT,
  high TEXT,
  crc INTEGER NOT NULL
) STRICT;

CREATE TABLE series_apart (
  id TEXT PRIMARY KEY,
  one TEXT NOT NULL,
  other TEXT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  crc INTEGER NOT NULL
) STRICT;

CREATE TABLE actor (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT CHECK (kind IN ('company', 'brand', 'public_body', 'association', 'person', 'research_institute', 'media')),
  aliases TEXT NOT NULL,
  roles TEXT NOT NULL,
  relations TEXT NOT NULL,
  note TEXT NOT NULL,
  crc INTEGER NOT NULL
) STRICT;

CREATE TABLE judgement (
  id TEXT PRIMARY KEY,
  one TEXT NOT NULL,
  other TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('same', 'not_same', 'undecided')),
  reason TEXT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  crc INTEGER NOT NULL
) STRICT;

CREATE TABLE matrix (
  id TEXT PRIMARY KEY,
  question TEXT NOT NULL,
  claims TEXT NOT NULL,
  crc INTEGER NOT NULL
) STRICT;

CREATE TABLE hypothesis (
  id TEXT PRIMARY KEY,
  matrix_id TEXT NOT NULL REFERENCES matrix (id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL,
  position INTEGER NOT NULL,
  crc INTEGER NOT NULL
) STRICT;
CREATE INDEX hypothesis_matrix ON hypothesis (matrix_id);

CREATE TABLE mark (
  id TEXT PRIMARY KEY,
  hypothesis_id TEXT NOT NULL REFERENCES hypothesis (id) DEFERRABLE INITIALLY DEFERRED,
  claim_id TEXT NOT NULL,
  consistency TEXT NOT NULL CHECK (consistency IN ('CC', 'C', 'N', 'I', 'II')),
  crc INTEGER NOT NULL
) STRICT;
CREATE INDEX mark_hypothesis ON mark (hypothesis_id);

CREATE TABLE formula_rule (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  formula TEXT NOT NULL,
  unit TEXT NOT NULL,
  is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
  crc INTEGER NOT NULL
) STRICT;

CREATE TABLE check_rule (
  id TEXT PRIMARY KEY,
  is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
  crc INTEGER NOT NULL
) STRICT;

CREATE TABLE aside (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  crc INTEGER NOT NULL
) STRICT;
CREATE INDEX aside_source ON aside (source_id);

CREATE TABLE edit (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  author TEXT NOT NULL,
  at TEXT NOT NULL,
  clock TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  target INTEGER REFERENCES edit (seq),
  undone_by INTEGER REFERENCES edit (seq),
  changes INTEGER NOT NULL,
  crc INTEGER NOT NULL
) STRICT;
CREATE INDEX edit_open ON edit (kind, undone_by, seq);

CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  edit_seq INTEGER NOT NULL REFERENCES edit (seq),
  record_table TEXT NOT NULL,
  record_id TEXT NOT NULL,
  field TEXT NOT NULL,
  old TEXT,
  new TEXT,
  crc INTEGER NOT NULL
) STRICT;
CREATE INDEX change_edit ON change (edit_seq);
CREATE INDEX change_record ON change (record_id, field);

CREATE TABLE claim_index (
  claim_id TEXT PRIMARY KEY,
  earliest TEXT,
  latest TEXT,
  sort_value REAL
) STRICT, WITHOUT ROWID;
CREATE TABLE claim_passage (
  claim_id TEXT NOT NULL,
  passage_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (claim_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_passage_passage ON claim_passage (passage_id);

CREATE TABLE search_entry (
  id INTEGER PRIMARY KEY,
  place TEXT NOT NULL,
  record_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  source_id TEXT,
  kind TEXT,
  start INTEGER,
  end INTEGER,
  point INTEGER
) STRICT;
CREATE INDEX search_entry_owner ON search_entry (owner_id);
CREATE INDEX search_entry_source ON search_entry (source_id);
CREATE VIRTUAL TABLE search_index USING fts5 (words, pairs, content = '', contentless_delete = 1, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2");
-- Bytes that the index of one edit gathers before it writes: a long text is sorted once, not written and merged piece by piece.
INSERT INTO search_index (search_index, rank) VALUES ('hashsize', 16777216);
`;
