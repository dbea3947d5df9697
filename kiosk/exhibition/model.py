"""What a curator may write: each key of an exhibition with its default, its bounds and its help.

Every scalar reaches these models as the text that stands in the file (see `document`), so a key
means what a curator thinks it means: pydantic reads numbers where a number is wanted, and
nowhere else.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    RootModel,
    StringConstraints,
    field_validator,
    model_validator,
)

LayoutName = Literal["title", "text", "single", "beside", "quote", "grid", "portrait"]
PhotoLayoutName = Literal["single", "beside"]
TransitionName = Literal["cut", "fade", "push"]
MotionName = Literal["still", "drift"]

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]
LanguageTag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
Fraction = Annotated[float, Field(ge=0, le=1)]
Dwell = Literal["auto"] | Annotated[float, Field(ge=2, le=600, allow_inf_nan=False)]

PHOTOS_ON_A_GRID = 4


def _one_string_as_map(value: Any) -> Any:
    return {"": value} if isinstance(value, str) else value


def _map_as_pairs(value: Any) -> Any:
    return tuple(value.items()) if isinstance(value, dict) else value


class Words(RootModel[tuple[tuple[LanguageTag | Literal[""], Text], ...]]):
    """Text in one or more languages: a string, or a map from language to string.

    One string without a language is in whatever language it is asked for.
    """

    model_config = ConfigDict(frozen=True)

    root: Annotated[
        tuple[tuple[LanguageTag | Literal[""], Text], ...],
        BeforeValidator(_map_as_pairs),
        BeforeValidator(_one_string_as_map),
        Field(min_length=1, max_length=40),
    ]

    def in_language(self, language: str) -> str:
        """Text in this language, or in the first one written."""
        return dict(self.root).get(self.language_for(language), "")

    def language_for(self, language: str) -> str:
        """Tag of the language that `in_language` answers in; "" if none was written."""
        return language if language in dict(self.root) else self.root[0][0]

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(tag for tag, _ in self.root if tag)


class Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Photo(Model):
    """One photograph."""

    file: Text = Field(description="File name within the exhibition's `photos` folder")
    alt: Words | None = Field(None, description="What is to be seen, for those who cannot see it")
    caption: Words | None = Field(None, description="The label: a few words, shown with the photo")
    credit: Words | None = Field(None, description="Who made it and who lent it")
    focus: tuple[Fraction, Fraction] = Field(
        (0.5, 0.5),
        description="What must stay in view: fractions of width and height from the top left",
    )
    stand_in: bool = Field(False, description="Hangs in place of a photo that is not here yet")
    withdrawn: bool = Field(False, description="Never shown again")

    @model_validator(mode="before")
    @classmethod
    def _file_alone(cls, value: Any) -> Any:
        return {"file": value} if isinstance(value, str) else value


class Quote(Model):
    """Words that stand in the interview, as they were spoken."""

    text: Text = Field(
        description="Word for word; … marks what was left out, [ ] what the editor added"
    )
    translation: Words | None = Field(None, description="The same words in other languages")
    translated_by: Words | None = Field(None, description="Who translated them")
    speaker: Words | None = Field(
        None, description="Whose words; the exhibition's `by` if left out"
    )
    language: LanguageTag = Field("en", description="Language the words were spoken in")

    @model_validator(mode="before")
    @classmethod
    def _text_alone(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value


class Fact(Model):
    """One line of a portrait: what, and its answer."""

    label: Words
    value: Words


class Defaults(Model):
    """What a slide does unless it says otherwise."""

    layout: PhotoLayoutName | None = Field(None, description="For slides with one photo")
    transition: TransitionName = Field("fade", description="How a slide arrives")
    motion: MotionName = Field("drift", description="How a photo moves while it stands")
    dwell: Dwell = Field("auto", description="How long a slide stands, in seconds, or auto")
    credit: Words | None = Field(None, description="For photos that name none")
    stand_in: bool = Field(False, description="All photos of this exhibition are stand-ins")


class Slide(Model):
    """One step of an exhibition."""

    title: Words | None = Field(None, description="A heading; alone, a title page")
    text: Words | None = Field(None, description="The curator's words")
    photo: Photo | None = Field(None, description="A file name, or a map with file, alt, …")
    photos: Annotated[tuple[Photo, ...], Field(max_length=PHOTOS_ON_A_GRID)] = Field(
        (), description="Several photos, for a grid"
    )
    alt: Words | None = Field(None, description="The photo's `alt`, written beside it")
    caption: Words | None = Field(None, description="The photo's `caption`, written beside it")
    credit: Words | None = Field(None, description="The photo's `credit`, written beside it")
    focus: tuple[Fraction, Fraction] | None = Field(
        None, description="The photo's `focus`, written beside it"
    )
    quote: Quote | None = Field(None, description="Words from the interview")
    facts: tuple[Fact, ...] = Field((), description="A portrait's facts, in order")
    layout: LayoutName | None = Field(None, description="How it is laid out; chosen if left out")
    transition: TransitionName | None = Field(None, description="How it arrives")
    motion: MotionName | None = Field(None, description="How its photo moves")
    dwell: Dwell | None = Field(None, description="Seconds it stands, or auto")
    withheld: bool = Field(False, description="Left out of the exhibition for now")

    @field_validator("facts", mode="before")
    @classmethod
    def _facts_from_map(cls, value: Any) -> Any:
        if isinstance(value, dict):
            return tuple({"label": label, "value": answer} for label, answer in value.items())
        return value

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
        if self.photos and self.kind != "grid":
            raise ValueError(
                f"the layout {self.kind} shows one photo; write photo, or layout: grid"
            )
        return self

    @property
    def kind(self) -> LayoutName:
        """Layout asked for, or the one that follows from what the slide has."""
        if self.layout:
            return self.layout
        if self.facts:
            return "portrait"
        if self.photos:
            return "grid"
        if self.photo:
            return "beside" if self.text or self.title else "single"
        if self.quote:
            return "quote"
        return "text" if self.text else "title"

    @property
    def all_photos(self) -> tuple[Photo, ...]:
        return (self.photo,) if self.photo else self.photos


NEEDS_PHOTO = frozenset({"single", "beside", "grid", "portrait"})


class Exhibition(Model):
    """One exhibition: a title, the maker, and the slides in their order."""

    title: Words
    subtitle: Words | None = Field(None, description="A line under the title")
    by: Words | None = Field(None, description="Whose exhibition it is; speaks the quotes")
    interview: Text | None = Field(
        None, description="The transcript, from this file's folder; every quote must stand in it"
    )
    photos: Text = Field(".", description="The folder of the photos, from this file's folder")
    cover: Text | None = Field(None, description="The photo on the home screen; else the first")
    accent: Colour = Field("#c8a46a", description="The one colour of this exhibition")
    defaults: Defaults = Field(default_factory=lambda: Defaults.model_validate({}))
    slides: Annotated[tuple[Slide, ...], Field(min_length=1, max_length=20_000)]


class Screen(Model):
    """The screen in the room: what sizes of type and of buttons are computed from."""

    diagonal_in: float = Field(32, ge=5, le=200, description="Diagonal in inches")
    viewing_distance_m: float = Field(0.8, ge=0.2, le=20, description="Eye to screen in metres")


class Kiosk(Model):
    """What this kiosk shows, for whom, on which screen."""

    title: Words = Field(default_factory=lambda: Words.model_validate("Exhibition"))
    subtitle: Words | None = Field(None, description="A line under the title")
    exhibitions: tuple[Text, ...] = Field(
        (), description="Which files, without .yaml, in which order; all of the folder if left out"
    )
    languages: Annotated[tuple[LanguageTag, ...], Field(min_length=1, max_length=40)] = ("en",)
    idle_s: float = Field(60, ge=10, le=3600, description="Seconds without a touch before attract")
    screen: Screen = Field(default_factory=lambda: Screen.model_validate({}))
