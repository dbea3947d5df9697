"""Finds questions and answers in any order but a question above its answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kiosk.authoring.transcripts.doubts.lines import ASIDE, Doubt, Line, Transcript
from kiosk.authoring.transcripts.doubts.words import REQUEST

SHORT = 120
EXCHANGES_WITHOUT_QUESTION = 3
LAST_WORDS = re.compile(
    r"""
      thank | dank | merci | спасибо | благодар | рахмет | рақмет | شكر | gracias | obrigad | grazie
    | teşekkür | ありがとう | 감사 | 谢谢 | 謝謝 | dziękuj | goodbye | wiedersehen | au\ revoir
    | до\ свидания | \bend(e)?\b | \bfin\b | конец | соңы | 完
    | interview | intervist | entrevist | entretien | gespräch | propos\ recueillis | aufgezeichnet
    | übersetz | tradu | transla | transcri | transkri | интервью | бесед | перев | расшифров
    | сұхбат | аудар | حوار | مقابلة | ترجم | 采访 | 採訪 | 访谈 | 訪談 | 翻译 | 翻譯 | 聞き手
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Matches a last line that thanks, or says how the interview was made."""


def standing_alone(transcript: Transcript) -> Iterator[Doubt]:
    """A line between exchanges that asks nothing, so that its speaker is unknown."""
    groups = transcript.groups
    answered = False
    for number, group in enumerate(groups):
        line = group[0]
        is_last = number == len(groups) - 1
        alone = len(group) == 1 and not line.asks and not ASIDE.fullmatch(line.text)
        if alone and answered and not (is_last and LAST_WORDS.search(line.text)):
            reason = "this line belongs to no question and no answer"
            yield Doubt(line.number, reason)
        answered = answered or len(group) > 1


def parted(transcript: Transcript) -> Iterator[Doubt]:
    for group, after in pairwise(transcript.groups):
        if len(group) == 1 and group[0].asks and not after[0].asks:
            reason = "there is an empty line between this question and its answer"
            yield Doubt(group[0].number, reason)


def question_in_head(transcript: Transcript) -> Iterator[Doubt]:
    """Questions before the first line that has an answer under it; the first may be a title."""
    asking = [group[0] for group in transcript.head_groups[1:] if group[0].asks]
    begins_with_question = bool(transcript.groups) and transcript.groups[0][0].asks
    if len(asking) > 1 or (asking and not begins_with_question):
        yield Doubt(asking[0].number, "this question has no answer below it")


def question_under_statement(transcript: Transcript) -> Iterator[Doubt]:
    """Blocks whose second line asks and whose first does not: the first lines are not questions."""
    exchanges = transcript.exchanges
    swapped = [group[1] for group in exchanges if group[1].asks and not group[0].asks]
    if len(swapped) > 1 and len(swapped) * 2 > len(exchanges):
        yield Doubt(swapped[0].number, "this line is a question in the place of an answer")


def question_in_answer(transcript: Transcript) -> Iterator[Doubt]:
    """A paragraph of an answer that only asks, or several that end so, and more after it."""
    following = (*transcript.groups[1:], ())
    for group, after in zip(transcript.groups, following, strict=False):
        inner = [line for line in group[1:-1] if line.asks]
        only = [line for line in inner if line.only_asks]
        doubtful = only or (inner if len(inner) > 1 else [])
        doubtful += [group[-1]] if _ends_with_question(group, after) else []
        if doubtful:
            reason = "this line is a question in the middle of an answer"
            yield Doubt(doubtful[0].number, reason)


def _ends_with_question(group: tuple[Line, ...], after: tuple[Line, ...]) -> bool:
    """Whether the last paragraph asks what the next block seems to answer."""
    return len(group) > 2 and group[-1].only_asks and bool(after) and not after[0].asks


def nobody_asks(transcript: Transcript) -> Iterator[Doubt]:
    """A monologue: no first line of a block is a question, and few ask for something."""
    exchanges = transcript.exchanges
    if not exchanges or any(group[0].has_question for group in exchanges):
        return
    requests = sum(bool(REQUEST.search(group[0].start)) for group in exchanges)
    if requests * 2 > len(exchanges):
        return
    plain = all(len(group[0].text) < SHORT and len(group) <= 3 for group in exchanges)
    if len(exchanges) >= EXCHANGES_WITHOUT_QUESTION or not plain:
        yield Doubt(exchanges[0][0].number, "this interview has no question")
