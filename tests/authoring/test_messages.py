"""Every sentence that the source has for a curator is one that something makes appear."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.authoring.checks import check, check_opened
from kiosk.authoring.checks.subject import CheckServices
from kiosk.authoring.keys.machine import Machine
from kiosk.authoring.load import yaml_files
from kiosk.authoring.load.machine_file import open_machine
from kiosk.authoring.load.place import open_place
from kiosk.authoring.problems.collector import Problems, Stopped
from kiosk.authoring.problems.problem import Problem
from kiosk.authoring.transcripts.transcript import open_interview
from kiosk.authoring.yaml import document as reading
from kiosk.authoring.yaml import nodes
from kiosk.authoring.yaml.document import open_document, parse
from kiosk.authoring.yaml.source import BYTES_MAX, Source
from kiosk.layouts.visible import visible
from kiosk.types.photo import PhotoInfo
from tests.authoring.conftest import Wall
from tests.authoring.key_fields import FIELDS
from tests.authoring.sentences import sentences
from tests.authoring.test_code_pages import EXAMPLES, SERVICES, hang
from tests.authoring.test_document import REFUSALS, SPOILED
from tests.authoring.test_markup import CASES
from tests.authoring.test_mistakes import MISTAKES
from tests.authoring.test_typo_hints import TYPOS
from tests.authoring.test_value_errors import SETTINGS, SLIDES
from tests.authoring.test_words_for_keys import SAID
from tests.authoring.test_yaml_files import KINDS

KEYS = sorted({key for _, key in FIELDS})
SEAL = "sealed: [{en: {from: I paint them, to: sometimes green}}]"
SEALED = (
    f"{SEAL}, chapters: [{{title: a, from: paint them}}]",
    f"{SEAL}}}\nsubtitle: {{en: I paint them blue and sometimes green",
    "sealed: [{en: {from: Nobody, to: green}}]",
    "sealed: [{en: {from: sometimes green, to: I paint them}}]",
    "sealed: [{en: {from: door, to: green}}]",
    "sealed: [{fr: {from: I paint, to: green}}]",
    "sealed: [{en: {from: [[a]], to: [[a]]}}]",
    "chapters: [{title: a, from: Nobody}]",
    "chapters: [{title: a, from: door}]",
    "chapters: [{title: a, from: [[a]]}]",
    "translations: {fr: short.txt}",
    "translations: {fr: none.txt}",
    f"{SEAL[:-2]}, fr: {{from: never, to: never}}}}], translations: {{fr: copy.txt}}",
)
EXHIBITIONS = (
    *(f"title: a\n{key}: [[a]]\nslides:\n  - title: a\n" for key in KEYS),
    *(f"title: a\nslides:\n  - photo: 01.jpg\n    {key}: [[a]]\n" for key in KEYS),
    *(f"title: a\nslides:\n  - photo: {{file: 01.jpg, {key}: [[a]]}}\n" for key in KEYS),
    *(f"title: a\nslides:\n  - quote: {{text: a, {key}: [[a]]}}\n" for key in KEYS),
    *(
        f"title: a\nslides:\n  - photo: {{file: 01.jpg, consent: {{{key}: [[a]]}}}}\n"
        for key in ("by", "on", "covers")
    ),
    "title: a\nslides: []\n",
    "title: a\nby:\nslides:\n  - title: a\n",
    "title: a\norder: shuffle\nby: b\nslides:\n  - title: a\n",
    "title: a\ncolours: {ground: [[a]], ink: [[a]], accent: [[a]]}\nslides:\n  - title: a\n",
    "title: a\naccent: #gold\nslides:\n  - title: a\n",
    "title: a\naccent: '#333333'\nslides:\n  - title: a\n",
    "title: a\nfonts: {serif: 01.jpg, sans: none.ttf}\nslides:\n  - title: a\n",
    "title: a\nfonts: {serif: [[a]]}\nslides:\n  - title: a\n",
    "- title: a\n",
    "title: a\nslides:\n  -\n  title: b\n    facts:\n      Born: c\n  - title: d\n",
    "title: a\nslides:\n  - title: a\n    text: > b\n",
    'title: Doors"\nslides:\n  - title: a\n',
    "title: a\nphotos: {a: b}\nslides:\n  - title: a\n",
    "title: a\nphotos: 01.jpg\nslides:\n  - photo: 01.jpg\n",
    "title: a\nslides:\n  - title: a\n    alt: b\n",
    "title: a\nslides:\n  - photo: .\n",
    "title: a\nslides:\n  - photo: ../../a.jpg\n",
    "title: a\nslides:\n  - photo: .a.jpg\n",
    "title: a\nslides:\n  - photo: /proc/self/environ\n",
    "title: a\ninterview: interview.docx\nslides:\n  - title: a\n",
    "title: a\ninterview: large.docx\nslides:\n  - title: a\n",
    f"title: a\nslides:\n  - photo: {'x' * 300}\n",
    "title: a\nslides:\n  - photo: 'a\\0'\n",
    'title: a\nslides:\n  - photo: "a\\0"\n',
    "title: a\ninterview: interview.txt\nslides:\n  - quote: Zebras, quickly\n",
    "title: a\ninterview: interview.txt\nslides:\n  - quote: Why doors? Every door is an answer.\n",
    "title: a\ninterview: interview.txt\nslides:\n  - quote: I paint them blue … No\n",
    "title: a\ninterview: asides.txt\nslides:\n  - quote: I hear it. I go.\n",
    "title: {en: a, fr: b}\nslides:\n  - photo: 01.jpg\n    work: {title: b, year: about 1}\n",
    "title: a\ninterview: unnamed.txt\nslides:\n  - title: a\n",
    *(
        f"title: a\ninterview: {{file: initials.txt, speakers: {{{one}}}}}\nslides:\n  - title: a\n"
        for one in ("Marit: MK", "MX: Marit", "Anna: Ada")
    ),
    "title: a\ninterview: alone.txt\nslides:\n  - quote: I go there.\n",
    *(
        f"title: a\ninterview: {{file: interview.txt, {key}: [[a]]}}\nslides:\n  - title: a\n"
        for key in (
            "sealed",
            "file",
            "language",
            "speakers",
            "public",
            "translations",
            "chapters",
            "index",
        )
    ),
    *(
        f"title: a\ninterview: {{file: interview.txt, {more}}}\n"
        "slides:\n  - quote: I paint them\n  - title: a\n"
        for more in SEALED
    ),
    f"title: {{{', '.join(f'e{a}{b}: x' for a in 'abcdefg' for b in 'abcdefg')}}}\n"
    "slides:\n  - title: a\n",
    "title: {en: a}\nslides:\n  - title: {zza: b}\n",
    "a: |\n\tb\n",
    "withdrawn: true\nslides:\n\t- title: a\n",
    "slides:\n\t- photo: {file: 01.jpg, withdrawn: true}\n",
    "\0",
    "title: {en: a, fr: b}\ninterview: interview.txt\n"
    "slides:\n  - quote: Every door is an answer\n",
)
UNSEEN = (
    "- quote: {text: Every door is an answer, translation: a}",
    "- quote: {text: Every door is an answer, translated_by: me}",
    "- photos: [01.jpg, 02.jpg]\n  layout: grid\n  facts: {a: b}\n  dwell: 12",
    "- {photo: 01.jpg, title: a, fill: true}\n- {title: b, fill: true}",
    "- title: a\n- photo: 01.jpg\n- {photo: 02.jpg, focus: [0.1, 0.1], motion: still}",
)
DATED = (
    "until: 2026-05-01",
    "weekdays: [sat]\nfrom: 2026-06-01\nuntil: 2026-06-02",
    "hours: 9:00-9:00",
    "until: 2026-07-01",
)
TRANSCRIPTS = (
    b"interview\n\nWhy?\n",
    b"interview\n\nQ: Why?\nA: Because.\n",
    b"interview\n\nWhy?\n00:00:03 Because.\n",
    b"interview\n\nWhy?\nBecause\tof you.\n",
    b"interview\n\nKarl\nWhy?\n\nMaria\nBecause.\n",
    b"interview\n\nKH Why?\nMB So.\n\nKH When?\nMB Now.\n\nKH Where?\nMB Here.\n",
    b"interview\n\n**Why?**\nBecause.\n",
    b"interview\n\n- Why?\n- Because.\n- When?\n- Now.\n",
    b"interview\n\nWhy?\nBecause.\n.\nI see.\n",
    b"interview\n\nHORN Why?\nSo.\n\nHORN When?\nNow.\nHORN I see.\nYes.\n",
    b"interview\n\nShe who asks: Why?\nSo.\n\nShe who asks: When?\nNow.\nShe who asks: So.\n",
    b"interview\n\nWhy?\n" + b"So.\n" * 20_000,
    b"interview\n\nWhy?\n" + b"So.\n" * 16_000,
    b"interview\n\nWhy?\n" + b"So. " * 30_000,
    b"interview\n\nWhy?\n" + (b"So. " * 20_000 + b"\n") * 13,
    b"interview\n\nWhy, of\nall things?\nBecause.\n",
    b"interview\n\nTo Karl.\nWhy?\n\nTo Karl.\nWhen?\n",
    b"interview\n\nWhy?\nBecause.\nWhen?\nNow.\n",
    b"Ada\n\nWhy?\n\nI see.\nI go.\n",
    b"interview\n\nWhy?\n\nI see.\nI go.\n",
    b"interview\n\nWhy?\nBecause.\n\nI see.\n\nWhen?\nNow.\n",
    b"interview\n\nI see.\nI go.\nI come.\nI sleep.\n",
    b"interview\n\nI see.\nYes.\n\nI go.\n\nWhen?\nNow.\n",
    "interview\n\nI see.\n• Doors.\n• Windows.\n\nWhy?\nSo.\n".encode(),
    b"interview\n\nQ: Why?\nA: So.\nParis: That was cold.\n",
    b"interview\n\nWhere?\nParis: That was cold.\n",
    b"Q: Why?\nA: So.\n2\nQ: When?\nA: Now.\n",
    b"Q: Why?\nA: So.\nThe end\n",
    b"Q: Why?\nA: So.\n\nThe recorder was switched off.\n",
    b"interview\n\nI see.\nQ: Why?\nA: So.\n",
    b"Interviewer: I see.\nSo.\n",
    b"Why?\nA: So.\nQ: When?\nA: Now.\n",
    b"Q: Why?\nA: So.\nA: When?\nA: Now.\n",
    b"Why?\n\n0:00:03,500 --> 0:00:05,000\nA: So.\n\n0:00:06,000 --> 0:00:07,000\nQ: So?\n",
    b"Interviewer: Why?\nDo you?\nSo.\n",
    b"Q: Why?\n\nSo.\n\nQ: When?\nA: Now.\n",
    b"Q: Why?\nA: So.\n\nWhen?\n\nA: Now.\n",
    b"1\n0:00:03,500 --> 0:00:05,000\nWhy?\n\n2\n0:00:06,000 --> 0:00:07,000\nSo.\n",
    b"Speaker 1: So.\nSpeaker 2: I see.\nSpeaker 1: So.\nSpeaker 2: Yes.\n",
    b"A: Why?\nF: So.\nA: When?\nF: Now.\n",
    b"Q: Why?\nA: I like photo-\ngraphs.\n",
    b"**Q: Why?**\nMK: So.\n**Tell us.**\nTB: No.\n**Q: When?**\nMK: Now.\nTB: Now.\n",
    b"Q: Why?\nMK: So.\n## Doors\nQ: When?\nMK: Now.\n",
    b"**Why?**\nMK: So.\n**When?**\nNow.\nMK: Yes.\n",
    b"**Why?**\nMK: So.\n**When?**\nNow.\n**Who?**\nWe.\nMK: Yes.\n",
    b"Q: Why?\nA: So.\n[Karl: I was there.]\nQ: When?\nA: Now.\n",
    b"Q: Why?\nA: So.\n\nWhen?\n\nA: Now.\n\nWho?\n\nA: We.\n",
    b"**Why?**\nSo.\n## Doors\n**When?**\nNow.\n",
    b"**Why?**\nSo.\nOr not?\n**When?**\nNow.\nThere.\n**Where?**\nHere.\n",
)
FILES = (
    b"a: \xe9",
    "a: b".encode("utf-16"),
    b"a: b\x00c",
    b"x" * (BYTES_MAX + 1),
)


def test_every_sentence_appears(room, monkeypatch):
    """No sentence is there that nobody has seen (add to the lists here what makes it appear)."""
    told = "\n".join(problem.message for problem in provoked(room, monkeypatch))
    unseen = [plain for plain, said in sentences().items() if not said.search(told)]

    assert unseen == []


def provoked(room: Wall, monkeypatch: pytest.MonkeyPatch) -> Iterator[Problem]:
    """Problems of every kind."""
    for text, *_ in (*REFUSALS, *SPOILED):
        yield from parsed(text)
    for slide, *_ in SLIDES:
        room.hang(f"- {slide}".replace("\n", "\n  "))
        yield from check(room.path)
    words = (place.format(word) for place, word, _ in SAID)
    for text in (*EXHIBITIONS, *(text for text, *_ in (*TYPOS, *MISTAKES)), *words):
        room.write("doors.yaml", text)
        yield from check(room.path)
        yield from parsed(text)
    for _, wrong, _ in EXAMPLES:
        hang(room, wrong)
        yield from check(room.path, SERVICES)
        (room.path / "kiosk.yaml").unlink(missing_ok=True)
    for text, *_ in (*SETTINGS, ("- fr",)):
        room.write("kiosk.yaml", text)
        yield from check(room.path)
    for text in (*(f"{key}: [[[a]]]" for key in Machine.known_keys()), "- output"):
        settings = Problems()
        open_machine(room.write("machine.yml", text), settings)
        yield from settings
    everything = CheckServices(
        visible=visible,
        cuts=lambda _: False,
    )
    for slide in UNSEEN:
        accents = "accent: '#cf7b6a'\ncolours: {accent: '#cf7b6b'}"
        room.hang(slide, head=f"interview: interview.txt\n{accents}\ndefaults: {{dwell: 9}}")
        yield from check(room.path, everything)
    unable = CheckServices(undrawable=lambda tags, _: tags)
    room.write("kiosk.yaml", "languages: [en]")
    yield from check(room.path, unable)
    (room.path / "kiosk.yaml").unlink()
    for head in DATED:
        room.write("doors.yaml", f"title: a\n{head}\nslides:\n  - {{title: a, from: 2026-08-01}}\n")
        yield from check(room.path, CheckServices(today="2026-06-01"))
    room.hang("\n".join(f"- title: '{text}'" for _, text in CASES))
    yield from check(room.path)
    for data in (*FILES, *KINDS):
        room.write("doors.yaml", data)
        yield from check(room.path)
    room.write("torn.yaml", f"interview: {{file: interview.txt, {SEAL}")
    room.write("doors.yaml", "title: a\ninterview: interview.txt\nslides:\n  - title: a\n")
    yield from check(room.path)
    (room.path / "torn.yaml").unlink()
    room.write("doors.yaml", "title: a\nslides:\n  - photo: 01.jpg\n")
    photo = str(room.path / "01.jpg")
    yield from check(room.path, CheckServices(lambda _: ({photo: "it is empty"}, {})))
    drawing = PhotoInfo(9, 9, b"", b"", ground="white")
    yield from check(room.path, CheckServices(lambda _: ({}, {photo: drawing})))
    for pages in (2, 9):
        services = CheckServices(count_pages=lambda *_, pages=pages: {"en": pages})
        yield from check(room.path, services)
    yield from of_photos(room, photo)
    for data in TRANSCRIPTS:
        yield from found_by(open_interview, room.write("x.txt", data))
    yield from of_the_system(room, monkeypatch)
    yield from of_bounds(room, monkeypatch)


def of_photos(room: Wall, photo: str) -> Iterator[Problem]:
    """What opening and hanging photos, and looking for letters, may find."""
    odd = PhotoInfo(9, 9, b"", b"", bytes(192), ("it is odd",))
    services = CheckServices(
        lambda files: ({}, dict.fromkeys(files, odd)),
        lambda _, slide, __: {photo.file: 9.9 for photo in slide.all_photos},
        lambda written: written[:1] * 9,
    )
    room.write("doors.yaml", "title: a\nslides:\n  - photo: 01.jpg\n  - photo: 02.jpg\n")
    yield from check(room.path, services)
    sharp = CheckServices(lambda files: ({}, dict.fromkeys(files, odd)), zoomed=lambda _: 2.0)
    yield from check(room.path, sharp)
    recorded = CheckServices(
        lambda _: ({}, {str(room.path / "02.jpg"): odd}),
        inspect_withdrawn=lambda files: dict.fromkeys(files, odd),
    )
    for beside in ("photo: 01.jpg", "photos: [01.jpg, 02.jpg]"):
        room.hang(f"- photo: 02.jpg\n- {beside}\n  text: a")
        yield from check_opened(open_place(room.path).without(frozenset({photo})), recorded)
    for words in ("title: a", "quote: Every door is an answer"):
        room.hang(
            f"- photo: {{file: 01.jpg, withdrawn: true}}\n  {words}\n- title: End",
            head="interview: interview.txt",
        )
        for left in ([], [room.path]):
            yield from check(room.path, CheckServices(withdraw=lambda *_, left=left: {photo: left}))


def parsed(text: str) -> Problems:
    problems = Problems()
    try:
        parse(Source(Path("x.yaml"), text), problems)
    except Stopped as stop:
        problems.add(stop.problem)
    return problems


def found_by(opening: Callable[[Path, Problems], object], path: Path) -> Problems:
    problems = Problems()
    opening(path, problems)
    return problems


def of_the_system(room: Wall, monkeypatch: pytest.MonkeyPatch) -> Iterator[Problem]:
    """What is no file, or may not be read."""
    os.mkfifo(room.path / "pipe")
    yield from check(room.path / "nowhere.yaml")
    for name in (".", "pipe", "x" * 300, "a\0"):
        yield from found_by(open_document, room.path / name)
    with monkeypatch.context() as forbidden:
        forbidden.setattr(Path, "open", forbid)
        yield from found_by(open_document, room.path / "01.jpg")


def forbid(*_: object, **__: object) -> None:
    raise PermissionError(13, "Permission denied")


def of_bounds(room: Wall, monkeypatch: pytest.MonkeyPatch) -> Iterator[Problem]:
    """What is too many."""
    room.write("kiosk.yaml", "languages: [en]")
    room.write("doors.yaml", "title: a\nslides:\n  - title: a\n")
    room.write("doors.yml", "title: a\nslides:\n  - title: a\n")
    room.write("many/06.jpg", b"6")
    for number in range(8):
        room.write(f"many/{number}.jpg", b"%d" % number)
    room.write("many/doors.yaml", "title: a\nslides:\n  - photo: 06.jpg\n")
    room.write("doors (1).yaml", "title: a\nslides:\n  - title: a\n")
    room.write("windows.yaml.txt", "")
    room.write("walls.yaml.docx", "")
    room.write("roofs.yaml", "{\\rtf1}")
    yield from (*check(room.path), *check(room.path / "many"))
    (room.path / "kiosk.yaml").write_text("exhibitions: [doors]")
    yield from check(room.path)
    (room.path / "empty").mkdir()
    yield from check(room.path / "empty")
    with monkeypatch.context() as small:
        small.setattr(yaml_files, "EXHIBITIONS_MAX", 1)
        yield from check(room.path)
        small.setattr(nodes, "NODES_MAX", 10)
        yield from parsed("a: &a [b, c, d]\ne: [*a, *a, *a]")
        small.setattr(reading, "NODES_MAX", 10)
        yield from parsed("[" + "a," * 11 + "]")
