"""The small words of English that tell a name from an ordinary word."""

# ruff: noqa: SIM905 - lists of words are easier to read and to change as words

from __future__ import annotations

AUXILIARIES = frozenset("was is has had were are been being be".split())
HELPERS = frozenset(
    "did does would could should can also then later often always still again initially never not "
    "been being didnt doesnt wasnt hasnt".split()
)
"""Between a name and what the person does: "Hope did not want"."""
DETERMINERS = frozenset(
    "the a an these those any every each some no his her their its all both such what "
    "which one another".split()
)
JOINING = frozenset("of and the for in on".split())
"""Small words inside the names of bodies."""
PARTICLES = frozenset(
    "van von de der den del della di da dos das du la le el al bin bint ibn ben abu ap ter ten st "
    "o".split()
)
"""Small words inside people's names."""
DIRECTIONS = frozenset(
    "upper lower nether great little north south east west new old mid high long".split()
)
"""Before the name of a village they belong to it."""
IN_PLACES = frozenset("in near around outside across within throughout".split())
TO_PLACES = frozenset("towards toward from at to".split())
"""Before the name of a place, but before a person's too."""
PLACE_LEADS = IN_PLACES | TO_PLACES
NO_SENTENCE_END = frozenset(
    "mr mrs ms miss dr prof rev revd st sgt insp supt cllr det v vs no nos tel ext dept".split()
)
"""Abbreviations whose full stop ends no sentence."""
QUANTITIES = frozenset("little much more most less least few many none all some".split())
"""They open a sentence with "was known", and are no name for it."""
SMALL_VERBS = frozenset("will may can hope mark see to do say says".split())
"""In small letters they are no family name, even after a first name."""
COLOURS = frozenset(
    {"green", "blue", "red", "white", "grey", "gray", "black", "brown", "orange", "pink", "purple",
     "violet", "indigo", "scarlet", "amber", "silver", "gold", "yellow", "teal"}
)  # fmt: skip
"""They stand for names after "Child"; others have some of them for a surname."""
