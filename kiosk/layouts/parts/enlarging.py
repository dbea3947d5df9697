"""Sets few words large where there is much room."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from kiosk.layouts.parts.column import Block, set_whole
from kiosk.style.comfort import USUAL_TEXT
from kiosk.style.stage import Stage

FACTORS = (1.4, 1.3, 1.2)


def in_usual_text(stage: Stage) -> Stage:
    """The stage of a visitor who has not changed the text size."""
    return replace(stage, comfort=replace(stage.comfort, text_size=USUAL_TEXT))


def enlarged(blocks: Sequence[Block], factor: float) -> list[Block]:
    def larger(block: Block) -> Block:
        size = block.style.size * (1 if block.fixed else factor)
        return replace(block, style=replace(block.style, size=size))

    return [larger(one) for one in blocks]


def enlarging(
    blocks: Callable[[Stage], Sequence[Block]], width: float, height: float, stage: Stage
) -> float:
    """The largest factor with which the blocks fit, in the usual text size.

    Other text sizes have the same one, so that a larger one makes no letter smaller.
    """
    usual = in_usual_text(stage)
    made = blocks(usual)
    ways = (
        factor
        for factor in FACTORS
        if set_whole(enlarged(made, factor), width, usual).height <= height
    )
    return next(ways, 1.0)
