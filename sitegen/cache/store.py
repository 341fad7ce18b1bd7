"""The SQLite file: short transactions, and no damage, lock or full disk that could stop a build."""

import contextlib
import errno
import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Self

from sitegen.cache.forms import sealed, unsealed
from sitegen.cache.mark import mark_of
from sitegen.model.chunks import portions

NAME = "cache.sqlite"
VERSION = 6
"""Of the tables; a file of another version is made anew."""
_WAIT = 5.0
"""Seconds to wait for another process that writes."""
_PLACE = 16
"""Bytes of a place."""
_PORTION = 500
"""Values of one query; older versions of SQLite take 999."""
_FILES = "path TEXT PRIMARY KEY, facts BLOB, settled INT, sha256 TEXT"
_TABLES = (
    f"CREATE TABLE IF NOT EXISTS file ({_FILES}) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS value (stage TEXT, place BLOB, value BLOB, PRIMARY KEY (stage, place))",
    "CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID",
    f"PRAGMA user_version = {VERSION}",
)
_SCHEMA = sorted(sql.replace("IF NOT EXISTS ", "") for sql in _TABLES if sql.startswith("CREATE"))
"""What SQLite says of these tables."""
_MADE_AT = "made at"
"""The fact that has the mark of where the cache was made."""
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)

Statement = tuple[str, Sequence[Sequence[object]]]
"""SQL, and a row of values for each time that it is carried out."""


class Store:
    """A database that answers nothing and keeps nothing where it cannot, and is never in the way.

    A rollback journal, not a write-ahead log: folders that are synchronised or mounted from elsewhere have no shared
    memory. After a SIGKILL the next process rolls back what was half written (https://sqlite.org/atomiccommit.html).
    """

    def __init__(self, connection: sqlite3.Connection, file: Path | None) -> None:
        self._connection = connection
        self._file = file

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the database of a folder, made where needed; one that is damaged or was made elsewhere is made anew.

        At worst it is one in memory.
        """
        file = folder / NAME
        with contextlib.suppress(OSError, sqlite3.Error):
            mark = mark_of(_make_folder(folder))
            # Twice, since what is damaged is removed and made anew.
            for _ in range(2):
                if connection := _connect(str(file), mark):
                    return cls(connection, file)
                _remove(file)
        return cls(_create(":memory:", ""), None)

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return the rows of a query; none where the database cannot answer."""
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            self._give_up(error)
            return []

    def stream(self, sql: str, values: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query, of which no more than one is held; none where the database cannot answer."""
        try:
            yield from self._connection.execute(sql, values)
        except sqlite3.Error as error:
            self._give_up(error)

    def one(self, stage: str, key: str) -> bytes | None:
        """Return the value of a key; None where it has none."""
        place = _place(key)
        rows = self.rows("SELECT value FROM value WHERE stage = ? AND place = ?", (stage, place))
        return unsealed(stage, place, rows[0][0]) if rows else None

    def each(self, stage: str, keys: Collection[str]) -> Iterator[tuple[str, bytes]]:
        """Yield the values of those keys that have one; thousands cost less so than one by one."""
        for some in portions(keys, _PORTION):
            of = {_place(key): key for key in some}
            sql = f"SELECT place, value FROM value WHERE stage = ? AND place IN ({_marks(list(of))})"  # noqa: S608  (marks alone)
            found = ((of[place], unsealed(stage, place, value)) for place, value in self.rows(sql, (stage, *of)))
            yield from ((key, value) for key, value in found if value is not None)

    def count(self, stage: str, keys: Collection[str]) -> int:
        """Return how many of the keys have a value."""
        found = (
            self.rows(f"SELECT COUNT(*) FROM value WHERE stage = ? AND place IN ({_marks(some)})", (stage, *some))  # noqa: S608  (as above)
            for some in portions(map(_place, keys), _PORTION)
        )
        return sum(rows[0][0] for rows in found if rows)

    def kept(self, values: Mapping[tuple[str, str], bytes]) -> Statement:
        """Return what keeps values by stage and key."""
        places = [(stage, _place(key), value) for (stage, key), value in values.items()]
        rows = [(stage, place, sealed(stage, place, value)) for stage, place, value in places]
        return "INSERT OR REPLACE INTO value VALUES (?, ?, ?)", rows

    def keep_only(self, stage: str, keys: Iterable[str]) -> None:
        """Drop the values of a stage whose keys are not among these."""
        self.write(
            [
                ("CREATE TEMP TABLE IF NOT EXISTS kept (place BLOB PRIMARY KEY) WITHOUT ROWID", [()]),
                ("DELETE FROM kept", [()]),
                ("INSERT OR IGNORE INTO kept VALUES (?)", [(_place(key),) for key in keys]),
                ("DELETE FROM value WHERE stage = ? AND place NOT IN (SELECT place FROM kept)", [(stage,)]),
            ]
        )

    def write(self, statements: Iterable[Statement]) -> bool:
        """Carry out all statements or none, and say which."""
        due = [(sql, rows) for sql, rows in statements if rows]
        if not due:
            return True
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            for sql, rows in due:
                self._connection.executemany(sql, rows)
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            self._give_up(error)
            return False
        return True

    def size(self) -> int:
        """Return the bytes that values take, without room that was freed."""
        (pages,), (free,), (size,) = (
            (self.rows(f"PRAGMA {name}") or [(0,)])[0] for name in ("page_count", "freelist_count", "page_size")
        )
        return int((pages - free) * size)

    def shrink(self) -> None:
        """Give freed room back to the disk."""
        self.rows("PRAGMA incremental_vacuum")

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _give_up(self, error: sqlite3.Error) -> None:
        """Go on in memory where the file is damaged; the next process makes it anew."""
        code = getattr(error, "sqlite_errorcode", 0)
        if code & 0xFF in _DAMAGED and self._file:
            self._connection.close()
            with contextlib.suppress(OSError):
                _remove(self._file)
            self._connection, self._file = _create(":memory:", ""), None


def _place(key: str) -> bytes:
    """Return where the value of a key is kept.

    An index of the keys as they are is three times as large: of a million values, to bring that up to date would take
    longer than to write them.
    """
    return sha256(key.encode(errors="surrogatepass")).digest()[:_PLACE]


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _make_folder(folder: Path) -> Path:
    """Make the folder, with a .gitignore that keeps it out of everybody's repository; return that.

    OSError where it is a link or holds one: somebody may have planted it, to have a file elsewhere written over.
    """
    folder.mkdir(exist_ok=True)
    with os.scandir(folder) as entries:
        if folder.is_symlink() or any(entry.is_symlink() for entry in entries):
            raise OSError(errno.ELOOP, "nothing is written through a link", str(folder))
    ignore = folder / ".gitignore"
    with contextlib.suppress(FileExistsError), ignore.open("x", encoding="utf-8") as file:
        file.write("*\n")
    return ignore


def _connect(name: str, mark: str) -> sqlite3.Connection | None:
    """Return a connection to a database of this version, made here; None where the file is of no use."""
    connection = sqlite3.connect(name, timeout=_WAIT, isolation_level=None)
    try:
        found = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute("PRAGMA trusted_schema = OFF")  # the file may come with somebody's repository
        if found == VERSION and _is_ours(connection, mark):
            connection.execute("PRAGMA synchronous = NORMAL")
            return connection
    except sqlite3.DatabaseError as error:
        connection.close()
        if error.sqlite_errorcode & 0xFF not in _DAMAGED:
            raise
        return None
    connection.close()
    return None if found else _create(name, mark)


def _is_ours(connection: sqlite3.Connection, mark: str) -> bool:
    """Say whether a database was made here; its tables are looked at first, since a view could take without end."""
    found = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
    if sorted(str(sql) for (sql,) in found) != _SCHEMA:
        return False
    made = connection.execute("SELECT value FROM fact WHERE name = ?", (_MADE_AT,)).fetchone()
    return bool(made == (mark,))


def _create(name: str, mark: str) -> sqlite3.Connection:
    """Make the tables; two processes may do so at the same time."""
    connection = sqlite3.connect(name, timeout=_WAIT, isolation_level=None)
    try:
        connection.execute("PRAGMA page_size = 16384")  # most values are longer than a page of the usual size
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("BEGIN IMMEDIATE")
        for sql in _TABLES:
            connection.execute(sql)
        connection.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (_MADE_AT, mark))
        connection.execute("COMMIT")
    except BaseException:
        connection.close()
        raise
    return connection


def _remove(file: Path) -> None:
    """Remove a database, its journal first: it must never be rolled into the next one."""
    file.with_name(f"{file.name}-journal").unlink(missing_ok=True)
    file.unlink(missing_ok=True)
