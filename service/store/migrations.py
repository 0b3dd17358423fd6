"""The schema and its history. Steps are added, never changed."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from service.store import questions as questions_asked
from service.store import vocabulary

migrations = Migrations("claims")


@migrations()
def documents_and_claims(db: Database) -> None:
    """Documents, their claims, and full-text search over sources and contents."""
    db.table("documents").create(
        {
            "id": int,
            "key": str,
            "external_id": str,
            "url": str,
            "title": str,
            "publisher": str,
            "author": str,
            "language": str,
            "published_at": str,
            "rank": int,
            "day": str,
            "added_at": str,
            "text": str,
            "digest": bytes,
            "length": int,
            "engine": str,
            "topics": str,
            "unread": str,
            "claim_count": int,
            "unread_count": int,
        },
        pk="id",
        not_null={"key", "rank", "added_at", "text", "digest", "engine", "topics", "unread"},
    )
    db.table("documents").create_index(["key"], unique=True)
    db.table("documents").create_index(["external_id"])
    db.table("documents").create_index(["digest"])
    db.table("documents").create_index(["rank"])
    db.execute(
        """
        CREATE TABLE claims (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL,
            document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            rank INTEGER NOT NULL,
            day TEXT,
            said TEXT,
            act TEXT NOT NULL,
            type TEXT NOT NULL,
            certainty TEXT NOT NULL,
            polarity TEXT NOT NULL,
            quotation TEXT NOT NULL,
            source TEXT NOT NULL,
            content TEXT NOT NULL,
            json TEXT NOT NULL
        )
        """
    )
    claims = db.table("claims")
    claims.create_index(["key"])
    claims.create_index(["document", "position"], unique=True)
    claims.create_index(["rank", "position"])
    claims.create_index(["act", "rank", "position"])
    claims.enable_fts(
        ["source", "content"], create_triggers=True, tokenize="porter unicode61 remove_diacritics 2"
    )


@migrations()
def actors_and_topics(db: Database) -> None:
    """Who and what, with kept counts, and their claims in the order in which they are listed."""
    db.table("actors").create(
        {"id": int, "key": str, "name": str, "kind": str, "claims": int, "about": int, "documents": int},
        pk="id",
        not_null={"key", "name", "kind", "claims", "about", "documents"},
    )
    db.table("topics").create(
        {"id": int, "key": str, "label": str, "claims": int, "documents": int},
        pk="id",
        not_null={"key", "label", "claims", "documents"},
    )
    for name in ("actors", "topics"):
        db.table(name).create_index(["key"], unique=True)
        db.table(name).create_index(["claims"])
    for name, column, table in (
        ("claim_actors", "actor", "actors"),
        ("claim_about", "actor", "actors"),
        ("claim_topics", "topic", "topics"),
    ):
        db.execute(
            f"""
            CREATE TABLE {name} (
                {column} INTEGER NOT NULL REFERENCES {table}(id),
                rank INTEGER NOT NULL,
                position INTEGER NOT NULL,
                claim INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
                PRIMARY KEY ({column}, rank, position, claim)
            ) WITHOUT ROWID
            """
        )
        db.table(name).create_index(["claim"])
    for name, column, table in (
        ("document_actors", "actor", "actors"),
        ("document_topics", "topic", "topics"),
    ):
        db.execute(
            f"""
            CREATE TABLE {name} (
                document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
                {column} INTEGER NOT NULL REFERENCES {table}(id),
                PRIMARY KEY (document, {column})
            ) WITHOUT ROWID
            """
        )
        db.table(name).create_index([column])
    db.execute(
        """
        CREATE TABLE actor_words (
            word TEXT NOT NULL,
            actor INTEGER NOT NULL REFERENCES actors(id) ON DELETE CASCADE,
            PRIMARY KEY (word, actor)
        ) WITHOUT ROWID
        """
    )
    db.table("actor_words").create_index(["actor"])


@migrations()
def who_stands_for_countries(db: Database) -> None:
    """The country that an actor speaks for, so that a country's name finds it."""
    db.table("actors").add_column("stands_for", str)
    db.table("actors").create_index(["stands_for"])


@migrations()
def api_keys(db: Database) -> None:
    """Who may write, and read what is not public: the hash of each key's token."""
    db.table("keys").create(
        {
            "id": int,
            "key": str,
            "name": str,
            "digest": bytes,
            "scopes": str,
            "created_at": str,
            "expires_at": str,
            "revoked_at": str,
        },
        pk="id",
        not_null={"key", "name", "digest", "scopes", "created_at"},
    )
    db.table("keys").create_index(["key"], unique=True)


@migrations()
def corrections_by_editors(db: Database) -> None:
    """Marks on claims and decisions on actors, which no deletion takes; and claims changed, as read."""
    db.table("marks").create(
        {
            "id": int,
            "key": str,
            "claim": str,
            "kind": str,
            "editor": str,
            "made_at": str,
            "note": str,
            "actor": str,
            "target": str,
            "stands": int,
        },
        pk="id",
        not_null={"key", "claim", "kind", "editor", "made_at", "stands"},
    )
    db.table("marks").create_index(["key"], unique=True)
    db.table("marks").create_index(["claim"])
    db.table("decisions").create(
        {"id": int, "key": str, "holds": int, "json": str}, pk="id", not_null={"key", "holds", "json"}
    )
    db.table("decisions").create_index(["key"], unique=True)
    db.execute(
        """
        CREATE TABLE corrected (
            claim INTEGER PRIMARY KEY REFERENCES claims(id) ON DELETE CASCADE,
            actors TEXT NOT NULL,
            about TEXT NOT NULL
        )
        """
    )
    db.execute(
        """
        CREATE TABLE actor_names (
            id INTEGER PRIMARY KEY,
            actor INTEGER NOT NULL REFERENCES actors(id) ON DELETE CASCADE,
            name TEXT NOT NULL,
            documents INTEGER NOT NULL,
            UNIQUE (actor, name)
        )
        """
    )
    db.execute(
        """
        CREATE TABLE document_names (
            document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
            name INTEGER NOT NULL REFERENCES actor_names(id) ON DELETE CASCADE,
            PRIMARY KEY (document, name)
        ) WITHOUT ROWID
        """
    )
    db.table("document_names").create_index(["name"])


@migrations()
def totals_of_documents(db: Database) -> None:
    """What the totals are summed from, beside the texts, so that summing reads no text."""
    db.table("documents").create_index(["claim_count", "unread_count"])


@migrations()
def questions(db: Database) -> None:
    """Every filter in the order of pages, full-text search by time, and counts kept of every facet."""
    questions_asked.prepare(db)


@migrations()
def roles_and_own_topics(db: Database) -> None:
    """Roles and affiliations of actors by claim; how many claims have a topic itself, not a narrower one."""
    db.execute(
        """
        CREATE TABLE actor_roles (
            actor INTEGER NOT NULL REFERENCES actors(id),
            rank INTEGER NOT NULL,
            claim INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
            role TEXT,
            affiliations TEXT NOT NULL,
            PRIMARY KEY (actor, rank, claim)
        ) WITHOUT ROWID
        """
    )
    db.table("actor_roles").create_index(["claim"])
    db.execute(
        """
        INSERT OR IGNORE INTO actor_roles
        SELECT a.actor, c.rank, c.id, json_extract(c.json, '$.source.role.text'), '[]'
        FROM claims c JOIN claim_actors a ON a.claim = c.id
        WHERE json_array_length(c.json, '$.actors') = 1
        AND length(json_extract(c.json, '$.source.role.text')) <= 300
        """
    )
    db.table("topics").add_column("own", int, not_null_default=0)
    db.execute(
        """
        UPDATE topics SET own = counted.number FROM (
            SELECT key, count(*) AS number FROM (
                SELECT c.id, json_extract(t.value, '$.id') AS key
                FROM claims c, json_each(c.json, '$.topics') t
                UNION
                SELECT c.id, json_extract(t.value, '$.id')
                FROM claims c JOIN documents d ON d.id = c.document, json_each(d.topics) t
            ) GROUP BY key
        ) AS counted WHERE topics.key = counted.key
        """
    )
    # Names were not kept at first: who was stored before has at least the one that stands in lists.
    db.execute(
        "INSERT OR IGNORE INTO actor_names (actor, name, documents) SELECT id, name, documents FROM actors"
        " WHERE NOT EXISTS (SELECT 1 FROM actor_names n WHERE n.actor = actors.id)"
    )
    db.execute(
        "INSERT OR IGNORE INTO document_names SELECT d.document, n.id FROM document_actors d"
        " JOIN actors a ON a.id = d.actor JOIN actor_names n ON n.actor = a.id AND n.name = a.name"
        " WHERE NOT EXISTS (SELECT 1 FROM document_names x JOIN actor_names m ON m.id = x.name"
        " WHERE x.document = d.document AND m.actor = d.actor)"
    )


@migrations()
def words(db: Database) -> None:
    """The vocabulary of full-text search, to look up the words that begin in some way."""
    vocabulary.prepare(db)


@migrations()
def revisions(db: Database) -> None:
    """The texts that came one after the other under one external id or url; the last one's claims count."""
    db.table("documents").add_column("series", int)  # the row of the first of them
    db.table("documents").add_column("revision", int, not_null_default=1)
    db.table("documents").add_column("superseded_by", str)  # the key of the next one
    db.table("documents").add_column("note", str)
    db.execute("UPDATE documents SET series = id")
    db.table("documents").create_index(["series", "revision"], unique=True)
    db.table("documents").create_index(["url"])
