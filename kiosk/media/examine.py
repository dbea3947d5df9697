"""Opens photos without showing them: what is amiss, and what they say of themselves."""

from __future__ import annotations

import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from kiosk.label import Label
from kiosk.media.original import UnreadablePhotoError
from kiosk.media.workers import Workers


def examine(files: Iterable[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Files that cannot be shown, and those that are shown not quite as meant, with the reasons."""
    refused, noted = dict[str, str](), dict[str, str]()
    count = len(os.sched_getaffinity(0))
    workers = Workers(count, tell=noted.__setitem__)

    def look(file: str) -> None:
        try:
            workers.measure(file)
        except UnreadablePhotoError as error:
            refused[file] = str(error)

    try:
        with ThreadPoolExecutor(count) as threads:
            for _ in threads.map(look, dict.fromkeys(files)):
                pass
    finally:
        workers.close()
    return refused, noted


def labelled(files: Iterable[str]) -> dict[str, Label]:
    """What each file says of itself; UnreadablePhotoError names the first one that is no photo."""
    workers = Workers()
    labels = dict[str, Label]()
    try:
        for file in files:
            labels[file] = workers.run("kiosk.media.labels:read_label", file)
    except UnreadablePhotoError as error:
        raise UnreadablePhotoError(f"{file} cannot be read: {error}") from None
    finally:
        workers.close()
    return labels
