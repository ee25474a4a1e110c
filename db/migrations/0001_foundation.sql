-- Every record, one table a kind; the journal; what the file knows of itself.
-- A moment's column holds its RFC 9557 text; beside it stands the instant in UTC seconds, derived.

CREATE TABLE "person" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "name" TEXT NOT NULL,
    "gender" TEXT,
    "spoken_address" TEXT NOT NULL,
    "written_address" TEXT NOT NULL,
    "place_card" TEXT NOT NULL,
    "pronunciation" TEXT NOT NULL,
    "languages" TEXT NOT NULL,
    "diet" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "private_secretary" TEXT NOT NULL,
    "ours" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "verified_on" TEXT,
    "verified_by" TEXT NOT NULL,
    "notes" TEXT NOT NULL
) STRICT;

CREATE TABLE "office" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "title" TEXT NOT NULL,
    "title_feminine" TEXT NOT NULL,
    "title_masculine" TEXT NOT NULL,
    "of_kind" TEXT NOT NULL,
    "of" TEXT NOT NULL,
    "rank" TEXT NOT NULL,
    "spoken_address" TEXT NOT NULL
) STRICT;

CREATE TABLE "tenure" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "person" TEXT NOT NULL REFERENCES "person" ("id"),
    "office" TEXT NOT NULL REFERENCES "office" ("id"),
    "since" TEXT,
    "until" TEXT,
    "qualifier" TEXT
) STRICT;

CREATE TABLE "unavailability" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "person" TEXT NOT NULL REFERENCES "person" ("id"),
    "start" TEXT NOT NULL,
    "start_utc" INTEGER,
    "end" TEXT NOT NULL,
    "end_utc" INTEGER,
    "reason" TEXT NOT NULL
) STRICT;

CREATE TABLE "venue" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "name" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "parent" TEXT REFERENCES "venue" ("id"),
    "code" TEXT NOT NULL,
    "arrival_door" TEXT NOT NULL,
    "holding_room" TEXT NOT NULL,
    "press_position" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "exclusive" INTEGER NOT NULL,
    "notes" TEXT NOT NULL
) STRICT;

CREATE TABLE "travel_time" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "origin" TEXT NOT NULL REFERENCES "venue" ("id"),
    "destination" TEXT NOT NULL REFERENCES "venue" ("id"),
    "mode" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "source" TEXT NOT NULL
) STRICT;

CREATE TABLE "trip" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "title" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "principal" TEXT NOT NULL REFERENCES "person" ("id"),
    "accompanying" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "context" TEXT NOT NULL,
    "assessment" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "earliest" TEXT,
    "latest" TEXT,
    "home" TEXT NOT NULL,
    "starts_from" TEXT,
    "ends_at" TEXT,
    "invited_by" TEXT NOT NULL,
    "announcement_at" TEXT,
    "announcement_at_utc" INTEGER,
    "announcement_agreed" INTEGER NOT NULL,
    "marking" TEXT NOT NULL,
    "thresholds" TEXT NOT NULL,
    "lead_officer" TEXT NOT NULL,
    "notes" TEXT NOT NULL
) STRICT;

CREATE TABLE "stop" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "trip" TEXT NOT NULL REFERENCES "trip" ("id"),
    "position" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "arrive" TEXT,
    "arrive_utc" INTEGER,
    "depart" TEXT,
    "depart_utc" INTEGER,
    "arrive_on" TEXT,
    "depart_on" TEXT,
    "purpose" TEXT NOT NULL,
    "airports" TEXT NOT NULL,
    "host_contact" TEXT NOT NULL,
    "mission_contact" TEXT NOT NULL,
    "control_room" TEXT NOT NULL,
    "notes" TEXT NOT NULL
) STRICT;

CREATE TABLE "movement" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "trip" TEXT NOT NULL REFERENCES "trip" ("id"),
    "mode" TEXT NOT NULL,
    "origin_stop" TEXT REFERENCES "stop" ("id"),
    "origin_venue" TEXT REFERENCES "venue" ("id"),
    "destination_stop" TEXT REFERENCES "stop" ("id"),
    "destination_venue" TEXT REFERENCES "venue" ("id"),
    "depart" TEXT,
    "depart_utc" INTEGER,
    "arrive" TEXT,
    "arrive_utc" INTEGER,
    "day" TEXT,
    "boarding_minutes" INTEGER,
    "deplaning_minutes" INTEGER,
    "carrier" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "clearance" TEXT NOT NULL,
    "clearance_state" TEXT NOT NULL,
    "met_by" TEXT NOT NULL,
    "seen_off_by" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "actual_depart" TEXT,
    "actual_depart_utc" INTEGER,
    "actual_arrive" TEXT,
    "actual_arrive_utc" INTEGER,
    "visibility" TEXT NOT NULL,
    "notes" TEXT NOT NULL
) STRICT;

CREATE TABLE "lodging" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "trip" TEXT NOT NULL REFERENCES "trip" ("id"),
    "stop" TEXT NOT NULL REFERENCES "stop" ("id"),
    "name" TEXT NOT NULL,
    "venue" TEXT REFERENCES "venue" ("id"),
    "check_in" TEXT,
    "check_in_utc" INTEGER,
    "check_out" TEXT,
    "check_out_utc" INTEGER,
    "reference" TEXT NOT NULL,
    "notes" TEXT NOT NULL
) STRICT;

CREATE TABLE "meeting" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "trip" TEXT NOT NULL REFERENCES "trip" ("id"),
    "stop" TEXT REFERENCES "stop" ("id"),
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "part_of" TEXT REFERENCES "meeting" ("id"),
    "choice" TEXT NOT NULL,
    "series" TEXT NOT NULL,
    "fixed" INTEGER NOT NULL,
    "informational" INTEGER NOT NULL,
    "occupies_principal" INTEGER NOT NULL,
    "buffer_before" INTEGER NOT NULL,
    "buffer_after" INTEGER NOT NULL,
    "attends" TEXT NOT NULL,
    "hosted_by" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "venue" TEXT REFERENCES "venue" ("id"),
    "start" TEXT,
    "start_utc" INTEGER,
    "day" TEXT,
    "part_of_day" TEXT,
    "minutes" INTEGER,
    "accepted_start" TEXT,
    "accepted_start_utc" INTEGER,
    "accepted_minutes" INTEGER,
    "accepted_venue" TEXT REFERENCES "venue" ("id"),
    "told_at" TEXT,
    "told_at_utc" INTEGER,
    "requested_on" TEXT,
    "requested_through" TEXT NOT NULL,
    "interpretation" TEXT,
    "language" TEXT NOT NULL,
    "coverage" TEXT NOT NULL,
    "media_arrive_by" TEXT,
    "media_arrive_by_utc" INTEGER,
    "media_door" TEXT NOT NULL,
    "media_note" TEXT NOT NULL,
    "announcement_at" TEXT,
    "announcement_at_utc" INTEGER,
    "announcement_agreed" INTEGER NOT NULL,
    "visibility" TEXT NOT NULL,
    "public_line" TEXT NOT NULL,
    "dress" TEXT NOT NULL,
    "greeter" TEXT NOT NULL,
    "gift_given" TEXT NOT NULL,
    "gift_received" TEXT NOT NULL,
    "remarks_by" TEXT NOT NULL,
    "remarks_minutes" INTEGER,
    "site_lead" TEXT NOT NULL,
    "host_contact" TEXT NOT NULL,
    "wet_weather" TEXT NOT NULL,
    "actual_start" TEXT,
    "actual_start_utc" INTEGER,
    "actual_end" TEXT,
    "actual_end_utc" INTEGER,
    "readout" TEXT NOT NULL,
    "readout_state" TEXT,
    "placeholder_expires" TEXT,
    "placeholder_expires_utc" INTEGER,
    "notes" TEXT NOT NULL
) STRICT;

CREATE TABLE "participant" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "meeting" TEXT REFERENCES "meeting" ("id"),
    "movement" TEXT REFERENCES "movement" ("id"),
    "position" INTEGER NOT NULL,
    "person" TEXT REFERENCES "person" ("id"),
    "words" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "response" TEXT,
    "printed_title" TEXT NOT NULL,
    "languages" TEXT NOT NULL,
    "seat" TEXT NOT NULL
) STRICT;

CREATE TABLE "topic" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "meeting" TEXT NOT NULL REFERENCES "meeting" ("id"),
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "theme" TEXT NOT NULL,
    "stance" TEXT NOT NULL,
    "objective" TEXT NOT NULL,
    "our_points" TEXT NOT NULL,
    "their_position" TEXT NOT NULL,
    "our_response" TEXT NOT NULL,
    "background" TEXT NOT NULL,
    "priority" INTEGER,
    "minutes" INTEGER,
    "lead" TEXT NOT NULL,
    "state" TEXT NOT NULL
) STRICT;

CREATE TABLE "outcome" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "trip" TEXT NOT NULL REFERENCES "trip" ("id"),
    "meeting" TEXT REFERENCES "meeting" ("id"),
    "position" INTEGER NOT NULL,
    "topics" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "parties" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "effect" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "public" INTEGER NOT NULL
) STRICT;

CREATE TABLE "follow_up" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "trip" TEXT NOT NULL REFERENCES "trip" ("id"),
    "meeting" TEXT REFERENCES "meeting" ("id"),
    "outcome" TEXT REFERENCES "outcome" ("id"),
    "text" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "due" TEXT,
    "state" TEXT NOT NULL,
    "counterpart" TEXT REFERENCES "person" ("id"),
    "last_word" TEXT NOT NULL,
    "last_word_on" TEXT
) STRICT;

CREATE TABLE "task" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "trip" TEXT NOT NULL REFERENCES "trip" ("id"),
    "meeting" TEXT REFERENCES "meeting" ("id"),
    "what" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "due" TEXT,
    "days_before" INTEGER,
    "state" TEXT NOT NULL
) STRICT;

CREATE TABLE "note" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "trip" TEXT NOT NULL REFERENCES "trip" ("id"),
    "meeting" TEXT REFERENCES "meeting" ("id"),
    "when" TEXT NOT NULL,
    "when_utc" INTEGER,
    "with_whom" TEXT NOT NULL,
    "words" TEXT NOT NULL
) STRICT;

CREATE TABLE "acknowledgement" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "trip" TEXT NOT NULL REFERENCES "trip" ("id"),
    "rule" TEXT NOT NULL,
    "subjects" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "at_utc" INTEGER
) STRICT;

CREATE TABLE "release" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "trip" TEXT NOT NULL REFERENCES "trip" ("id"),
    "number" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "at_utc" INTEGER,
    "by" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "recipients" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "marking" TEXT NOT NULL,
    "journal_position" INTEGER NOT NULL,
    "trip_text" TEXT NOT NULL
) STRICT;

CREATE TABLE "wording" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "record" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL
) STRICT;

CREATE INDEX "tenure_person" ON "tenure" ("person");
CREATE INDEX "tenure_office" ON "tenure" ("office");
CREATE INDEX "unavailability_person" ON "unavailability" ("person");
CREATE INDEX "unavailability_start_utc" ON "unavailability" ("start_utc");
CREATE INDEX "venue_parent" ON "venue" ("parent");
CREATE INDEX "travel_time_origin" ON "travel_time" ("origin");
CREATE INDEX "travel_time_destination" ON "travel_time" ("destination");
CREATE INDEX "trip_principal" ON "trip" ("principal");
CREATE INDEX "stop_trip" ON "stop" ("trip");
CREATE INDEX "stop_arrive_utc" ON "stop" ("arrive_utc");
CREATE INDEX "stop_depart_utc" ON "stop" ("depart_utc");
CREATE INDEX "movement_trip" ON "movement" ("trip");
CREATE INDEX "movement_origin_stop" ON "movement" ("origin_stop");
CREATE INDEX "movement_origin_venue" ON "movement" ("origin_venue");
CREATE INDEX "movement_destination_stop" ON "movement" ("destination_stop");
CREATE INDEX "movement_destination_venue" ON "movement" ("destination_venue");
CREATE INDEX "movement_depart_utc" ON "movement" ("depart_utc");
CREATE INDEX "movement_arrive_utc" ON "movement" ("arrive_utc");
CREATE INDEX "lodging_trip" ON "lodging" ("trip");
CREATE INDEX "lodging_stop" ON "lodging" ("stop");
CREATE INDEX "lodging_venue" ON "lodging" ("venue");
CREATE INDEX "meeting_trip" ON "meeting" ("trip");
CREATE INDEX "meeting_stop" ON "meeting" ("stop");
CREATE INDEX "meeting_part_of" ON "meeting" ("part_of");
CREATE INDEX "meeting_venue" ON "meeting" ("venue");
CREATE INDEX "meeting_accepted_venue" ON "meeting" ("accepted_venue");
CREATE INDEX "meeting_start_utc" ON "meeting" ("start_utc");
CREATE INDEX "participant_meeting" ON "participant" ("meeting");
CREATE INDEX "participant_movement" ON "participant" ("movement");
CREATE INDEX "participant_person" ON "participant" ("person");
CREATE INDEX "topic_meeting" ON "topic" ("meeting");
CREATE INDEX "outcome_trip" ON "outcome" ("trip");
CREATE INDEX "outcome_meeting" ON "outcome" ("meeting");
CREATE INDEX "follow_up_trip" ON "follow_up" ("trip");
CREATE INDEX "follow_up_meeting" ON "follow_up" ("meeting");
CREATE INDEX "follow_up_outcome" ON "follow_up" ("outcome");
CREATE INDEX "follow_up_counterpart" ON "follow_up" ("counterpart");
CREATE INDEX "task_trip" ON "task" ("trip");
CREATE INDEX "task_meeting" ON "task" ("meeting");
CREATE INDEX "note_trip" ON "note" ("trip");
CREATE INDEX "note_meeting" ON "note" ("meeting");
CREATE INDEX "acknowledgement_trip" ON "acknowledgement" ("trip");
CREATE INDEX "release_trip" ON "release" ("trip");
CREATE INDEX "wording_record" ON "wording" ("record");

CREATE TABLE "journal_edit" (
    "position" INTEGER PRIMARY KEY NOT NULL,
    "at" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "undoes" INTEGER REFERENCES "journal_edit" ("position"),
    "schema" INTEGER NOT NULL
) STRICT;

CREATE TABLE "journal_change" (
    "edit" INTEGER NOT NULL REFERENCES "journal_edit" ("position"),
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "record" TEXT NOT NULL,
    "trip" TEXT,
    "before" TEXT,
    "after" TEXT,
    PRIMARY KEY ("edit", "number")
) STRICT;

CREATE INDEX "journal_change_record" ON "journal_change" ("record", "edit");
CREATE INDEX "journal_change_trip" ON "journal_change" ("trip", "edit");

CREATE TABLE "about" (
    "name" TEXT PRIMARY KEY NOT NULL,
    "value" TEXT NOT NULL
) STRICT;
