"""Paging, counts, one claim in its place, related claims, exports and linked data over HTTP."""

from __future__ import annotations

import csv
import io
from typing import Any

import msgspec
import pytest
from litestar import Litestar
from litestar.testing import TestClient
from msgspec.structs import replace

from grammar.claim import Certainty, Marker, MarkerKind, MarkerPlace, Polarity, Type
from service.documents import Document
from service.responses.explanations import because
from tests.service.stub import StubEngine

DENIED = Marker("denied", ((9, 15),), MarkerKind.NEGATION, MarkerPlace.CUE)
Client = TestClient[Litestar]

TEXT = (
    "It was late.\nShin Wonsik said that the war may spread.\n"
    "Russia and North Korea denied that Ukraine won.\nNobody objected.\n"
    "Shin Wonsik denied that the war goes on.\n"
    "Mary Lee said that “all of it, = a match” is over."
)


def submitted(client: Client, **known: Any) -> dict[str, Any]:
    document: dict[str, Any] = client.post("/v1/documents", json={"text": TEXT, **known}).json()
    return document


def test_the_link_header_leads_where_next_does(client: Client) -> None:
    submitted(client)
    url, contents = "/v1/claims?limit=1&act=deny&actor=Shin&actor=Russia", []
    while url:
        response = client.get(url)
        contents += [claim["content"]["text"] for claim in response.json()["items"]]
        following = response.json()["next"]
        assert ("next" in response.links) == (following is not None)
        url = response.links["next"]["url"] if following else ""
        assert following is None or f"cursor={following}" in url
    assert contents == ["Ukraine won", "the war goes on"]


@pytest.mark.parametrize("path", ["documents", "actors", "topics"])
def test_every_list_links_to_its_next_page(client: Client, path: str) -> None:
    for number in range(2):
        submitted(client, url=f"https://news.example/{number}")
    response = client.get(f"/v1/{path}?limit=1")
    assert client.get(response.links["next"]["url"]).json()["items"] != response.json()["items"]


@pytest.mark.parametrize(
    ("change", "status"), [("&act=deny", 400), ("&order=oldest", 400), ("&limit=2", 200), ("", 200)]
)
def test_a_token_is_refused_with_other_filters(client: Client, change: str, status: int) -> None:
    submitted(client)
    token = client.get("/v1/claims?limit=1").json()["next"]
    response = client.get(f"/v1/claims?cursor={token}{change}")
    assert response.status_code == status
    if status == 400:
        assert response.json()["errors"][0]["field"] == "cursor"


def test_a_token_that_no_page_gave_out_is_not_found(client: Client) -> None:
    response = client.get(f"/v1/claims?cursor={'0' * 54}")
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"


def test_negations_and_orders_are_parameters(client: Client) -> None:
    submitted(client, published_at="2024-11-22", publisher="The Quay")
    client.post("/v1/documents", json={"text": "Mary Lee said that it rains.", "published_at": "2024-11-21"})
    items = client.get("/v1/claims?not_act=deny&order=oldest&anonymity=named").json()["items"]
    assert items[0]["content"]["text"] == "it rains"
    assert len(items) == 3
    assert len(client.get("/v1/claims?publisher=the+quay").json()["items"]) == 4


def test_a_claim_shows_its_place_and_its_rule(client: Client) -> None:
    document = submitted(client, title="Late", publisher="The Quay")
    claim = client.get(f"/v1/claims/{document['claims'][1]['id']}").json()
    context = claim["context"]
    (span,) = context["spans"]
    assert context["sentence"] == "Russia and North Korea denied that Ukraine won."
    assert TEXT[slice(*span)] == context["sentence"]
    assert context["before"].endswith("the war may spread.\n")
    assert context["after"].startswith("\nNobody objected.")
    assert claim["document"]["title"] == "Late"
    assert claim["explanation"]["rule"] == "said_that"
    assert "said" in claim["explanation"]["example"]
    assert claim["explanation"]["engine"] == document["engine"]
    assert claim["explanation"]["because"].startswith("negative, certain: ")


def test_related_claims_are_the_same_actor_s_on_the_same_matter(client: Client) -> None:
    document = submitted(client)
    for text in ("Shin Wonsik said that it rains.", "Mary Lee said that a war is on."):
        client.post("/v1/documents", json={"text": text})
    found = client.get(f"/v1/claims/{document['claims'][0]['id']}/related").json()["items"]
    assert [claim["content"]["text"] for claim in found] == ["the war goes on"]
    assert client.get("/v1/claims/nothing/related").status_code == 404


def test_facets_count_what_the_filters_find(client: Client) -> None:
    submitted(client, published_at="2024-11-22", publisher="The Quay")
    counts = client.get("/v1/claims/facets?facet=act&facet=month&not_actor=Lee").json()
    assert counts["claims"] == 3
    assert counts["facets"] == {
        "act": [
            {"value": "deny", "label": "deny", "claims": 2},
            {"value": "state", "label": "state", "claims": 1},
        ],
        "month": [{"value": "2024-11", "label": "2024-11", "claims": 3}],
    }
    everything = client.get("/v1/claims/facets?top=1").json()["facets"]
    assert list(everything) == ["actor", "topic", "act", "publisher", "month"]
    assert everything["publisher"] == [{"value": "The Quay", "label": "The Quay", "claims": 4}]
    assert client.get("/v1/claims/facets?facet=colour").status_code == 400


@pytest.mark.parametrize(
    "since", ["2024-11-22T10:00:00+05:30", "2024-11-22T10:00+05:30", "2024-11-22 10:00:00.5+05:30"]
)
def test_an_offset_may_begin_with_a_plus_as_it_is(client: Client, since: str) -> None:
    submitted(client, published_at="2024-11-22T04:45:00Z")
    found = client.get(f"/v1/claims?published_since={since}").json()["items"]
    assert len(found) == len(client.get("/v1/claims").json()["items"]) > 0
    later = since.replace("10:00", "11:00")
    assert client.get(f"/v1/claims?published_since={later}").json()["items"] == []


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
    assert client.get("/v1/claims/export?format=xml").status_code == 400


def test_a_document_is_schema_org_s(client: Client) -> None:
    known = {"url": "https://news.example/1", "publisher": "The Quay", "title": "Late", "language": "en"}
    document = submitted(client, published_at="2024-11-22", **known)
    response = client.get(f"/v1/documents/{document['id']}/jsonld")
    assert response.headers["content-type"] == "application/ld+json"
    article = response.json()
    assert (article["@context"], article["@type"]) == ("https://schema.org", "NewsArticle")
    assert article["@id"] == article["url"] == "https://news.example/1"
    assert article["publisher"] == {"@type": "Organization", "name": "The Quay"}
    claims = article["hasPart"]
    assert [claim["text"] for claim in claims] == [claim["content"]["text"] for claim in document["claims"]]
    assert all("Claim" in claim["@type"] for claim in claims)
    assert claims[1]["author"][0] == {
        "@type": "Country",
        "@id": "/v1/actors/country:russia",
        "name": "Russia",
    }
    quoted = [claim for claim in claims if "Quotation" in claim["@type"]]
    assert [claim["spokenByCharacter"][0]["name"] for claim in quoted] == ["Mary Lee"]
    assert claims[0]["appearance"]["@id"] == article["@id"]


def test_a_document_s_annotations_select_the_text(client: Client) -> None:
    document = submitted(client, url="https://news.example/1")
    response = client.get(f"/v1/documents/{document['id']}/annotations")
    assert response.headers["content-type"].startswith("application/ld+json; profile=")
    collection = response.json()
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (collection["type"], collection["total"]) == ("AnnotationCollection", 4)
    for annotation, claim in zip(collection["first"]["items"], document["claims"], strict=True):
        assert annotation["type"] == "Annotation"
        own, page = annotation["target"]
        assert own["type"] == page["type"] == "SpecificResource"
        selectors = {selector["type"]: selector for selector in own["selector"]}
        place, quote = selectors["TextPositionSelector"], selectors["TextQuoteSelector"]
        assert TEXT[place["start"] : place["end"]] == quote["exact"]
        assert claim["content"]["text"] in quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in TEXT
        assert (page["source"], page["selector"]) == ("https://news.example/1", [quote])
        assert annotation["body"][1]["id"] == f"/v1/claims/{claim['id']}"


@pytest.mark.parametrize(
    "url", ["our archive, page 3", "urn:x:1", "https://news.example/a b", "javascript:alert(1)"]
)
def test_what_is_no_web_address_names_nothing_in_linked_data(client: Client, url: str) -> None:
    # The service takes none such from outside any more, but has what it took.
    store = client.app.state.backend.store
    document, _ = store.put(Document(text=TEXT, url=url), StubEngine().read(TEXT))
    own = f"/v1/documents/{document.id}"
    article = client.get(f"{own}/jsonld").json()
    assert (article["@id"], "url" in article) == (own, False)
    assert {claim["appearance"]["@id"] for claim in article["hasPart"]} == {own}
    annotations = client.get(f"{own}/annotations").json()["first"]["items"]
    assert {target["source"] for each in annotations for target in each["target"]} == {own}


@pytest.mark.parametrize("path", ["jsonld", "annotations"])
def test_what_is_not_there_is_not_linked(client: Client, path: str) -> None:
    assert client.get(f"/v1/documents/none/{path}").status_code == 404


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, "positive, certain: no word marks it, and so it is as the cue's act, `state`, has it"),
        (
            {"polarity": Polarity.NEGATIVE, "markers": (DENIED,)},
            'negative, certain: "denied" is a negation on the cue',
        ),
        (
            {"type": Type.EVENTUALITY, "certainty": Certainty.UNSPECIFIED},
            "positive, unspecified: an eventuality is not said to be so",
        ),
    ],
)
def test_a_claim_says_why_it_is_as_sure_as_it_is(changed: dict[str, Any], told: str) -> None:
    (claim,) = StubEngine().read("Mary Lee said that it rained.").claims
    assert because(replace(claim, **changed)) == told


def test_a_month_or_a_year_bounds_a_range_by_its_first_day(client: Client) -> None:
    dates = ("2024-12-31", "2025-01-01", "2025-03-05")
    days_of = {
        submitted(client, url=f"https://news.example/{day}", published_at=day)["id"]: day for day in dates
    }
    for query, days in (
        ("published_since=2025", {"2025-01-01", "2025-03-05"}),
        ("published_since=2025-01&published_until=2025-03", {"2025-01-01"}),
        ("published_until=2025", {"2024-12-31"}),
    ):
        found = client.get(f"/v1/claims?{query}").json()["items"]
        assert {days_of[claim["document_id"]] for claim in found} == days
    for wrong in ("2025-13", "25", "2025-1", "0000"):
        refused = client.get(f"/v1/claims?said_since={wrong}").json()
        assert "2024-11-22" in refused["errors"][0]["message"]
