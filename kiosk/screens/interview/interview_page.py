"""Sets an interview as one tall page, and finds its visible part by bisection."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.geometry import Rect
from kiosk.exhibition.collection import Entry
from kiosk.exhibition.interview import PARAGRAPH, Interview
from kiosk.exhibition.quote_match import Passage, find
from kiosk.layouts.parts.column import Block, column
from kiosk.style.stage import Stage
from kiosk.types.scene import Colour, Lettering, TextStyle


class Page(Struct, frozen=True):
    """The page's text blocks from top to bottom, and which of them are questions."""

    letters: tuple[Lettering, ...]
    questions: tuple[int, ...]
    box: Rect
    """The column in which all the text is set."""

    def between(self, top: float, bottom: float) -> tuple[Lettering, ...]:
        """Text blocks that are at least partly between two heights."""
        first = bisect_right(self.letters, top, key=lambda one: one.rect.bottom)
        last = bisect_left(self.letters, bottom, key=lambda one: one.rect.y)
        return self.letters[first:last]

    def question(self, exchange: int) -> Lettering:
        return self.letters[self.questions[exchange]]

    def exchange_at(self, y: float) -> int | None:
        """Index of the last question that is wholly above `y`; None if there is none."""
        after = bisect_right(self.questions, y, key=lambda at: self.letters[at].rect.bottom)
        return after - 1 if after else None

    def answer_bottom(self, exchange: int, interview: Interview) -> float:
        paragraphs = len(interview.exchanges[exchange].paragraphs)
        return self.letters[self.questions[exchange] + paragraphs].rect.bottom


@lru_cache(maxsize=8)
def page(entry: Entry, stage: Stage) -> Page:
    """The interview of an exhibition as a page, in the direction of its own language."""
    interview = entry.interview
    assert interview is not None, "the reader opens only where there is an interview"
    language, quiet = entry.spoken, stage.theme.quiet

    def style(role: str, colour: Colour | None = None, *, italic: bool = False) -> TextStyle:
        own = stage.style(role, colour=colour, italic=italic, language=language)
        return replace(own, align="start")

    blocks = [Block(interview.name, style("heading"), characters=40)] if interview.name else []
    questions = []
    for exchange in interview.exchanges:
        questions.append(len(blocks))
        blocks.append(Block(exchange.question, style("body", stage.theme.accent), gap=1.8))
        blocks += [Block(text, style("lead"), gap=0.5) for text in exchange.paragraphs]
    if interview.note:
        blocks.append(Block(interview.note, style("caption", quiet, italic=True), gap=3.0))
    width = min(stage.safe.width, stage.measure(style("lead")))
    words = column(blocks, width, math.inf, stage)
    left = (stage.size.width - width) / 2
    box = Rect(left, 1.5 * stage.margin, width, words.height)
    return Page(words.at(box, stage), tuple(questions), box)


@lru_cache(maxsize=64)
def quoted(entry: Entry, slide: int) -> Passage | None:
    """The passage of the interview that a slide quotes; None if there is none."""
    quote, interview = entry.exhibition.slides[slide].quote, entry.interview
    passage = find(interview, quote.text) if quote and interview else None
    if not (quote and interview and passage):
        return None
    # If a sentence is quoted to its end, its full stop is marked too.
    after = interview.exchanges[passage.exchange].answer[passage.end :][:1]
    *before, (start, end) = passage.spans
    end += after in set(".,;:") and quote.text.endswith(after)
    return replace(passage, spans=(*before, (start, end)))


@lru_cache(maxsize=8)
def marks(entry: Entry, slide: int, stage: Stage) -> tuple[Rect, ...]:
    """Rectangles of the quoted words on the page, line by line."""
    interview, passage = entry.interview, quoted(entry, slide)
    if interview is None or passage is None:
        return ()
    set_page, offset = page(entry, stage), 0
    first = set_page.questions[passage.exchange] + 1
    places: list[Rect] = []
    for number, text in enumerate(interview.exchanges[passage.exchange].paragraphs, first):
        letters = set_page.letters[number]
        for span in passage.spans:
            start, end = max(0, span[0] - offset), min(len(text), span[1] - offset)
            if start < end:
                lines = stage.typesetter.places(letters.paragraph, start, end)
                places += [line.moved(letters.at) for line in lines]
        offset += len(text) + len(PARAGRAPH)
    return tuple(places)
