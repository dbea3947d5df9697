"""Leaves out lines that say where a recording ends, and sets apart those about the transcript."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from kiosk.authoring.transcripts.doubts.lines import Line
from kiosk.authoring.transcripts.doubts.wraps import ends_sentence
from kiosk.authoring.transcripts.forms.asides import is_in_brackets
from kiosk.authoring.transcripts.forms.rows import Row, UnclearError, without

SIGNS = " \t*_-–—=~#.:!|<>/[](){}【】（）…"
END_OF = re.compile(
    r"""
    (?: (?:the\ )?(?:end|close)\ of\ (?:the\ |this\ |our\ )?
          (?:recording|tape|interview|transcript|transcription|audio|file|part|session|side
            |conversation)
      | (?:the\ )?(?:recording|tape|interview|audio|transcript|transcription|session)\ (?:is\ )?
          (?:ends|ended|stops|stopped|over|finished|concluded|concludes)(?:\ here)?
      | (?:recording|tape|interview|transcript)\ end
      | ende\ (?:der|des|vom|dieses|dieser)\ (?:aufnahme|aufzeichnung|interviews?|gespräche?s?
            |ton[bB]ands|bands|mitschnitts|transkripts?|transkription|teils)
      | (?:aufnahme|aufzeichnungs?|interview|gesprächs|band|transkript|transkriptions)\ ?-?ende
      | (?:(?:die|das)\ )?(?:aufnahme|aufzeichnung|interview|gespräch|band)\ (?:ist\ )?
          (?:endet|beendet|zu\ ende|aus)(?:\ hier)?
      | (?:la\ )?fin\ (?:de\ l['’]|de\ la\ |du\ |de\ cet\ )(?:enregistrement|entretien|interview
            |entrevue|transcription|bande|cassette|document)
      | (?:el\ )?fin(?:al)?\ (?:de\ la\ |del\ |de\ esta\ )(?:grabación|entrevista|transcripción
            |cinta|audio|documento)
      | конец\ (?:аудио)?(?:записи|интервью|расшифровки|беседы|разговора|плёнки|пленки|стенограммы)
      | (?:аудио)?запись\ (?:окончена|завершена|закончена|прервана|остановлена)
      | (?:жазбаның|сұхбаттың|интервьюдің|әңгіменің)\ (?:соңы|аяғы)
      | (?:жазба|сұхбат|интервью)\ (?:аяқталды|бітті)
      | (?:نهاية|انتهى|انتهت|انتهاء)\ (?:هذا\ |هذه\ )?(?:التسجيل|المقابلة|الحوار|النص|الشريط)
      | (?:本次)?(?:录音|采访|访谈|对话|录像)(?:到此|至此)?(?:结束|完毕|终止|完)
    )
    (?: [\s,:(–-]+ (?:\d+|[ivx]+|[a-d]|(?:\d{1,2}:)?\d{1,3}:\d\d)\)? )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Known lines, also with a number or a time after them."""
END = re.compile(
    r"(the )?end|ende|schluss|(la )?fin|конец|соңы|аяқталды|(ال)?نهاية|انتهى"
    r"|[完终]|完结|全文完|结束",
    re.IGNORECASE,
)
CREDIT = re.compile(
    r"""
    \W* (?P<label>(?: (?:transcribed|translated|recorded|interviewed|edited)\ by\b
      | (?:transcript|transcription|translation|recording)\ ?(?:by\b|:)
      | interview\ (?:conducted|led|recorded)\ by\b
      | (?:transkribiert|übersetzt|aufgezeichnet|verschriftlicht)\ (?:von|durch)\b
      | (?:transkript|transkription|übersetzung|aufzeichnung|verschriftlichung)\ ?(?:von\b|:)
      | (?:das\ )?(?:interview|gespräch)\ (?:führten?|geführt\ von)\b
      | (?:transcrit|traduit|enregistré|propos\ recueillis)e?\ par\b
      | (?:transcription|traduction|enregistrement)\ ?(?:par\b|:)
      | (?:transcrit[oa]|traducid[oa]|grabad[oa]|entrevista\ realizada)\ por\b
      | (?:transcripción|traducción|grabación)\ ?(?:por\b|:)
      | (?:расшифровка|расшифровала?|перев[её]ла?|перевод|запись|записала?)\ ?(?::|(?-i:[А-ЯЁ]))
      | (?:таратып\ жазған|аударған|жазып\ алған)\ ?(?::|(?-i:[А-ЯЁӘІҢҒҮҰҚӨҺ]))
      | (?:تفريغ|ترجمة|تسجيل|تدوين)\ ?:
      | (?:整理|转写|转录|翻译|记录|录音|录音整理|文字整理)\ ?[:：]
    )) .*
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Who wrote the transcript, recorded or translated it."""
CREDIT_LENGTH = 200
RECORDING = re.compile(
    r"""
    \W* (?:the\ |die\ |der\ |das\ |l['’]|la\ |el\ |le\ )?
    (?: recording | recorder | tape | microphone | aufnahme | aufzeichnung | tonband | aufnahmegerät
      | mikrofon | enregistrement | enregistreur | micro | grabación | grabadora | micrófono
      | запись | диктофон | микрофон | жазба | التسجيل | المسجل | 录音 | 录音机
    ) (?:\W .{0,60})? $
    """,
    re.VERBOSE | re.IGNORECASE,
)
REMEDY = "put it in brackets, or write the speaker's label before it"


def is_credit(text: str) -> bool:
    """Whether it says who wrote the transcript, recorded or translated it."""
    return len(text) <= CREDIT_LENGTH and bool(CREDIT.fullmatch(text))


def without_closing_lines(rows: Sequence[Row]) -> list[Row]:
    """Without lines such as “End of recording”; raises UnclearError for one that may be spoken.

    What says who wrote the transcript becomes one row at the end, which stands apart.
    """
    ends = {at for at, row in enumerate(rows) if END_OF.fullmatch(row.text.strip(SIGNS))}
    kept, notes = without(rows, ends), list[Row]()
    while kept and (_is_note(kept) or _ends(kept)):
        row = kept.pop()
        if is_credit(row.text):
            notes.insert(0, row)
    last = kept[-1] if len(kept) > 1 else None
    if last and last.is_apart and RECORDING.match(last.text) and not is_in_brackets(last.text):
        reason = "this last line may describe the end of the recording"
        raise UnclearError(last.line, reason, REMEDY)
    if notes:
        text = " / ".join(row.text for row in notes)
        kept.append(replace(notes[0], text=text, is_apart=True))
    return kept


def _is_note(rows: Sequence[Row]) -> bool:
    """Whether the last row is a credit, and neither a sentence that goes on nor a speaker's."""
    row = rows[-1]
    if not is_credit(row.text) or len(rows) < 2:
        return False
    found = CREDIT.fullmatch(row.text)
    label = found["label"] if found else ""
    above = rows[-2].text
    is_below = is_credit(above) or ends_sentence(above)
    is_new = row.is_apart or (is_below and not row.text[:1].islower())
    return is_new and not any(other.text.startswith(label) for other in rows[:-1])


def _ends(rows: Sequence[Row]) -> bool:
    """Whether the last row is the word “End”, set apart or marked as no answer is."""
    row = rows[-1]
    word = row.text.strip(SIGNS)
    if not END.fullmatch(word):
        return False
    if row.is_apart or row.text.strip(" .!…") != word or word.isupper():
        return True
    above = rows[-2] if len(rows) > 1 else None
    if above and Line(above.line, above.text, 0, 0).asks:
        return False  # It is the answer.
    reason = f"“{row.text}” may be the last word, or say that the interview ends"
    raise UnclearError(row.line, reason, REMEDY)
