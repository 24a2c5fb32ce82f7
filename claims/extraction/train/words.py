"""Words for made-up sources: syllables of surnames, roles, bodies, verbs of saying."""

from __future__ import annotations

# fmt: off
SYLLABLES = (
    "al", "an", "ar", "ba", "bek", "ber", "bor", "bran", "cal", "car", "cha", "dal", "dan", "del",
    "der", "dor", "du", "el", "en", "er", "fal", "fer", "gan", "gar", "gor", "gri", "hal", "har",
    "hen", "hol", "ib", "il", "in", "ish", "jan", "jo", "ka", "kal", "ken", "ko", "kov", "la",
    "lan", "len", "li", "lo", "ma", "mal", "man", "mar", "mi", "mo", "mun", "na", "nor", "o",
    "ol", "or", "pa", "per", "pol", "qua", "ra", "ram", "ren", "ri", "ro", "sa", "san", "se",
    "ski", "son", "sta", "sten", "su", "ta", "tan", "ter", "ti", "to", "tor", "u", "ul", "va",
    "ven", "vi", "vo", "wal", "wen", "wil", "xi", "ya", "yan", "yu", "za", "zhen", "zo",
)
#: Lower case ones take a body before them: "Housing minister".
TITLES = (
    "President", "Minister", "Senator", "Mayor", "Governor", "Judge", "Professor", "Dr.", "Dr",
    "Mr.", "Mr", "Ms.", "Ms", "Mrs.", "Mrs", "Sir", "General", "Secretary", "Ambassador",
    "Chancellor", "Commissioner", "Councillor", "Inspector", "Captain", "minister", "spokesman",
    "spokeswoman", "councillor", "lawyer", "engineer", "analyst", "director", "chairman",
)
ROLES = (
    "spokesman", "spokeswoman", "spokesperson", "minister", "ambassador", "mayor", "lawyer",
    "engineer", "analyst", "director", "chairman", "professor", "researcher", "official", "editor",
    "commander", "prosecutor", "economist", "doctor", "governor", "teacher", "farmer", "founder",
    "judge", "detective", "owner", "secretary", "chief", "head", "leader", "resident", "critic",
)
ADJECTIVES = (
    "senior", "former", "chief", "deputy", "local", "foreign", "retired", "regional", "political",
    "acting", "young", "national",
)
BODIES = (
    "Health", "Finance", "Defence", "Defense", "Justice", "Education", "Housing", "Transport",
    "Energy", "Labour", "Labor", "Agriculture", "Interior", "Foreign", "Trade", "Environment",
    "Water", "Harbour", "Railway", "Research", "Statistics", "Culture", "Fisheries", "Immigration",
)
GROUPS = (
    "Ministry", "Department", "Office", "Agency", "Council", "Commission", "Institute", "Union",
    "Association", "Party", "University", "Bank", "Authority", "Service", "Committee", "Board",
    "Group", "Federation", "League", "Company", "Court", "Centre", "Hospital", "Post", "Times",
)
DOCUMENTS = (
    "police", "officials", "witnesses", "residents", "prosecutors", "authorities", "researchers",
    "critics", "analysts", "doctors", "lawyers", "reports", "documents", "records", "figures",
    "experts", "sources", "organizers", "investigators", "farmers", "diplomats", "opponents",
)
CUES = (
    *(("said", "VBD", "say"),) * 10, *(("says", "VBZ", "say"),) * 3,
    ("added", "VBD", "add"), ("noted", "VBD", "note"), ("explained", "VBD", "explain"),
    ("argued", "VBD", "argue"), ("claimed", "VBD", "claim"), ("claims", "VBZ", "claim"),
    ("warned", "VBD", "warn"), ("insisted", "VBD", "insist"), ("announced", "VBD", "announce"),
    ("confirmed", "VBD", "confirm"), ("acknowledged", "VBD", "acknowledge"),
    ("stated", "VBD", "state"), ("reported", "VBD", "report"), ("stressed", "VBD", "stress"),
    ("wrote", "VBD", "write"), ("replied", "VBD", "reply"), ("recalled", "VBD", "recall"),
    ("suggested", "VBD", "suggest"), ("admitted", "VBD", "admit"), ("believes", "VBZ", "believe"),
    ("found", "VBD", "find"), ("conceded", "VBD", "concede"), ("declared", "VBD", "declare"),
)
DENIALS = (
    *(("denied", "VBD", "deny"),) * 3, ("denies", "VBZ", "deny"), ("rejected", "VBD", "reject"),
    ("disputed", "VBD", "dispute"), ("dismissed", "VBD", "dismiss"), ("rejects", "VBZ", "reject"),
)
DOINGS = (
    ("heads", "VBZ", "head"), ("leads", "VBZ", "lead"), ("runs", "VBZ", "run"),
    ("founded", "VBD", "found"), ("represents", "VBZ", "represent"), ("chairs", "VBZ", "chair"),
    ("owns", "VBZ", "own"), ("joined", "VBD", "join"), ("left", "VBD", "leave"),
    ("visited", "VBD", "visit"), ("advises", "VBZ", "advise"), ("criticized", "VBD", "criticize"),
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
OCCASIONS = (
    ("in", "a", "statement"), ("in", "an", "interview"), ("at", "a", "briefing"),
    ("in", "a", "letter"), ("during", "a", "visit"), ("at", "the", "conference"),
    ("after", "the", "vote"), ("before", "the", "hearing"), ("in", "a", "report"),
    ("during", "the", "debate"), ("through", "a", "spokesman"), ("on", "the", "radio"),
)
# fmt: on
