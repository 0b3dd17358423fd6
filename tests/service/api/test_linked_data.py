"""Documents as schema.org and as Web Annotations have them."""

from __future__ import annotations

import pytest

from service.documents import Document
from tests.service.api.conftest import TEXT, submitted
from tests.service.callers import Client
from tests.service.stub import StubEngine


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
