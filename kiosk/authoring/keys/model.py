"""Defines what curators may write: each key with its default, its bounds and its help.

Editors show the help and the examples; they get them through `json_schema`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from kiosk.authoring.keys.base_model import Model
from kiosk.authoring.keys.values import (
    Area,
    Colour,
    Date,
    Dwell,
    FileName,
    Hours,
    LanguageTag,
    LocalisedText,
    Point,
    Text,
    Wants,
    YesOrNo,
)
from kiosk.exhibition import exhibition as values
from kiosk.exhibition.exhibition import kind_of

A_LAYOUT = Wants("the name of a layout")
LayoutName = Annotated[values.LayoutName, A_LAYOUT]
PhotoLayoutName = Annotated[Literal["single", "matted", "beside"], A_LAYOUT]
TransitionName = Annotated[values.TransitionName, Wants("the name of a transition")]
MotionName = Annotated[values.MotionName, Wants("the name of a motion")]
ThemeName = Annotated[values.ThemeName, Wants("the name of a theme")]
OrderName = Annotated[values.OrderName, Wants("the name of an order")]
Weekdays = Annotated[tuple[values.Weekday, ...], Wants("a list of days, such as [sat, sun]")]
FontFile = Annotated[Text, Wants("the file of a font, such as letters.ttf")]

PHOTOS_ON_A_GRID = 4


# An exhibition and a slide both have these.
FROM: Any = Field(
    None, alias="from", description="The first day on which it is shown", examples=["2026-05-01"]
)
Until = Annotated[Date, Wants("a date as year-month-day, such as 2026-09-30")]
UNTIL: Any = Field(None, description="The last day on which it is shown", examples=["2026-09-30"])
ON_WEEKDAYS: Any = Field(
    (), description="Only on these days of the week", examples=[["sat", "sun"]]
)
AT_HOURS: Any = Field(
    None, description="Only from one time of day until another", examples=["10:00-18:00"]
)


class Consent(Model):
    """Who agreed that people are shown, and to what. Visitors never see it."""

    wants = "a map, such as {by: The curator, on: 2026-05-01, covers: This exhibition}"

    by: Annotated[Text, Wants("the name of who asked")] = Field(
        description="Who asked them and keeps their consent", examples=["The curator"]
    )
    on: Date = Field(description="The day on which they consented", examples=["2026-05-01"])
    covers: Annotated[Text, Wants("what was agreed to, such as This exhibition")] = Field(
        description="What they agreed to", examples=["This exhibition, and its catalogue"]
    )


class Detail(Model):
    """A place on a photo, and what is told of it."""

    at: Area = Field(
        description="Where: from the left, from the top, width and height, as fractions",
        examples=[[0.2, 0.3, 0.25, 0.2]],
    )
    title: LocalisedText | None = Field(
        None, description="A few words above", examples=["The window"]
    )
    text: LocalisedText = Field(
        description="What is to be seen there", examples=["The light comes from the north."]
    )


Details = Annotated[
    tuple[Detail, ...],
    Field(max_length=20),
    Wants("a list of places, each with at: and text:"),
]


class Photo(Model):
    """One photograph: its file name, or a map with file, alt, caption and more."""

    wants = "a file name, or a map with file, alt, caption, credit and focus"

    file: FileName = Field(
        description="File name within the exhibition's `photos` folder", examples=["01.jpg"]
    )
    alt: LocalisedText | None = Field(
        None,
        description="What is to be seen, for those who cannot see it",
        examples=["A red apple on a stone wall", {"en": "An apple", "fr": "Une pomme"}],
    )
    caption: LocalisedText | None = Field(
        None,
        description="The label: a few words, shown with the photo",
        examples=[{"en": "Before Paris", "fr": "Avant Paris"}],
    )
    credit: LocalisedText | None = Field(
        None, description="Who made it and who lent it", examples=["Lent by the photographer"]
    )
    focus: Point = Field(
        (0.5, 0.5),
        description="What must stay in view: fractions of width and height from the top left",
        examples=[[0.4, 0.6]],
    )
    details: Details = Field(
        (),
        description="Places that visitors can be led to, one after the other",
        examples=[[{"at": [0.2, 0.3, 0.25, 0.2], "text": "The light comes from the north."}]],
    )
    people: YesOrNo = Field(
        False,
        description="People can be recognised in it; it then needs `consent`",
        examples=[True],
    )
    consent: Consent | None = Field(
        None,
        description="Who agreed to be shown, and to what; visitors never see it",
        examples=[{"by": "The curator", "on": "2026-05-01", "covers": "This exhibition"}],
    )
    stand_in: YesOrNo = Field(
        False, description="Hangs in place of a photo that is not here yet", examples=[True]
    )
    withdrawn: YesOrNo = Field(
        False,
        description="Never shown again, in whichever exhibition it is named",
        examples=[True],
    )

    @model_validator(mode="before")
    @classmethod
    def _file_alone(cls, value: Any) -> Any:
        return {"file": value} if isinstance(value, str) else value


class Quote(Model):
    """Words that stand in the interview, as they were spoken: the text, or a map with text."""

    wants = "words from the interview, or a map with text and translation"

    text: Annotated[
        Text, Wants("the words as they were spoken; other languages go under translation")
    ] = Field(
        description="Word for word; … marks what was left out, [ ] what the editor added",
        examples=["It’s about one apple."],
    )
    translation: LocalisedText | None = Field(
        None,
        description="The same words in other languages",
        examples=[{"fr": "Elle parle d’une pomme."}],
    )
    translated_by: LocalisedText | None = Field(
        None, description="Who translated them", examples=["Translated for this exhibition"]
    )
    speaker: LocalisedText | None = Field(
        None,
        description="Whose words; the exhibition's `by` if left out",
        examples=["Another voice"],
    )
    language: LanguageTag = Field(
        "en", description="Language the words were spoken in", examples=["en", "kk"]
    )

    @model_validator(mode="before")
    @classmethod
    def _text_alone(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value


AS_FACTS = Wants("")
"""For the sides of a fact, which are seldom written out: the message is about all facts."""


class Fact(Model):
    """One line of a portrait: what, and its answer."""

    label: Annotated[LocalisedText, AS_FACTS] = Field(
        description="What", examples=[{"en": "Lives in", "fr": "Vit à"}]
    )
    value: Annotated[LocalisedText, AS_FACTS] = Field(description="Its answer", examples=["Paris"])


def _map_as_facts(value: Any) -> Any:
    if isinstance(value, dict):
        return tuple({"label": label, "value": answer} for label, answer in value.items())
    return value


class Defaults(Model):
    """What a slide does unless it says otherwise."""

    wants = "a map, such as {layout: beside, dwell: 12}"

    layout: PhotoLayoutName | None = Field(
        None, description="For slides with one photo", examples=["single"]
    )
    transition: TransitionName = Field("fade", description="How a slide arrives", examples=["fade"])
    motion: MotionName = Field(
        "drift", description="How a photo moves while it stands", examples=["drift"]
    )
    dwell: Dwell = Field(
        "auto",
        description="How long a slide stands: seconds, or auto for time to look and to read",
        examples=["auto", 12],
    )
    credit: LocalisedText | None = Field(
        None, description="For photos that name none", examples=["Lent by the photographer"]
    )
    stand_in: YesOrNo = Field(
        False, description="All photos of this exhibition are stand-ins", examples=[True]
    )


class Slide(Model):
    """One step of an exhibition."""

    title: LocalisedText | None = Field(
        None,
        description="A heading; alone, a title page",
        examples=[{"en": "One apple", "fr": "Une pomme"}],
    )
    text: LocalisedText | None = Field(
        None, description="The curator's words", examples=["He had never been in Europe before."]
    )
    photo: Photo | None = Field(
        None,
        description="A file name, or a map with file, alt, …",
        examples=["01.jpg", {"file": "01.jpg", "alt": "A red apple on a stone wall"}],
    )
    photos: Annotated[
        tuple[Photo, ...],
        Field(max_length=PHOTOS_ON_A_GRID),
        Wants("a list of two to four photos"),
    ] = Field(
        (),
        description="Several photos, for a pair or a grid",
        examples=[["01.jpg", "02.jpg"]],
    )
    alt: LocalisedText | None = Field(
        None, description="The photo's `alt`, written beside it", examples=["An apple on a wall"]
    )
    caption: LocalisedText | None = Field(
        None, description="The photo's `caption`, written beside it", examples=["Before Paris"]
    )
    credit: LocalisedText | None = Field(
        None, description="The photo's `credit`, written beside it", examples=["Lent by a friend"]
    )
    focus: Point | None = Field(
        None, description="The photo's `focus`, written beside it", examples=[[0.4, 0.6]]
    )
    details: Details | None = Field(
        None,
        description="The photo's `details`, written beside it",
        examples=[[{"at": [0.2, 0.3, 0.25, 0.2], "text": "The light comes from the north."}]],
    )
    quote: Quote | None = Field(
        None,
        description="Words from the interview; `kiosk quote` finds them",
        examples=["It’s about one apple.", {"text": "It’s about one apple.", "language": "en"}],
    )
    facts: Annotated[
        tuple[Fact, ...],
        BeforeValidator(_map_as_facts),
        Wants("a map from each label to its text, such as {Lives in: Paris}"),
    ] = Field((), description="A portrait's facts, in order", examples=[{"Lives in": "Paris"}])
    layout: LayoutName | None = Field(
        None, description="How it is laid out; chosen if left out", examples=["beside"]
    )
    transition: TransitionName | None = Field(None, description="How it arrives", examples=["push"])
    motion: MotionName | None = Field(None, description="How its photo moves", examples=["still"])
    dwell: Dwell | None = Field(
        None, description="Seconds it stands, or auto", examples=["auto", 12]
    )
    notice: LocalisedText | None = Field(
        None,
        description="Covers the slide until a visitor chooses to see it; it never plays by itself",
        examples=["The next picture shows a hospital."],
    )
    withheld: YesOrNo = Field(
        False, description="Left out of the exhibition for now", examples=[True]
    )
    from_: Date | None = FROM
    until: Until | None = UNTIL
    weekdays: Weekdays = ON_WEEKDAYS
    hours: Hours | None = AT_HOURS

    @model_validator(mode="after")
    def _shows_something(self) -> Self:
        if not (self.title or self.text or self.photo or self.photos or self.quote):
            raise ValueError("a slide needs a photo, a quote, a title or a text")
        if self.photo and self.photos:
            raise ValueError("write either photo or photos")
        if self.photos and len(self.photos) < 2:
            raise ValueError("photos wants two to four photos; for one, write photo")
        if self.kind in NEEDS_PHOTO and not self.all_photos:
            raise ValueError(f"the layout {self.kind} needs a photo")
        if self.kind == "quote" and not self.quote:
            raise ValueError("the layout quote needs a quote")
        if self.photos and self.kind not in {"pair", "grid"}:
            raise ValueError(
                f"the layout {self.kind} shows one photo; write photo, or layout: grid"
            )
        if self.kind == "pair" and len(self.photos) != 2:
            raise ValueError("the layout pair shows two photos; write them under photos")
        if self.kind == "grid" and len(self.photos) < 2:
            raise ValueError("the layout grid shows two to four photos; write them under photos")
        return self

    @property
    def kind(self) -> LayoutName:
        return kind_of(self)

    @property
    def all_photos(self) -> tuple[Photo, ...]:
        return (self.photo,) if self.photo else self.photos


NEEDS_PHOTO = frozenset({"single", "matted", "beside", "pair", "grid", "portrait"})


class Colours(Model):
    """Colours in the place of the theme's."""

    wants = "a map, such as {ground: '#f4f0e8', ink: '#201c18', accent: '#8a5426'}"

    ground: Annotated[Colour, Wants("a colour in quotation marks, such as '#f4f0e8'")] | None = (
        Field(None, description="The wall", examples=["#f4f0e8"])
    )
    ink: Annotated[Colour, Wants("a colour in quotation marks, such as '#201c18'")] | None = Field(
        None, description="Letters", examples=["#201c18"]
    )
    accent: Colour | None = Field(
        None, description="The one colour of this exhibition", examples=["#8a5426"]
    )


class Fonts(Model):
    """Font files in the place of the usual ones, from this file's folder."""

    wants = "a map of font files, such as {serif: letters.ttf}"

    serif: FontFile | None = Field(
        None, description="For titles, texts and quotes", examples=["fonts/letters.ttf"]
    )
    serif_italic: FontFile | None = Field(
        None, description="For translations of quotes", examples=["fonts/letters-italic.ttf"]
    )
    sans: FontFile | None = Field(
        None, description="For labels and short texts", examples=["fonts/labels.ttf"]
    )
    sans_italic: FontFile | None = Field(
        None, description="For what is said of stand-ins", examples=["fonts/labels-italic.ttf"]
    )


class Exhibition(Model):
    """One exhibition: a title, the maker, and the slides in their order."""

    title: LocalisedText = Field(
        description="What it is called: one text, or one for each language",
        examples=["One apple", {"en": "One apple", "fr": "Une pomme"}],
    )
    subtitle: LocalisedText | None = Field(
        None, description="A line under the title", examples=["A series of pictures"]
    )
    by: LocalisedText | None = Field(
        None, description="Whose exhibition it is; speaks the quotes", examples=["The photographer"]
    )
    interview: FileName | None = Field(
        None,
        description=(
            "The transcript, a .txt or .md file, from this file's folder; every quote must stand"
            " in it"
        ),
        examples=["../seeds/interview.txt"],
    )
    photos: Annotated[Text, Wants("the name of a folder")] = Field(
        ".",
        description="The folder of the photos, from this file's folder",
        examples=["../assets/photos/apple"],
    )
    cover: FileName | None = Field(
        None, description="The photo on the home screen; else the first", examples=["01.jpg"]
    )
    notice: LocalisedText | None = Field(
        None,
        description="Covers all slides until a visitor chooses to see them; none plays by itself",
        examples=["These pictures were taken in a hospital."],
    )
    theme: ThemeName | None = Field(
        None, description="How it looks; else as the kiosk does", examples=["paper"]
    )
    accent: Colour | None = Field(
        None,
        description="The one colour of this exhibition, in quotation marks",
        examples=["#cf7b6a"],
    )
    colours: Colours = Field(
        default_factory=lambda: Colours.model_validate({}),
        description="Other colours than the theme's",
        examples=[{"ground": "#f4f0e8", "ink": "#201c18"}],
    )
    fonts: Fonts = Field(
        default_factory=lambda: Fonts.model_validate({}),
        description="Fonts of its own: .ttf or .otf files from this file's folder",
        examples=[{"serif": "fonts/letters.ttf"}],
    )
    defaults: Defaults = Field(
        default_factory=lambda: Defaults.model_validate({}),
        description="What slides do unless they say otherwise",
        examples=[{"transition": "fade", "dwell": 12}],
    )
    order: OrderName = Field(
        "written",
        description="As written, or shuffled anew each day; a title page at the start stays there",
        examples=["shuffle"],
    )
    from_: Date | None = FROM
    until: Until | None = UNTIL
    weekdays: Weekdays = ON_WEEKDAYS
    hours: Hours | None = AT_HOURS
    slides: Annotated[
        tuple[Slide, ...],
        Field(min_length=1, max_length=20_000),
        Wants("a list, in which each slide begins with a dash, such as - photo: 01.jpg"),
    ] = Field(description="What is shown, one after the other", examples=[[{"photo": "01.jpg"}]])


class Screen(Model):
    """The screen in the room: what sizes of type and of buttons are computed from."""

    wants = "a map, such as {diagonal_in: 32, viewing_distance_m: 0.8}"

    diagonal_in: Annotated[float, Wants("inches from 5 to 200, such as 32")] = Field(
        32, ge=5, le=200, description="Diagonal in inches", examples=[32, 55]
    )
    viewing_distance_m: Annotated[float, Wants("metres from 0.2 to 20, such as 0.8")] = Field(
        0.8, ge=0.2, le=20, description="Eye to screen in metres", examples=[0.8, 2]
    )


def _once(tags: tuple[str, ...]) -> tuple[str, ...]:
    """Tags without repeats: visitors choose a language once, even if it is written twice."""
    return tuple(dict.fromkeys(tags))


class Kiosk(Model):
    """What this kiosk shows, for whom, on which screen."""

    title: LocalisedText = Field(
        default_factory=lambda: LocalisedText((("", "Exhibition"),)),
        description="What stands over the home screen",
        examples=[{"en": "Summer exhibitions", "fr": "Expositions d’été"}],
    )
    subtitle: LocalisedText | None = Field(
        None, description="A line under the title", examples=["Until September"]
    )
    exhibitions: Annotated[
        tuple[Text, ...], Wants("a list of names without .yaml, such as [portrait, apple]")
    ] = Field(
        (),
        description="Which files, without .yaml, in which order; all of the folder if left out",
        examples=[["portrait", "apple"]],
    )
    languages: Annotated[
        tuple[LanguageTag, ...],
        Field(min_length=1, max_length=40),
        AfterValidator(_once),
        Wants("a list of language tags, such as [en, fr]"),
    ] = Field(
        ("en",),
        description="Languages to choose from, the first one at opening; else those of the titles",
        examples=[["en", "fr"]],
    )
    theme: ThemeName = Field("gallery", description="How it looks", examples=["gallery"])
    idle_s: Annotated[float, Wants("seconds from 10 to 3600, such as 60")] = Field(
        60, ge=10, le=3600, description="Seconds without a touch before it asks", examples=[60]
    )
    screen: Screen = Field(
        default_factory=lambda: Screen.model_validate({}),
        description="The screen in the room: sizes of letters and buttons follow from it",
        examples=[{"diagonal_in": 32, "viewing_distance_m": 0.8}],
    )
