"""What the endpoint does is what its OpenAPI description says; schemathesis looks for anything else."""

from __future__ import annotations

import httpx
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from kg.query import questions
from kg.serve.openapi import openapi


@schemathesis.serializer("application/sparql-query")
def _query(context: object, value: object) -> object:
    return str(value).encode("utf-8", "replace")


schema = schemathesis.openapi.from_dict(openapi("/newskg/id/"))


def test_the_description_is_served(client: httpx.Client) -> None:
    told = client.get("/openapi.json").json()
    assert told == openapi("/newskg/id/")
    names = told["paths"]["/ask/{name}"]["get"]["parameters"][0]["schema"]["enum"]
    assert names == [question.name for question in questions()]


@schema.parametrize()
@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_schemathesis_finds_nothing(case: schemathesis.Case, address: str) -> None:
    # no schema tells queries that parse, names that are known or IRIs that are there from others, so 400 is right
    case.call_and_validate(base_url=address, timeout=120, excluded_checks=[positive_data_acceptance])
