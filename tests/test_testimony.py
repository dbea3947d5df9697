"""Each sentence that curators say of him is supported by what stands in his interview."""

import re
from pathlib import Path

import pytest

from kiosk.authoring.load.place import load
from kiosk.exhibition.text_walk import Role, walk_texts

ROOT = Path(__file__).parent.parent
SEED = (ROOT / "seeds" / "meiirbek-sailanbek.txt").read_text("utf-8")
OURS = ("Made from his 1000 Dreams interview", "The pictures here", "Every picture is a stand-in")
"""Beginnings of sentences about this exhibition, and not about him."""
PASSAGES = {
    # The kiosk, and the heads.
    "Meiirbek Sailanbek": ["Portrait of Refugee Meiirbek Sailanbek"],
    "A portrait, and two series of pictures that he tells of": [
        "So I make this picture series",
        "The subject of this series of photos",
    ],
    "Three names": ["It’s three, three character."],
    "A portrait of Meiirbek Sailanbek": ["Portrait of Refugee Meiirbek Sailanbek"],
    "One apple": ["It’s about one apple."],
    "A series of pictures that Meiirbek Sailanbek tells of": ["So I make this picture series."],
    "The same peace": ["The same peace."],
    "A series of pictures on different religions that Meiirbek Sailanbek tells of": [
        "The subject of this series of photos is religion, different religions."
    ],
    # The portrait.
    "He tells of photographs, of writing, of an apple": [
        "My hobby is make photo",
        "I want to be a writer",
        "It’s about one apple.",
    ],
    "Age": ["I’m thirty-six years old."],
    "36, at the time of the interview": ["I’m thirty-six years old.", "Meiirbek Sailanbek (36)"],
    "Born in": ["I am born in Ürümqi, in the Xinjiang Uygur Autonomous Region in China"],
    "Ürümqi, China": ["I am born in Ürümqi, in the Xinjiang Uygur Autonomous Region in China"],
    "In Kazakhstan": [
        "immigrate in Kazakhstan and work in Kazakhstan twelve years",
        "And when you were in Kazakhstan",
    ],
    "Why he speaks up": ["But after this, I think we shouldn’t be silent, we should speak up."],
    "Twelve years in an oil company: engineer, then manager": [
        "work in Kazakhstan twelve years",
        "I am working in oil company 12 years. I’m beginning the oil field engineer."
        " And then after five next, five years, I make, manager.",
    ],
    "In France": ["And I came here"],
    "Since 2019, the introduction to the interview says": ["where he has lived since 2019"],
    "He tells that colleagues, classmates and teachers of his were arrested by the Chinese"
    " government.": [
        "my colleague and my classmate and my professor in university were arrest in China and the"
        " Chinese government",
        "my teachers, my colleagues who were all arrested from the government",
        "my three colleagues",
        "some of his colleagues, classmates and professors were imprisoned in China",
    ],
    "He published articles about what, the introduction says, he calls “Chinese concentration"
    " camps”.": [
        "Meiirbek published articles about what he calls “Chinese concentration camps”.",
        "After I publish a story and the… write article",
    ],
    "When the leader of his NGO was arrested, the introduction says, he feared he would be next.": [
        "When the leader of his NGO was arrested, Meiirbek feared he would be next."
    ],
    "Families of victims told their story, he says, and he recorded it": [
        "some victim’s family come to our organization and they told their story",
        "And I will record this every day.",
    ],
    "After the arrests": ["my teachers, my colleagues who were all arrested from the government"],
    "Meiirbek, Tabigat, Erkin Azat": ["I am Erkin Azat? Or I’m Meiirbek? Or I am Tabigat?"],
    "Meiirbek is his real name.": ["Meiirbek it’s my real name"],
    "In the human rights organisation in Kazakhstan he was Tabigat.": [
        "one human rights organization in Kazakhstan",
        "in the association I used another name, Tabigat",
    ],
    "His articles appeared under the name Erkin Azat, which he translates as “Freedom Freedom”.": [
        "write article and I use the nickname Erkin Azat."
        " It’s… Erkin Azat names is “Freedom Freedom”."
    ],
    "No one in his family knew that he was Erkin Azat, he says.": [
        "So you had this identity Erkin Azat",
        "Even your family didn’t know?",
        "In my family, no one know.",
    ],
    "In France, at the time of the interview, he used both names, Meiirbek and Erkin Azat.": [
        "And when you arrived in France",
        "So I use both names: Meiirbek, Erkin Azat.",
    ],
    "Ten days in custody": ["I was held in custody", "for total I was held for ten days"],
    "In 2009 he was crossing the border between China and Kazakhstan.": [
        "in 2009, we were, we were crossing the border between China and Kazakhstan"
    ],
    "The police checked his computer and found documents that were, he says, “about anti"
    " communist”.": [
        "the police checked my computer and find some documents, which was about anti communist"
    ],
    "They interrogated him for two days.": ["Interrogated me for two days."],
    "In all, he was held for ten days.": ["And then for total I was held for ten days."],
    "To Kazakhstan": ["I’ve decided to immigrate to Kazakhstan"],
    "From that moment, he says, he decided to immigrate to Kazakhstan.": [
        "So that’s why from the moment I’ve decided to immigrate to Kazakhstan."
    ],
    "Elsewhere he says that he stayed in Ürümqi 22 years before Kazakhstan; the introduction, that"
    " he emigrated aged 22.": [
        "in Ürümqi city and stayed in there 22 years as I go to Kazakhstan",
        "Aged 22, he emigrated to Kazakhstan",
    ],
    "After the leader’s arrest": [
        "our leader – his name is Serikzhan Bilash – he be arrest in Kazakhstan government"
    ],
    "Leaving": ["I think I can’t stay in Kazakhstan anymore."],
    "Later he left Kazakhstan.": ["So I contact my friend and I go to France"],
    "At an airport, he says, he was very worried.": [
        "when I stay in the border at an airport, I’m very worried"
    ],
    "Media friends helped him travel to France, the introduction says.": [
        "Media friends helped him travel to France"
    ],
    "At the time of the interview he was studying French and English.": [
        "And now I am studying English and French."
    ],
    "With good French and good English, he thought, he would write articles, and other victims"
    " would maybe trust him and contact him.": [
        "So I think if I, if I have a good French, good English, I write article, after another"
        " victim will maybe trust me and after contact me."
    ],
    "At the time of the interview": ["So today you are not writing articles anymore?"],
    "The Chinese government was saying, he said, that his relatives would go to jail if he"
    " continued to write articles.": [
        "And the Chinese government says if I continue to write the article, my, my relative will"
        " be go to jail."
    ],
    "He wanted to continue.": ["So I want to continue my article"],
    "If he was active, he said, his friends would be safe.": [
        "If I will be active, my friends be safe."
    ],
    "At two protests": ["There were two manifestations.", "Second, another manifestation also"],
    "At two protests in France he was followed and photographed, he says.": [
        "I go to a manifestation (protest)",
        "follow me and take my photo",
        "Second, another manifestation also we saw some person photo me and follow me.",
    ],
    "At one, it was by a Chinese person who, he thinks, worked for the embassy;"
    " he does not know.": [
        "one Chinese, I think it’s working for, for embassy. Like secretary, I don’t know."
        " One person, Chinese person, follow me."
    ],
    "Words and pictures": ["About Refugees, By Refugees"],
    "His words come from his 1000 Dreams interview, “About Refugees, By Refugees”.": [
        "About Refugees, By Refugees",
        "Many 1000 Dreams interviews",
    ],
    # The series on the apple.
    "Meiirbek Sailanbek tells of a series of pictures about one apple, a symbol of himself.": [
        "So I make this picture series. It’s about one apple. You come to Paris, symbol of me"
    ],
    "It lives here": ["one Kazakh come to Paris and living here"],
    "He had never been in Europe before, he says.": [
        "Were you ever in Europe before that?",
        "No, no.",
    ],
    "It studies here": ["living here, studying here"],
    "It tries to work": ["studying here, try to work"],
    "And after": ["try to work and after, he make one family"],
    "It makes one family": ["after, he make one family"],
    # The series on religions.
    "Meiirbek Sailanbek tells of a series of pictures taken in places of different religions.": [
        "I took four different picture in the different religion place"
    ],
    "He took pictures there of people praying, he says.": [
        "and I took the picture of the people praying."
    ],
    "He tells of mosques": ["in temples, in mosques"],
    "He tells of a church": ["In a church?", "in the church"],
    "He tells of temples": ["in temples, in mosques"],
    "He tells of a tomb": ["in the tomb"],
}
"""What curators say of him, sentence by sentence, and the passages that support it."""
ABOUT_THE_MAKING = {
    "They stand as they were written down, but some first letters are capitals here.",
    "The French was made for this exhibition; he has not reviewed it.",
    "His photographs were not available.",
}
"""Sentences about how this exhibition was made, which no interview can support."""
UNSAFE = (
    "my older brother and my sister",
    "my parents and my two brothers in Kazakhstan",
    "I go to the phone",
    "some friend are still in Kazakhstan",
    "Just for travel",
    "Not to use my real name",
    "Sciences Po",
    "every Friday and Saturday",
)
"""What could be used against somebody: nothing that is not the interview itself leads to it."""
AMPLIFIED = "So, I can’t sleep. I can’t sleep."
"""It stands in an answer that also speaks of friends; they come after it."""


@pytest.fixture(scope="module")
def collection():
    loaded, _ = load(ROOT / "exhibitions")
    return loaded


def curators_sentences(collection):
    held = [collection.kiosk, *(one.exhibition for one in collection.entries)]
    held += [slide for one in collection.entries for slide in one.exhibition.slides]
    texts = [
        one.text.in_language("en")
        for each in held
        for one in walk_texts(each)
        if one.role is Role.WORDS
    ]
    return {part for text in texts for part in re.split(r"(?<=[.!?])\s+(?=[A-Z])", text)}


def test_each_sentence_of_a_curator_has_its_passages(collection):
    """A new sentence needs a line in the table: somebody must look where he says it."""
    said = curators_sentences(collection)
    about_him = {one for one in said - ABOUT_THE_MAKING if not one.startswith(OURS)}

    assert about_him == set(PASSAGES)


@pytest.mark.parametrize("sentence", PASSAGES)
def test_its_passages_stand_in_the_interview(sentence):
    """They are his words, or the introduction's, or the interviewer's, letter for letter."""
    assert PASSAGES[sentence]
    for passage in PASSAGES[sentence]:
        assert passage in SEED


@pytest.mark.parametrize(
    "sentence", [one for one in PASSAGES if "introduction" in one], ids=lambda one: one[:30]
)
def test_what_the_introduction_alone_says_is_said_so(sentence):
    """The introduction is not he: its passages stand before the interview begins."""
    introduction = SEED.partition("full interview")[0]

    assert any(passage in introduction for passage in PASSAGES[sentence])


def test_nothing_leads_to_what_could_be_used_against_somebody(collection):
    """No quote opens an answer at such a place, and no text for visitors speaks of it."""
    slides = [slide for one in collection.entries for slide in one.exhibition.slides]
    quotes = [slide.quote.text for slide in slides if slide.quote]
    assert len(quotes) > 15
    for quote in quotes:
        if not quote.startswith(AMPLIFIED):
            spoken = quote.split("[…]")[0].strip()[2:40]
            (paragraph,) = [line for line in SEED.splitlines() if spoken in line]
            assert not any(one in paragraph for one in UNSAFE), quote
    texts = " ".join(
        text for slide in slides for one in walk_texts(slide) for _, text in one.text.texts
    )
    for word in (
        "Sciences Po",
        "brother",
        "sister",
        "Martine",
        "Serikzhan",
        "telephone",
        "frère",
        "sœur",
        "téléphone",
        "WERO",
    ):
        assert word not in texts


def test_custody_and_threats_do_not_play_by_themselves(collection):
    """They are there for who opens the portrait."""
    slides = collection.entry("portrait").exhibition.slides
    hard = (
        "jail",
        "carrot",
        "hell",
        "spy",
        "held for ten days",
        "arrest me",
        "can’t sleep",
        "threatened",
        "followed",
        "arrested",
        "concentration",
    )
    found = [
        slide
        for slide in slides
        for text in [str([one.text.texts for one in walk_texts(slide)])]
        if any(word in text for word in hard)
    ]

    assert len(found) >= 12
    assert not any(slide.attract for slide in found)


def test_the_warning_stands_with_what_they_wanted(collection):
    """That he had to be their spy is never said without the threat that it was."""
    quotes = [
        slide.quote.text
        for slide in collection.entry("portrait").exhibition.slides
        if slide.quote and "spy" in slide.quote.text
    ]

    assert quotes
    assert all("the police warn me and threatened me" in quote for quote in quotes)
