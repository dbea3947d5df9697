"""Lines run the way that readers of their script read."""

import pytest

from kiosk.language.directions import is_right_to_left

RIGHT_TO_LEFT = [
    "ar",
    "ar-EG",
    "az-Arab",
    "az-IR",
    "bal",
    "ckb",
    "dv",
    "fa",
    "fa-AF",
    "ff-Adlm",
    "he",
    "kk-Arab",
    "kk-arab",
    "kk-CN",
    "ks",
    "ku-Arab",
    "ku-IQ",
    "ms-Arab",
    "nqo",
    "pa-Arab",
    "pa-PK",
    "ps",
    "rhg",
    "sd",
    "skr",
    "syr",
    "ug",
    "ur",
    "uz-AF",
    "uz-Arab",
    "yi",
    "en-Hebr",
]
LEFT_TO_RIGHT = [
    "ar-Latn",
    "ar-latn",
    "az",
    "az-Cyrl",
    "de-CH",
    "en",
    "fr",
    "ff",
    "he-Latn",
    "hi",
    "ja",
    "kk",
    "ks-Deva",
    "ku",
    "pa",
    "ru",
    "sd-Deva",
    "sd-IN",
    "tr",
    "ug-Cyrl",
    "ug-KZ",
    "ug-Latn",
    "uz",
    "uz-Cyrl",
    "zh",
    "zh-Hant",
    "tlh",
]


@pytest.mark.parametrize("tag", RIGHT_TO_LEFT)
def test_from_right_to_left(tag):
    """By the script of the tag, of its region, or by the one that the language likely has."""
    assert is_right_to_left(tag)


@pytest.mark.parametrize("tag", LEFT_TO_RIGHT)
def test_from_left_to_right(tag):
    """A script that is named counts more than the language's own."""
    assert not is_right_to_left(tag)
