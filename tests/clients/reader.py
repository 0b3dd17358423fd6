"""A program on the client that openapi-python-client makes: ``python reader.py ADDRESS KEY``."""

from __future__ import annotations

import datetime
import json
import sys

from claims_client import AuthenticatedClient
from claims_client.api.claims import get_claim, list_claims
from claims_client.api.documents import amend_document, delete_document, get_document, submit_document
from claims_client.models import Act, Amendment, ClaimPage, Problem, StoredDocument, TextSubmission

TEXTS = (
    "Ann Lee denied on Friday that the bridge would close.",
    "Bo Carver said that the ferry would sail. Ann Lee denied that it was late.",
)


def main(address: str, key: str) -> None:
    client = AuthenticatedClient(base_url=address, token=key)
    submitted = []
    for text in TEXTS:
        body = TextSubmission(text=text, published_at=datetime.date(2024, 11, 22), publisher="The Example")
        made = submit_document.sync_detailed(client=client, body=body)
        assert made.status_code == 201, made
        assert isinstance(made.parsed, StoredDocument)
        submitted.append(made.parsed)
    assert submitted[0].claims[0].act is Act.DENY

    # By the line, over the client's own connection, since the generator makes no function for it.
    lines = "".join(json.dumps({"text": text}) + "\n" for text in TEXTS)
    headers = {"Content-Type": "application/x-ndjson"}
    answered = client.get_httpx_client().post("/v1/documents", content=lines, headers=headers)
    answers = [json.loads(line) for line in answered.text.splitlines()]
    assert [answer["id"] for answer in answers] == [document.id for document in submitted]

    assert submitted[0].claims[0].cue.spans == [[8, 14]]

    right = Amendment(published_at=datetime.date(2024, 11, 21), publisher=None)
    amended = amend_document.sync(submitted[0].id, client=client, body=right)
    assert isinstance(amended, StoredDocument)
    assert (amended.published_at, amended.publisher) == ("2024-11-21", None)

    found: list[str] = []
    page = list_claims.sync(client=client, actor=["Ann Lee"], act=[Act.DENY], limit=1)
    while isinstance(page, ClaimPage):
        found += [claim.id for claim in page.items]
        if page.next_ is None:
            break
        page = list_claims.sync(client=client, actor=["Ann Lee"], act=[Act.DENY], limit=1, cursor=page.next_)
    assert len(found) == 2, found
    claim = get_claim.sync(found[0], client=client)
    assert claim is not None and not isinstance(claim, Problem)

    problem = get_document.sync("unknown", client=client)
    assert isinstance(problem, Problem) and problem.status == 404
    for document in submitted:
        assert delete_document.sync_detailed(document.id, client=client).status_code == 204
    print("all well")


if __name__ == "__main__":
    main(*sys.argv[1:])
