"""The days of the week on which a country rests.

Source: Unicode CLDR, supplemental `weekData` (`weekendStart` and `weekendEnd` by territory), and
where that has only the world's Saturday and Sunday, the working week of the country's own public
service: Bangladesh, Brunei, Djibouti, the Maldives, Nepal and Palestine. The Emirates rested on
Friday and Saturday until the end of 2021. Of Iran CLDR has only the Friday; its ministries are
closed on Thursday too.
"""

from collections.abc import Mapping
from datetime import date

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)

USUAL = frozenset({SATURDAY, SUNDAY})
_FRIDAY_AND_SATURDAY = frozenset({FRIDAY, SATURDAY})
_OTHERS: Mapping[frozenset[int], str] = {
    _FRIDAY_AND_SATURDAY: "BD BH DJ DZ EG IL IQ JO KW LY MV OM PS QA SA SD SY YE",
    frozenset({THURSDAY, FRIDAY}): "AF IR",
    frozenset({FRIDAY, SUNDAY}): "BN",
    frozenset({SATURDAY}): "NP",
    frozenset({SUNDAY}): "IN UG",
}
_BY_COUNTRY = {code: days for days, codes in _OTHERS.items() for code in codes.split()}
_EMIRATES_CHANGED = date(2022, 1, 1)


def is_rest_day(country: str, day: date) -> bool:
    """Tell whether a country (ISO 3166-1 alpha-2) rests every week on a day like this."""
    if country == "AE" and day < _EMIRATES_CHANGED:
        return day.weekday() in _FRIDAY_AND_SATURDAY
    return day.weekday() in _BY_COUNTRY.get(country, USUAL)
