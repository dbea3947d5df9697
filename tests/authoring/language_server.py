"""The npm package yaml-language-server, spoken to as an editor does."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

PROGRAM = "yaml-language-server"


def installed() -> bool:
    """Whether it can be run; where it must be, its absence fails."""
    found = shutil.which(PROGRAM) is not None
    assert found or os.environ.get("KIOSK_TEST_EDITOR") != "required"
    return found


class LanguageServer:
    """A server that runs while it is entered; files need not be on the disk."""

    def __enter__(self) -> LanguageServer:
        self.program = subprocess.Popen(
            [shutil.which(PROGRAM) or PROGRAM, "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.number = self.opened = 0
        self.told: dict[str, Any] = {}
        self._ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        self._send("initialized", {})
        return self

    def __exit__(self, *_: object) -> None:
        self.program.kill()
        self.program.communicate()

    def diagnostics(self, path: Path, text: str) -> list[tuple[int, str]]:
        """Line and message of what an editor underlines."""
        uri = self._open(path, text)
        while uri not in self.told:
            self._hear()
        return [(found["range"]["start"]["line"] + 1, found["message"]) for found in self.told[uri]]

    def completions(self, path: Path, text: str) -> list[str]:
        """What is proposed at the end of a text."""
        uri, rows = self._open(path, text), text.split("\n")
        position = {"line": len(rows) - 1, "character": len(rows[-1])}
        found = self._ask(
            "textDocument/completion", {"textDocument": {"uri": uri}, "position": position}
        )
        return [item["label"] for item in found["items"]]

    def explanation(self, path: Path, text: str, *, line: int, column: int) -> str:
        """What is shown of a place, counted from 1."""
        uri = self._open(path, text)
        position = {"line": line - 1, "character": column - 1}
        found = self._ask(
            "textDocument/hover", {"textDocument": {"uri": uri}, "position": position}
        )
        return json.dumps(found, ensure_ascii=False)

    def _open(self, path: Path, text: str) -> str:
        self.opened += 1
        uri = path.with_stem(f"{path.stem}-{self.opened}").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._send("textDocument/didOpen", {"textDocument": document})
        return uri

    def _ask(self, method: str, params: dict[str, Any]) -> Any:
        self.number += 1
        self._send(method, params, self.number)
        while True:
            heard = self._hear()
            if heard.get("id") == self.number and "method" not in heard:
                return heard["result"]

    def _hear(self) -> dict[str, Any]:
        """One message; what the server asks of an editor is answered with nothing."""
        assert self.program.stdout
        length = 0
        while header := self.program.stdout.readline().strip():
            name, _, value = header.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the language server has ended"
        heard: dict[str, Any] = json.loads(self.program.stdout.read(length))
        if heard.get("method") == "textDocument/publishDiagnostics":
            self.told[heard["params"]["uri"]] = heard["params"]["diagnostics"]
        elif "method" in heard and "id" in heard:
            self._write({"id": heard["id"], "result": None})
        return heard

    def _send(self, method: str, params: dict[str, Any], number: int | None = None) -> None:
        self._write({"method": method, "params": params} | ({"id": number} if number else {}))

    def _write(self, message: dict[str, Any]) -> None:
        assert self.program.stdin
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.program.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self.program.stdin.flush()
