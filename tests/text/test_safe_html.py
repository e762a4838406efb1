"""HTML from outside: what may stay, what has to go, and that words are kept."""

from __future__ import annotations

import html as entities
import re
import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from supportdesk_gui.text.safe_html import html_to_text, safe_html, text_to_html
from supportdesk_gui.text.visible import visible

ALLOWED = {"p", "br", "ul", "ol", "li", "a", "b"}


def assert_safe(html: str) -> None:
    """Nothing but the seven elements, and of attributes only an address of the three kinds and
    the number of an item."""
    for tag, attributes in re.findall(r"<\s*/?\s*([^\s/>]*)([^>]*)>", html):
        assert tag in ALLOWED, html
        assert not attributes or re.fullmatch(
            r' href="(?:https?://|mailto:)[^"<>\s]*"| (?:start|value)="\d+"', attributes, re.I
        ), html
    body = LexborHTMLParser(html).body
    for node in body.traverse(include_text=False) if body is not None else ():
        assert node.tag in ALLOWED | {"body"}
        assert set(node.attributes) <= {"a": {"href"}, "ol": {"start"}, "li": {"value"}}.get(
            node.tag, set()
        )


HOSTILE = [
    "<script>alert(1)</script>after",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)><img src='https://track.example/p.gif' width=1>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    '<a href="javascript:alert(1)">a</a><a href=" java&#10;script:alert(1)">b</a>',
    '<a href="data:text/html;base64,PHNjcmlwdD4=">a</a><a href="vbscript:x">b</a>',
    '<a href="file:///etc/passwd">a</a><a href="//evil.example">b</a>',
    '<a href="https://a.example/&quot;onclick=&quot;alert(1)">q</a>',
    '<p style="background:url(https://x.example/)" onclick="x()">styled</p><style>p{}</style>',
    '<iframe src="https://x.example"></iframe><object data=x></object><embed src=x>',
    '<form action="https://x.example"><input value=secret><button>Send</button></form>',
    "<base href='https://evil.example/'><meta http-equiv=refresh content='0;url=x'><link rel=x>",
    "<!--[if mso]><script>x</script><![endif]--><![CDATA[<b>x</b>]]><?php echo 1 ?>",
    "<math><mtext></table><mglyph><style><img src=x onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<template><script>x</script></template><textarea><script>y</script></textarea>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<p>&lt;img src=x onerror=alert(1)&gt;</p>",
    "<b><b><b><a href=https://a.example><p>x</b></a>",
    "\x00<\x00script>alert(1)</script>",
    "<",
    "<a",
    "<p",
    "<ul><ul><ul><li><ol>x</ul>",
]


@pytest.mark.parametrize("html", HOSTILE)
def test_nothing_that_runs_loads_or_styles_stays(html: str) -> None:
    made = safe_html(html)
    assert_safe(made)
    assert_safe(text_to_html(html_to_text(html)))
    assert_safe(text_to_html(html))


@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                [
                    *("<p>", "</p>", "<ul>", "</ul>", "<ol>", "</ol>", "<li>", "</li>", "<br>"),
                    *("<b>", "</b>", "<div>", "</div>", "<pre>", "</pre>", "<table>", "<td>"),
                    *("<a href='https://a.example'>", "</a>", "<blockquote type=cite>", "<!--"),
                    *("<script>", "</script>", "<img alt=😊>", "&lt;", "<svg>", "</svg>", "\n"),
                    *("</blockquote>", "</table>", "<a href=x>", "- a", "1. b", "www.a.example"),
                ]
            ),
            st.text(max_size=5),
        ),
        max_size=25,
    )
)
@settings(max_examples=400, deadline=None)
def test_any_soup_becomes_safe_and_balanced(pieces: list[str]) -> None:
    soup = "".join(pieces)
    for made in (safe_html(soup), text_to_html(soup), text_to_html(html_to_text(soup))):
        assert_safe(made)
        opened: list[str] = []
        for closing, tag in re.findall(r"<(/?)(\w+)[^>]*>", made):
            if tag == "br":
                continue
            if closing:
                assert opened.pop() == tag, made
            else:
                opened.append(tag)
        assert not opened


@pytest.mark.parametrize(
    ("html", "made", "text"),
    [
        (
            "<div>Hi</div><div>there</div><div><br></div><div>Bye <strong>now</strong></div>",
            "<p>Hi<br>there</p><p>Bye <b>now</b></p>",
            "Hi\nthere\n\nBye now",
        ),
        ("<h2>Title</h2>text", "<p>Title</p><p>text</p>", "Title\n\ntext"),
        (
            "<ul><li>a<ul><li>b</ul>tail<li>c<p>d</p></ul>after",
            "<ul><li>a<ul><li>b</li></ul>tail</li><li>c<br>d</li></ul><p>after</p>",
            "- a\n  - b\n  tail\n- c\n  d\n\nafter",
        ),
        ("<ol><li>x<li>y</ol>", "<ol><li>x</li><li>y</li></ol>", "1. x\n2. y"),
        (
            "<ol start=3><li>x<ol><li>a</ol><li>y<li value=9>z<li value=2>v</ol>",
            '<ol start="3"><li>x<ol><li>a</li></ol></li><li>y</li><li value="9">z</li><li>v</li></ol>',
            "3. x\n  1. a\n4. y\n9. z\n10. v",
        ),
        ("<ol start=-1 value='x'><li>x</ol>", "<ol><li>x</li></ol>", "1. x"),
        (
            "<table><tr><td>Order</td><td>48213</td></tr><tr><td>Lamp<td>1</table>",
            "<p>Order 48213<br>Lamp 1</p>",
            "Order 48213\nLamp 1",
        ),
        (
            '<a href="https://shop.example/r">Returns</a>, <a href="mailto:a@b.example">mail</a>',
            '<p><a href="https://shop.example/r">Returns</a>, '
            '<a href="mailto:a@b.example">mail</a></p>',
            "Returns (https://shop.example/r), mail (a@b.example)",
        ),
        (
            '<a href="https://shop.example/">https://shop.example</a>',
            '<p><a href="https://shop.example/">https://shop.example</a></p>',
            "https://shop.example",
        ),
        (
            "new<blockquote type=cite>old<p>older</blockquote>",
            "<p>new</p><p>old</p><p>older</p>",
            "new\n\n> old\n>\n> older",
        ),
        ("<pre>a\n  b</pre>", "<p>a<br>  b</p>", "a\n  b"),
        ("a &amp; b &lt; c", "<p>a &amp; b &lt; c</p>", "a & b < c"),
        ("<p>5 &lt; 6 &amp; &euro;</p>", "<p>5 &lt; 6 &amp; €</p>", "5 < 6 & €"),
        ("<p>x<img alt='😊' src=e.png><img alt='Photo'></p>", "<p>x😊</p>", "x😊"),
        ("<p>a<span style='display: none'>hidden</span><i hidden>x</i>b</p>", "<p>ab</p>", "ab"),
    ],
)
def test_words_lists_and_links_are_kept(html: str, made: str, text: str) -> None:
    assert safe_html(html) == made
    assert html_to_text(html) == text


def test_a_link_that_names_another_place_tells_where_it_leads() -> None:
    made = safe_html('<a href="https://evil.example/x">www.bank.example</a>')
    assert entities.unescape(re.sub("<[^>]+>", "", made)) == "www.bank.example (evil.example)"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u202egpj.exe", "a␣gpj.exe"),
        ("re\u200bfund\u200b\u200b\u2060", "re␣fund␣"),
        ("x\U000e0041\U000e0042", "x␣"),
        ("a\ufe00\ufe01\ufe02", "a␣"),
        ("\ufeffBOM, Rück\u00adsendung\x00\x1b[0m\x9b", "BOM, Rücksendung[0m"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("👩\u200d👧 ❤\ufe0f 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", None),
        ("می\u200cخواهم क्\u200dष", None),
        ("tab\tstays\nhere", None),
        ("half \ud800", "half "),
    ],
)
def test_what_cannot_be_seen_is_shown(text: str, shown: str | None) -> None:
    assert visible(text) == (text if shown is None else shown)
    assert (shown or text).split("\n")[0].strip() in html_to_text(f"<pre>{text}</pre>")


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Hi,\nyou.\n\nBye", "<p>Hi,<br>you.</p><p>Bye</p>"),
        ("a\r\n \r\n\r\nb\n", "<p>a</p><p>b</p>"),
        ("Do:\n- a\n• b\nthen", "<p>Do:</p><ul><li>a</li><li>b</li></ul><p>then</p>"),
        ("1. x\n2) y\n3、z", "<ol><li>x</li><li>y</li><li>z</li></ol>"),
        ("1. x\n1. y", "<ol><li>x</li><li>y</li></ol>"),
        ("12. Mai\n3. Juni", "<p>12. Mai<br>3. Juni</p>"),
        ("-- \nMarlow", "<p>-- <br>Marlow</p>"),
        ('5 < 6 & "x" <b>', '<p>5 &lt; 6 &amp; "x" &lt;b&gt;</p>'),
        ("", ""),
        (
            "(https://a.example/x_(y)?b=1&c=2).",
            '<p>(<a href="https://a.example/x_(y)?b=1&amp;c=2">'
            "https://a.example/x_(y)?b=1&amp;c=2</a>).</p>",
        ),
        ("www.a.example!", '<p><a href="https://www.a.example">www.a.example</a>!</p>'),
        ("me@a.example.", '<p><a href="mailto:me@a.example">me@a.example</a>.</p>'),
        (
            "写信help@a.example吧，看https://a.example/x。谢谢",
            '<p>写信<a href="mailto:help@a.example">help@a.example</a>吧，看'
            '<a href="https://a.example/x">https://a.example/x</a>。谢谢</p>',
        ),
        ("javascript:alert(1) ftp://x", "<p>javascript:alert(1) ftp://x</p>"),
    ],
)
def test_a_reply_becomes_what_composers_take(text: str, made: str) -> None:
    assert text_to_html(text) == made


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>",
        "<b>",
        "<ul><li>",
        "<table><tr><td>",
        "<blockquote type=cite>",
        "<p>x",
        "&lt;",
        "<a ",
    ],
)
def test_deep_and_long_html_costs_bounded_time(hostile: str) -> None:
    began = time.thread_time()
    html = hostile * (300_000 // len(hostile)) + "end"
    assert_safe(safe_html(html))
    html_to_text(html)
    assert time.thread_time() - began < 8


@pytest.mark.parametrize(
    "hostile", ["a", "www.", "https://", "a@", "a.", "(", "()", "- ", "1. x\n"]
)
def test_long_text_costs_bounded_time(hostile: str) -> None:
    began = time.thread_time()
    text_to_html(hostile * (200_000 // len(hostile)))
    assert time.thread_time() - began < 3


def test_plain_text_never_meets_the_parser() -> None:
    code = (
        "import sys; from supportdesk_gui.text import safe_html as s;"
        "s.safe_html('a & b'); s.html_to_text('a'); s.text_to_html('- a');"
        "assert 'selectolax' not in sys.modules; s.safe_html('<p>'); "
        "assert 'selectolax.lexbor' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
