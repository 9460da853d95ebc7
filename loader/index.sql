-- The search index of a release (SQLite with FTS5): written by loader/index.py, read by server/index.py.
-- Statements are numbered from 1 in the order of their documents' slugs and their places: the index order.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- What statements can be filtered by: parties, places, elections, documents, concepts, and the two kinds.
CREATE TABLE entity (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,          -- as in IRIs: party, municipality, target-group, …
  key TEXT NOT NULL,           -- what follows the kind in the IRI
  sv TEXT NOT NULL,
  en TEXT NOT NULL,
  notation TEXT NOT NULL,      -- an abbreviation or code; empty where there is none
  broader INTEGER,             -- of the same scheme
  proposals INTEGER NOT NULL,  -- of it or of anything narrower
  total INTEGER NOT NULL,      -- proposals and achievements
  UNIQUE (kind, key)
);

-- The statements of an entity or of anything narrower, as bits (statement 1 is bit 1; little-endian bytes, zlib).
CREATE TABLE members (
  entity INTEGER PRIMARY KEY,
  skipped INTEGER NOT NULL,    -- how many zero bytes stand before
  bits BLOB NOT NULL
);

CREATE TABLE statement (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL,          -- the IRI's, after base/id/
  kind TEXT NOT NULL,
  quote TEXT NOT NULL,
  begin INTEGER NOT NULL,
  document INTEGER NOT NULL,
  party INTEGER, municipality INTEGER, county INTEGER, election INTEGER, stance INTEGER,
  concepts TEXT NOT NULL,      -- ids of the target groups, actors, instruments and themes linked to, by spaces
  similar TEXT NOT NULL        -- ids of the most similar statements of other documents, the most similar first
);
CREATE UNIQUE INDEX statement_path ON statement (path);

-- A quote's lemmas in order; its entities, broader ones too, as e1, e2, … (e0 on every statement).
CREATE VIRTUAL TABLE text USING fts5 (lemmas, entities, content = '', tokenize = 'unicode61 remove_diacritics 0');

-- Labels by which an entity is found.
CREATE TABLE label (id INTEGER PRIMARY KEY, entity INTEGER NOT NULL, label TEXT NOT NULL, language TEXT NOT NULL);
CREATE VIRTUAL TABLE label_text USING fts5 (lemmas, content = '', tokenize = 'unicode61 remove_diacritics 0');

-- The lemma of each form; `found` is how often quotes and labels have the form, 0 for an inflection that they lack.
CREATE TABLE form (id INTEGER PRIMARY KEY, form TEXT NOT NULL UNIQUE, lemma TEXT NOT NULL, found INTEGER NOT NULL);
CREATE INDEX form_of ON form (lemma);

-- The forms found, by their ids and trigrams: for words that were misspelt.
CREATE VIRTUAL TABLE spelling USING fts5 (form, content = '', tokenize = 'trigram');
