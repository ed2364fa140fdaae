"""What stands in a project file: its tables as they were first laid down, and what marks the file as ours."""

from __future__ import annotations

APPLICATION_ID = 0x54525657  # "TRVW", at byte 68 of the file
"""Tells a project from any other SQLite database (PRAGMA application_id)."""

PLACE_STEP = 1 << 32
"""Distance of two neighbours in `place`, so that a segment can be put between them without renumbering."""

# `segment.origin` names the journal entry that made the segment. It is no foreign key: SQLite would read
# all segments to see which of them a new entry is the parent of.
# Segment and unit rows carry `place`, a sparse number, instead of a dense position: a split changes
# two rows and not every later one. `source_length`, `target_length` and `untouched` could be computed,
# but SQLite covers a query by an index only with real columns; the CHECKs keep them true.
TABLES = """
CREATE TABLE setting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL
);
CREATE TABLE article (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    slug TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    source_language TEXT NOT NULL,
    target_language TEXT NOT NULL,
    granularity TEXT NOT NULL,
    source_path TEXT NOT NULL,
    target_path TEXT NOT NULL,
    reference_path TEXT,
    engine TEXT NOT NULL,
    metadata TEXT NOT NULL
);
CREATE TABLE article_data (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL REFERENCES article,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (article_id, name)
);
CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    action TEXT NOT NULL,
    "user" TEXT NOT NULL,
    at TEXT NOT NULL,
    summary TEXT NOT NULL,
    undoes INTEGER REFERENCES journal,
    undo_head INTEGER REFERENCES journal,
    undo_below INTEGER REFERENCES journal,
    redo_head INTEGER REFERENCES journal,
    redo_below INTEGER REFERENCES journal
);
CREATE INDEX journal_of_user ON journal ("user", id);
CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES journal,
    tbl TEXT NOT NULL,
    row INTEGER NOT NULL,
    segment_id INTEGER,
    before TEXT,
    after TEXT
);
CREATE INDEX change_of_entry ON change (entry);
CREATE INDEX change_of_row ON change (tbl, row);
CREATE INDEX change_of_segment ON change (segment_id) WHERE segment_id IS NOT NULL;
CREATE TABLE segment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL REFERENCES article DEFERRABLE INITIALLY DEFERRED,
    place INTEGER NOT NULL,
    key TEXT NOT NULL,
    target_key TEXT NOT NULL,
    kind TEXT NOT NULL,
    source TEXT NOT NULL,
    machine TEXT NOT NULL,
    target TEXT NOT NULL,
    reference TEXT,
    status TEXT NOT NULL CHECK (status IN ('machine', 'edited', 'confirmed', 'approved')),
    needs_work INTEGER NOT NULL DEFAULT 0,
    sources INTEGER NOT NULL,
    targets INTEGER NOT NULL,
    confidence REAL NOT NULL,
    crossed INTEGER NOT NULL DEFAULT 0,
    fixed INTEGER NOT NULL DEFAULT 0,
    revision INTEGER NOT NULL DEFAULT 0,
    source_line INTEGER NOT NULL DEFAULT 0,
    target_line INTEGER NOT NULL DEFAULT 0,
    origin INTEGER NOT NULL,
    source_length INTEGER NOT NULL CHECK (source_length = length(source)),
    target_length INTEGER NOT NULL CHECK (target_length = length(target)),
    untouched INTEGER NOT NULL CHECK (untouched = (target = machine))
);
CREATE INDEX segment_in_order ON segment
    (article_id, place, source_length, target_length, status, untouched, needs_work);
CREATE TABLE unit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL REFERENCES article DEFERRABLE INITIALLY DEFERRED,
    segment_id INTEGER REFERENCES segment DEFERRABLE INITIALLY DEFERRED,
    side TEXT NOT NULL CHECK (side IN ('source', 'target', 'reference')),
    key TEXT NOT NULL,
    place INTEGER NOT NULL,
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    paragraph INTEGER NOT NULL,
    line INTEGER NOT NULL,
    prefix TEXT NOT NULL,
    glue TEXT
);
CREATE INDEX unit_of_segment ON unit (segment_id);
CREATE INDEX unit_in_order ON unit (article_id, side, place, key);
CREATE TABLE comment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    segment_id INTEGER NOT NULL REFERENCES segment DEFERRABLE INITIALLY DEFERRED,
    author TEXT NOT NULL,
    at TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX comment_of_segment ON comment (segment_id);
CREATE TABLE annotation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    segment_id INTEGER NOT NULL REFERENCES segment DEFERRABLE INITIALLY DEFERRED,
    annotator TEXT NOT NULL,
    at TEXT NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('source', 'target')),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    type TEXT NOT NULL,
    severity TEXT NOT NULL,
    note TEXT NOT NULL,
    text_hash TEXT NOT NULL
);
CREATE INDEX annotation_of_segment ON annotation (segment_id);
CREATE TABLE dismissal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    fingerprint TEXT NOT NULL UNIQUE,
    check_id TEXT NOT NULL,
    segment_id INTEGER NOT NULL,
    "user" TEXT NOT NULL,
    at TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE TABLE draft (
    segment_id INTEGER NOT NULL,
    "user" TEXT NOT NULL,
    at TEXT NOT NULL,
    text TEXT NOT NULL,
    revision INTEGER NOT NULL,
    PRIMARY KEY (segment_id, "user")
) WITHOUT ROWID;
CREATE TABLE export (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path TEXT NOT NULL,
    format TEXT NOT NULL,
    at TEXT NOT NULL,
    "user" TEXT NOT NULL,
    digest TEXT NOT NULL
);
CREATE INDEX export_of_path ON export (path, id);
CREATE TABLE export_entry (
    export_id INTEGER NOT NULL REFERENCES export,
    key TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (export_id, key)
) WITHOUT ROWID;
CREATE TABLE remembered (
    "user" TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY ("user", name)
) WITHOUT ROWID;
CREATE TABLE project (identity TEXT NOT NULL, structure INTEGER NOT NULL);
INSERT INTO project VALUES (lower(hex(randomblob(16))), 0);
"""

# Version 4. `sum` guards what a row says: a check value over its content, made whenever it is written and
# looked at whenever it is read (project/sums.py). `arguments` is what was done, as data; the sentences of
# older entries stay in `summary`. A pair's `data` is what a bilingual file says of a unit beside its texts.
REVIEW_TABLES = """
ALTER TABLE journal ADD COLUMN session TEXT NOT NULL DEFAULT '';
ALTER TABLE journal ADD COLUMN arguments TEXT;
ALTER TABLE change ADD COLUMN sum INTEGER;
ALTER TABLE segment ADD COLUMN locked TEXT NOT NULL DEFAULT '' CHECK (locked IN ('', 'person', 'file'));
ALTER TABLE segment ADD COLUMN sum INTEGER;
ALTER TABLE unit ADD COLUMN sum INTEGER;
ALTER TABLE article_data ADD COLUMN sum INTEGER;
ALTER TABLE comment ADD COLUMN answers INTEGER;
ALTER TABLE comment ADD COLUMN resolved_by TEXT NOT NULL DEFAULT '';
ALTER TABLE comment ADD COLUMN resolved_at TEXT;
ALTER TABLE dismissal ADD COLUMN found TEXT NOT NULL DEFAULT '';
ALTER TABLE dismissal ADD COLUMN expected TEXT NOT NULL DEFAULT '';
ALTER TABLE export_entry ADD COLUMN text TEXT;
ALTER TABLE export_entry ADD COLUMN state TEXT NOT NULL DEFAULT '';
CREATE TABLE pair (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    segment_id INTEGER NOT NULL REFERENCES segment DEFERRABLE INITIALLY DEFERRED,
    identity TEXT NOT NULL,
    form INTEGER NOT NULL,
    forms INTEGER NOT NULL,
    data TEXT NOT NULL,
    sum INTEGER
);
CREATE INDEX pair_of_segment ON pair (segment_id);
CREATE INDEX pair_of_identity ON pair (identity);
CREATE TABLE bookmark (
    "user" TEXT NOT NULL,
    segment_id INTEGER NOT NULL,
    at TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY ("user", segment_id)
) WITHOUT ROWID;
CREATE TABLE session (
    id TEXT NOT NULL PRIMARY KEY,
    "user" TEXT NOT NULL,
    place TEXT NOT NULL,
    opened TEXT NOT NULL,
    seen TEXT NOT NULL,
    closed INTEGER NOT NULL DEFAULT 0,
    segment_id INTEGER
) WITHOUT ROWID;
CREATE TABLE concept (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    glossary TEXT NOT NULL,
    key TEXT NOT NULL,
    place INTEGER NOT NULL,
    subject TEXT NOT NULL,
    definition TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('proposed', 'approved', 'deprecated')),
    note TEXT NOT NULL,
    terms TEXT NOT NULL,
    UNIQUE (glossary, key)
);
"""

# Version 5. What a format says of a unit beside its text (project/unit_markup.py), "" where it says nothing.
MARKUP_COLUMN = """
ALTER TABLE unit ADD COLUMN markup TEXT NOT NULL DEFAULT '';
CREATE INDEX unit_with_markup ON unit (article_id, segment_id) WHERE markup <> '';
"""

# The guarantees that hold whoever writes to the file, this program or another.
GUARDS = """
CREATE TRIGGER journal_keeps_entries BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_keeps_all BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER change_keeps_entries BEFORE UPDATE ON change
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER change_keeps_all BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER unit_text_stays BEFORE UPDATE OF text ON unit WHEN NEW.text IS NOT OLD.text
BEGIN SELECT RAISE(ABORT, 'the text of a unit never changes'); END;
CREATE TRIGGER machine_text_stays BEFORE UPDATE OF machine, target_key ON segment
WHEN NEW.machine IS NOT OLD.machine AND NEW.target_key IS OLD.target_key
BEGIN SELECT RAISE(ABORT, 'the machine translation never changes'); END;
"""

JOURNALED: dict[str, tuple[str, ...]] = {
    "setting": ("id", "name", "value"),
    "article": (
        "id", "slug", "title", "source_language", "target_language", "granularity", "source_path",
        "target_path", "reference_path", "engine", "metadata",
    ),
    "article_data": ("id", "article_id", "name", "value"),
    "segment": (
        "id", "article_id", "place", "key", "target_key", "kind", "source", "machine", "target", "reference",
        "status", "needs_work", "sources", "targets", "confidence", "crossed", "fixed", "revision",
        "source_line", "target_line", "origin", "source_length", "target_length", "untouched", "locked",
    ),
    "unit": (
        "id", "article_id", "segment_id", "side", "key", "place", "text", "kind", "paragraph", "line",
        "prefix", "glue", "markup",
    ),
    "comment": ("id", "segment_id", "author", "at", "text", "answers", "resolved_by", "resolved_at"),
    "annotation": (
        "id", "segment_id", "annotator", "at", "side", "start", "end", "type", "severity", "note",
        "text_hash", "system", "origin",
    ),
    "dismissal": ("id", "fingerprint", "check_id", "segment_id", "user", "at", "reason", "found", "expected"),
    "pair": ("id", "segment_id", "identity", "form", "forms", "data"),
    "concept": (
        "id", "glossary", "key", "place", "subject", "definition", "status", "note", "terms",
    ),
}  # fmt: skip
"""Columns of the tables whose rows can be undone: every change of them is recorded in `change`."""

UNRECORDED: dict[str, tuple[str, ...]] = {
    "project": ("identity", "structure"),
    "journal": (
        "id", "action", "user", "at", "summary", "undoes", "undo_head", "undo_below", "redo_head",
        "redo_below", "session", "arguments",
    ),
    "change": ("id", "entry", "tbl", "row", "segment_id", "before", "after", "sum"),
    "draft": ("segment_id", "user", "at", "text", "revision"),
    "export": ("id", "path", "format", "at", "user", "digest"),
    "export_entry": ("export_id", "key", "hash", "text", "state"),
    "bookmark": ("user", "segment_id", "at", "note"),
    "session": ("id", "user", "place", "opened", "seen", "closed", "segment_id"),
    "remembered": ("user", "name", "value"),
    "time_spent": ("id", "segment_id", "user", "at", "seconds"),
}  # fmt: skip
"""Columns of the other tables."""
