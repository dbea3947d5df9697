"""Defines what curators may write: each key with its default, its bounds and its help.

Editors show the help and the examples; they get them through `json_schema`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from kiosk.authoring.keys.base_model import Model
from kiosk.authoring.keys.fit import unfit
from kiosk.authoring.keys.values import (
    NEEDS_LANGUAGE,
    Area,
    Colour,
    Date,
    Dwell,
    FileName,
    Hours,
    LanguageTag,
    LocalisedText,
    MarkedText,
    Needs,
    Point,
    Speakers,
    Text,
    Translations,
    YesOrNo,
)
from kiosk.exhibition import exhibition as values
from kiosk.exhibition.exhibition import kind_of

A_LAYOUT = Needs("the name of a layout")
LayoutName = Annotated[values.LayoutName, A_LAYOUT]
PhotoLayoutName = Annotated[Literal["single", "matted", "beside"], A_LAYOUT]
TransitionName = Annotated[values.TransitionName, Needs("the name of a transition")]
MotionName = Annotated[values.MotionName, Needs("the name of a motion")]
ThemeName = Annotated[values.ThemeName, Needs("the name of a theme")]
OrderName = Annotated[values.OrderName, Needs("the name of an order")]
IndexName = Annotated[values.IndexName, Needs("questions, chapters or none")]
Weekdays = Annotated[tuple[values.Weekday, ...], Needs("a list of days, such as [sat, sun]")]
FontFile = Annotated[Text, Needs("a font file, such as letters.ttf")]

WORDS_OF_INTERVIEW = Annotated[
    Text, Needs("some words of the interview, as they are in the transcript")
]

PHOTOS_ON_A_GRID = 4


# An exhibition and a slide both have these.
FROM: Any = Field(
    None, alias="from", description="First day on which it is shown", examples=["2026-05-01"]
)
Until = Annotated[Date, Needs("a date as year-month-day, such as 2026-09-30")]
UNTIL: Any = Field(None, description="Last day on which it is shown", examples=["2026-09-30"])
ON_WEEKDAYS: Any = Field(
    (), description="Days of the week on which it is shown", examples=[["sat", "sun"]]
)
AT_HOURS: Any = Field(
    None, description="Times of day between which it is shown", examples=["10:00-18:00"]
)


class Consent(Model):
    """A record that people agreed to be shown. Visitors never see it."""

    needs = "a map, such as {by: The curator, on: 2026-05-01, covers: This exhibition}"

    by: Annotated[Text, Needs("the name of the person who asked")] = Field(
        description="Person who asked them and keeps the record", examples=["The curator"]
    )
    on: Date = Field(description="Day on which they agreed", examples=["2026-05-01"])
    covers: Annotated[Text, Needs("the use that was agreed to, such as This exhibition")] = Field(
        description="Use that they agreed to", examples=["This exhibition, and its catalogue"]
    )


class Detail(Model):
    """A part of a photo, with its description."""

    at: Area = Field(
        description="Its place: from the left, from the top, width and height, as fractions",
        examples=[[0.2, 0.3, 0.25, 0.2]],
    )
    title: MarkedText | None = Field(
        None, description="A few words above the text", examples=["The window"]
    )
    text: MarkedText = Field(
        description="Description of this part", examples=["The light comes from the north."]
    )


Details = Annotated[
    tuple[Detail, ...],
    Field(max_length=20),
    Needs("a list of parts, each with a dash, at: and text:"),
]


class Work(Model):
    """The work that a photo shows, for a label as in a museum."""

    needs = "a map, such as {title: Boats, year: 1912, technique: Oil on canvas}"

    by: MarkedText | None = Field(
        None, description="Its maker, if the show has several", examples=["Ada Example"]
    )
    title: MarkedText | None = Field(
        None,
        description="Its title, which is set in italics",
        examples=["Boats", {"en": "Boats", "fr": "Barques"}],
    )
    year: MarkedText | None = Field(
        None, description="The year or years in which it was made", examples=["1912", "about 1910"]
    )
    technique: MarkedText | None = Field(
        None,
        description="Its technique or material",
        examples=["Silver print", {"en": "Oil on canvas", "fr": "Huile sur toile"}],
    )
    size: MarkedText | None = Field(
        None, description="Its size: height, then width", examples=["40 × 50 cm"]
    )
    collection: MarkedText | None = Field(
        None, description="Its owner or lender", examples=["Private collection"]
    )


class Photo(Model):
    """One photograph: its file name, or a map with file, alt, caption and more."""

    needs = "a file name, or a map with file, alt, caption, credit and focus"

    file: FileName = Field(
        description="File name in the exhibition's `photos` folder", examples=["01.jpg"]
    )
    alt: LocalisedText | None = Field(
        None,
        description="Description of the photo, for people who cannot see it",
        examples=["A red apple on a stone wall", {"en": "An apple", "fr": "Une pomme"}],
    )
    work: Work | None = Field(
        None,
        description="The work that the photo shows, for a label as in a museum",
        examples=[{"title": "Boats", "year": "1912", "technique": "Oil on canvas"}],
    )
    caption: MarkedText | None = Field(
        None,
        description="A few words shown with the photo",
        examples=[{"en": "Before Paris", "fr": "Avant Paris"}],
    )
    credit: MarkedText | None = Field(
        None, description="Maker and lender of the photo", examples=["Lent by the photographer"]
    )
    focus: Point = Field(
        (0.5, 0.5),
        description="Point that must stay in view: fractions of width and height from the top left",
        examples=[[0.4, 0.6]],
    )
    details: Details = Field(
        (),
        description="Parts that visitors can look at, one after the other",
        examples=[[{"at": [0.2, 0.3, 0.25, 0.2], "text": "The light comes from the north."}]],
    )
    people: YesOrNo = Field(
        False,
        description="True if people can be recognised; the photo then needs `consent`",
        examples=[True],
    )
    consent: Consent | None = Field(
        None,
        description="Record that people agreed to be shown; visitors never see it",
        examples=[{"by": "The curator", "on": "2026-05-01", "covers": "This exhibition"}],
    )
    stand_in: YesOrNo = Field(
        False, description="True if it replaces a photo that you do not have yet", examples=[True]
    )
    withdrawn: YesOrNo = Field(
        False,
        description="True if it must never be shown again, in any exhibition",
        examples=[True],
    )

    @model_validator(mode="before")
    @classmethod
    def _file_alone(cls, value: Any) -> Any:
        return {"file": value} if isinstance(value, str) else value


class Quote(Model):
    """Words from the interview, as they were spoken: the text, or a map with text."""

    needs = "words from the interview, or a map with text and translation"

    text: Annotated[
        Text, Needs("the words as they were spoken; other languages go under translation")
    ] = Field(
        description="Word for word; … marks words left out, [ ] marks words added",
        examples=["It’s about one apple."],
    )
    translation: LocalisedText | None = Field(
        None,
        description="The same words in other languages",
        examples=[{"fr": "Elle parle d’une pomme."}],
    )
    translated_by: LocalisedText | None = Field(
        None,
        description=(
            "Name of the translator, or a note about the translation; shown where it changes"
        ),
        examples=["Translated for this exhibition"],
    )
    speaker: LocalisedText | None = Field(
        None,
        description="Person who said them; the exhibition's `by` if left out",
        examples=["Another voice"],
    )
    language: LanguageTag = Field(
        "en", description="Language in which the words were spoken", examples=["en", "kk"]
    )

    @model_validator(mode="before")
    @classmethod
    def _text_alone(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value


AS_FACTS = Needs("")
"""For the sides of a fact, which are seldom written out: the message is about all facts."""


class Fact(Model):
    """One line of a portrait: a label and its value."""

    label: Annotated[MarkedText, AS_FACTS] = Field(
        description="Label of the line", examples=[{"en": "Lives in", "fr": "Vit à"}]
    )
    value: Annotated[MarkedText, AS_FACTS] = Field(
        description="Value beside the label", examples=["Paris"]
    )


def _map_as_facts(value: Any) -> Any:
    if isinstance(value, dict):
        return tuple({"label": label, "value": answer} for label, answer in value.items())
    return value


class Defaults(Model):
    """Values for all slides and photos that have none of their own."""

    needs = "a map, such as {layout: beside, dwell: 12}"

    layout: PhotoLayoutName | None = Field(
        None, description="Layout of slides with one photo", examples=["single"]
    )
    transition: TransitionName = Field(
        "fade", description="How a slide arrives that comes by itself", examples=["fade"]
    )
    motion: MotionName = Field(
        "drift", description="How a photo moves while it is shown", examples=["drift"]
    )
    dwell: Dwell = Field(
        "auto",
        description="How long a slide is shown: seconds, or auto for time to look and to read",
        examples=["auto", 12],
    )
    credit: MarkedText | None = Field(
        None, description="Credit of photos that have none", examples=["Lent by the photographer"]
    )
    stand_in: YesOrNo = Field(
        False, description="True if all photos of this exhibition are stand-ins", examples=[True]
    )
    fill: YesOrNo = Field(
        False,
        description="True if photos may be cut, so that they fill the screen, or a grid's cells",
        examples=[True],
    )


class Slide(Model):
    """One slide of an exhibition."""

    title: MarkedText | None = Field(
        None,
        description="Heading; alone, it makes a title page",
        examples=[{"en": "One apple", "fr": "Une pomme"}],
    )
    text: MarkedText | None = Field(
        None, description="The curator's words", examples=["He had never been in Europe before."]
    )
    photo: Photo | None = Field(
        None,
        description="File name, or a map with file, alt, …",
        examples=["01.jpg", {"file": "01.jpg", "alt": "A red apple on a stone wall"}],
    )
    photos: Annotated[
        tuple[Photo, ...],
        Field(max_length=PHOTOS_ON_A_GRID),
        Needs("a list of two to four photos, such as [01.jpg, 02.jpg]"),
    ] = Field(
        (),
        description="Several photos, for a pair or a grid",
        examples=[["01.jpg", "02.jpg"]],
    )
    alt: LocalisedText | None = Field(
        None, description="The photo's `alt`, if not in its map", examples=["An apple on a wall"]
    )
    work: Work | None = Field(
        None,
        description="The photo's `work`, if not in its map",
        examples=[{"title": "Boats", "year": "1912"}],
    )
    caption: MarkedText | None = Field(
        None, description="The photo's `caption`, if not in its map", examples=["Before Paris"]
    )
    credit: MarkedText | None = Field(
        None, description="The photo's `credit`, if not in its map", examples=["Lent by a friend"]
    )
    focus: Point | None = Field(
        None, description="The photo's `focus`, if not in its map", examples=[[0.4, 0.6]]
    )
    details: Details | None = Field(
        None,
        description="The photo's `details`, if not in its map",
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
        Needs("a map from each label to its text, such as {Lives in: Paris}"),
    ] = Field((), description="A portrait's facts, in order", examples=[{"Lives in": "Paris"}])
    layout: LayoutName | None = Field(
        None, description="How it is laid out; the kiosk chooses if left out", examples=["beside"]
    )
    transition: TransitionName | None = Field(
        None, description="How it arrives, if it comes by itself", examples=["push"]
    )
    fill: YesOrNo | None = Field(
        None,
        description=(
            "True if its photo is cut to fill the screen, with the words on it where it is calm;"
            " on a grid, photos are cut to one shape"
        ),
        examples=[True],
    )
    attract: YesOrNo = Field(
        True,
        description="False if it does not play while nobody is there",
        examples=[False],
    )
    motion: MotionName | None = Field(None, description="How its photo moves", examples=["still"])
    dwell: Dwell | None = Field(
        None, description="Seconds that it is shown, or auto", examples=["auto", 12]
    )
    notice: MarkedText | None = Field(
        None,
        description=(
            "Warning that covers the slide until visitors open it; it never plays by itself"
        ),
        examples=["The next picture shows a hospital."],
    )
    section: LocalisedText | None = Field(
        None,
        description="Name of a section, which begins here and ends where the next one begins",
        examples=[{"en": "The first winter", "fr": "Le premier hiver"}],
    )
    withheld: YesOrNo = Field(
        False, description="True to leave the slide out for now", examples=[True]
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
            raise ValueError("write photo or photos, not both")
        if self.photos and len(self.photos) < 2:
            raise ValueError("photos needs two to four photos; for one, write photo")
        reason = unfit(self)
        if reason:
            raise ValueError(reason)
        return self

    @property
    def kind(self) -> LayoutName:
        return kind_of(self)

    @property
    def all_photos(self) -> tuple[Photo, ...]:
        return (self.photo,) if self.photo else self.photos


class Colours(Model):
    """Colours instead of the theme's."""

    needs = "a map, such as {ground: '#f4f0e8', ink: '#201c18', accent: '#8a5426'}"

    ground: Annotated[Colour, Needs("a colour in quotation marks, such as '#f4f0e8'")] | None = (
        Field(None, description="Colour of the background", examples=["#f4f0e8"])
    )
    ink: Annotated[Colour, Needs("a colour in quotation marks, such as '#201c18'")] | None = Field(
        None, description="Colour of the text", examples=["#201c18"]
    )
    accent: Colour | None = Field(
        None, description="The exhibition's own colour", examples=["#8a5426"]
    )


class Fonts(Model):
    """Font files instead of the usual ones; their paths begin in this file's folder."""

    needs = "a map of font files, such as {serif: letters.ttf}"

    serif: FontFile | None = Field(
        None, description="For titles, texts and quotes", examples=["fonts/letters.ttf"]
    )
    serif_italic: FontFile | None = Field(
        None,
        description="For translations of quotes, and words in italics",
        examples=["fonts/letters-italic.ttf"],
    )
    sans: FontFile | None = Field(
        None, description="For captions and short texts", examples=["fonts/labels.ttf"]
    )
    sans_italic: FontFile | None = Field(
        None, description="For credits, and words in italics", examples=["fonts/labels-italic.ttf"]
    )


class Chapter(Model):
    """A part of the interview, with its title."""

    needs = "a map, such as {title: Three names, from: the first words}"

    title: LocalisedText = Field(
        description="Heading above it in the interview",
        examples=[{"en": "Three names", "fr": "Trois noms"}],
    )
    from_: WORDS_OF_INTERVIEW = Field(
        alias="from",
        description="Words of the interview at which it begins, in the language of the interview",
        examples=["So you had this identity"],
    )


class SealedPassage(Model):
    """Words at which a sealed passage begins and ends; both are sealed, too."""

    needs = "a map, such as {from: the first words, to: the last words}"

    from_: WORDS_OF_INTERVIEW = Field(
        alias="from", description="The first words", examples=["My brother lives"]
    )
    to: WORDS_OF_INTERVIEW = Field(
        description="The last words, in the same paragraph or a later one",
        examples=["with his family"],
    )


class Transcript(Model):
    """An interview: its file, or a map with file. Every quote must be in it, word for word."""

    needs = "a file name, or a map such as {file: interview.txt, language: de}"

    file: FileName = Field(
        description="The transcript; its path begins in this file's folder",
        examples=["../seeds/interview.txt"],
    )
    language: LanguageTag | None = Field(
        None,
        description="Language of the interview and its quotes; that of the first quote if left out",
        examples=["de"],
    )
    speakers: Speakers = Field(
        (),
        description="Names of the people behind the transcript's labels; `interviewer` asks",
        examples=[{"A": "Ada Example", "Q": "interviewer"}],
    )
    public: YesOrNo = Field(
        True,
        description="Whether visitors may read it; `false` only checks quotes",
        examples=[False],
    )
    translations: Translations = Field(
        (),
        description="Transcripts in other languages, which visitors read in their language",
        examples=[{"fr": "entretien-fr.txt"}],
    )
    translated_by: LocalisedText | None = Field(
        None,
        description="Name of the translator, or a note about the translations of the interview",
        examples=["Ada Example", {"fr": "Traduit par Ada Example"}],
    )
    chapters: Annotated[
        tuple[Chapter, ...],
        Field(max_length=200),
        Needs("a list of maps, such as - {title: Three names, from: the first words}"),
    ] = Field(
        (),
        description="Headings in the interview, each above the words at which it begins",
        examples=[[{"title": {"en": "Three names"}, "from": "So you had this identity"}]],
    )
    index: IndexName = Field(
        "questions",
        description="Entries in the index of the interview: chapters and `questions`, only"
        " `chapters`, or `none`",
        examples=["chapters"],
    )
    sealed: Annotated[
        tuple[Annotated[dict[LanguageTag, SealedPassage], NEEDS_LANGUAGE], ...],
        Field(max_length=500),
        Needs("a list of maps, such as - en: {from: the first words, to: the last words}"),
    ] = Field(
        (),
        description="Passages that nobody may read, hear or quote: their words, in each language",
        examples=[[{"en": {"from": "My brother lives", "to": "with his family"}}]],
    )

    @model_validator(mode="before")
    @classmethod
    def _file_alone(cls, value: Any) -> Any:
        return {"file": value} if isinstance(value, str) else value


class Exhibition(Model):
    """One exhibition: its title, its maker, and its slides in order."""

    title: MarkedText = Field(
        description="Title: one text, or one for each language",
        examples=["One apple", {"en": "One apple", "fr": "Une pomme"}],
    )
    subtitle: MarkedText | None = Field(
        None, description="A line under the title", examples=["A series of pictures"]
    )
    by: LocalisedText | None = Field(
        None,
        description="Person whose exhibition it is, and who is quoted; or a museum, if each quote"
        " has its `speaker`",
        examples=["The photographer"],
    )
    interview: Transcript | None = Field(
        None,
        description="The interview, which must contain every quote: its transcript, or a map",
        examples=[
            {"file": "../seeds/interview.txt", "language": "en", "public": False},
            "../seeds/interview.txt",  # A first file shows the last one.
        ],
    )
    photos: Annotated[Text, Needs("the name of a folder")] = Field(
        ".",
        description="Folder of the photos; its path begins in this file's folder",
        examples=["../assets/photos/apple"],
    )
    cover: FileName | None = Field(
        None,
        description=(
            "Photo on the home screen and on the first title page; the first photo if left out"
        ),
        examples=["01.jpg"],
    )
    notice: MarkedText | None = Field(
        None,
        description="Warning that covers all slides until visitors open them; none plays by itself",
        examples=["These pictures were taken in a hospital."],
    )
    theme: ThemeName | None = Field(
        None, description="How it looks; the kiosk's theme if left out", examples=["paper"]
    )
    accent: Colour | None = Field(
        None,
        description="The exhibition's own colour, in quotation marks",
        examples=["#cf7b6a"],
    )
    colours: Colours = Field(
        default_factory=lambda: Colours.model_validate({}),
        description="Colours instead of the theme's",
        examples=[{"ground": "#f4f0e8", "ink": "#201c18"}],
    )
    fonts: Fonts = Field(
        default_factory=lambda: Fonts.model_validate({}),
        description="Its own fonts: .ttf or .otf files; their paths begin in this file's folder",
        examples=[{"serif": "fonts/letters.ttf"}],
    )
    defaults: Defaults = Field(
        default_factory=lambda: Defaults.model_validate({}),
        description="Values for slides and photos that have none of their own",
        examples=[{"transition": "fade", "dwell": 12}],
    )
    attract: YesOrNo = Field(
        True,
        description="False if none of its slides play while nobody is there",
        examples=[False],
    )
    order: OrderName = Field(
        "written",
        description=(
            "As written, or shuffled each day, within each section; title pages and a section's"
            " first texts stay"
        ),
        examples=["shuffle"],
    )
    from_: Date | None = FROM
    until: Until | None = UNTIL
    weekdays: Weekdays = ON_WEEKDAYS
    hours: Hours | None = AT_HOURS
    slides: Annotated[
        tuple[Slide, ...],
        Field(min_length=1, max_length=20_000),
        Needs("a list, in which each slide begins with a dash, such as - photo: 01.jpg"),
    ] = Field(description="The slides, one after the other", examples=[[{"photo": "01.jpg"}]])


class Screen(Model):
    """The screen in the room; sizes of letters and buttons depend on it."""

    needs = "a map, such as {diagonal_in: 32, viewing_distance_m: 0.8}"

    diagonal_in: Annotated[float, Needs("inches from 5 to 200, such as 32")] = Field(
        32, ge=5, le=200, description="Diagonal in inches", examples=[32, 55]
    )
    viewing_distance_m: Annotated[float, Needs("metres from 0.2 to 20, such as 0.8")] = Field(
        0.8, ge=0.2, le=20, description="Distance from eye to screen, in metres", examples=[0.8, 2]
    )


def _once(tags: tuple[str, ...]) -> tuple[str, ...]:
    """Tags without repeats: visitors choose a language once, even if it is written twice."""
    return tuple(dict.fromkeys(tags))


Languages = Annotated[
    tuple[LanguageTag, ...],
    Field(min_length=1, max_length=40),
    AfterValidator(_once),
    Needs("a list of language tags, such as [en, fr]"),
]


class Kiosk(Model):
    """The content of this kiosk, its languages and its screen."""

    title: MarkedText = Field(
        default_factory=lambda: LocalisedText((("", "Exhibition"),)),
        description="Title of the home screen",
        examples=[{"en": "Summer exhibitions", "fr": "Expositions d’été"}],
    )
    subtitle: MarkedText | None = Field(
        None, description="A line under the title", examples=["Until September"]
    )
    help: MarkedText | None = Field(
        None,
        description="Lines on the page after the last slide, for visitors who need help",
        examples=[
            {
                "en": "Questions? Ask at the desk.",
                "fr": "Des questions ? Adressez-vous à l’accueil.",
            }
        ],
    )
    exhibitions: Annotated[
        tuple[Text, ...], Needs("a list of names without .yaml, such as [portrait, apple]")
    ] = Field(
        (),
        description="Files to show, without .yaml, in order; all in the folder if left out",
        examples=[["portrait", "apple"]],
    )
    languages: Languages = Field(
        ("en",),
        description=(
            "Languages to choose from; the kiosk starts in the first one. If left out, the"
            " languages of the titles"
        ),
        examples=[["en", "fr"]],
    )
    theme: ThemeName = Field(
        "gallery",
        description="Theme of the home screen, and of exhibitions that name none",
        examples=["gallery"],
    )
    fonts: Fonts = Field(
        default_factory=lambda: Fonts.model_validate({}),
        description="Fonts of the home screen, and of exhibitions that name none",
        examples=[{"serif": "fonts/letters.ttf", "sans": "fonts/labels.ttf"}],
    )
    idle_s: Annotated[float, Needs("seconds from 10 to 3600, such as 60")] = Field(
        60,
        ge=10,
        le=3600,
        description="Seconds without a touch until it asks “Still looking?”",
        examples=[60],
    )
    screen: Screen = Field(
        default_factory=lambda: Screen.model_validate({}),
        description="The screen in the room; sizes of letters and buttons depend on it",
        examples=[{"diagonal_in": 32, "viewing_distance_m": 0.8}],
    )
