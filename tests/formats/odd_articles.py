"""Articles of every text format with constructs that people write rarely, many of them in one file."""

from __future__ import annotations

MARKDOWN = """---
title: "სათაური: მთავარი"
description: 'it''s one'
tags: [a, b]
authors:
  - name: Nino
    role: editor
draft: false
summary: >
  folded text
  goes on
note: |
  kept
  lines
---

!!! note "შენიშვნა"
    შიდა ტექსტი.

    !!! warning
        უფრო ღრმა.

    - პუნქტი
      გაგრძელება

??? tip
    დამალული.

:::info სათაური
ტექსტი კონტეინერში.
:::

> [!NOTE]
> ციტატა **მუქით**.
>> ჩადგმული

[ref]: https://example.org/a
  "სათაური ბმულის"
[two]: <https://example.org/b> 'მეორე'
[^1]: სქოლიო.
    მისი გაგრძელება.

Setext სათაური
===
მეორე
---

1. ერთი
   ```python
   code = "არა"
   ```
2. ორი
   1. შიდა
   2. კიდევ

      აბზაცი
10) ათი
* [ ] საქმე
* [x] შესრულებული
+ სხვა

| ა \\| ბ | `c|d` | |
|:--|:-:|--:|
| ერთი | | სამი |
| **მუქი** | [ბმული](u "t") | ![სურათი](p.png) |

ტერმინი
: განმარტება
: მეორე

ხაზი ორი ჰარით\x20\x20
და შემდეგი\\
და ბოლო

<div align="center">
<b>HTML</b> ბლოკი
</div>

<details><summary>მეტი</summary>

ტექსტი შიგნით

</details>

    ჩაწეული კოდი

~~~
კიდევ კოდი
~~~

$$
a + b
$$

ფორმულა $x$ და `კოდი` და <kbd>Ctrl</kbd>, :smile: [[ვიკი|გვერდი]] და {{ ცვლადი }}.

<!-- შენიშვნა -->

***

# ATX #
## მეორე ##{#id}

ტექსტი[^1] და [ref] და [ტექსტი][two] და <https://example.org>.

<!-- არ იხურება
ბოლო ხაზი
"""
WARNED = (
    "\n\n".join(f"<!-- {n} -- x\n\n```\n\n[a{n}" for n in range(9))
    + "\n\n"
    + "\n".join(f"{{% if {n} %}}" for n in range(9))
    + "\n"
)
HTML = """<!DOCTYPE html>
<html lang="ka"><head><title>სათაური &amp; სხვა</title>
<meta name="description" content="აღწერა"><meta name="keywords" content="ა, ბ"><meta property="og:title" content="OG">
<style>p { color: red }</style><script>var a = "არა";</script></head>
<body>
<header><nav><ul><li><a href="/">მთავარი</a><li>მეორე</ul></nav></header>
<h1>სათაური <small>პატარა</small></h1>
<p>ერთი<b></b> <i>დახრილი</i><br>ხაზი <code>კოდი</code> <a href="u"><img src="p.png" alt="სურათი"></a>
<p>მეორე <span>შიდა <em>ტექსტი</em></span> 5 &lt; 6&nbsp;&#160;x
<div>ტექსტი დივში<p>აბზაცი</p>კუდი</div>
<table><caption>ცხრილი</caption><thead><tr><th>ა<th>ბ</thead>
<tr><td>1<p>აბზაცი უჯრაში<td><ul><li>სია უჯრაში</ul></tr>
<tr><td><table><tr><td>შიდა</table><td></tr>
</table>
<dl><dt>ტერმინი<dd>განმარტება<dd>მეორე</dl>
<ol start=3><li>სამი<ol><li>ღრმა</ol><li>ოთხი</ol>
<pre>  არ   იცვლება
</pre>
<blockquote>ციტატა<footer>ვინმე</footer></blockquote>
<figure><img alt="" src=x><figcaption>წარწერა</figcaption></figure>
<form><label>ველი <input placeholder="ჩაწერეთ" title="მინიშნება"></label><select><option>ერთი<option value=2>ორი</select><button>ღილაკი</button><textarea>ტექსტი</textarea></form>
<ruby>漢<rp>(</rp><rt>kan</rt></ruby> <wbr>ტექსტი <q>ბრჭყალი</q> <sup>2</sup>
<p translate="no">არ ითარგმნება</p><p hidden>დამალული</p><p class="notranslate">არც ეს</p>
<!-- შენიშვნა --><svg><title>svg</title><text>ნახაზი</text></svg>
<noscript>უსკრიპტო</noscript><template><p>შაბლონი</p></template>
<b>ღია <i>ჯვარედინი</b> ბოლო</i>
</body></html>
"""
TEXT = """
ᲡᲐᲗᲐᲣᲠᲘ


ავტორი: ნინო\t2021-09-10
პირველი აბზაცი, რომელიც ძალიან გრძელია და გადადის
მეორე ხაზზე, შემდეგ კი მესამე
ხაზზეც.

    ჩაწეული აბზაცი.
    მისი მეორე ხაზი.

一、总则
（一）目的
本办法适用于
所有企业。
1. ერთი;
2. ორი;
   გაგრძელება.

* * *

co-
operation and soft\u00ad
hyphen
26. Mai war es,
b. 1970
ბოლო სათაური
"""
JSON = """{"title": "სათაური", "n": 1, "none": null, "yes": true, "list": ["ა", {"b": "ბ\\n\\"x\\"", "c": []}, 2.5], "deep": {"a.b": {"c": "გ {name}"}},
 "@meta": {"description": "x"}, "": "ცარიელი", "html": "<b>მუქი</b>", "url": "https://example.org", "id": "abc_def", "esc": "\\u10d0\\/"}
"""
ARB = """{
  "@@locale": "ka",
  "hello": "გამარჯობა {name}",
  "@hello": {"description": "greeting", "placeholders": {"name": {"example": "Nino"}}},
  "count": "{n, plural, =0{არაფერი} one{# საქმე} other{# საქმე}}"
}
"""
YAML = """# comment
title: სათაური  # after
quoted: "ერთი\\n\\"ორი\\" \\u10d0"
single: 'it''s'
folded: >-
  ერთი
  ორი

  სამი
literal: |+
  ხაზი
    ჩაწეული

list:
  - ა
  - "ბ: გ"
  - key: დ
    other: 12
  - - ჩადგმული
anchor: &one ტექსტი
alias: *one
empty:
number: 3.5
yes: yes
multi: ერთი
  გრძელდება
? complex
: მნიშვნელობა
flow: {a: ერთი, b: [ორი, "სამი"]}
...
---
second: დოკუმენტი
"""
SRT = """\ufeff1
00:00:01,000 --> 00:00:02,500 X1:0
- <i>გამარჯობა!</i>
- {\\an8}ნახვამდის.

2
00:00:03.000 --> 00:00:04.000

3
00:00:05,000 --> 00:00:06,000
მხოლოდ ერთი


4
0:00:07,000 --> 0:00:08,000
ბოლო
"""
VTT = """WEBVTT - სათაური
Kind: captions

NOTE შენიშვნა
ორ ხაზზე

STYLE
::cue { color: red }

intro
00:01.000 --> 00:02.000 align:start position:10%
<v ნინო>გამარჯობა <b>ყველას</b></v>
&amp; ნახვამდის

00:03.000 --> 00:04.000
<c.yellow>ფერადი</c> <00:03.500>დრო
"""
ANDROID = """<?xml version="1.0" encoding="utf-8"?>
<resources xmlns:xliff="urn:oasis:names:tc:xliff:document:1.2">
    <!-- შენიშვნა -->
    <string name="a">ერთი \\'ორი\\' \\n სამი @ \\u10d0</string>
    <string name="b" translatable="false">არა</string>
    <string name="c"><xliff:g id="n" example="5">%1$d</xliff:g> <b>მუქი</b> &amp; <![CDATA[<i>x</i>]]></string>
    <string name="d">"  ჰარებით  "</string>
    <string name="e"/>
    <string name="f">@string/a</string>
    <plurals name="g"><item quantity="one">%d საქმე</item><item quantity="other">%d საქმე</item></plurals>
    <string-array name="h"><item>ა</item><item>ბ</item></string-array>
    <integer name="i">3</integer>
</resources>
"""

FILES = {
    "odd.md": MARKDOWN, "warned.md": WARNED, "odd.mdx": MARKDOWN.replace("<!--", "{/*").replace("-->", "*/}"), "odd.html": HTML, "odd.xhtml": "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>t</title></head><body><p>ა<br/>ბ</p><ul><li>გ</li></ul><![CDATA[x]]></body></html>\n",
    "odd.txt": TEXT, "crlf.txt": TEXT.replace("\n", "\r\n"), "odd.json": JSON, "odd.arb": ARB, "odd.yaml": YAML, "odd.srt": SRT, "odd.vtt": VTT, "strings-odd.xml": ANDROID, "crlf.md": MARKDOWN.replace("\n", "\r\n"), "front.toml.md": "+++\ntitle = 'ერთი'\ndate = 2021-09-10\ntags = [\"a\", \"ბ\"]\n[extra]\nk = \"\"\"მრავალ\nხაზი\"\"\"\n+++\n\nტექსტი\n", "front.json.md": '{\n  "title": "ერთი",\n  "x": [1, "ორი"]\n}\n\nტექსტი\n',
}  # fmt: skip
