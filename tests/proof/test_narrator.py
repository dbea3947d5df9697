"""What a narrator is given to approve: their own words and pictures, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.authoring.load.place import open_place
from kiosk.proof.narrator import narrators_sheet
from kiosk.proof.page import Page

SEVERAL = """Ada Example and Karl Other

full interview

Q: Why doors?
Ada Example: Every door is an answer. I paint them blue.
Karl Other: I only carry them.
Q: And why blue?
Ada Example: Because of the sea.
"""


def said(page: Page, label: str) -> list[str]:
    return [line.text for line in page.lines if line.label == label]


def pages(hall, title: str, part: int = 0) -> list[Page]:
    return [page for page in hall.narrators().parts[part].slides if page.title == title]


def test_quotes(hall):
    """A quote stands as it was spoken, with its translations and where it is shown."""
    quote = pages(hall, "Your words")[0]

    assert said(quote, "Quote") == ["I paint them blue."]
    assert said(quote, "Shown in") == ["Doors, slide 2"]
    assert said(quote, "Translation, Français") == ["Je les peins en bleu."]


def test_interview(hall):
    """Each answer stands after its question, if visitors may read the interview."""
    answer = pages(hall, "Your words")[1]

    assert said(answer, "Question") == ["Why doors?"]
    assert said(answer, "Answer") == ["Every door is an answer. I paint them blue."]
    assert said(answer, "Shown in") == ["The interview"]


def test_each_translation_once(hall):
    """A quote that is shown twice has each of its translations, and none of them twice."""
    doors = hall.path / "doors.yaml"
    more = "  - quote: {text: I paint them blue., translation: {fr: FR, ar: ازرق}}\n"
    doors.write_text(doors.read_text() + more + more)
    lines = [line for line in pages(hall, "Your words")[0].lines if "Translation" in line.label]

    assert [(line.text, line.language) for line in lines] == [
        ("Je les peins en bleu.", "fr"),
        ("FR", "fr"),
        ("ازرق", "ar"),
    ]


def test_a_translated_interview(hall):
    """Each answer stands with its translation, and with no words of somebody else."""
    (hall.path / "interview.txt").write_text(SEVERAL)
    french = SEVERAL.replace("I only carry them.", "Je les porte.").replace("Because of", "C’est")
    french = french.replace("Karl Other", "Charles Autre")
    (hall.path / "fr.txt").write_text(french)
    doors = hall.path / "doors.yaml"
    written = "interview: {file: interview.txt, translations: {fr: fr.txt}}"
    doors.write_text(f"title: Doors\nby: Ada Example\n{written}\nslides: [{{title: A}}]\n")
    ada, karl = (pages(hall, "Your words", part) for part in (0, 1))

    assert said(ada[1], "Translation, Français") == ["C’est the sea."]
    assert said(karl[0], "Translation, Français") == ["Je les porte."]
    assert len(karl) == 1


def test_photos_beside_pages_of_words(hall):
    """They are theirs to approve, and said to be beside their words; stand-ins are not theirs."""
    doors = hall.path / "doors.yaml"
    doors.write_text(
        "title: Doors\nby: Ada Example\ninterview: {file: interview.txt, public: false}\n"
        "slides:\n  - photo: secret.jpg\n"
        "  - {photo: 1.jpg, quote: I paint them blue., layout: quote}\n"
        "  - {photo: {file: 11.jpg, stand_in: true}, text: A, quote: Every door is an answer.,"
        " layout: text}\n"
    )
    own = hall.narrators().parts[0].slides

    assert [line for page in own for line in said(page, "Photo")] == ["secret.jpg", "1.jpg"]
    assert [line for page in own for line in said(page, "Beside it")] == [
        "a stand-in, which is not your picture"
    ]


def test_where_it_is_shown_is_apart_from_what_to_do(hall):
    """The label before the exhibitions is about them only, and not about the instruction."""
    lines = hall.narrators().parts[0].head.lines

    assert [line.label for line in lines] == ["", "", "", "Shown in"]
    assert lines[-1].text == "Doors"


def test_pictures(hall):
    """A photo stands once, with all places where it is shown; a stand-in is not theirs."""
    doors = hall.path / "doors.yaml"
    doors.write_text(
        doors.read_text() + "  - photo: {file: 1.jpg, alt: Again}\n    until: 2036-01-01\n"
    )
    photos = pages(hall, "Your picture")

    assert [picture.file for page in photos for picture in page.pictures] == [
        str(hall.path / "1.jpg")
    ]
    assert said(photos[0], "Shown in") == [
        "Doors, slide 3\nDoors, slide 5; until 2036-01-01\nHome screen"
    ]


def test_pictures_of_somebody_else(hall):
    """In a show of several, a photo is theirs whose name is on its label, not all who speak."""
    (hall.path / "interview.txt").write_text(SEVERAL)
    (hall.path / "doors.yaml").write_text(
        "title: Doors\ncover: secret.jpg\ninterview: interview.txt\nslides:\n"
        "  - photo: {file: 1.jpg, work: {by: K. Other}}\n"
        "  - photo: {file: secret.jpg, work: {by: Vera Third}}\n"
        "  - photo: 11.jpg\n"
    )

    assert [
        [said(page, "Photo")[0] for page in pages(hall, "Your picture", part)] for part in (0, 1)
    ] == [["11.jpg"], ["1.jpg", "11.jpg"]]


@pytest.mark.parametrize(
    ("credit", "is_theirs"),
    [
        ("'Photo: Greta Holm'", False),
        ("© 2026 Greta Holm", False),
        ("Greta Holm", False),
        ("Museum Brenning", False),
        ("Foto Holm", False),
        ("{en: 'Photo: G. Holm', ar: 'تصوير: غريتا هولم'}", False),
        ("{ar: 'تصوير: غريتا هولم'}", False),
        ("摄影：王伟", False),
        ("'Photograph by Greta Holm, photographer'", False),
        ("Courtesy of Greta Holm", False),
        ("'Photo: Ada Example'", True),
        ("'Foto: A. Example'", True),
        ("'Photo: Example'", True),
        ("'Photos: Greta Holm and Ada Example'", True),
        ("Lent by Ada Example", True),
        ("Lent by a friend", True),
        ("Lent by the photographer", True),
        ("'Photo: the artist'", True),
        ("'Foto: Fotografin'", True),
        ("'Foto: privat'", True),
        ("Photograph of 1962", True),
    ],
)
def test_a_credit_names_the_maker(hall, credit, is_theirs):
    """A photo is nobody's to approve whose credit, or the usual one, names somebody else."""
    doors = "title: Doors\nby: Ada Example\ncover: 11.jpg\n"
    own = f"{doors}slides:\n  - photo: {{file: 1.jpg, credit: {credit}}}\n"
    usual = f"{doors}defaults: {{credit: {credit}}}\nslides:\n  - photo: 1.jpg\n"

    for text, others in ((own, ["11.jpg"]), (usual, ["11.jpg"] if is_theirs else [])):
        (hall.path / "doors.yaml").write_text(text + "  - text: A\n", encoding="utf-8")
        sheet = hall.narrators()
        photos = [said(page, "Photo")[0] for page in sheet.parts[0].slides] if sheet else []
        assert photos == [*(["1.jpg"] if is_theirs else []), *others]


def test_a_photo_by_another_narrator(hall):
    """A photo is theirs whom its credit names, if they speak in the exhibition."""
    (hall.path / "interview.txt").write_text(SEVERAL)
    (hall.path / "doors.yaml").write_text(
        "title: Doors\nby: Ada Example\ninterview: interview.txt\n"
        "slides: [{photo: {file: 1.jpg, credit: 'Photo: Karl Other'}}]\n"
    )

    assert not pages(hall, "Your picture", 0)
    assert said(pages(hall, "Your picture", 1)[0], "Photo") == ["1.jpg"]


def test_the_photo_beside_a_quote(hall):
    """A narrator sees the photos that stand beside their words, whoever made them."""
    (hall.path / "doors.yaml").write_text(
        "title: Doors\nby: Ada Example\ninterview: interview.txt\nslides:\n"
        "  - photo: {file: 1.jpg, credit: 'Photo: Greta Holm'}\n    quote: I paint them blue.\n"
    )
    quote = pages(hall, "Your words")[0]

    assert [(Path(one.file).name, one.label) for one in quote.pictures] == [("1.jpg", "Beside it")]
    assert not pages(hall, "Your picture")


def test_consent_is_never_invented(hall):
    """Consent is what the file records for a photo; for words it records none."""
    photo, quote = pages(hall, "Your picture")[0], pages(hall, "Your words")[0]
    doors = hall.path / "doors.yaml"
    given = "people: true, consent: {by: Eve, on: 2026-04-30, covers: The wall}}"
    doors.write_text(doors.read_text().replace("people: true}", given))

    assert said(photo, "Consent") == said(quote, "Consent") == ["none recorded"]
    assert said(pages(hall, "Your picture")[0], "Consent") == [
        "The wall; recorded by Eve on 2026-04-30"
    ]


@pytest.mark.parametrize(
    "other", ["At the gate", "The <i>first</i> office", "The curator", "Lent by a friend", "A door"]
)
def test_only_their_own_words(hall, other):
    """Captions, texts, credits and descriptions are the curator's, and are not in it."""
    assert other in repr(hall.sheet())
    assert other not in repr(hall.narrators())


@pytest.mark.parametrize("hidden", ["SECRET", "secret.jpg", "taken.jpg"])
def test_the_withheld_and_the_withdrawn_are_nowhere(hall, hidden):
    """No word of a withheld slide or a withdrawn photo is in it."""
    assert hidden not in repr(hall.narrators())


def test_a_private_interview(hall):
    """An interview that nobody may read is not in it; quotes of it are."""
    doors = hall.path / "doors.yaml"
    private = "interview: {file: interview.txt, public: false}"
    doors.write_text(doors.read_text().replace("interview: interview.txt", private))
    proof = repr(hall.narrators())

    assert "I paint them blue." in proof
    assert "Every door" not in proof
    assert "Why doors?" not in proof


def test_beside_a_stand_in(hall):
    """A narrator is told where their words are beside a picture that is not theirs."""
    doors = hall.path / "doors.yaml"
    photo = (
        "  - photo: {file: 11.jpg, alt: B, stand_in: true}\n    quote: Every door is an answer.\n"
    )
    doors.write_text(doors.read_text() + photo)
    quotes = [page for page in pages(hall, "Your words") if said(page, "Quote")]

    assert [said(page, "Beside it") for page in quotes] == [
        [],
        ["a stand-in, which is not your picture"],
    ]


def test_in_their_language(hall):
    """It is in the language of the interview; without one, in the first of the kiosk."""
    doors = hall.path / "doors.yaml"
    spoken = "interview: {file: interview.txt, language: fr}"
    first = hall.narrators().parts[0]
    doors.write_text(doors.read_text().replace("interview: interview.txt", spoken))
    second = hall.narrators().parts[0]

    assert first.forms.choices == ("I approve", "I take it back")
    assert second.forms.choices == ("J’approuve", "Je retire")
    assert second.slides[0].title == "Vos paroles"
    assert said(second.slides[0], "Accord") == ["aucun n’est noté"]


def test_in_a_language_asked_for(hall):
    """A narrator may read another language than that of the interview."""
    proof = narrators_sheet(open_place(hall.path), "2026-05-01", "fr")

    assert proof.parts[0].forms.language == "fr"
    assert said(proof.parts[0].slides[0], "Citation") == ["I paint them blue."]


def test_each_narrator_has_a_part(hall):
    """Of two people who answer, each gets a part to sign, with none of the other's words."""
    (hall.path / "interview.txt").write_text(SEVERAL)
    doors = hall.path / "doors.yaml"
    doors.write_text(
        "title: Doors\nby: Ada Example\ninterview: interview.txt\nslides:\n"
        "  - quote: I paint them blue.\n  - photo: 1.jpg\n"
        "  - quote: {text: I only carry them., speaker: Karl Other}\n"
    )
    ada, karl = hall.narrators().parts

    assert (ada.head.title, karl.head.title) == ("Ada Example", "Karl Other")
    assert "I only carry them." not in repr(ada)
    assert "blue" not in repr(karl)
    assert "1.jpg" in repr(ada)
    assert "1.jpg" not in repr(karl)
    assert ada.agreement == karl.agreement != ""


def test_an_exhibition_of_somebody_who_does_not_speak(hall):
    """Photos are theirs whose exhibition it is, and not of those who speak in it."""
    (hall.path / "interview.txt").write_text(SEVERAL)
    (hall.path / "doors.yaml").write_text(
        "title: Doors\nby: Vera Third\ninterview: interview.txt\nslides: [{photo: 1.jpg}]\n"
    )

    assert [
        (part.head.title, [one for page in part.slides for one in said(page, "Photo")])
        for part in hall.narrators().parts
    ] == [("Vera Third", ["1.jpg"]), ("Ada Example", []), ("Karl Other", [])]


def test_what_two_say_together(hall):
    """Words of two people together are for both to sign, not for one of them alone."""
    both = SEVERAL.replace("Ada Example: Because", "Ada Example and Karl Other: Because")
    (hall.path / "interview.txt").write_text(both)
    doors = hall.path / "doors.yaml"
    doors.write_text("title: Doors\ninterview: interview.txt\nslides: [{title: A}]\n")

    assert [
        (part.head.title, "Because of the sea." in repr(part)) for part in hall.narrators().parts
    ] == [("Ada Example", False), ("Karl Other", False), ("Ada Example and Karl Other", True)]


def test_shuffled_slides_have_no_number(hall):
    """Where the order changes each day, a slide's number would soon be wrong."""
    doors = hall.path / "doors.yaml"
    doors.write_text(doors.read_text("utf-8").replace("accent: red", "order: shuffle"), "utf-8")

    assert said(pages(hall, "Your words")[0], "Shown in") == ["Doors"]


def test_one_person_under_two_names(hall):
    """A shorter form of a name is the same person, with one part."""
    doors = hall.path / "doors.yaml"
    doors.write_text(
        doors.read_text().replace("text: I paint", "speaker: Ada\n      text: I paint")
    )

    assert [part.head.title for part in hall.narrators().parts] == ["Ada Example"]


def test_nobody(hall):
    """Where nothing is anybody's, there is no proof for narrators."""
    (hall.path / "doors.yaml").write_text("title: Doors\nslides: [{title: A}]\n")

    assert hall.narrators() is None
