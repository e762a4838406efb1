import pytest

from supportdesk_gui.text.shortening import shortened


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("", 4, ""),
        ("lamp", 4, "lamp"),
        ("lamps", 4, "lam…"),
        ("a lamp", 3, "a…"),
        ("退款政策", 3, "退款…"),
    ],
)
def test_what_is_too_long_ends_in_an_ellipsis(text: str, most: int, shown: str) -> None:
    assert shortened(text, most) == shown
