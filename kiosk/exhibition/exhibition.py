"""Holds an exhibition as it is shown: every default filled in, every file found.

`kiosk.authoring.keys.model`, by which curators' files are read, says what each key means.
"""

from __future__ import annotations

from typing import Literal, Protocol, get_args

from msgspec import Struct

from kiosk.exhibition.text import LocalisedText

LayoutName = Literal[
    "title", "text", "single", "matted", "beside", "pair", "grid", "quote", "portrait"
]
TransitionName = Literal["cut", "fade", "push", "wipe", "through_black", "zoom"]
ThemeName = Literal["gallery", "paper", "contrast"]
MotionName = Literal["still", "drift", "reveal"]
OrderName = Literal["written", "shuffle"]
IndexName = Literal["questions", "chapters", "none"]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)


class Detail(Struct, frozen=True):
    """A place on a photo; `at` is left, top, width and height, as fractions of the photo."""

    at: tuple[float, float, float, float]
    text: LocalisedText
    title: LocalisedText | None = None


class Consent(Struct, frozen=True):
    by: str
    on: str
    covers: str


class Work(Struct, frozen=True, omit_defaults=True):
    """The work that a photo shows, as on a label in a museum."""

    by: LocalisedText | None = None
    title: LocalisedText | None = None
    year: LocalisedText | None = None
    technique: LocalisedText | None = None
    size: LocalisedText | None = None
    collection: LocalisedText | None = None


class Photo(Struct, frozen=True, gc=False, omit_defaults=True):
    """`file` is an absolute path."""

    file: str
    alt: LocalisedText | None = None
    work: Work | None = None
    caption: LocalisedText | None = None
    credit: LocalisedText | None = None
    focus: tuple[float, float] = (0.5, 0.5)
    details: tuple[Detail, ...] = ()
    people: bool = False
    consent: Consent | None = None
    stand_in: bool = False


class Quote(Struct, frozen=True):
    text: str
    translation: LocalisedText | None = None
    translated_by: LocalisedText | None = None
    speaker: LocalisedText | None = None
    language: str = "en"
    names_translator: bool = True
    """Whether the slide names the translator: not if a slide before has done so."""


class Fact(Struct, frozen=True):
    label: LocalisedText
    value: LocalisedText


class Composed(Protocol):
    """What a slide has, as it is written or as it is shown."""

    @property
    def layout(self) -> LayoutName | None: ...
    @property
    def facts(self) -> tuple[object, ...]: ...
    @property
    def photos(self) -> tuple[object, ...]: ...
    @property
    def photo(self) -> object: ...
    @property
    def text(self) -> object: ...
    @property
    def title(self) -> object: ...
    @property
    def quote(self) -> object: ...


def kind_of(slide: Composed) -> LayoutName:
    """The layout asked for, or the one that follows from what the slide has."""
    if slide.layout:
        return slide.layout
    if slide.facts:
        return "portrait"
    if slide.photos:
        return "pair" if len(slide.photos) == 2 else "grid"
    if slide.photo:
        return "beside" if slide.text or slide.title else "single"
    if slide.quote and not slide.text:
        return "quote"
    return "text" if slide.text else "title"


class End(Struct, frozen=True, omit_defaults=True):
    """What the page after the last slide ends, and where it leads; `next` names an exhibition."""

    title: LocalisedText | None = None
    next: str = ""
    has_interview: bool = False
    help: LocalisedText | None = None


class Slide(Struct, frozen=True, gc=False, omit_defaults=True):
    """A slide has one photo, or several, or none; `section` is the one that it belongs to.

    `title_photo` is the one that a title page shows although another slide, or the cover, has it.
    `end` makes it the page after the last slide, which screens add.
    """

    title: LocalisedText | None = None
    text: LocalisedText | None = None
    photo: Photo | None = None
    photos: tuple[Photo, ...] = ()
    caption: LocalisedText | None = None
    quote: Quote | None = None
    facts: tuple[Fact, ...] = ()
    layout: LayoutName | None = None
    fill: bool = False
    attract: bool = True
    transition: TransitionName = "fade"
    motion: MotionName = "drift"
    dwell: Literal["auto"] | float = "auto"
    notice: LocalisedText | None = None
    section: LocalisedText | None = None
    from_: str | None = None
    until: str | None = None
    weekdays: tuple[Weekday, ...] = ()
    hours: str | None = None
    title_photo: Photo | None = None
    end: End | None = None

    @property
    def kind(self) -> LayoutName:
        return kind_of(self)

    @property
    def all_photos(self) -> tuple[Photo, ...]:
        return (self.photo,) if self.photo else self.photos

    @property
    def shown_photos(self) -> tuple[Photo, ...]:
        """All photos on the screen, also one that a title page shows."""
        return self.all_photos or ((self.title_photo,) if self.title_photo else ())

    @property
    def is_scheduled(self) -> bool:
        """Whether it is shown only at some times."""
        return bool(self.from_ or self.until or self.weekdays or self.hours)


class Colours(Struct, frozen=True):
    """Colours that replace the theme's, as #rrggbb."""

    ground: str | None = None
    ink: str | None = None
    accent: str | None = None


class Fonts(Struct, frozen=True):
    """Font files that replace the usual ones, as absolute paths."""

    serif: str | None = None
    serif_italic: str | None = None
    sans: str | None = None
    sans_italic: str | None = None


class Chapter(Struct, frozen=True):
    """`from_` are words of the interview at which it begins."""

    title: LocalisedText
    from_: str


class Transcript(Struct, frozen=True):
    """What a curator says about an interview; `file` is an absolute path."""

    file: str
    language: str | None = None
    speakers: tuple[tuple[str, str], ...] = ()
    public: bool = True
    chapters: tuple[Chapter, ...] = ()
    index: IndexName = "questions"
    translated_by: LocalisedText | None = None


class Exhibition(Struct, frozen=True):
    """`photos`, a folder, and `cover` are absolute paths."""

    title: LocalisedText
    slides: tuple[Slide, ...]
    subtitle: LocalisedText | None = None
    by: LocalisedText | None = None
    interview: Transcript | None = None
    photos: str = "."
    cover: str | None = None
    notice: LocalisedText | None = None
    theme: ThemeName | None = None
    accent: str | None = None
    colours: Colours = Colours()
    fonts: Fonts = Fonts()
    attract: bool = True
    order: OrderName = "written"
    from_: str | None = None
    until: str | None = None
    weekdays: tuple[Weekday, ...] = ()
    hours: str | None = None
