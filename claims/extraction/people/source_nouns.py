"""Tables of the nouns that sources without a name are called by."""

#: What a body is called by.
KINDS_OF_BODY = ("generic_organisations", "lone_organisations", "groups", "organisation_words")
#: The same for what works for somebody.
BODIES = ("generic_organisations", "lone_organisations", "organisation_words")
#: One person without a name, who may speak.
SOMEBODY = ("generic_persons", "people", "persons", "trades", "counterparts", "kin")
#: One of whom an opening tells no name yet.
NEWCOMERS = ("people", "generic_persons", "trades", "epithets")
#: One who may have a nickname.
NICKNAMED = ("people", "generic_persons", "persons", "titles", "trades", "epithets")
#: People.
PEOPLE = ("groups", "people", "generic_persons")
#: What somebody is.
ROLES = ("titles", "people", "generic_persons", "groups", "body_voices", "epithets")
