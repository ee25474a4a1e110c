"""Every fact and theme of the sample's story is in a field of a record, and on the agenda."""

from functools import cache

import pytest

from planner.records import Tenure
from planner.records.plain import Plain, to_plain
from tests.planner.documents.papers import markdown_of, sample, text_of, words_of

PHRASES = [
    "one-day trip to Paris and London",
    "the announced trip ends in Iqaluit",
    "Reinforce trade and security ties",
    "strengthen alliances with European partners",
    "Cyberattacks on governments and financial institutions",
    "economic and geopolitical uncertainty",
    "United States tariffs on China, Canada and Mexico",
    "beginning of a renewed partnership between Canada and Europe",
    "Mark Carney",
    "Prime Minister of Canada",
    "Montréal",
    "Ottawa",
    "Paris–Orly",
    "RAF Northolt",
    "Iqaluit Airport",
    "no lodging",
    "Notre-Dame",
    "Élysée Palace",
    "Statements to the media",
    "Working lunch with President Emmanuel Macron",
    "President of the French Republic",
    "closed to the media",
    "private meeting",
    "Security came first; trade second",
    "Intelligence-sharing",
    "Cybersecurity",
    "Cyberattacks, espionage and digital warfare",
    "governments, banks and critical infrastructure",
    "A stronger security framework",
    "Counterterrorism",
    "Rising risks from extremist groups",
    "track and prevent",
    "share critical information to identify and neutralise threats",
    "Organised crime",
    "Trade and economic cooperation",
    "strong for years",
    "Continued stability",
    "Support for Ukraine",
    "Five Eyes",
    "The defence-spending target of NATO",
    "A new security partnership between Canada and France",
    "intelligence-sharing and cybersecurity against cyberattacks, espionage and organised crime",
    "A more resilient defence against digital threats",
    "faster answers by both governments",
    "Faster exchange of intelligence on threats",
    "share critical information to identify and neutralise terrorist threats",
    "Explore economic cooperation",
    "Audience with King Charles III",
    "Buckingham Palace",
    "King of the United Kingdom",
    "King of Canada",
    "head of state of the United Kingdom and of Canada",
    "Largely symbolic",
    "respect for and commitment to the Commonwealth",
    "historical ties",
    "No agenda, no aides, no readout",
    "Meeting with Prime Minister Sir Keir Starmer",
    "10 Downing Street",
    "pooled photo at the start",
    "more detailed",
    "Reinforcing trade agreements after Brexit",
    "A stable economic relationship",
    "growth and jobs",
    "Cyber threats and espionage",
    "Protection of critical digital infrastructure",
    "Intelligence-sharing mechanisms and strategies",
    "Transatlantic security and Ukraine",
    "Strong trade ties",
    "Stronger cybersecurity cooperation",
    "Stronger intelligence-sharing mechanisms",
    "P.J. Akeeagok",
    "Premier of Nunavut",
    "Arctic and northern communities",
    "Reconciliation",
    "Canadian Rangers",
    "Arctic over-the-horizon radar",
    "Anthony Albanese",
    "Prime Minister of Australia",
    "radar partnership",
    "09:00 on Wednesday in Canberra",
    "1 official, Privy Council Office",
    "holiday in Northern Ireland, not in London",
]
"""The facts and themes of the story, in its words."""

WRITTEN_DIFFERENTLY = {"closed to the media": "closed"}
"""What a field says in a word of its own."""


@cache
def agenda_words() -> tuple[str, str]:
    papers = text_of(sample()), markdown_of(sample())
    return words_of(papers[0]).casefold(), words_of(papers[1]).casefold()


@cache
def field_words() -> str:
    fields: list[str] = []
    for record in sample().records:
        if not isinstance(record, Tenure):
            fields += _texts(to_plain(record))
    return "\n".join(fields)


def _texts(plain: Plain) -> list[str]:
    if isinstance(plain, dict):
        return [text for value in plain.values() for text in _texts(value)]
    if isinstance(plain, list):
        return [text for value in plain for text in _texts(value)]
    return [" ".join(plain.split())] if isinstance(plain, str) else []


@pytest.mark.parametrize("phrase", PHRASES)
def test_every_fact_and_theme_is_in_a_field_and_on_the_agenda(phrase: str) -> None:
    assert WRITTEN_DIFFERENTLY.get(phrase, phrase).casefold() in field_words().casefold()
    for paper in agenda_words():
        assert phrase.casefold() in paper
