"""Who and what a text tells of first without a name: texts and mentions that are, or are not, one entity."""

from __future__ import annotations

import pytest

from .test_chains import are_apart, is_one

LEADS = {
    # whom the first sentence tells of, and the name of which the text goes on to tell
    "Mayor quits\n\nThe mayor of Lima resigned on Tuesday after an audit. The council met.\n\n"
    "Peter Roe, 58, announced his departure in the evening. Mr Roe was a surveyor.": (
        "Mayor | The mayor of Lima | Peter Roe | his | Roe"
    ),
    "A court in Oslo sentenced a former teacher to four years on Monday. It found that Peter Roe, 47, had lied.": (
        "a former teacher | Peter Roe"
    ),
    "The man who ran the largest casino in Macau was sentenced on Monday to 20 years. Carl Hill was found guilty of "
    "fraud. Hill smiled. Mr Hill had fled to Peru in 2009. He came back in May.": "The man | Carl Hill | Hill | Hill",
    "The rector of a school in Lima quit. Anna Berg, who had led it since May, handed back the keys. "
    "Berg had asked for a new roof. She will teach again. Berg laughed.": "The rector of a school in Lima | Anna Berg",
}
RUNNING = {
    # who runs what the first sentence tells of the head of; whom an age behind a post adds to
    "The director of a zoo in Lima was suspended on Monday. The ministry said it had asked Ann Bell, who has run the "
    "zoo for ten years, to stay at home. Bell denied it.": "The director of a zoo in Lima | Ann Bell | Bell",
    "Margaret Holm resigned yesterday, brought down by her own party. Rain fell.\n\nThe premier, 65, told ministers "
    "at a meeting that she would not go on.": "Margaret Holm | The premier | she",
}
NAMED_LATER = {
    # a definite description in front of the name of what was told of as new
    "The mill lost a contract with a Dutch retailer. The retailer, Lindhof, was silent.": "a Dutch retailer | Lindhof",
    "The mill was to be saved by an investor from Turkey. The Turkish investor, Derin Holding, broke off the talks.": (
        "an investor from Turkey | The Turkish investor | Derin Holding"
    ),
    "Police have held a nurse. It rained. The nurse, Ann Bell, denied it.": "a nurse | The nurse | Ann Bell",
    "Ann Roth died at her daughter's home. Her daughter, the translator Manana Berg, was ill.": (
        "her daughter's | Her daughter | the translator | Manana Berg"
    ),
    # what it is or will be called
    "The merged group, to be called Norsel Bruun, will employ 12,000 people.": "The merged group | Norsel Bruun",
    "A group calling itself the Northern Front attacked the embassy.": "A group | Northern Front",
}
RELATIVES = {
    # whose father or mother has just been told of
    "Ann Bell was born in Lima. Her father, Tom, was shot and her mother sent to Chile. The daughter, expelled from "
    "school, found work.": "Ann Bell | Her | her | The daughter",
    "Carl Hill sang. His mother was a nurse. The son left in May.": "Carl Hill | The son",
}
INCOMERS = {
    # who was made what the description says
    "Karl Ostrov was crowned king of Norway in May. His nephew died. The new king sang.": "Karl Ostrov | The new king",
    "Ann Bell was elected president of Peru on Friday. Tom Roe left. The new head of state wore a dark suit.": (
        "Ann Bell | The new head of state"
    ),
    "Tom Roe was sworn in as prime minister. Ann Bell sang. The new premier left.": "Tom Roe | The new premier",
    "Ann Bell, who had been made coach in 2010, left. Tom Roe took over as coach. The new coach sang.": (
        "Tom Roe | The new coach"
    ),
    "Tom Roe became chairman in May. Ann Bell met the new boss.": "Tom Roe | the new boss",
    "Mayor Réjean Thibault sang in Lima. The mayor left.": "Réjean Thibault | The mayor",
}
HEADLINES = {
    # whom the first sentences tell the same of
    "Cop charged with stealing guns\n\nA sergeant was charged with theft on Friday.": "Cop | A sergeant",
    "Village baker jailed for arson\n\nTom Roe, who sold bread in Lima, was jailed for arson on Monday.": (
        "Village baker | Tom Roe"
    ),
    "Town at odds over bell that mayor wants silenced\n\nThe bell has rung since 1887. If Mayor Jan Roe gets his way, "
    "it will fall silent.": "mayor | Jan Roe",
    "Peru's third woman president takes oath\n\nAnn Bell, who once sang, was sworn in as president of Peru in May.": (
        "Peru's third woman president | Ann Bell"
    ),
    "Peruvian court removes mayor over bribes\n\nA crowd wept as Ann Bell, head of Peru's Constitutional Court, "
    "read out on Monday that Tom Roe had lied.": "Peruvian court | Constitutional Court",
    "Norway's new king crowned\n\nKarl Ostrov was made king of Norway on Monday.": "Norway's new king | Karl Ostrov",
}
HENS = (
    "'My hens know me'\n\nAnn Bell, who has kept hens since 2004, {talks} to Tom Roe about eggs and rain.\n\n"
    "You began with three hens. Why?\n\nMy father gave me them. He left Lima in 2011. I sold eggs.\n\n"
    "And you liked it.\n\nOnce. In 2009 I left the farm."
)
INTERVIEWS = {
    # who answers is who the introduction says
    HENS.format(talks="talks"): "Ann Bell | My | me | My | me | I | I",
    HENS.format(talks="spoke"): "My father | He",
}
APART = {
    "A former teacher was jailed on Monday. Peter Roe, a baker, laughed.": "A former teacher | Peter Roe",
    "A former teacher was jailed on Monday. His nephew, Peter Roe, 27, laughed.": "A former teacher | Peter Roe",
    # who ran it before, or runs something else; an age behind a word for anybody
    "The director of a zoo in Lima was suspended on Monday. The ministry praised Ann Bell, who had run the zoo for "
    "ten years.": "The director of a zoo in Lima | Ann Bell",
    "The director of a zoo in Lima was suspended on Monday. The ministry praised Ann Bell, who runs the school.": (
        "The director of a zoo in Lima | Ann Bell"
    ),
    "A ship sank on Monday, Tom Roe, the minister, said. Police held a man. The man, 35, was ill.": "Tom Roe | The man",
    # who speaks of it, of whom the text tells little, or who is told of with them
    "A nurse was killed on Monday. Carl Hill said that he was shocked. Hill wept. He prayed. Hill left.": (
        "A nurse | Carl Hill"
    ),
    "A nurse was killed on Monday. Carl Hill lives next door. He was at home.": "A nurse | Carl Hill",
    "A nurse was hurt on Monday. Carl Hill found the nurse in Lima. Hill wept. He prayed. Hill left. He sang.": (
        "A nurse | Carl Hill"
    ),
    "A nurse was hurt on Monday. President Carl Hill left. Hill wept. He prayed. Hill left. He sang.": (
        "A nurse | Carl Hill"
    ),
    HENS.format(talks="wrote"): "Ann Bell | I",
    HENS.format(talks="talks"): "Ann Bell | He",
    "Carl Hill sang. His mother was a nurse. The daughter left in May.": "Carl Hill | The daughter",
    "Carl Hill met Tom Roe. Hill's mother was a nurse. Roe's mother sang. The son left.": "Carl Hill | The son",
    "Carl Hill has a daughter. His mother has a son. The son left in May.": "Carl Hill | The son",
    # of two, or of another kind
    "A firm in Oslo lost. The mill was bought by a firm from Peru. The firm, Derin Holding, sang.": (
        "A firm in Oslo | Derin Holding"
    ),
    "The mill lost a contract with a Dutch retailer. The Danish retailer, Lindhof, sang.": "a Dutch retailer | Lindhof",
    "A man calling his dog Rex was killed.": "A man | Rex",
    "Ann Bell was made coach. Tom Roe was made coach. The new coach sang.": "Ann Bell | The new coach",
    "Ann Bell was not made coach. The new coach sang.": "Ann Bell | The new coach",
    "Ann Bell was made vice president. The new president sang.": "Ann Bell | The new president",
    "Ann Bell was made prime minister. The new minister sang.": "Ann Bell | The new minister",
    "Ann Bell was made health minister. The new prime minister sang.": "Ann Bell | The new prime minister",
    "Cop charged with theft\n\nTom Roe was cleared of theft on Friday. He left.": "Cop | Tom Roe",
    "Cop and his nephew jailed for theft\n\nTom Roe jailed a sergeant in Oslo on Friday. He left.": "Cop | Tom Roe",
    "Peruvian court removes mayor over bribes\n\nA crowd wept as Ann Bell, head of the Constitutional Court, said on "
    "Monday that the Supreme Court had lied.": "Peruvian court | Constitutional Court",
    "Cop shot\n\nTom Roe shot a sergeant in Oslo on Friday. He left.": "Cop | Tom Roe",
}


@pytest.mark.parametrize(
    ("text", "chain"), (LEADS | RELATIVES | RUNNING | NAMED_LATER | INCOMERS | HEADLINES | INTERVIEWS).items()
)
def test_one(text: str, chain: str) -> None:
    assert is_one(text, chain)


@pytest.mark.parametrize(("text", "chain"), APART.items())
def test_apart(text: str, chain: str) -> None:
    assert are_apart(text, chain)
