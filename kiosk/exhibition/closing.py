"""Says what the files of a place keep from visitors, for content that was read before."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class Closing(Struct, frozen=True):
    """What a file keeps from visitors, although it, or another file, has a mistake."""

    is_replaced: bool = False
    """Nothing that was read before may be shown: what is read now takes its place, if anything."""
    is_sealed: bool = False
    """Nobody may read or quote the interview: it is not known what is sealed."""
    is_private: bool = False
    withheld: tuple[str, ...] = ()
    """What is written in each withheld slide."""


class Closings(Struct, frozen=True):
    """The closings of a place."""

    by_name: Mapping[str, Closing] = {}
    """By the name of an exhibition."""
    sealed: Mapping[str, str] = {}
    """By file of a transcript: the name of what is sealed in it, as in `Entry.sealed`."""
