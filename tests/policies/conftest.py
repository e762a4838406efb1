"""The Chroma server that policy tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.policies.chroma_process import ChromaProcess


@pytest.fixture(scope="session")
def chroma_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ChromaProcess]:
    server = ChromaProcess(tmp_path_factory.mktemp("chroma"))
    yield server
    server.kill()


@pytest.fixture
def chroma(chroma_run: ChromaProcess) -> ChromaProcess:
    """The server as if it were new; a test may kill it."""
    chroma_run.start()
    chroma_run.empty()
    return chroma_run
