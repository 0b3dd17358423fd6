"""Claims written out, as lines and as tables."""

from __future__ import annotations

import csv
import io

import msgspec
import pytest

from tests.service.api.conftest import submitted
from tests.service.callers import Client


def test_an_export_is_the_claims_a_line_each(client: Client) -> None:
    submitted(client)
    response = client.get("/v1/claims/export?act=deny")
    assert response.headers["content-type"] == "application/x-ndjson"
    lines = [msgspec.json.decode(line) for line in response.content.splitlines()]
    assert lines == client.get("/v1/claims?act=deny").json()["items"]


def test_an_export_is_a_table(client: Client) -> None:
    document = submitted(client, published_at="2024-11-22", title='A "late" one, with commas')
    response = client.get("/v1/claims/export?format=csv")
    assert response.headers["content-type"] == "text/csv; header=present; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(response.text, newline="")))
    assert [row["id"] for row in rows] == [claim["id"] for claim in document["claims"]]
    assert {row["title"] for row in rows} == {'A "late" one, with commas'}
    assert rows[1]["actors"] == "Russia; North Korea"
    assert rows[3]["content"] == "“all of it, = a match” is over"


def test_a_table_for_spreadsheets_has_no_formula(client: Client) -> None:
    title = '=HYPERLINK("https://evil.example";"more")'
    submitted(client, title=title, publisher="-1+1")
    response = client.get("/v1/claims/export?format=spreadsheet")
    assert response.headers["content-disposition"] == 'attachment; filename="claims.csv"'
    assert response.content.startswith(b"\xef\xbb\xbfid,document_id,")
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"), newline="")))
    assert {(row["title"], row["publisher"]) for row in rows} == {("'" + title, "'-1+1")}
    cells = [cell for row in rows for cell in row.values()]
    assert cells and not any(cell[:1] in set("=+-@\t\r\n") - {""} for cell in cells if cell)
    plain = csv.DictReader(io.StringIO(client.get("/v1/claims/export?format=csv").text, newline=""))
    assert {row["title"] for row in plain} == {title}


def test_an_export_of_nothing_is_empty_or_a_head(client: Client) -> None:
    assert client.get("/v1/claims/export").content == b""
    assert client.get("/v1/claims/export?format=csv").text.startswith("id,document_id,")
    for wrong in ("xml", "null"):
        assert client.get(f"/v1/claims/export?format={wrong}").status_code == 400


@pytest.mark.parametrize(
    ("accept", "query", "media_type"),
    [
        ("", "", "application/x-ndjson"),
        ("*/*", "", "application/x-ndjson"),
        ("text/csv", "", "text/csv"),
        ("text/*;q=0.5, application/x-ndjson;q=0.4", "", "text/csv"),
        ("text/csv;q=0.1, */*", "", "application/x-ndjson"),
        ("text/csv", "?format=ndjson", "application/x-ndjson"),
        ("application/x-ndjson", "?format=spreadsheet", "text/csv"),
    ],
)
def test_accept_chooses_the_form_where_the_query_does_not(
    client: Client, accept: str, query: str, media_type: str
) -> None:
    submitted(client)
    response = client.get(f"/v1/claims/export{query}", headers={"accept": accept})
    assert response.headers["content-type"].partition(";")[0] == media_type
    assert response.text.startswith("{" if media_type.endswith("json") else ("id,", "\N{BOM}id,"))
