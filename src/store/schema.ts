/** "TDKT" in ASCII: how we know our own files from any other SQLite database. */
export const APPLICATION_ID = 0x54444b54;

/**
 * One entry per schema version, applied in order; `user_version` counts them. Decimals are TEXT (exact, never REAL);
 * dates are TEXT YYYY-MM-DD; Đạt/Không đạt is 'dat'/'khong-dat'; a cell that is not one number is JSON; unknown is
 * NULL, never 0. result.typed: cells as typed where reading leaves something out; result.cells: columns other than
 * those of the whole sheet (import.columns).
 */
export const MIGRATIONS: readonly string[] = [
  `
CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE import (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('sheet', 'hand')),
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  sheet TEXT,
  format TEXT NOT NULL,
  layout TEXT,
  encoding TEXT NOT NULL,
  delimiter TEXT,
  year INTEGER NOT NULL CHECK (year BETWEEN 1945 AND 2200),
  header_row INTEGER NOT NULL CHECK (header_row >= 1),
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  records INTEGER NOT NULL CHECK (records >= 0),
  inserted INTEGER NOT NULL CHECK (inserted >= 0),
  updated INTEGER NOT NULL CHECK (updated >= 0),
  unchanged INTEGER NOT NULL CHECK (unchanged >= 0),
  imported_at TEXT NOT NULL,
  undone_at TEXT
) STRICT;

-- What a row held before an import wrote it; image NULL: the row was not there. Undo puts these back and deletes them.
CREATE TABLE before_image (
  import_id INTEGER NOT NULL REFERENCES import (id),
  table_name TEXT NOT NULL,
  key TEXT NOT NULL CHECK (json_valid(key)),
  image TEXT CHECK (json_valid(image)),
  PRIMARY KEY (import_id, table_name, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX before_image_row ON before_image (table_name, key);

-- Columns of sheets whose headers a person mapped, by the shape of the header row.
CREATE TABLE header_shape (
  shape TEXT PRIMARY KEY,
  format TEXT NOT NULL,
  fields TEXT NOT NULL CHECK (json_valid(fields))
) STRICT, WITHOUT ROWID;

CREATE TABLE cluster (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('cum', 'khoi'))
) STRICT;

CREATE TABLE unit (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  key TEXT NOT NULL UNIQUE,
  code TEXT
) STRICT;

CREATE TABLE unit_alias (
  key TEXT PRIMARY KEY,
  alias TEXT NOT NULL,
  unit_id INTEGER NOT NULL REFERENCES unit (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE unit_year (
  year INTEGER NOT NULL,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  cluster_id INTEGER REFERENCES cluster (id),
  role TEXT CHECK (role IN ('head', 'deputy', 'member')),
  kind TEXT,
  level TEXT,
  headcount INTEGER CHECK (headcount >= 0),
  import_id INTEGER NOT NULL REFERENCES import (id),
  row INTEGER NOT NULL CHECK (row >= 1),
  PRIMARY KEY (year, unit_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  key TEXT NOT NULL UNIQUE,
  code TEXT,
  group_name TEXT,
  measure TEXT,
  direction TEXT NOT NULL CHECK (direction IN ('higher', 'lower', 'pass')),
  additive INTEGER CHECK (additive IN (0, 1)),
  import_id INTEGER NOT NULL REFERENCES import (id),
  row INTEGER NOT NULL CHECK (row >= 1)
) STRICT;

CREATE TABLE indicator_alias (
  key TEXT PRIMARY KEY,
  alias TEXT NOT NULL,
  indicator_id INTEGER NOT NULL REFERENCES indicator (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE result (
  year INTEGER NOT NULL,
  unit_id INTEGER NOT NULL,
  indicator_id INTEGER NOT NULL REFERENCES indicator (id),
  measure TEXT,
  assigned INTEGER NOT NULL CHECK (assigned IN (0, 1)),
  planned TEXT CHECK (planned NOT GLOB '*[^-0-9.]*' OR planned IN ('dat', 'khong-dat') OR (planned GLOB '{*' AND json_valid(planned))),
  actual TEXT CHECK (actual NOT GLOB '*[^-0-9.]*' OR actual IN ('dat', 'khong-dat') OR (actual GLOB '{*' AND json_valid(actual))),
  previous TEXT CHECK (previous NOT GLOB '*[^-0-9.]*' OR previous IN ('dat', 'khong-dat') OR (previous GLOB '{*' AND json_valid(previous))),
  stated_percent TEXT,
  stated_evaluation TEXT,
  reason TEXT,
  note TEXT,
  typed TEXT CHECK (json_valid(typed)),
  cells TEXT CHECK (json_valid(cells)),
  import_id INTEGER NOT NULL REFERENCES import (id),
  row INTEGER NOT NULL CHECK (row >= 1),
  PRIMARY KEY (year, unit_id, indicator_id),
  FOREIGN KEY (year, unit_id) REFERENCES unit_year (year, unit_id)
) STRICT, WITHOUT ROWID;

-- Values of results a person set by hand; the value itself stands in result, "replaced" is what a sheet had said.
CREATE TABLE hand_value (
  year INTEGER NOT NULL,
  unit_id INTEGER NOT NULL,
  indicator_id INTEGER NOT NULL,
  field TEXT NOT NULL CHECK (field IN ('planned', 'actual', 'previous')),
  replaced TEXT,
  reason TEXT,
  import_id INTEGER NOT NULL REFERENCES import (id),
  PRIMARY KEY (year, unit_id, indicator_id, field),
  FOREIGN KEY (year, unit_id, indicator_id) REFERENCES result (year, unit_id, indicator_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE rubric (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  cluster_id INTEGER REFERENCES cluster (id),
  name TEXT NOT NULL,
  key TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX rubric_identity ON rubric (year, coalesce(cluster_id, 0), key);

CREATE TABLE rubric_version (
  id INTEGER PRIMARY KEY,
  rubric_id INTEGER NOT NULL REFERENCES rubric (id),
  version INTEGER NOT NULL CHECK (version >= 1),
  decimals INTEGER NOT NULL DEFAULT 2 CHECK (decimals BETWEEN 0 AND 6),
  import_id INTEGER NOT NULL REFERENCES import (id),
  UNIQUE (rubric_id, version)
) STRICT;

CREATE TABLE criterion (
  version_id INTEGER NOT NULL REFERENCES rubric_version (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  row INTEGER NOT NULL CHECK (row >= 1),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  max TEXT,
  rule TEXT,
  indicator TEXT,
  parameters TEXT,
  bonus_cap TEXT,
  deduction_cap TEXT,
  PRIMARY KEY (version_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE given_score (
  rubric_id INTEGER NOT NULL REFERENCES rubric (id),
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  code_key TEXT NOT NULL,
  self_score TEXT,
  cross_score TEXT,
  verified_score TEXT,
  reason TEXT,
  evidence TEXT,
  import_id INTEGER NOT NULL REFERENCES import (id),
  row INTEGER NOT NULL CHECK (row >= 1),
  PRIMARY KEY (rubric_id, unit_id, code_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE award (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  key TEXT NOT NULL,
  award_id TEXT NOT NULL,
  award_text TEXT NOT NULL,
  subject TEXT NOT NULL CHECK (subject IN ('individual', 'collective', 'household')),
  salutation TEXT,
  name TEXT NOT NULL,
  position TEXT,
  workplace TEXT,
  unit_id INTEGER REFERENCES unit (id),
  achievement TEXT,
  achievement_year INTEGER,
  direct_worker INTEGER CHECK (direct_worker IN (0, 1)),
  leader INTEGER CHECK (leader IN (0, 1)),
  gender TEXT CHECK (gender IN ('male', 'female')),
  birth_date TEXT,
  occasion TEXT,
  votes_for INTEGER CHECK (votes_for >= 0),
  votes_total INTEGER CHECK (votes_total >= votes_for),
  decision_number TEXT,
  decision_date TEXT,
  import_id INTEGER NOT NULL REFERENCES import (id),
  row INTEGER NOT NULL CHECK (row >= 1),
  UNIQUE (year, key)
) STRICT;
`,
  `
-- A ranking as it was finalised: a snapshot that refers to nothing, so that no undo touches it. The latest of a year and
-- cluster counts, those before it stay. cluster NULL: the units in no cluster; content: what "rank --json" told.
CREATE TABLE frozen_ranking (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL CHECK (year BETWEEN 1945 AND 2200),
  cluster TEXT,
  decimals INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 6),
  finalized_on TEXT NOT NULL CHECK (finalized_on GLOB '????-??-??'),
  content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;
`,
  // Each round of a given score, and the count of cases, is a row that knows its own import; a reason or evidence that
  // came without any of them is a 'note'. What undo keeps of given scores is split alike.
  `
CREATE TABLE new_given_score (
  rubric_id INTEGER NOT NULL REFERENCES rubric (id),
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  code_key TEXT NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('self', 'cross', 'verified', 'cases', 'note')),
  value TEXT CHECK ((value IS NULL) = (part = 'note')),
  reason TEXT,
  evidence TEXT,
  import_id INTEGER NOT NULL REFERENCES import (id),
  row INTEGER NOT NULL CHECK (row >= 1),
  PRIMARY KEY (rubric_id, unit_id, code_key, part)
) STRICT, WITHOUT ROWID;

INSERT INTO new_given_score
SELECT rubric_id, unit_id, code_key, part, value, reason, evidence, import_id, row
FROM (
  SELECT *, 'self' AS part, self_score AS value FROM given_score WHERE self_score IS NOT NULL
  UNION ALL SELECT *, 'cross', cross_score FROM given_score WHERE cross_score IS NOT NULL
  UNION ALL SELECT *, 'verified', verified_score FROM given_score WHERE verified_score IS NOT NULL
  UNION ALL SELECT *, 'note', NULL FROM given_score
    WHERE self_score IS NULL AND cross_score IS NULL AND verified_score IS NULL
);

INSERT INTO before_image (import_id, table_name, key, image)
SELECT import_id, 'given_score', json_array(key ->> 0, key ->> 1, key ->> 2, part),
  CASE WHEN is_there THEN json_object('rubric_id', key ->> 0, 'unit_id', key ->> 1, 'code_key', key ->> 2,
    'part', part, 'value', value, 'reason', image ->> 'reason', 'evidence', image ->> 'evidence',
    'import_id', image ->> 'import_id', 'row', image ->> 'row') END
FROM (
  SELECT *, 'self' AS part, image ->> 'self_score' AS value, image ->> 'self_score' IS NOT NULL AS is_there
    FROM before_image WHERE table_name = 'given_score'
  UNION ALL SELECT *, 'cross', image ->> 'cross_score', image ->> 'cross_score' IS NOT NULL
    FROM before_image WHERE table_name = 'given_score'
  UNION ALL SELECT *, 'verified', image ->> 'verified_score', image ->> 'verified_score' IS NOT NULL
    FROM before_image WHERE table_name = 'given_score'
  UNION ALL SELECT *, 'note', NULL, coalesce(image ->> 'self_score', image ->> 'cross_score', image ->> 'verified_score') IS NULL
    FROM before_image WHERE table_name = 'given_score'
);
DELETE FROM before_image WHERE table_name = 'given_score' AND json_array_length(key) = 3;
DROP TABLE given_score;
ALTER TABLE new_given_score RENAME TO given_score;
`,
  // JSON {level, others}: who gave the plan, where its header names one, and the plans of further columns by level; NULL
  // when there is nothing of either.
  `
ALTER TABLE result ADD COLUMN plans TEXT CHECK (json_valid(plans));
`,
  // What `phong-trao` and `noi-dung` sheets hold. report_text.paragraphs: JSON [{text, row}], all that one sheet says in
  // one section; unit_id and cluster_id both NULL: for any report of the year.
  `
CREATE TABLE movement (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL CHECK (year BETWEEN 1945 AND 2200),
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT CHECK (kind IN ('regular', 'period', 'thematic', 'special')),
  kind_text TEXT,
  launched_by TEXT,
  document TEXT,
  from_date TEXT CHECK (from_date GLOB '????-??-??'),
  to_date TEXT CHECK (to_date GLOB '????-??-??'),
  unit_count INTEGER CHECK (unit_count >= 0),
  result TEXT,
  import_id INTEGER NOT NULL REFERENCES import (id),
  row INTEGER NOT NULL CHECK (row >= 1),
  UNIQUE (year, key)
) STRICT;

CREATE TABLE report_text (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL CHECK (year BETWEEN 1945 AND 2200),
  unit_id INTEGER REFERENCES unit (id),
  cluster_id INTEGER REFERENCES cluster (id),
  section TEXT NOT NULL,
  paragraphs TEXT NOT NULL CHECK (json_valid(paragraphs)),
  import_id INTEGER NOT NULL REFERENCES import (id),
  CHECK (unit_id IS NULL OR cluster_id IS NULL)
) STRICT;
CREATE UNIQUE INDEX report_text_place ON report_text (year, coalesce(unit_id, 0), coalesce(cluster_id, 0), section);
`,
  // Thời gian as typed, where it is not two whole dates.
  `
ALTER TABLE movement ADD COLUMN period TEXT;
`,
  `
ALTER TABLE award ADD COLUMN discipline TEXT;
`,
];
