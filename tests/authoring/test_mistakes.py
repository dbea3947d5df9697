# ruff: noqa: E501  # One case a line reads better than its parts on five.
"""What people do wrong by hand is reported at its line, with its cause and what to write."""

from __future__ import annotations

from textwrap import indent

import pytest

from kiosk.authoring.checks import check
from kiosk.authoring.problems.problem import Severity

HEAD = "title: T\nphotos: .\ndefaults: {credit: c}\nslides:\n"
GOOD = "  - photo: b.jpg\n    alt: x\n"
BULLET = "this line begins with {}; begin an item of a list with a short dash (-)"
BLOCK = "indent the text below text: {} further than its key"
DASH = "a slide begins with a dash: write - {}:"
HIDDEN = "a comment above hides a slide's dash: put # before every line of that slide"
INDENT = "indent the languages below {}: further than that key"
OWN_LINE = "each key needs its own line: write {}: on the next line"

IN_SLIDES = [
    # Quotation marks
    ("- photo: “a.jpg”\n  alt: x", 5, 'these are printer\'s quotation marks; write "a.jpg"'),
    ("- photo: „a.jpg“\n  alt: x", 5, 'these are printer\'s quotation marks; write "a.jpg"'),
    ("- photo: «a.jpg»\n  alt: x", 5, 'these are printer\'s quotation marks; write "a.jpg"'),
    ("- photo: ‘a.jpg’\n  alt: x", 5, 'these are printer\'s quotation marks; write "a.jpg"'),
    ("- photo: {file: “a.jpg”, alt: x}", 5, 'these are printer\'s quotation marks; write "a.jpg"'),
    ("- photos: [“a.jpg”, b.jpg]", 5, 'these are printer\'s quotation marks; write "a.jpg"'),
    ('- photo: "a.jpg”\n  alt: x', 5, 'this text has " at one end and ” at the other; write "…"'),
    (
        '- photo: “a.jpg"\n  alt: “A: x”',
        6,
        'put a text with a colon in quotation marks; these do not count: write alt: "A: x"',
    ),
    ("- photo: `a.jpg`\n  alt: x", 5, 'write ordinary quotation marks instead of backticks: "…"'),
    (
        '- photo: a.jpg\n  alt: "He said "x" there"',
        6,
        'the text in "…" ends before this; write a quotation mark inside it as \\"',
    ),
    (
        "- photo: a.jpg\n  alt: 'It's red'",
        6,
        "the text in '…' ends before this; write an apostrophe inside it twice: ''",
    ),
    (
        "- {photo: a.jpg, alt: 'The captain's chair', title: 'x'}",
        5,
        "this apostrophe ends the text in '…'; write it twice: ''",
    ),
    (
        "- photo: a.jpg\n  title: {en: 'The captains' chairs', de: 'x'}",
        6,
        "this apostrophe ends the text in '…'; write it twice: ''",
    ),
    (
        '- photo: a.jpg\n  title: {en: "The "Anna" at sea", de: "x"}',
        6,
        'this quotation mark ends the text in "…"; write it as \\"',
    ),
    (
        '- photo: a.jpg\n  alt: "A boat\n- photo: "b.jpg"',
        6,
        'a closing " is missing at the end of this text',
    ),
    (
        "- photo: a.jpg\n  alt: 'A boat\n- photo: 'b.jpg'",
        6,
        "a closing ' is missing at the end of this text",
    ),
    (
        '- title: "A boat\n  text: B\n- title: "C"',
        5,
        'a closing " is missing at the end of this text',
    ),
    ("- title: A\n  text: {{ B }}", 6, "put a text that begins with { in quotation marks"),
    ("- title: A\n  text: {B}", 6, "'B' has no key; inside { }, write {key: value}"),
    ("- title: A\n  text: , B", 6, "put a text that begins with , in quotation marks"),
    # Other notations
    *(
        (
            f"- photo{sign}a.jpg\n  alt: x",
            5,
            f"a key ends with a colon, not with {sign.strip()}: write photo:",
        )
        for sign in (" = ", "=", " => ", " → ", " - ", "; ", ", ", ". ", "﹕ ", "∶", " | ")
    ),
    (
        "- title:\n    en = Boats\n    de: Boote",
        6,
        "a key ends with a colon, not with =: write en:",
    ),
    ("- title:\n    en Boats\n    de: Boote", 6, "a colon is missing after 'en'"),
    ("- photo: a.jpg\n  **alt:** x", 6, "write the key without **: alt:"),
    ("- photo: a.jpg\n  @alt: x", 6, "write the key without @: alt:"),
    ("- [ ] photo: a.jpg\n  alt: x", 5, "take [ ] out; this line begins with photo:"),
    ("- slide 3: photo: a.jpg\n  alt: x", 5, "take slide 3: out; this line begins with photo:"),
    (
        "- title: A\n  text: >--\n    B",
        6,
        ">-- has no meaning; write text: >- and indent the text below",
    ),
    (
        '- title: A\n  text: ">-"\n    B',
        6,
        '">-" has no meaning; write text: >- and indent the text below',
    ),
    ("- title: {en: A,, de: B}", 5, "there is one comma too many"),
    (
        "- title: {en: A #1, de: B}",
        5,
        "# begins a comment, so #1, is not read; put the text in quotation marks",
    ),
    ("- photo: ![A boat](a.jpg)", 5, "write the name alone: photo: a.jpg"),
    (
        "- title: {en: Boats、de: Boote}",
        5,
        "a comma is missing before de; inside { }, put one between two keys",
    ),
    # Lines that belong to something else
    *(
        (
            f"- photo: a.jpg\n{line}\n  alt: x",
            6,
            "this line does not belong into the file; take it out",
        )
        for line in (
            "<<<<<<< HEAD",
            "||||||| base",
            "@@ -1,4 +1,4 @@",
            "...",
            "</div>",
            "| a | b |",
            "}",
            '"',
        )
    ),
    ("- photo: a.jpg\n{# a note #}\n  alt: x", 6, "a comment begins with #, not with {#"),
    (
        "- photo: a.jpg\nSent from my phone\n  alt: x",
        6,
        "this line has no key; begin a comment with #, and a text with its key",
    ),
    # Dashes
    ("- - photo: a.jpg\n  alt: x\n- title: b", 5, "there is one dash too many"),
    ("a) photo: a.jpg\n  alt: x", 5, BULLET.format("a)")),
    ("1: photo: a.jpg\n  alt: x", 5, BULLET.format("1:")),
    (
        "- title: A\n  layout: title\n\n  layout: single\n  photo: a.jpg",
        8,
        DASH.format("layout"),
    ),
    ("- photo: a.jpg\n  alt: x\n\n  photo: b.jpg\n  alt: y", 8, DASH.format("photo")),
    ("  photo: a.jpg\n  alt: x\n- photo: b.jpg\n  alt: y", 5, DASH.format("photo")),
    ("- photo: a.jpg\n  alt: x\nphoto: b.jpg\nalt: y", 7, DASH.format("photo")),
    ("- photo: a.jpg\n  alt: x\nphoto: b.jpg\n  alt: y", 7, DASH.format("photo")),
    (
        "- photo: a.jpg\n  alt: x\n- photo: b.jpg\n  alt: x\n  title: a\n  title: b",
        10,
        DASH.format("title"),
    ),
    (
        "photo: a.jpg\nalt: x",
        5,
        "slides needs a list, in which each slide begins with a dash, such as - photo: 01.jpg",
    ),
    ("-photo: a.jpg\n  alt: x", 5, "a space is missing after this dash"),
    ("-photo: a.jpg\n alt: x", 5, "a space is missing after this dash"),
    ("-photo: a.jpg", 5, "a space is missing after this dash"),
    ("- photo: b.jpg\n  alt: x\n-photo: a.jpg\n  alt: x", 7, "a space is missing after this dash"),
    ("-\tphoto: a.jpg\n  alt: x", 5, "a tab follows this dash; use a space"),
    *((f"{sign} photo: a.jpg\n  alt: x", 5, BULLET.format(sign)) for sign in "•*–—·‣▪1"[:-1]),
    *((f"{sign} photo: a.jpg\n{sign} photo: b.jpg", 5, BULLET.format(sign)) for sign in "•–—"),
    ("1. photo: a.jpg\n  alt: x", 5, BULLET.format("1.")),
    ("- photo: b.jpg\n  alt: x\n• photo: a.jpg\n  alt: x", 7, BULLET.format("•")),
    (
        "- photo: a.jpg\n  alt: x\n - photo: b.jpg\n   alt: x",
        7,
        "this dash is in column 4, but one above is in column 3; begin the items of a list in the same column",
    ),
    ("photo: a.jpg\n  alt: x\n- photo: b.jpg\n  alt: y", 5, DASH.format("photo")),
    (
        "- photo: a.jpg\n  alt: x\n  photos: [b.jpg, c.jpg]",
        7,
        "write photo or photos, not both; a new slide begins with a dash",
    ),
    *((f"{sign}photo: a.jpg\n  alt: x", 5, BULLET.format(sign)) for sign in "•–*"),
    *(
        (f"{sign} photo: a.jpg\n  alt: x", 5, BULLET.format(sign))
        for sign in ("o", ">", "--", "\uf0b7")
    ),
    ("# photo: a.jpg\n  alt: x\n- photo: b.jpg\n  alt: x", 6, HIDDEN),
    ("- photo: a.jpg\n- alt: x", 6, "remove this dash if alt belongs to the slide above"),
    # Colons
    ("- photo:a.jpg\n  alt: x", 5, "a space is missing after this colon"),
    ('- photo: a.jpg\n  alt:"x"', 6, "a space is missing after this colon"),
    ("- photo: a.jpg\n  alt x", 6, "a colon is missing after 'alt'"),
    ("- photo a.jpg\n  alt: x", 5, "a colon is missing after 'photo'"),
    ("- photo：a.jpg\n  alt: x", 5, "a wide colon is here; type an ordinary one instead"),
    ("- photo: a.jpg\n  alt： x", 6, "a wide colon is here; type an ordinary one instead"),
    # Comments
    ("<!-- hide this -->\n- photo: a.jpg\n  alt: x", 5, "a comment begins with #, not with <!--"),
    ("<!-- hide\nthis -->\n- photo: a.jpg\n  alt: x", 5, "a comment begins with #, not with <!--"),
    ("// hide this\n- photo: a.jpg\n  alt: x", 5, "a comment begins with #, not with //"),
    ("- photo: a.jpg\n  // hide this\n  alt: x", 6, "a comment begins with #, not with //"),
    ("; hide this\n- photo: a.jpg\n  alt: x", 5, "a comment begins with #, not with ;"),
    ("/* hide this */\n- photo: a.jpg\n  alt: x", 5, "a comment begins with #, not with /*"),
    ("% hide this\n- photo: a.jpg\n  alt: x", 5, "a comment begins with #, not with %"),
    (
        "// - photo: a.jpg\n//   alt: x\n- photo: b.jpg\n  alt: x",
        5,
        "a comment begins with #, not with //",
    ),
    ("- photo: a.jpg // the first\n  alt: x", 5, "a comment begins with #, not with //"),
    ("#- photo: a.jpg\n  alt: x\n- photo: b.jpg\n  alt: x", 6, HIDDEN),
    ("- photo: b.jpg\n  alt: x\n#- photo: a.jpg\n  alt: x", 8, HIDDEN),
    # Decimal commas
    ("- photo: a.jpg\n  focus: [0,4; 0,6]", 6, "a decimal number has a point: write 0.4, not 0,4"),
    ("- photo: a.jpg\n  focus: [0,4, 0,6]", 6, "a decimal number has a point: write 0.4, not 0,4"),
    ("- photo: a.jpg\n  focus: 0,4 0,6", 6, "a decimal number has a point: write 0.4, not 0,4"),
    ("- photo: a.jpg\n  dwell: 7,5", 6, "a decimal number has a point: write 7.5, not 7,5"),
    (
        "- photo: a.jpg\n  details:\n    - at: [0,2, 0,3, 0,2, 0,2]\n      text: x",
        7,
        "a decimal number has a point: write 0.2, not 0,2",
    ),
    # Two keys, commas, braces
    ("- photo: a.jpg alt: A boat", 5, OWN_LINE.format("alt")),
    ("- photo: a.jpg, alt: A boat", 5, OWN_LINE.format("alt")),
    ("- photo: a.jpg\n  alt: A boat caption: Boats", 6, OWN_LINE.format("caption")),
    (
        "- photo: {file: a.jpg alt: x}",
        5,
        "a comma is missing before alt; inside { }, put one between two keys",
    ),
    (
        "- photo: {file: a.jpg; alt: x}",
        5,
        "a comma is missing before alt; inside { }, put one between two keys",
    ),
    (
        "- photo: {file: a.jpg, alt: x",
        5,
        "the map { that begins here is not closed, or lacks a comma",
    ),
    ("- photo: file: a.jpg, alt: x}", 5, "a { is missing: write photo: {file: a.jpg, alt: x}"),
    ("- photos: [a.jpg, b.jpg", 5, "the list [ that begins here is not closed, or lacks a comma"),
    (
        "- photos: a.jpg, b.jpg",
        5,
        "photos needs a list of two to four photos, such as [01.jpg, 02.jpg]",
    ),
    (
        "- photo: a.jpg, b.jpg",
        5,
        "'a.jpg, b.jpg' looks like several files; write photos: [01.jpg, 02.jpg]",
    ),
    (
        "- photos: [a.jpg b.jpg, c.jpg]",
        5,
        "'a.jpg b.jpg' looks like several files; write photos: [01.jpg, 02.jpg]",
    ),
    ("- photo: [a.jpg, b.jpg]", 5, "for several photos, write photos: [01.jpg, 02.jpg]"),
    ("- photo: {file: a.jpg, alt: x}}", 5, "there is one } too many"),
    ("- photos: [a.jpg, b.jpg]]", 5, "there is one ] too many"),
    ("- photo: {a.jpg, alt: x}", 5, "'a.jpg' has no key; inside { }, write {key: value}"),
    (
        '- photo: "a.jpg",\n  alt: x',
        5,
        "remove this ,: nothing follows the text in quotation marks",
    ),
    ("- a.jpg\n- title: b", 5, "the key is missing before the name: write - photo: a.jpg"),
    ("- photo = a.jpg\n- title: b", 5, "a key ends with a colon, not with =: write photo:"),
    (
        "- slide:\n    photo: a.jpg\n    alt: x",
        5,
        "remove slide: and begin the keys below it after the dash",
    ),
    ("- photo: a.jpg\n  caption: ? one", 6, "put a text that begins with ? in quotation marks"),
    ("- photo: a.jpg\n  caption: !one", 6, "!one has no meaning here; remove it"),
    ("- photo: a.jpg\n  quotes:\n    text: x", 6, "unknown key 'quotes'; did you mean 'quote'?"),
    ("- title: {En: A}", 5, "'En' is not a language tag; write en"),
    ("- title: {en: A, FR: B}", 5, "'FR' is not a language tag; write fr"),
    ("- EN: A", 5, "a language goes under a key, such as title:"),
    ("- title: A\n  FR: B", 6, "a language goes under its key: write title: {en: …, fr: …}"),
    # Signs that nobody sees
    (
        "- photo: a.jpg\n  \u0430lt: x",
        6,
        "the \u0430 in this word is Cyrillic; type the word again",
    ),
    (
        "- photo: a.jpg\n\u3000\u3000alt: x",
        6,
        "a special space is here; type an ordinary one instead",
    ),
    (
        "- photo: a.jpg\u200b\n  alt: x",
        5,
        "an invisible sign (U+200B) is character 6 of this name; write it again",
    ),
    (
        "- photo: \ufeffa.jpg\n  alt: x",
        5,
        "an invisible sign (U+FEFF) is character 1 of this name; write it again",
    ),
    (
        "- photo: a\u00a0b.jpg\n  alt: x",
        5,
        "a special space or sign (U+00A0) is character 2 of this name; write it again",
    ),
    ("- photo: a.jpg\n  al\u200bt: x", 6, "an invisible sign (U+200B) is here; delete it"),
    ("- photo: a.jpg\n  \u200balt: x", 6, "an invisible sign (U+200B) is here; delete it"),
    (
        "- photo: a.jpg\n\u00a0\u00a0alt: x",
        6,
        "a special space is here; type an ordinary one instead",
    ),
    ("- photo: a.jpg\n  alt:\u00a0x", 6, "a special space is here; type an ordinary one instead"),
    ("-\u00a0photo: a.jpg\n  alt: x", 5, "a special space is here; type an ordinary one instead"),
    ("－ photo: a.jpg\n  alt: x", 5, "a wide - is here; type an ordinary one instead"),
    ("- photo: {file: a.jpg， alt: x}", 5, "a wide , is here; type an ordinary one instead"),
    ("- photo: ｛file: a.jpg, alt: x｝", 5, "a wide { is here; type an ordinary one instead"),
    # Tabs
    ("- photo: a.jpg\n\talt: x", 6, "this line is indented with a tab; use spaces"),
    # Text blocks
    ("- title: Essay\n  text: >-\n  This is my text.\n  It goes on.", 7, BLOCK.format(">-")),
    ("- title: Essay\n  text: |\n  This is my text.\n- title: b", 7, BLOCK.format("|")),
    ("- title: Essay\n  text: >-\n  He said: it is red.\n  It goes on.", 7, BLOCK.format(">-")),
    ("- title: Essay\n  text: >-\n    One.\n\n  Two.\n  Three.", 9, BLOCK.format(">-")),
    (
        "- title: Essay\n  text: One.\n  Two.\n- title: b",
        7,
        "this line has no key; to go on with the text of text, indent it further than that key",
    ),
    # Languages
    ("- photo: a.jpg\n  caption:\n  de: Boote\n  en: Boats", 7, INDENT.format("caption")),
    (
        "- photo: a.jpg\n  caption: Boats\n  de: Boote",
        7,
        "a language goes under its key: write caption: {en: …, de: …}",
    ),
    ("- photo: a.jpg\n  caption_de: Boote", 6, "unknown key 'caption_de'; write caption: {de: …}"),
    ("- title:\n  en: Boats\n  fr: Bateaux", 6, INDENT.format("title")),
    (
        "- photo: a.jpg\n  caption:\n    e\u200bn: Boats",
        7,
        "an invisible sign (U+200B) is here; delete it",
    ),
    (
        "- title: {en: Boats de: Boote}",
        5,
        "a comma is missing before de; inside { }, put one between two keys",
    ),
    (
        "- photo: a.jpg\n  caption:\n    de: Boote\n   en: Boats",
        8,
        "this key begins in column 6, but the one above in column 7; begin keys that belong together in the same column",
    ),
    (
        "- title: en: Boats, de: Boote",
        5,
        "languages on one line need braces: write title: {en: Boats, de: Boote}",
    ),
    ("- en: Boats", 5, "a language goes under a key, such as title:"),
    # Not indented
    ("- photo:\n  file: a.jpg\n  alt: x", 6, "indent the lines below photo: further than that key"),
    (
        "- title: a\n  facts:\n  Lives in: Paris\n  Born: 1971",
        7,
        "indent the lines below facts: further than that key",
    ),
    (
        "- title: a\n  text:\n  One two\n  three",
        7,
        "indent the text below text: further than its key",
    ),
    (
        "- title: a\n  # a comment\n text: b",
        7,
        "this key begins in column 4, but the one above in column 5; begin keys that belong together in the same column",
    ),
    # Nothing written
    ("- title:", 5, "there is nothing after title: write a value, or remove the key"),
    ("- photo:\n- title: b", 5, "there is nothing after photo: write a value, or remove the key"),
    # Keys in a wrong place
    ("- photo: a.jpg\n  theme: paper", 6, "theme belongs at the top of an exhibition's file"),
    ("- photo: a.jpg\n  idle_s: 60", 6, "idle_s belongs in kiosk.yaml"),
    ("- photo: a.jpg\n  translation: x", 6, "translation belongs under quote"),
    ("- photo: {file: a.jpg, quote: x}", 5, "quote belongs under the slide, beside photo"),
    ("- file: a.jpg", 5, "write the file's name after photo: such as photo: 01.jpg"),
    # Facts
    (
        "- photo: a.jpg\n  title: A\n  facts:\n    - Lives in: Paris\n    - Born: 1971",
        8,
        "facts needs a map from each label to its text, such as {Lives in: Paris}; remove the dashes",
    ),
    (
        "- photo: a.jpg\n  title: A\n  facts:\n    - Paris\n    - 1971",
        8,
        "facts needs a map from each label to its text, such as {Lives in: Paris}; remove the dashes",
    ),
    (
        "- photo: a.jpg\n  title: A\n  facts: [Paris, 1971]",
        7,
        "facts needs a map from each label to its text, such as {Lives in: Paris}",
    ),
    # Files
    (
        "- photo: ~/Pictures/a.jpg",
        5,
        "~ has no meaning in '~/Pictures/a.jpg'; write the path from this file's folder",
    ),
    (
        r"- photo: C:\Pictures\a.jpg",
        5,
        r"'C:\Pictures\a.jpg' is a path of Windows; write it from this file's folder, with /",
    ),
    (
        "- photo: file:///home/a.jpg",
        5,
        "'file:///home/a.jpg' is an address; write the photo's name alone",
    ),
    (
        "- photo: https://x.org/a.jpg",
        5,
        "'https://x.org/a.jpg' is on the internet; copy it to this computer first",
    ),
    (
        r"- photo: more\a.jpg",
        5,
        r"there is no photo 'more\a.jpg' in wall; write / instead of \\"[:-1],
    ),
    (r"- photo: ..\sub\a.jpg", 5, r"a path has no \: write ../sub/a.jpg"),
    (r"- photo: .\a.jpg", 5, r"a path has no \: write ./a.jpg"),
    ("- photo: a.MP4", 5, "'a.MP4' is a film; the kiosk shows no films, so name a photo"),
    ("- photo: more/a.mov", 5, "'more/a.mov' is a film; the kiosk shows no films, so name a photo"),
    ("- photo: more/a.jpg", 5, "there is no photo 'more/a.jpg', because there is no folder more"),
    ("- photo: a (1).jpg", 5, "there is no photo 'a (1).jpg' in wall; did you mean 'a.jpg'?"),
    ("- photo: A.JPEG", 5, "there is no photo 'A.JPEG' in wall; did you mean 'a.jpg'?"),
    ("- photo: d.jpg", 5, "there is no photo 'd.jpg' in wall"),
]
WHOLE = [
    (
        "title: T\ndefaults:\ncredit: c\nslides:\n  - title: a\n",
        3,
        "indent the lines below defaults: further than that key",
    ),
    (
        "<?xml version='1.0'?>\ntitle: T\nslides:\n  - title: a\n",
        1,
        "this line does not belong into the file; take it out",
    ),
    (
        "exhibition:\n  title: T\n  slides:\n    - title: a\n",
        1,
        "remove exhibition: and begin the keys below it at the left edge",
    ),
    (
        "title: T\nphotos:\n  - photo: a.jpg\n    alt: x\n",
        3,
        "photos needs the name of a folder; write the slides under slides:",
    ),
    (
        "My boats\n\ntitle: T\nslides:\n  - title: a\n",
        1,
        "this line has no key; begin a comment with #, and a text with its key",
    ),
    (
        "```yaml\ntitle: T\nslides:\n  - title: a\n```\n",
        1,
        "this line does not belong into the file; take it out",
    ),
    (
        "title: T\nslides:\n  - title: a\n```\n",
        4,
        "this line does not belong into the file; take it out",
    ),
    (
        "---\ntitle: T\n---\nslides:\n  - title: a\n",
        3,
        "a second document begins here; remove this line, or make a second file",
    ),
    (
        "title: T\n=====\nslides:\n  - title: a\n",
        2,
        "this line does not belong into the file; take it out",
    ),
    (
        "title:\nslides:\n  - title: a\n",
        1,
        "there is nothing after title: it needs a text, or one for each language, such as {en: One apple, fr: Une pomme}",
    ),
    ("title:\nde: A\nen: B\nslides:\n  - title: a\n", 2, INDENT.format("title")),
    (
        "title: T\nslides:\n",
        2,
        "there is nothing after slides: it needs a list, in which each slide begins with a dash, such as - photo: 01.jpg",
    ),
    ("title: T\n- photo: a.jpg\n", 2, "write slides: above the first slide"),
    (
        "title: T\n- by: Anna\nslides:\n  - title: a\n",
        2,
        "remove this dash: by belongs to the whole file, not to a list",
    ),
    (
        "title: T\nslides: - title: a\n    text: b\n  - title: c\n",
        2,
        "begin this list on the line below slides:",
    ),
    (
        "title: T\nslides:\n  - title: a\n    facts:\n      Born: Paris\ntext: b\n    layout: title\n",
        6,
        "this key begins in column 1, but the keys around it in column 5; begin keys that belong together in the same column",
    ),
    (
        "title: T\n<<: *defaults\nslides:\n  - title: a\n",
        2,
        "'<<' does not work here; write the keys out, or use defaults",
    ),
    (
        "title: T\n[slides]:\n  - title: a\n",
        2,
        "a key is one word before a colon, not a list, a map or nothing",
    ),
    (
        "title: T\nphoto: a.jpg\nalt: x\n",
        1,
        "'slides' is missing; it needs a list, in which each slide begins with a dash, such as - photo: 01.jpg",
    ),
    ("title: T\ncaption: x\nslides:\n  - title: a\n", 2, "caption belongs under a slide"),
    (
        "title: T\ndwell: 8\nslides:\n  - title: a\n",
        2,
        "dwell belongs under defaults, or under a slide",
    ),
    (
        "title: T\nhidden: true\nslides:\n  - title: a\n",
        2,
        "unknown key 'hidden'; to leave an exhibition out, list only the others under exhibitions in kiosk.yaml",
    ),
    (
        "title: T\nslides:\n  - photo: sub.jpg\n",
        3,
        "there is no photo 'sub.jpg' in wall; name the photos' folder with photos:",
    ),
    (
        "title: T\nphotos: ~/Pictures\nslides:\n  - photo: a.jpg\n",
        2,
        "~ has no meaning in '~/Pictures'; write the path from this file's folder",
    ),
    (
        "title: T\nphotos: C:\\Bilder\nslides:\n  - photo: a.jpg\n",
        2,
        "'C:\\Bilder' is a path of Windows; write it from this file's folder, with /",
    ),
    (
        "title: T\nphotos: ..\\sub\nslides:\n  - photo: a.jpg\n",
        2,
        r"a path has no \: write ../sub",
    ),
    (
        "title: T: U\nslides:\n  - title: a\n",
        1,
        'put a text with a colon in quotation marks: write title: "T: U"',
    ),
    ("title: T subtitle: S\nslides:\n  - title: a\n", 1, OWN_LINE.format("subtitle")),
]
MISTAKES = [
    *((HEAD + indent(slides, "  ") + "\n", line, message) for slides, line, message in IN_SLIDES),
    *WHOLE,
]


@pytest.mark.parametrize(("text", "line", "message"), MISTAKES)
def test_first_problem_is_the_cause(wall, text, line, message):
    """The first problem has the mistake's line, and says what to write."""
    wall.photo("a.jpg", "b.jpg", "c.jpg")
    wall.write("doors.yaml", text)
    errors = [one for one in check(wall.path) if one.severity is Severity.ERROR]

    assert (errors[0].line, errors[0].message) == (line, message)
    assert len(errors) == 1, [one.render() for one in errors]
