"""Defines the keys of `machine.yaml`: what a technician sets for one machine."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from kiosk.authoring.keys.base_model import Model
from kiosk.authoring.keys.model import Languages, Screen
from kiosk.authoring.keys.values import FileName, Needs
from kiosk.exhibition.kiosk import CACHE_GB


class Machine(Model):
    """The settings of one machine; they stay there when exhibitions are copied to others.

    Technicians write them. An option of the command line goes before them; they go before
    `kiosk.yaml`.
    """

    output: Annotated[int, Needs("the number of a screen from 0 to 15, such as 1")] = Field(
        0, ge=0, le=15, description="Number of the screen to play on, from 0", examples=[1]
    )
    roots: Annotated[
        tuple[FileName, ...], Needs("a list of folders, such as [/srv/photos, /mnt/share]")
    ] = Field(
        (),
        description="More folders whose files exhibitions may use",
        examples=[["/srv/photos", "/mnt/share"]],
    )
    cache_gb: Annotated[float, Needs("gigabytes from 0.1 to 1000, such as 4")] = Field(
        CACHE_GB,
        ge=0.1,
        le=1000,
        description=(
            "Space for derivatives of photos, in gigabytes. They never take more than half of the"
            " space that would be free without them"
        ),
        examples=[4, 20],
    )
    languages: Languages = Field(
        (),
        description="Languages of this machine, in place of those in `kiosk.yaml`",
        examples=[["fr", "en"]],
    )
    screen: Screen | None = Field(
        None,
        description="The screen of this machine, in place of the one in `kiosk.yaml`",
        examples=[{"diagonal_in": 55, "viewing_distance_m": 1.2}],
    )
    log: FileName | None = Field(
        None,
        description="A file for the log, besides standard error; it never takes more than 10 MB",
        examples=["/var/log/kiosk/kiosk.log"],
    )
