"""Lists the words and letters by which transcripts call whoever asks and whoever answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

ASKS = re.compile(
    r"""
      q | question | (the\ )?(interviewer | moderator | host | reporter | journalist | researcher)
    | frage | ((der|die)\ )?(interviewer(in)? | moderator(in)?)
    | (l[ea]\ |l['’])?(intervieweu(r|se) | enquêt(eur|rice) | journaliste)
    | pregunta | entrevistador[a]? | domanda | intervistat(ore|rice) | pergunta | vraag | pytanie
    | soru | otázka | kérdés | fråga | вопрос | корреспондент | интервьюер | ведущ(ий|ая)
    | журналист(ка)? | питання | запитання | сұрақ | тілші | жүргізуші | (ال)?سؤال | (ال)?محاورة?
    | (ال)?صحفية? | پرسش | שאלה | מראיינת? | ερώτηση | प्रश्न | 问 | 問 | 记者 | 記者 | 采访者
    | 採訪者 | 主持人 | 提问 | 记者问 | 質問 | 聞き手 | 질문 | 문 | 기자
    """,
    re.VERBOSE | re.IGNORECASE,
)
ANSWERS = re.compile(
    r"""
      answer | (the\ )?(interviewee | participant | respondent | guest | artist | photographer)
    | antwort | ((der|die)\ )?(befragte[rn]? | künstler(in)? | fotograf(in)?)
    | réponse | (l[ea]\ |l['’])?artiste | respuesta | entrevistad[oa] | risposta | intervistat[oa]
    | resposta | antwoord | odpowiedź | cevap | yanıt | odpověď | válasz | svar
    | ответ | художни(к|ца) | відповідь | залдан | жауап | (ال)?جواب | پاسخ | תשובה | απάντηση
    | उत्तर | 答 | 受访者 | 受訪者 | 回答 | 回答者 | 답변 | 답
    """,
    re.VERBOSE | re.IGNORECASE,
)
PAIRS = (
    *("qa", "qr", "fa", "fr", "pr", "dr", "va", "sc", "kv", "ib", "ip", "ir", "ia"),
    *("во", "са", "сж", "سج", "שת", "εα"),
)
"""Letters for question and answer, in this order: Frage and Antwort, вопрос and ответ."""
LETTERS = frozenset("qfpв问問")
"""Letters for a question that may have a number."""
ANSWER = re.compile(
    "answer|antwort|réponse|respuesta|risposta|resposta|ответ|жауап|r|о|答", re.IGNORECASE
)
NUMBERED = re.compile(r"\s*\d{1,3}$")


def plain(label: str) -> str:
    """A label as it is compared: “Q.” and “q” are one."""
    return " ".join(label.split()).strip(" _.#-*").casefold()


def unnumbered(label: str) -> str:
    """“q” for “q1”."""
    return NUMBERED.sub("", label) or label


def counted(labels: Iterable[str]) -> dict[str, str]:
    """Labels without their numbers, where these count questions and answers rather than people.

    They do if each number comes once, and the questions have numbers, too.
    """
    count = Counter(labels)
    numbered = {key: unnumbered(key) for key in count if unnumbered(key) != key}
    asking = {
        key: bare for key, bare in numbered.items() if bare in LETTERS or ASKS.fullmatch(bare)
    }
    answering = {
        key: bare for key, bare in numbered.items() if bare == "a" or ANSWER.fullmatch(bare)
    }
    if asking and all(count[key] == 1 for key in (*asking, *answering)):
        return asking | answering
    return {key: bare for key, bare in numbered.items() if ASKS.fullmatch(bare)}


def pair(labels: Iterable[str]) -> tuple[str, str] | None:
    """The letters for question and answer among these labels, if they are such a pair."""
    single = {label for label in labels if len(label) == 1}
    return next(((one[0], one[1]) for one in PAIRS if set(one) <= single), None)
