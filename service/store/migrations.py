"""The schema and its history. Steps are added, never changed."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from service.store.asking import questions as questions_asked
from service.store.entities import breakdowns as broken_down
from service.store.entities import roles, vocabulary
from service.store.entities import titles as titles_searched
from service.store.keeping import readings as readings_kept
from service.store.keeping import revisions as revisions_kept

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
    roles.prepare(db)


@migrations()
def words(db: Database) -> None:
    """The vocabulary of full-text search, to look up the words that begin in some way."""
    vocabulary.prepare(db)


@migrations()
def revisions(db: Database) -> None:
    """The texts that came one after the other under one external id or url; the last one's claims count."""
    revisions_kept.prepare(db)


@migrations()
def readings(db: Database) -> None:
    """What it takes to read stored documents anew."""
    readings_kept.prepare(db)


@migrations()
def entering(db: Database) -> None:
    """New claims are counted and put into full-text search a document at a time."""
    questions_asked.prepare_entering(db)


@migrations()
def titles(db: Database) -> None:
    """Full-text search over the titles of documents."""
    titles_searched.prepare(db)


@migrations()
def breakdowns(db: Database) -> None:
    """Counts kept of each facet for each actor and each topic."""
    broken_down.prepare(db)
