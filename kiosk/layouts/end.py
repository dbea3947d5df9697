"""Lays out the page after the last slide: the next exhibition, and where else to go."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from kiosk.exhibition.exhibition import Slide
from kiosk.language.directions import is_right_to_left
from kiosk.language.translations import AGAIN, HOME, INTERVIEW, NEXT_EXHIBITION, Message
from kiosk.layouts.beside import Beside
from kiosk.layouts.parts.arrangement import Arrangement, Subject, arranged
from kiosk.layouts.parts.blocks import body, heading
from kiosk.layouts.parts.column import Block
from kiosk.layouts.parts.words_alone import alone
from kiosk.style.stage import Stage

TO_NEXT, TO_BEGINNING, TO_INTERVIEW, TO_ALL = "to next", "to beginning", "to interview", "to all"
"""Names by which a screen finds the words to touch."""


class EndPage(Struct, frozen=True):
    def place(self, slide: Slide, subjects: tuple[Subject, ...], stage: Stage) -> Arrangement:
        if subjects:
            return Beside(words=_words).place(slide, subjects, stage)
        side = stage.margin if stage.size.upright else 2 * stage.margin
        box = stage.mirror(stage.page.inset(side, stage.margin))
        return arranged((), alone(lambda on: _words(slide, on), box, stage))


def _words(slide: Slide, stage: Stage) -> list[Block]:
    end = slide.end
    assert end, "only the page after the last slide is laid out like this"
    blocks: list[Block] = []
    if end.next:
        over = stage.style("body", colour=stage.theme.quiet, language=_tag(NEXT_EXHIBITION, stage))
        text = NEXT_EXHIBITION.in_language(stage.language)
        blocks.append(Block(text, over, holds="next", name=TO_NEXT))
    if slide.title:
        name = TO_NEXT if end.next else ""
        blocks.append(replace(heading(slide.title, stage), gap=0.2, name=name))
    links = [(AGAIN, TO_BEGINNING), *([(INTERVIEW, TO_INTERVIEW)] if end.has_interview else [])]
    if end.next or end.has_interview:
        links.append((HOME, TO_ALL))  # Else the exhibition is the only one.
    for number, (message, name) in enumerate(links):
        style = stage.style("lead", language=_tag(message, stage))
        # Each line is as high as a finger needs.
        apart = max(0.5, stage.finger / style.size - style.leading)
        gap = apart if number else apart + 0.8
        arrow = "←" if is_right_to_left(style.language) else "→"
        text = f"{message.in_language(stage.language)} {arrow}"
        blocks.append(Block(text, style, gap=gap, name=name))
    if end.help:
        said = body(end.help, stage)
        quiet = replace(said.style, colour=stage.theme.quiet)
        blocks.append(replace(said, style=quiet, gap=1.6))
    return blocks


def _tag(message: Message, stage: Stage) -> str:
    return message.language_for(stage.language)
