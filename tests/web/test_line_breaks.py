"""Long addresses break at their punctuation."""

from app.web.line_breaks import breakable


def test_an_address_may_break_behind_its_separators_and_stays_escaped() -> None:
    assert breakable("https://a.id/hooks?x=1&y=<b>") == (
        "https://<wbr>a.<wbr>id/<wbr>hooks?<wbr>x=<wbr>1<wbr>&amp;y=&lt;b&gt;"
    )
    assert breakable("subscriber.confirmed") == "subscriber.<wbr>confirmed"
    assert breakable('{"a":1,"b":2}') == "{&#34;a&#34;:1,<wbr>&#34;b&#34;:2}"
    assert breakable("it's") == "it&#39;s"
