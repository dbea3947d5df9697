"""Opens the interview of an exhibition with its translations, without what is sealed in them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from kiosk.authoring.keys.model import Quote, Transcript
from kiosk.authoring.load.draft import Draft
from kiosk.authoring.load.folder import Folder
from kiosk.authoring.load.interviews.sealed_words import RUN, SealedWords
from kiosk.authoring.load.interviews.seals import CLOSED, Seal, Seals
from kiosk.authoring.load.quote_check import no_transcript
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.collector import Problems
from kiosk.authoring.problems.problem import Problem, quoted, shown
from kiosk.authoring.transcripts.redaction import (
    Cut,
    SealError,
    Segment,
    Version,
    cut_from,
    cut_of,
    parts_in,
    redacted,
    sealed_texts,
    segments,
)
from kiosk.authoring.yaml.nodes import Where
from kiosk.base.roots import Roots, resolved
from kiosk.exhibition.interview import Interview
from kiosk.language.lookup import nearest

if TYPE_CHECKING:
    from kiosk.authoring.transcripts.forms.cast import Hints

TELLING_MIN = 20
"""Letters of a hidden answer whose words other texts may not repeat: “Yes” is in many."""
REPEATED_WORDS = re.compile("“[^”]*”")


class Interviews(Struct, frozen=True):
    """The interview of an exhibition, as it was spoken, and its translations."""

    language: str
    spoken: Version | None = None
    translations: Mapping[str, Version] = {}
    closed: frozenset[str] = frozenset()
    """Languages of translations that nobody may read."""
    fingerprint: str = ""
    """Names what is sealed in it."""
    doubtful: tuple[str, ...] = ()
    """Texts that may be sealed: those of an interview of which this is not certain."""

    @property
    def versions(self) -> tuple[Version, ...]:
        return (self.spoken, *self.translations.values()) if self.spoken else ()

    def have(self, quote: Quote, language: str) -> bool:
        """Whether an interview can be read in each language that a quote is shown in."""
        tags = (language, *(quote.translation.languages if quote.translation else ()))
        return self.spoken is not None and not any(nearest(tag, self.closed) for tag in tags)

    def version_for(self, tag: str) -> Version | None:
        """The version in which words in this language must be."""
        found = "" if tag == self.language else nearest(tag, self.translations)
        return self.translations[found] if found else self.spoken


def sealed_words_of(
    all_interviews: Sequence[Interviews], closed: Iterable[Path], roots: Roots
) -> SealedWords:
    """What no text of a place may repeat: all answers of transcripts that are `closed`, too."""
    versions = [one for interviews in all_interviews for one in interviews.versions]
    sealed = [text for one in versions for text in one.sealed]
    perhaps = [text for interviews in all_interviews for text in interviews.doubtful]
    perhaps += [text for file in closed for text in _answers(file, roots)]
    public = (
        (text.text for one in versions for text in segments(one.shown)) if sealed or perhaps else ()
    )
    return SealedWords(sealed, public, perhaps)


def _answers(file: Path, roots: Roots) -> Iterator[str]:
    is_there = os.path.exists(file)  # noqa: PTH110  # Never raises.
    if is_there and roots.refusal(file) is None and not no_transcript(file):
        from kiosk.authoring.transcripts.transcript import open_interview

        found = open_interview(file, Problems())
        answers = (one.text for one in segments(found) if one.kind == "answer") if found else ()
        yield from filter(_is_telling, answers)


def hints_for(draft: Draft) -> Hints:
    """What an exhibition says about the speakers of its interview."""
    from kiosk.authoring.transcripts.transcript import hints_of

    written = draft.exhibition.interview
    return hints_of(_people(draft), written.speakers if written else ())


def _people(draft: Draft) -> Iterator[str]:
    """Names of those whose exhibition it is, and of those who are quoted."""
    quotes = (slide.quote for slide in draft.exhibition.slides if slide.quote)
    speakers = (quote.speaker for quote in quotes)
    for text in (draft.exhibition.by, *speakers):
        yield from (name for _, name in text.texts) if text else ()


def open_interviews(draft: Draft, roots: Roots, seals: Seals, problems: Problems) -> Interviews:
    written = draft.exhibition.interview
    quotes = (slide.quote for slide in draft.exhibition.slides if slide.quote)
    if not written:
        return Interviews("en")
    tags = (quote.language for quote in quotes)
    translated = dict(written.translations)
    language = written.language or next((tag for tag in tags if tag not in translated), "en")
    return _Opener(draft, written, language, roots, seals, problems).opened()


class _Opener:
    """One exhibition whose interview is being opened."""

    def __init__(
        self,
        draft: Draft,
        written: Transcript,
        language: str,
        roots: Roots,
        seals: Seals,
        problems: Problems,
    ) -> None:
        self.draft, self.written, self.language = draft, written, language
        self.document, self.roots, self.problems = draft.document, roots, problems
        self.folder = Folder(draft.path.parent)
        self.all_seals = seals
        self.seals: tuple[Seal, ...] = ()
        self.closed_texts: list[Segment] = []
        """Those of translations that nobody may read."""

    def opened(self) -> Interviews:
        file = resolved(self.folder.file(self.written.file))
        self.seals = self.all_seals.by_file.get(file, ())
        nothing = Interviews(self.language, fingerprint=self.all_seals.fingerprint(file))
        whole = self._interview(self.written.file, ("interview", "file"))
        if not whole:
            return replace(nothing, doubtful=self._doubtful())
        texts = segments(whole)
        is_closed = self._is_closed(self.written.file, ("interview", "file"))
        cuts = None if is_closed else self._cuts(whole, texts, self.language, are_needed=True)
        if cuts is None:
            return replace(nothing, doubtful=self._doubtful(texts))
        spoken = _version(whole, texts, [cut for cut in cuts if cut])
        translations = {
            tag: version
            for tag, name in self.written.translations
            if (version := self._translation(tag, name, whole, texts, cuts))
        }
        closed = frozenset(dict(self.written.translations)) - translations.keys()
        doubtful = self._doubtful(self.closed_texts) if closed else ()
        return replace(
            nothing, spoken=spoken, translations=translations, closed=closed, doubtful=doubtful
        )

    def _doubtful(self, texts: Sequence[Segment] = ()) -> tuple[str, ...]:
        """What may be sealed, if the passages are not found: their ends, and all answers."""
        ends = (end for seal in self.seals for one in seal.words.values() for end in one.ends)
        answers = (one.text for one in texts if one.kind == "answer")
        return tuple(filter(_is_telling, (*ends, *answers)))

    def _interview(self, name: str, where: Where) -> Interview | None:
        file = self.folder.file(name)
        exact = where if self.document.has(where) else where[:1]
        reason = self.folder.why_not(Code.INTERVIEW_MISSING, name, self.roots) or no_transcript(
            file
        )
        if reason:
            code, message = reason
            lost = "no quote is shown" if where[-1] == "file" else "nobody reads this translation"
            self.problems.add(self.document.problem(code, f"{message}; {lost}", exact))
            return None
        # Not at the top: its many patterns take 0.1 s, for which the first photo would wait.
        from kiosk.authoring.transcripts.transcript import open_interview

        found = Problems()
        interview = open_interview(file, found, hints_for(self.draft))
        is_sealed = resolved(file) in {**self.all_seals.by_file, **self.all_seals.closed}
        self.problems.extend(map(_without_words, found) if is_sealed else found)
        return interview

    def _is_closed(self, name: str, where: Where) -> bool:
        """Whether a file with a mistake may seal a passage of this transcript."""
        closed = self.all_seals.closed.get(resolved(self.folder.file(name)))
        if closed:
            exact = where if self.document.has(where) else where[:1]
            message = f"{quoted(closed.name)} has a mistake, and may seal a passage of it; {CLOSED}"
            self.problems.add(self.document.problem(Code.SEALED_UNCLEAR, message, exact))
        return closed is not None

    def _cuts(
        self, whole: Interview, texts: list[Segment], language: str, *, are_needed: bool
    ) -> list[Cut | None] | None:
        """Where each passage is, if its words are given; None if one cannot be found."""
        cuts, failed = list[Cut | None](), False
        for seal in self.seals:
            tag = nearest(language, seal.words)
            if not tag:
                cuts.append(None)
                if are_needed:
                    failed = True
                    self.problems.add(seal.problem(f"this passage needs its words in {language}"))
                continue
            try:
                cuts.append(cut_of(texts, seal.words[tag]))
            except SealError as error:
                failed = True
                message = f"{error} ({shown(whole.path)}); write more or other words of it"
                self.problems.add(seal.problem(message, tag, "to" if error.is_end else "from"))
        return None if failed else cuts

    def _translation(
        self,
        tag: str,
        name: str,
        spoken: Interview,
        spoken_texts: list[Segment],
        spoken_cuts: list[Cut | None],
    ) -> Version | None:
        """A translation; where it lacks sealed words, the whole answer is hidden."""
        where = ("interview", "translations", tag)
        whole = self._interview(name, where)
        if not whole:
            return None
        texts, is_closed = segments(whole), self._is_closed(name, where)
        is_unclear = is_closed or whole.strays or not self._is_paired(tag, whole, spoken)
        cuts = None if is_unclear else self._cuts(whole, texts, tag, are_needed=False)
        if cuts is None:
            self.closed_texts += texts if is_closed or self.seals else ()
            return None
        lacking = [one for one, own in zip(spoken_cuts, cuts, strict=True) if one and not own]
        hidden = parts_in(spoken_texts, lacking)
        return _version(whole, texts, [cut for cut in cuts if cut], hidden)

    def _is_paired(self, tag: str, translation: Interview, spoken: Interview) -> bool:
        """Whether both have the same questions and answers, as far as their order shows."""
        ours, theirs = ([bool(one.answer) for one in of.exchanges] for of in (translation, spoken))
        if ours == theirs:
            return True
        both = zip(ours, theirs, strict=False)
        at = next((n for n, (our, their) in enumerate(both) if our != their), len(theirs))
        line = translation.exchanges[min(at, len(ours) - 1)].line
        message = (
            f"the answers of this translation are not those of {shown(spoken.path)}: here are"
            f" {sum(ours)}, there {sum(theirs)}; they differ from this line on, and until they"
            " agree, nobody reads it"
        )
        problem = Problem(translation.path, Code.TRANSLATION_UNPAIRED, message, line, 1)
        self.problems.add(problem)
        return False


def _version(
    whole: Interview,
    texts: list[Segment],
    cuts: list[Cut],
    hidden: frozenset[tuple[str, int]] = frozenset(),
) -> Version:
    if not (cuts or hidden):
        return Version(whole, whole)
    concealed = (one.text for one in texts if (one.kind, one.at) in hidden)
    telling = (text for text in concealed if len(text) >= TELLING_MIN)
    sealed = (*sealed_texts(texts, cuts), *telling)
    answers = (text for one, text in cut_from(texts, cuts) if one.kind == "answer")
    said = tuple(text for text in answers if len(text) >= TELLING_MIN)
    return Version(redacted(whole, cuts, hidden), whole, sealed, said)


def _is_telling(text: str) -> bool:
    return len(text) >= TELLING_MIN or len(text.split()) >= RUN


def _without_words(problem: Problem) -> Problem:
    """A problem of a transcript that repeats none of its words, since they may be sealed."""
    return replace(problem, message=REPEATED_WORDS.sub("“…”", problem.message), snippet=())
