"""Decides which speaker asks, and what each speaker's name is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from kiosk.authoring.transcripts.doubts.lines import Line
from kiosk.authoring.transcripts.forms.candidates import Label
from kiosk.authoring.transcripts.forms.roles import ANSWERS, ASKS, pair
from kiosk.authoring.transcripts.forms.rows import Row, UnclearError
from kiosk.exhibition.speakers import are_several, is_same_person, name_words

INTERVIEWER = "interviewer"
NO_NAME = re.compile(
    r"\W*\b(the|full|interviews?|transcri\w+|transkri\w+|entretien|entrevista|gespräch|portrait"
    r"|with|mit|avec|von|by)\b\W*",
    re.IGNORECASE,
)
GENERIC = re.compile(
    r"(speaker|sprecher(in)?|participant|person|locuteur|intervenant|hablante|спикер|s|b)?"
    r"[\s_#-]*\d{1,3}",
    re.IGNORECASE,
)
NAME_WORDS_MAX = 4
ASKS_MOSTLY = 0.5
SPEAKERS_HELP = "name them under interview, as in speakers: {AE: Ada Example, KH: interviewer}"
CAPITALS_MIN = 4
"""From this length on, “ANNA” is a name in capitals rather than initials."""


class Hints(Struct, frozen=True):
    """What the exhibition says about who speaks."""

    names: tuple[str, ...] = ()
    """Whose exhibition it is, and other people whom it quotes."""
    labels: Mapping[str, str] = {}
    """Names by labels, as a curator gives them; the labels as `roles.plain` writes them."""


NO_HINTS = Hints()


class Cast(Struct, frozen=True):
    """The speakers of a transcript, by their labels."""

    names: Mapping[str, str]
    asking: frozenset[str]

    def asks(self, key: str) -> bool:
        return key in self.asking

    def name(self, key: str) -> str:
        return self.names.get(key, "")

    @classmethod
    def of(
        cls,
        turns: Sequence[tuple[Label, Sequence[Row]]],
        legend: Mapping[str, str],
        head: Sequence[Row],
        hints: Hints,
    ) -> Cast:
        labels = {label.key: label for label, _ in turns}
        known = _known_names(head, legend, hints)
        names = {key: _name(label, legend, known, hints) for key, label in labels.items()}
        asking = _asking(turns, labels, names, legend, hints)
        unnamed = [key for key in labels if key not in asking and not names[key]]
        if len(unnamed) > 1:  # Two people without a name are not one.
            names |= {key: labels[key].name for key in unnamed}
        return cls(names, asking)


def _known_names(head: Sequence[Row], legend: Mapping[str, str], hints: Hints) -> tuple[str, ...]:
    texts = [NO_NAME.sub(" ", row.text).strip() for row in head]
    titles = [text for text in texts if text and len(name_words(text)) <= NAME_WORDS_MAX]
    names = dict.fromkeys([*hints.names, *legend.values(), *titles])
    return tuple(name for name in names if not are_several(name))


def _name(label: Label, legend: Mapping[str, str], known: Sequence[str], hints: Hints) -> str:
    """The name to show; "" for a role, such as “A”, and for a number, such as “Speaker 2”."""
    given = hints.labels.get(label.key)
    if given is not None:
        return "" if given.casefold() == INTERVIEWER else given
    for text in (label.key, label.extra.casefold()):
        if text in legend:
            return legend[text]
    if ASKS.fullmatch(label.key):
        return legend.get(INTERVIEWER, "")
    if ANSWERS.fullmatch(label.key) or GENERIC.fullmatch(label.key) or len(label.key) == 1:
        return ""
    same = [name for name in known if is_same_person(label.name, name)]
    full = {frozenset(name_words(name)) for name in same}
    longest = max(same, key=len, default="")
    if same and all(words <= frozenset(name_words(longest)) for words in full):
        return longest if len(longest) >= len(label.name) else label.name
    return _in_small_letters(label.name)


def _in_small_letters(name: str) -> str:
    return " ".join(
        word.title() if word.isupper() and len(word) >= CAPITALS_MIN else word
        for word in name.split()
    )


def _asking(
    turns: Sequence[tuple[Label, Sequence[Row]]],
    labels: Mapping[str, Label],
    names: Mapping[str, str],
    legend: Mapping[str, str],
    hints: Hints,
) -> frozenset[str]:
    """Labels of those who ask; UnclearError if neither their words nor their questions tell."""
    letters = pair(labels) or ("", "")
    asking, answering = set[str](), set[str]()
    for key in labels:
        given = hints.labels.get(key, "").casefold()
        if given == INTERVIEWER or (not given and (ASKS.fullmatch(key) or key == letters[0])):
            asking.add(key)
        elif given or ANSWERS.fullmatch(key) or key == letters[1]:
            answering.add(key)
        elif names[key] and names[key] == legend.get(INTERVIEWER):
            asking.add(key)
        elif any(names[key] and is_same_person(names[key], name) for name in hints.names):
            answering.add(key)
    shares = _shares(turns)
    _agree(letters, shares, turns)
    unknown = [key for key in labels if key not in asking | answering]
    if asking or len(labels) == 1:
        return frozenset(asking)
    if not unknown:
        return frozenset()
    most = max(unknown, key=lambda key: shares[key])
    others = [shares[key] for key in labels if key != most]
    if shares[most] >= ASKS_MOSTLY and all(share < shares[most] / 2 for share in others):
        return frozenset({most})
    if any(not names[key] for key in labels):
        shown = " or ".join(f"“{labels[key].name}”" for key in list(labels)[:3])
        reason = f"it is not clear whether {shown} asks the questions"
        raise UnclearError(turns[0][0].row.line, reason, SPEAKERS_HELP)
    return frozenset()


def _shares(turns: Sequence[tuple[Label, Sequence[Row]]]) -> dict[str, float]:
    """How many of everybody's turns have a question."""
    count = Counter(label.key for label, _ in turns)
    asked = Counter(
        label.key
        for label, rows in turns
        if any(Line(row.line, row.text, 0, 0).asks for row in rows)
    )
    return {key: asked[key] / count[key] for key in count}


def _agree(
    letters: tuple[str, str],
    shares: Mapping[str, float],
    turns: Sequence[tuple[Label, Sequence[Row]]],
) -> None:
    """Letters may also be initials: whoever is “Q” must not ask less than “A”."""
    asks, answers = letters
    if asks and shares[asks] < shares[answers]:
        reason = f"“{answers.upper()}” asks more often than “{asks.upper()}”"
        raise UnclearError(turns[0][0].row.line, reason, SPEAKERS_HELP)
