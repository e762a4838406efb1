from hypothesis import given
from hypothesis import strategies as st

from supportdesk_gui.text.places import Places


@given(st.text(st.sampled_from("ab é中😀🇪🇸")), st.integers(0, 20))
def test_qt_counts_as_utf_16_does(text: str, at: int) -> None:
    at = min(at, len(text))
    places = Places(text)
    assert places.units(at) == len(text[:at].encode("utf-16-le")) // 2
    assert places.characters(places.units(at)) == at
