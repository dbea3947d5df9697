"""Lays out the page after the last slide: that it is over, what is next, and where else to go."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.geometry import Point, Rect, Size, fit, whole
from kiosk.exhibition.exhibition import Slide
from kiosk.language.directions import is_right_to_left
from kiosk.language.translations import (
    AGAIN,
    ENDS_HERE,
    HOME,
    INTERVIEW,
    NEXT_EXHIBITION,
)
from kiosk.layouts.parts.arrangement import Arrangement, PlacedPhoto, Subject, arranged
from kiosk.layouts.parts.blocks import Translatable, body, credit, heading
from kiosk.layouts.parts.column import Block, Column, column
from kiosk.layouts.parts.enlarging import enlarged, enlarging, in_usual_text
from kiosk.layouts.parts.pages import pages, together
from kiosk.layouts.parts.spread import spread
from kiosk.layouts.parts.words_alone import alone
from kiosk.style.stage import Stage
from kiosk.types.scene import Fill, Item

TO_NEXT, TO_BEGINNING, TO_INTERVIEW, TO_ALL = "to next", "to beginning", "to interview", "to all"
"""Names by which a screen finds the words to touch."""
INSIDE = 0.6
"""Space around the words on the card of the next exhibition, in margins."""
WORDS_MOST = 0.45
"""Greatest height of these words, as a share of the card's room."""
NARROWEST = 0.5
"""Least width of a card, as a share of its room: a narrow photo is in its middle."""
CREDIT_GAP = 0.5
"""Space above the credit on the card, in sizes of its type."""
ROUNDS = 3
"""Rounds to fit photo and words: a narrower photo has higher words, which make it narrower."""
CARD_SHARE = 0.6
"""Least height of the card on an upright screen, as a share of the room."""
BESIDE_MOST = 0.5
"""Greatest height up to which words beside the card are enlarged, as a share of the screen's."""
APART = 1.0
"""Space between the words and the card there, in margins."""


class EndPage(Struct, frozen=True):
    def place(self, slide: Slide, subjects: tuple[Subject, ...], stage: Stage) -> Arrangement:
        if subjects and stage.size.upright:
            return _above(slide, subjects[0], stage)
        if subjects:
            return _beside(slide, subjects[0], stage)
        side = stage.margin if stage.size.upright else 2 * stage.margin
        box = stage.mirror(stage.page.inset(side, stage.margin))
        return arranged((), alone(lambda on: [*_over(slide, on), *_next(slide, on)], box, stage))


class _Card(Struct, frozen=True):
    """The next exhibition's photo above its title: one button."""

    size: Size
    image: Size
    words: Column


def _beside(slide: Slide, subject: Subject, stage: Stage) -> Arrangement:
    field, room = spread(stage).photos, spread(stage).words
    usual = spread(in_usual_text(stage)).words
    blocks = _enlarged(slide, usual.width, BESIDE_MOST * stage.size.height, stage)
    words = pages(blocks, room.width, room.height, stage)
    card = _card(slide, subject, field.size, stage)
    left = field.x if stage.mirrored else field.right - card.size.width
    at = Point(left, field.centre.y - card.size.height / 2)
    return _arranged(subject, card, at, words.at(room, stage, "middle"), stage)


def _above(slide: Slide, subject: Subject, stage: Stage) -> Arrangement:
    """The words, and below them the card; the free space is divided equally above and below."""
    safe, gap = stage.safe, APART * stage.margin
    most = (1 - CARD_SHARE) * safe.height - gap
    words = pages(_enlarged(slide, safe.width, most, stage), safe.width, most, stage)
    card = _card(slide, subject, Size(safe.width, safe.height - words.height - gap), stage)
    top = safe.y + (safe.height - words.height - gap - card.size.height) / 2
    said = Rect(safe.x, top, safe.width, words.height)
    left = safe.right - card.size.width if stage.mirrored else safe.x
    at = Point(left, said.bottom + gap)
    return _arranged(subject, card, at, words.at(said, stage), stage)


def _enlarged(slide: Slide, width: float, height: float, stage: Stage) -> list[Block]:
    factor = enlarging(lambda on: _over(slide, on), width, height, stage)
    return enlarged(_over(slide, stage), factor)


def _card(slide: Slide, subject: Subject, room: Size, stage: Stage) -> _Card:
    """As large as its room allows."""
    inside, width = INSIDE * stage.margin, room.width
    on_card = replace(stage, theme=stage.theme.on_raised)
    for _ in range(ROUNDS):
        made = [replace(one, gap=CREDIT_GAP) for one in credit(subject.photo.credit, on_card)]
        blocks = [*_next(slide, on_card), *made]
        words = column(blocks, width - 2 * inside, WORDS_MOST * room.height, stage)
        below = words.height + 2 * inside
        image = fit(subject.facts.size, Rect(0, 0, room.width, room.height - below)).size
        width = max(image.width, NARROWEST * room.width)
    return _Card(Size(width, image.height + below), image, words)


def _arranged(
    subject: Subject,
    card: _Card,
    at: Point,
    letters: tuple[tuple[Item, ...], ...],
    stage: Stage,
) -> Arrangement:
    plate, inside = whole(Rect.of(card.size, at)), INSIDE * stage.margin
    left = plate.x + (plate.width - card.image.width) / 2
    window = whole(Rect.of(card.image, Point(left, plate.y)))
    under = Rect(plate.x, window.bottom, plate.width, plate.bottom - window.bottom).inset(inside)
    photo = PlacedPhoto(subject.photo, window, window)
    grounds = tuple(Fill(piece, stage.theme.raised) for piece in plate.without(window))
    return arranged((photo,), together(letters, (card.words.at(under, stage),)), grounds)


def _over(slide: Slide, stage: Stage) -> list[Block]:
    """That the exhibition is over, and where to go but to the next one."""
    end = slide.end
    assert end, "only the page after the last slide is laid out like this"
    blocks = list[Block]()
    if end.title:
        title = heading(end.title, stage, "body")
        blocks.append(replace(title, style=replace(title.style, colour=stage.theme.accent)))
    blocks.append(replace(heading(ENDS_HERE, stage), gap=0.3))
    blocks.append(link(AGAIN, TO_BEGINNING, stage, leads_back=True))
    if end.has_interview:
        blocks.append(link(INTERVIEW, TO_INTERVIEW, stage))
    if end.next or end.has_interview:
        blocks.append(link(HOME, TO_ALL, stage))  # Else the exhibition is the only one.
    if end.help:
        said = body(end.help, stage)
        quiet = replace(said.style, colour=stage.theme.quiet)
        blocks.append(replace(said, style=quiet, gap=1.6))
    return blocks


def link(words: Translatable, name: str, stage: Stage, *, leads_back: bool = False) -> Block:
    """A line as high as a finger needs, with an arrow; the one back is before its edge."""
    style = stage.style("lead", language=words.language_for(stage.language))
    text = words.in_language(stage.language)
    back, onward = ("→", "←") if is_right_to_left(style.language) else ("←", "→")
    hanging = f"{back}\N{NO-BREAK SPACE}" if leads_back else ""
    text = text if leads_back else f"{text} {onward}"
    gap = max(0.5, stage.finger / style.size - style.leading) + (0.4 if leads_back else 0.0)
    return Block(text, style, gap=gap, hanging=hanging, name=name)


def _next(slide: Slide, stage: Stage) -> Sequence[Block]:
    """What comes next, with its title; nothing if there is no other exhibition."""
    end = slide.end
    if not (end and end.next and slide.title):
        return ()
    language = NEXT_EXHIBITION.language_for(stage.language)
    over = stage.style("body", colour=stage.theme.quiet, language=language)
    text = NEXT_EXHIBITION.in_language(stage.language)
    title = heading(slide.title, stage)
    arrow = "←" if is_right_to_left(title.style.language) else "→"
    return (
        Block(text, over, gap=1.6, holds="next", name=TO_NEXT),
        replace(title, text=f"{title.text} {arrow}", gap=0.1, name=TO_NEXT),
    )
