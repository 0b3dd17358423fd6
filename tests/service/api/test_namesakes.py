"""Over HTTP, persons who may be the same are told and taken along."""

from __future__ import annotations

from tests.service.callers import Client


def test_a_short_name_is_taken_along_and_told(client: Client) -> None:
    for name in ("Ann Holm", "Holm", "Bo Holm"):
        client.post(
            "/v1/documents", json={"text": f"{name} said that it rains.\nLund said that {name} lied."}
        )
    asked = "/v1/claims?actor=Ann+Holm"
    assert len(client.get(asked).json()["items"]) == 1
    found = client.get(f"{asked}&namesakes=include").json()["items"]
    assert {claim["actors"][0]["name"] for claim in found} == {"Ann Holm", "Holm"}
    assert len(client.get("/v1/claims?about=Ann+Holm&namesakes=INCLUDE").json()["items"]) == 2
    facets = client.get("/v1/claims/facets?actor=Ann+Holm&namesakes=include&facet=act").json()
    assert facets["claims"] == 2
    (told,) = client.get("/v1/actors/ann-holm").json()["namesakes"]
    assert (told["id"], told["name"], told["claims"], told["about"]) == ("holm", "Holm", 1, 1)
    assert client.get(f"{asked}&namesakes=perhaps").status_code == 400
