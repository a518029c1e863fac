/**
 * The tables. `effects` is the log: query workers refresh from it, webhooks and listeners read it, history is
 * replayed from it. One commit is one row in `transactions`.
 */
export const schema = `
CREATE TABLE IF NOT EXISTS documents (
  dataset TEXT NOT NULL,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  rev TEXT NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (dataset, id)
) STRICT;

CREATE TABLE IF NOT EXISTS strong_references (
  dataset TEXT NOT NULL,
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  PRIMARY KEY (dataset, source, target)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS strong_references_by_target ON strong_references (dataset, target);

CREATE TABLE IF NOT EXISTS transactions (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  dataset TEXT NOT NULL,
  id TEXT NOT NULL,
  author TEXT NOT NULL,
  timestamp TEXT NOT NULL,
  UNIQUE (dataset, id)
) STRICT;
-- Without these indexes, a query for one dataset reads the transactions of all others.
CREATE INDEX IF NOT EXISTS transactions_by_dataset ON transactions (dataset);
CREATE INDEX IF NOT EXISTS transactions_by_time ON transactions (dataset, timestamp);

CREATE TABLE IF NOT EXISTS effects (
  seq INTEGER NOT NULL REFERENCES transactions (seq),
  dataset TEXT NOT NULL,
  document_id TEXT NOT NULL,
  previous_rev TEXT,
  mutations TEXT NOT NULL,
  transition TEXT NOT NULL,
  apply TEXT NOT NULL,
  revert TEXT NOT NULL,
  PRIMARY KEY (seq, document_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS effects_by_document ON effects (dataset, document_id, seq);

CREATE TABLE IF NOT EXISTS purges (
  dataset TEXT NOT NULL,
  document_id TEXT NOT NULL,
  -- The transaction that deleted the document.
  seq INTEGER NOT NULL,
  PRIMARY KEY (dataset, document_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS datasets (
  name TEXT PRIMARY KEY,
  acl_mode TEXT NOT NULL,
  created_at TEXT NOT NULL,
  seeded_at TEXT
) STRICT;
`

/**
 * WAL lets query workers read while one connection writes. FULL makes an acknowledged write survive a power
 * loss.
 */
export const writerPragmas = `
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
PRAGMA busy_timeout = 5000;
`
