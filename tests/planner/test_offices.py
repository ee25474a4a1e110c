import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.geography.countries import country_codes
from planner.offices import find_offices, known_offices
from planner.records import Office
from planner.records.words import OfficeOf, RankClass
from tests.laws import tried


def codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


NOT_MEMBERS = codes(
    "AI AQ AS AW AX BL BM BQ BV CC CK CW CX EH FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO "
    "MP MQ MS NC NF NU PF PM PN PR PS RE SH SJ SX TC TF TK TW UM VA VG VI WF XK YT"
)
MEMBERS = frozenset(country_codes()) - NOT_MEMBERS
BESIDES = frozenset({"VA", "XK", "PS", "TW"})
G20 = codes("AR AU BR CA CN FR DE IN ID IT JP KR MX RU SA ZA TR GB US")
EUROPEAN_UNION = codes(
    "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE"
)
REALMS = codes("AG AU BS BZ CA GB GD JM KN LC NZ PG SB TV VC")
PROVINCES = codes(
    "CA-AB CA-BC CA-MB CA-NB CA-NL CA-NS CA-NT CA-NU CA-ON CA-PE CA-QC CA-SK CA-YT "
    "GB-NIR GB-SCT GB-WLS"
)
ORGANISATIONS = [
    "United Nations",
    "NATO",
    "European Council",
    "European Commission",
    "European Parliament",
    "European Union",
    "OECD",
    "World Trade Organization",
    "International Monetary Fund",
    "World Bank Group",
    "World Health Organization",
    "African Union Commission",
    "ASEAN",
    "Commonwealth",
    "La Francophonie",
    "OSCE",
    "International Atomic Energy Agency",
    "International Criminal Court",
    "Council of Europe",
    "INTERPOL",
]


def posts_of(of: str) -> set[str]:
    offices = (office for office in known_offices() if office.of == of)
    return {office.id.removeprefix(f"office-{of}-") for office in offices}


def with_rank(rank: RankClass) -> set[str]:
    return {office.of for office in known_offices() if office.rank is rank}


def titles(text: str, *extra: Office) -> list[str]:
    return [office.title for office in find_offices(text, extra)]


def test_there_are_193_members_of_the_united_nations() -> None:
    assert len(MEMBERS) == 193


def test_every_state_has_a_head_of_state_and_one_of_government_or_one_who_is_both() -> None:
    for of in MEMBERS | BESIDES:
        posts = posts_of(of)
        heads = {post for post in posts if post.startswith("head-of-state")}
        is_both = "head-of-state-and-government" in heads
        assert heads, of
        assert is_both != ("head-of-government" in posts), of
        assert not is_both or len(heads) == 1, of


def test_a_post_has_the_rank_that_its_name_says() -> None:
    ranks = {
        "head-of-state": RankClass.HEAD_OF_STATE,
        "governor-general": RankClass.HEAD_OF_STATE,
        "head-of-government": RankClass.HEAD_OF_GOVERNMENT,
        "prime-minister": RankClass.HEAD_OF_GOVERNMENT,
        "foreign-minister": RankClass.FOREIGN_MINISTER,
        "premier": RankClass.HEAD_OF_PROVINCE,
    }
    for office in known_offices():
        for post, rank in ranks.items():
            if office.id.startswith(f"office-{office.of}-{post}"):
                assert office.rank is rank, office.title


def test_every_state_of_the_g20_and_of_the_european_union_has_a_foreign_minister() -> None:
    assert with_rank(RankClass.FOREIGN_MINISTER) >= G20 | EUROPEAN_UNION


def test_every_realm_has_its_own_king_or_queen_and_all_but_one_a_governor_general() -> None:
    offices = known_offices()
    queens = {each.of for each in offices if each.title_feminine.startswith("Queen of ")}
    generals = {each.of for each in offices if each.id.endswith("-governor-general")}
    assert queens >= REALMS
    assert generals == REALMS - {"GB"}


def test_every_province_and_nation_has_its_head() -> None:
    assert with_rank(RankClass.HEAD_OF_PROVINCE) == PROVINCES


def test_the_organisations_have_their_heads() -> None:
    assert with_rank(RankClass.HEAD_OF_ORGANISATION) >= set(ORGANISATIONS)


def test_the_codes_of_states_and_provinces_are_those_of_iso_3166() -> None:
    known = set(country_codes())
    for office in known_offices():
        if office.of_kind is OfficeOf.STATE:
            assert office.of in known, office.title
        elif office.of_kind is OfficeOf.PROVINCE:
            assert office.of in PROVINCES, office.title
        else:
            assert office.of_kind is OfficeOf.ORGANISATION
            assert office.of not in known, office.title


def test_no_title_means_two_offices_of_a_body() -> None:
    said = Counter(
        (office.of, title)
        for office in known_offices()
        for title in {office.title, office.title_feminine, office.title_masculine} - {""}
    )
    assert [each for each, times in said.items() if times > 1] == []


def test_no_title_means_two_offices_at_all() -> None:
    said = Counter(office.title for office in known_offices())
    assert [title for title, times in said.items() if times > 1] == []


def test_every_office_has_an_id_of_its_own_that_says_what_it_is() -> None:
    ids = [office.id for office in known_offices()]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"office(-[A-Za-z0-9]+)+", each) for each in ids)
    assert {
        "office-FR-head-of-state",
        "office-US-head-of-state-and-government",
        "office-GB-head-of-government",
        "office-XK-head-of-state",
        "office-CA-governor-general",
        "office-CA-NU-premier",
        "office-nato-secretary-general",
        "office-united-nations-secretary-general",
    } <= set(ids)


def test_the_offices_are_read_once() -> None:
    assert known_offices() is known_offices()


def test_no_cell_has_a_blank_at_its_end_or_the_apostrophe_of_a_typewriter() -> None:
    for file in ("offices.tsv", "bodies.tsv"):
        for row in _rows(file):
            for cell in row:
                for name in cell.split("|"):
                    assert name == " ".join(name.split()), row
                    assert "'" not in name, row


def test_each_body_of_an_office_is_in_the_table_of_bodies_and_no_other() -> None:
    bodies = [row[0] for row in _rows("bodies.tsv")]
    assert len(bodies) == len(set(bodies))
    assert set(bodies) == {office.of for office in known_offices()}


def test_the_sample_trip_calls_its_offices_the_same() -> None:
    known = {(office.title, office.of): office for office in known_offices()}
    sample = json.loads(resources.files("planner").joinpath("data/sample-trip.json").read_bytes())
    for stated in sample["offices"]:
        office = known[stated["title"], stated["of"]]
        assert office.of_kind == stated["of_kind"]
        assert office.rank == stated["rank"]
        assert office.title_feminine == stated.get("title_feminine", "")
        assert office.spoken_address == stated.get("spoken_address", office.spoken_address)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("President of the French Republic", "President of the French Republic"),
        ("president of fr", "President of the French Republic"),
        ("french president", "President of the French Republic"),
        ("president france", "President of the French Republic"),
        ("french pres", "President of the French Republic"),
        ("PM UK", "Prime Minister of the United Kingdom"),
        ("uk pm", "Prime Minister of the United Kingdom"),
        ("british prime minister", "Prime Minister of the United Kingdom"),
        ("king", "King of Canada"),
        ("king of the uni", "King of the United Kingdom"),
        ("queen of denmark", "King of Denmark"),
        ("king of belg", "King of the Belgians"),
        ("sec gen nato", "Secretary General of NATO"),
        ("un sg", "Secretary-General of the United Nations"),
        ("who dg", "Director-General of the World Health Organization"),
        ("imf", "Managing Director of the International Monetary Fund"),
        ("commission president", "President of the European Commission"),
        ("chancellor", "Federal Chancellor of Germany"),
        ("chancelor", "Federal Chancellor of Germany"),
        ("german pm", "Federal Chancellor of Germany"),
        ("austrian chancellor", "Federal Chancellor of Austria"),
        ("presdent of frnace", "President of the French Republic"),
        ("president of niger", "President of the Republic of the Niger"),
        ("nigerian president", "President of the Federal Republic of Nigeria"),
        ("president of guinea", "President of the Republic of Guinea"),
        ("prime minister of dominica", "Prime Minister of Dominica"),
        ("ireland pm", "Taoiseach of Ireland"),
        ("spanish prime minister", "President of the Government of Spain"),
        ("pope", "Pope"),
        ("gg canada", "Governor General of Canada"),
        ("premier nun", "Premier of Nunavut"),
        ("premier ns", "Premier of Nova Scotia"),
        ("first minister scot", "First Minister of Scotland"),
        ("secretary of state", "Secretary of State of the United States"),
        ("foreign minister us", "Secretary of State of the United States"),
        ("foreign secretary", "Foreign Secretary of the United Kingdom"),
        ("ivory coast president", "President of the Republic of Côte d’Ivoire"),
        ("turkiye", "President of the Republic of Türkiye"),
        ("emir of qatar", "Amir of the State of Qatar"),
    ],
)
def test_what_is_typed_offers_first_what_is_meant(text: str, title: str) -> None:
    assert titles(text)[0] == title


@pytest.mark.parametrize("text", ["", "   ", "of the", "?!", "zzz", "president of atlantis"])
def test_what_fits_nothing_offers_nothing(text: str) -> None:
    assert titles(text) == []


def test_every_office_is_found_first_by_its_own_title() -> None:
    for office in known_offices():
        assert find_offices(office.title)[0] == office


def test_a_whole_name_comes_before_one_that_begins_so() -> None:
    found = titles("prime minister of guinea")
    assert found[:2] == ["Prime Minister of Guinea", "Prime Minister of Guinea-Bissau"]


def test_whole_words_come_before_their_beginnings() -> None:
    assert titles("pm uk") == ["Prime Minister of the United Kingdom", "Prime Minister of Ukraine"]


def test_no_more_are_offered_than_are_asked_for() -> None:
    assert len(find_offices("president")) == 8
    assert len(find_offices("president", limit=3)) == 3


STORED = Office(
    id="1", title="Prime Minister of Malta", of_kind=OfficeOf.STATE, of="MT", spoken_address="Ours"
)
OWN = Office(id="2", title="Minister of Finance of France", of_kind=OfficeOf.STATE, of="FR")


def test_a_stored_office_comes_first_of_those_that_fit_as_well_and_never_twice() -> None:
    found = find_offices("prime minister", (STORED,), limit=500)
    assert found[0] is STORED
    assert [each.title for each in found].count(STORED.title) == 1


def test_a_stored_office_does_not_hide_one_that_fits_better() -> None:
    ukraine = Office(id="3", title="Prime Minister of Ukraine", of_kind=OfficeOf.STATE, of="UA")
    assert titles("pm uk", ukraine)[0] == "Prime Minister of the United Kingdom"


def test_a_stored_office_is_found_by_all_that_the_shipped_one_is() -> None:
    assert find_offices("maltese pm", (STORED,)) == (STORED,)


def test_an_office_of_the_staffs_own_is_found_by_its_body_too() -> None:
    assert titles("finance french", OWN) == [OWN.title]
    assert titles("fr minister fin", OWN) == [OWN.title]


def test_a_shipped_office_that_was_corrected_is_not_offered_as_it_was() -> None:
    shipped = find_offices("taoiseach")[0]
    corrected = replace(shipped, title="Prime Minister of Ireland")
    assert find_offices("irish pm", (corrected,))[0] is corrected
    assert shipped not in find_offices("taoiseach", (corrected,))


@tried(50)
@given(st.text(max_size=40), st.integers(0, 10))
def test_whatever_is_typed_none_is_offered_twice(text: str, limit: int) -> None:
    found = find_offices(text, (STORED, OWN), limit)
    assert len({each.id for each in found}) == len(found) <= limit


def test_importing_reads_no_data() -> None:
    program = (
        "import sys; opened = []\n"
        "sys.addaudithook(lambda event, args: event == 'open' and opened.append(str(args[0])))\n"
        "import planner.offices\n"
        "assert not [name for name in opened if name.endswith('.tsv')], opened\n"
        "planner.offices.known_offices()\n"
        "assert [name for name in opened if name.endswith('offices.tsv')]\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)  # noqa: S603 - our own words


def _rows(file: str) -> Iterator[list[str]]:
    text = resources.files("planner").joinpath("data", file).read_text("utf-8")
    return (line.split("\t") for line in text.splitlines()[1:])
