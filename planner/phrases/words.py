"""The names of months and days: how they are typed, and how they are said.

Constant, since those of the `calendar` module change with the machine's locale. Typed forms are
unaccented, as `text.clean` leaves them. French `mar` (mardi) is not among the days: it is March.
"""

MONTHS = (
    ("January", "jan", "janvier", "janv"),
    ("February", "feb", "fevrier", "fevr", "fev"),
    ("March", "mar", "mars"),
    ("April", "apr", "avril", "avr"),
    ("May", "mai"),
    ("June", "jun", "juin"),
    ("July", "jul", "juillet", "juil"),
    ("August", "aug", "aout"),
    ("September", "sep", "sept", "septembre"),
    ("October", "oct", "octobre"),
    ("November", "nov", "novembre"),
    ("December", "dec", "decembre"),
)
WEEKDAYS = (
    ("Monday", "mon", "lundi", "lun"),
    ("Tuesday", "tue", "tues", "mardi"),
    ("Wednesday", "wed", "weds", "mercredi", "mer"),
    ("Thursday", "thu", "thur", "thurs", "jeudi", "jeu"),
    ("Friday", "fri", "vendredi", "ven"),
    ("Saturday", "sat", "samedi", "sam"),
    ("Sunday", "sun", "dimanche", "dim"),
)
MONTH_NAMES = tuple(names[0] for names in MONTHS)
WEEKDAY_NAMES = tuple(names[0] for names in WEEKDAYS)
WEEKDAY_OF = {name.lower(): index for index, names in enumerate(WEEKDAYS) for name in names}
"""The number of a weekday, Monday being 0, by each of its typed names."""
