"""Says what to write instead of a key that is not known in its place."""

from __future__ import annotations

import json
import re

from msgspec import Struct

from kiosk.authoring.keys.base_model import Model, model_of
from kiosk.authoring.keys.model import (
    Colours,
    Consent,
    Defaults,
    Detail,
    Exhibition,
    Fonts,
    Kiosk,
    Photo,
    Quote,
    Screen,
    Slide,
    Transcript,
    Work,
)
from kiosk.authoring.keys.synonyms import key_among, keys_for, lacking
from kiosk.authoring.load.advice.similar import did_you_mean
from kiosk.authoring.problems.problem import brief, quoted
from kiosk.authoring.yaml.key_lines import BLOCK
from kiosk.authoring.yaml.nodes import Node
from kiosk.authoring.yaml.signs import strange
from kiosk.authoring.yaml.structure import BELOW
from kiosk.language.tags import TAG

HOMES: tuple[tuple[type[Model], str], ...] = (
    (Slide, "under a slide"),
    (Photo, "to a photo"),
    (Exhibition, "at the top of an exhibition's file"),
    (Defaults, "under defaults"),
    (Quote, "under quote"),
    (Transcript, "under interview"),
    (Detail, "under details"),
    (Work, "under work"),
    (Consent, "under consent"),
    (Colours, "under colours"),
    (Fonts, "under fonts"),
    (Kiosk, "in kiosk.yaml"),
    (Screen, "under screen in kiosk.yaml"),
)
"""Where each model's keys are written, in the order in which they are tried."""
TO_WRITE = {"withheld": "withheld: true, to leave the slide out"}
"""What to write instead of words that may say the contrary, such as visible."""
PLAIN = re.compile(r"\w[\w .()/-]*")
"""Matches file names that need no quotation marks in braces."""
NAME_MAX = 100
"""Most letters of a file name in a message."""
WITH_TAG = re.compile(r"(?P<key>[a-z_]+?)\s*[-_ .:(\[/]\s*(?P<tag>[a-zA-Z]{2,3})[)\]]?")


class Unknown(Struct, frozen=True):
    """A key that a model does not have, and the pairs of keys and values around it."""

    key: str
    model: type[Model]
    siblings: list[tuple[Node, Node]]
    lines: tuple[str, ...]

    @property
    def is_language(self) -> bool:
        return _is_tag(self.key)

    def advice(self) -> str:
        """A sentence about the key."""
        return (
            strange(self.key)
            or self._of_text_block()
            or self._of_language()
            or self._of_empty_parent()
            or self._of_wrapper()
            or self._of_case()
            or self._of_word_here()
            or self._of_other_place()
            or self._of_word_elsewhere()
            or self._of_tagged()
            or self._otherwise()
        )

    def _of_text_block(self) -> str | None:
        """Words below > or | that are not indented, of which a colon made a key."""
        at = next((n for n, (key, _) in enumerate(self.siblings) if key.text == self.key), 0)
        above = self.siblings[at - 1][0] if at else None
        found = BLOCK.match(self.lines[above.mark.line - 1]) if above else None
        if not found or not found["sign"]:
            return None
        return BELOW.format(f"{found['key']}: {found['sign']}")

    def _of_language(self) -> str | None:
        if not self.is_language:
            return None
        above = None
        for key, value in self.siblings:
            if key.text == self.key:
                break
            if not _is_tag(key.text or ""):
                above = (key, value)
        if above is None:
            return "a language goes under a key, such as title:" if len(self.key) == 2 else None
        key, value = above
        name = key.text or ""
        if not value.is_nothing and len(self.key) > 2:
            return None  # It is more likely a typing error, such as txt.
        if value.is_nothing:
            return f"indent the languages below {name}: further than that key"
        tag = self.key.lower() if len(self.key) == 2 else self.key
        return f"a language goes under its key: write {name}: {{en: …, {tag}: …}}"

    @property
    def _value(self) -> Node | None:
        return next((value for key, value in self.siblings if key.text == self.key), None)

    @property
    def empty_parent(self) -> str | None:
        """A key above without a value, under which this key probably belongs."""
        above = None
        for key, value in self.siblings:
            if key.text == self.key:
                break
            if key.text in self.model.known_keys():
                above = key.text if value.is_nothing else None
        field = self.model.known_keys().get(above or "")
        inner = model_of(field) if field else None
        if above == "facts" or (inner and self.key in inner.known_keys()):
            return above
        return None

    def _of_empty_parent(self) -> str | None:
        parent = self.empty_parent
        return f"indent the lines below {parent}: further than that key" if parent else None

    def _of_wrapper(self) -> str | None:
        """A key of its own above the keys of a slide, or of the whole file."""
        entries = self._value.entries if self._value else None
        known = self.model.known_keys()
        means_key = did_you_mean(self.key, known) or known.keys() & {*keys_for(self.key)}
        if self.key in ("quote", "photo") or not entries or means_key:
            return None
        if (
            self.model not in (Slide, Exhibition)
            or entries[0][0].text not in self.model.known_keys()
        ):
            return None
        where = "after the dash" if self.model is Slide else "at the left edge"
        return f"remove {brief(self.key)}: and begin the keys below it {where}"

    def _of_case(self) -> str | None:
        """A key in capital letters, or with other signs between its words."""
        folded = re.sub(r"[\W_]", "", self.key.casefold())
        same = (key for key in self.model.known_keys() if key.replace("_", "") == folded)
        key = next(same, None)
        return f"unknown key {quoted(self.key)}; did you mean '{key}'?" if key else None

    def _plain(self) -> str:
        """The key as it would be written if some model has it."""
        return re.sub(r"[\s-]", "_", self.key.casefold())

    def may_mean(self, key: str) -> bool:
        """Whether this key probably stands for that one."""
        tagged = WITH_TAG.fullmatch(self.key)
        is_tagged = tagged is not None and tagged["key"] == key
        value = self._value
        if value is not None and value.child(key):
            return True
        is_local = key_among(self.key, [key]) is not None
        return (
            is_local
            or key in keys_for(self.key)
            or is_tagged
            or bool(did_you_mean(self.key, [key]))
        )

    def _of_word_here(self) -> str | None:
        local = key_among(self.key, self.model.known_keys())
        if local:
            return f"unknown key {quoted(self.key)}; write {local} instead"
        instead = lacking(self.key)
        if instead:
            return f"unknown key {quoted(self.key)}; {instead}"
        keys = keys_for(self.key)
        if self.key in keys:
            return None
        here = next((key for key in keys if key in self.model.known_keys()), None)
        if here:
            similar = did_you_mean(self.key, [here])
            instead = TO_WRITE.get(here, f"{here} instead")
            return f"unknown key {quoted(self.key)}{similar or f'; write {instead}'}"
        return None

    def _of_word_elsewhere(self) -> str | None:
        keys = keys_for(self.key)
        if "withheld" in keys and self.model is Exhibition:
            return (
                f"unknown key {quoted(self.key)}; to leave an exhibition out,"
                " list only the others under exhibitions in kiosk.yaml"
            )
        home = next((place for key in keys if (place := _home(key))), None)
        key = next((key for key in keys if _home(key)), None)
        return f"unknown key {quoted(self.key)}; write {key} instead, {home}" if key else None

    def _of_other_place(self) -> str | None:
        key = self._plain()
        home = _home(key)
        if not home:
            return None
        if self.model is Slide and key in Photo.known_keys():
            if key == "file":
                return "write the file's name after photo: such as photo: 01.jpg"
            return f"{key} belongs to a photo: write photo: {{file: {self._file()}, {key}: …}}"
        if self.model is Exhibition and key in Defaults.known_keys():
            return f"{key} belongs under defaults, or under a slide"
        if self.model is Photo and key in Slide.known_keys():
            return f"{key} belongs under the slide, beside photo"
        return f"{key} belongs {home}"

    def _file(self) -> str:
        """The photo's file on this slide, as it is written in braces."""
        photo = next((value for key, value in self.siblings if key.text == "photo"), None)
        inside = photo.child("file") if photo else None
        file = inside[1] if inside else photo
        name = file.text if file else None
        if not name or len(name) > NAME_MAX:
            return "01.jpg"
        return name if PLAIN.fullmatch(name) else json.dumps(name, ensure_ascii=False)

    def _of_tagged(self) -> str | None:
        found = WITH_TAG.fullmatch(self.key)
        if not found or found["key"] not in self.model.known_keys():
            return None
        tag = found["tag"].lower()
        return f"unknown key {quoted(self.key)}; write {found['key']}: {{{tag}: …}}"

    def _otherwise(self) -> str:
        fields = self.model.known_keys()
        known = f"; the keys here are {', '.join(fields)}"
        return f"unknown key {quoted(self.key)}{did_you_mean(self.key, fields) or known}"


def _is_tag(key: str) -> bool:
    """Whether it is a language, perhaps in capital letters."""
    return bool(re.fullmatch(TAG, key.lower() if len(key) == 2 else key))


def _home(key: str) -> str | None:
    return next((place for model, place in HOMES if key in model.known_keys()), None)
