"""The closed sets of words that records use, as the field says them."""

from enum import StrEnum


class Gender(StrEnum):
    """Chooses the form of a title where a language has two."""

    FEMININE = "feminine"
    MASCULINE = "masculine"
    OTHER = "other"


class OfficeOf(StrEnum):
    """What kind of body an office belongs to."""

    STATE = "state"
    ORGANISATION = "organisation"
    PROVINCE = "province"
    COMPANY = "company"


class RankClass(StrEnum):
    """The order of precedence between offices, highest first."""

    HEAD_OF_STATE = "head of state"
    HEAD_OF_GOVERNMENT = "head of government"
    DEPUTY_HEAD_OF_GOVERNMENT = "deputy head of government"
    FOREIGN_MINISTER = "foreign minister"
    MINISTER = "minister"
    HEAD_OF_ORGANISATION = "head of organisation"
    HEAD_OF_PROVINCE = "head of province"
    AMBASSADOR = "ambassador"
    OFFICIAL = "official"
    OTHER = "other"


class Qualifier(StrEnum):
    """How a tenure differs from plainly holding the office."""

    ACTING = "acting"
    ELECT = "elect"
    DESIGNATE = "designate"
    FORMER = "former"


class VenueKind(StrEnum):
    """What a venue is."""

    PALACE = "palace"
    RESIDENCE = "residence"
    OFFICE = "office"
    ROOM = "room"
    CONFERENCE_CENTRE = "conference centre"
    EMBASSY = "embassy"
    HOTEL = "hotel"
    AIRPORT = "airport"
    STATION = "station"
    PORT = "port"
    MONUMENT = "monument"
    PLACE_OF_WORSHIP = "place of worship"
    MILITARY = "military"
    CITY = "city"
    OTHER = "other"


class Mode(StrEnum):
    """How one travels."""

    GOVERNMENT_AIRCRAFT = "government aircraft"
    COMMERCIAL_AIR = "commercial air"
    HELICOPTER = "helicopter"
    RAIL = "rail"
    MOTORCADE = "motorcade"
    SEA = "sea"
    ON_FOOT = "on foot"


class TravelSource(StrEnum):
    """Who says how long a way takes."""

    RECCE = "recce"
    HOST = "host"
    ESTIMATE = "estimate"


class TripCategory(StrEnum):
    """What protocol calls the visit."""

    STATE = "state"
    OFFICIAL = "official"
    OFFICIAL_WORKING = "official working"
    WORKING = "working"
    GUEST_OF_GOVERNMENT = "guest of government"
    PRIVATE = "private"
    TRANSIT = "transit"
    MULTILATERAL = "multilateral"
    CEREMONIAL = "ceremonial"


class TripStatus(StrEnum):
    """How firm a trip is."""

    IDEA = "idea"
    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    ANNOUNCED = "announced"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


class StopPurpose(StrEnum):
    """Why the trip stops there."""

    VISIT = "visit"
    OVERNIGHT = "overnight"
    REFUEL = "refuel"


class Status(StrEnum):
    """How firm an entry of the programme is."""

    PROPOSED = "proposed"
    REQUESTED = "requested"
    TENTATIVE = "tentative"
    CONFIRMED = "confirmed"
    HELD = "held"
    DECLINED = "declined"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    SUPERSEDED = "superseded"


class MeetingKind(StrEnum):
    """What happens in an entry."""

    BILATERAL = "bilateral"
    TETE_A_TETE = "tête-à-tête"
    EXPANDED_MEETING = "expanded meeting"
    TRILATERAL = "trilateral"
    PLENARY = "plenary"
    MULTILATERAL = "multilateral"
    ROUNDTABLE = "roundtable"
    WORKING_MEAL = "working meal"
    AUDIENCE = "audience"
    COURTESY_CALL = "courtesy call"
    PULL_ASIDE = "pull-aside"
    DROP_BY = "drop-by"
    CALL = "call"
    OFFICIAL_DINNER = "official dinner"
    BANQUET = "banquet"
    RECEPTION = "reception"
    SIGNING = "signing"
    ARRIVAL_CEREMONY = "arrival ceremony"
    DEPARTURE_CEREMONY = "departure ceremony"
    WREATH_LAYING = "wreath-laying"
    CEREMONY = "ceremony"
    PHOTO = "photo"
    STATEMENTS = "statements to the media"
    PRESS_CONFERENCE = "press conference"
    MEDIA_AVAILABILITY = "media availability"
    INTERVIEW = "interview"
    SPEECH = "speech"
    SITE_VISIT = "site visit"
    EMBASSY_VISIT = "embassy visit"
    MEET_AND_GREET = "meet-and-greet"
    BRIEFING = "briefing"
    PERSONAL_TIME = "personal time"
    PLACEHOLDER = "placeholder"
    OTHER = "other"


class Attends(StrEnum):
    """Who of ours the entry is for."""

    PRINCIPAL = "principal"
    SPOUSE = "spouse"
    DELEGATION = "delegation only"


class PartOfDay(StrEnum):
    """A time that is not an hour yet."""

    MORNING = "morning"
    MIDDAY = "midday"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


class Interpretation(StrEnum):
    """How what is said reaches the other side."""

    NONE = "none"
    CONSECUTIVE = "consecutive"
    SIMULTANEOUS = "simultaneous"
    WHISPERED = "whispered"


class Coverage(StrEnum):
    """What the media may see."""

    NOT_STATED = "not stated"
    OPEN = "open"
    POOLED = "pooled"
    POOLED_PHOTO = "pooled photo at the start"
    HOST_BROADCASTER = "host broadcaster"
    OFFICIAL_PHOTOGRAPHER = "official photographer only"
    CLOSED = "closed"


class Visibility(StrEnum):
    """Who may know of an entry at all."""

    PUBLIC = "public"
    INTERNAL = "internal"
    RESTRICTED = "restricted"


class ReadoutState(StrEnum):
    """How far the account of a meeting is."""

    DRAFT = "draft"
    AGREED = "agreed"
    PUBLISHED = "published"


class Side(StrEnum):
    """On whose side a participant sits."""

    OURS = "ours"
    THEIRS = "theirs"
    THIRD = "third"


class Role(StrEnum):
    """What a participant is there for."""

    PRINCIPAL = "principal"
    COUNTERPART = "counterpart"
    DELEGATION = "delegation"
    INTERPRETER = "interpreter"
    NOTETAKER = "notetaker"
    GREETER = "greeter"
    PRESS = "press"
    SECURITY = "security"
    STAFF = "staff"


class Response(StrEnum):
    """What a participant answered."""

    INVITED = "invited"
    TENTATIVE = "tentative"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class Stance(StrEnum):
    """Who brings a topic up."""

    WE_RAISE = "we raise"
    THEY_RAISE = "they raise"
    IF_RAISED = "if raised"
    AVOID = "avoid"


class TopicState(StrEnum):
    """What became of a topic."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    DISCUSSED = "discussed"
    DEFERRED = "deferred"
    DROPPED = "dropped"


class OutcomeKind(StrEnum):
    """What form a result takes."""

    JOINT_STATEMENT = "joint statement"
    COMMUNIQUE = "communiqué"
    DECLARATION = "declaration"
    AGREEMENT = "agreement"
    MEMORANDUM = "memorandum"
    LETTER_OF_INTENT = "letter of intent"
    PARTNERSHIP = "partnership"
    COMMITMENT = "commitment"
    ANNOUNCEMENT = "announcement"
    CONTRIBUTION = "contribution"
    WORKING_GROUP = "working group"
    INVITATION = "invitation"
    DECISION = "decision"
    DISAGREEMENT = "disagreement"
    NEXT_MEETING = "next meeting"


class OutcomeState(StrEnum):
    """How far a result is."""

    EXPECTED = "expected"
    UNDER_NEGOTIATION = "under negotiation"
    AGREED = "agreed"
    ANNOUNCED = "announced"
    SIGNED = "signed"
    IN_FORCE = "in force"
    IMPLEMENTED = "implemented"
    WITHDRAWN = "withdrawn"


class FollowUpState(StrEnum):
    """How far a follow-up is."""

    OPEN = "open"
    IN_PROGRESS = "in progress"
    COMPLETE = "complete"
    DROPPED = "dropped"


class TaskKind(StrEnum):
    """What has to be ready."""

    BRIEF = "brief"
    REMARKS = "remarks"
    CLEARANCE = "clearance"
    GIFT = "gift"
    INTERPRETER = "interpreter"
    MEDIA_NOTE = "media note"
    THANK_YOU = "thank-you"
    OTHER = "other"


class TaskState(StrEnum):
    """How far a task is."""

    OPEN = "open"
    IN_PROGRESS = "in progress"
    DONE = "done"
    DROPPED = "dropped"


class ReleaseScope(StrEnum):
    """For whom a release is."""

    INTERNAL = "internal"
    PUBLIC = "public"
