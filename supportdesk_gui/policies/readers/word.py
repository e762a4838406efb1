"""Word files: read as HTML by mammoth, which knows headings, lists and tables by their styles.

Page headers and footers, deleted text, comments and pictures are left out by it.
"""

from __future__ import annotations

import io

from supportdesk_gui.policies.readers.html import read_html
from supportdesk_gui.policies.readers.office import check_package
from supportdesk_gui.policies.readers.reading import ReadDocument

_MAIN_PART = "word/document.xml"


def read_word(data: bytes) -> ReadDocument:
    """The document with a section at every heading. Raises UnreadableDocument."""
    check_package(data, _MAIN_PART)
    import mammoth

    # A picture's bytes would be written into the HTML; nobody reads them there.
    result = mammoth.convert_to_html(io.BytesIO(data), convert_image=lambda _: [])
    return read_html(result.value)
