"""Bytes of a file read as a document, and an invented web page, for tests."""

# ruff: noqa: E501 -- the page stands as it is printed

from __future__ import annotations

from guvoh.ingest import read_bytes
from guvoh.model import Document, Role, SideCar

PAGE = """<!doctype html><html lang="en"><head><title>Police in Omsk detain 40 workers | Steppe Monitor</title>
<meta property="og:site_name" content="Steppe Monitor"><meta property="article:published_time" content="2024-05-03T23:10:00+06:00">
<meta property="article:modified_time" content="2024-06-01T10:00:00Z"><link rel="canonical" href="https://example.org/omsk">
<meta name="author" content="Aida Osmonova"></head><body>
<nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/n">News from the region today</a></li></ul></nav>
<div id="page" class="has-sidebar"><main><article><h1>Police in Omsk detain 40 workers</h1>
<p class="standfirst">Forty people were taken from a building site on Friday, rights defenders say, and most were freed.</p>
<figure><img src="a.jpg"><figcaption>Workers wait outside the police station. <span class="credit">[Steppe Monitor]</span></figcaption></figure>
<p>Police detained about 40 migrant workers at a building site in Omsk on Friday, the Workers' Aid Group said.</p>
<p>They were held for 9 hours without water, said lawyer <a href="#">Marat Ibraimov</a>, who saw 12 of them.</p>
<blockquote><p>They took our phones and papers and gave nothing back until morning.</p></blockquote>
<h2>Earlier raids</h2>
<table><caption>Raids by month</caption><tr><th>Month</th><th>Raids</th></tr><tr><td>March</td><td>14</td></tr><tr><td>April</td><td>22</td></tr></table>
<p>Read also: Court frees 3 drivers</p>
<p>The ministry did not answer a request for comment. It said earlier that the checks were planned.</p>
<p>The ministry did not answer a request for comment. It said earlier that the checks were planned.</p>
</article></main>
<aside class="related"><h3>Related news</h3><ul><li><a href="#">Over 300 tons of flour sent to Naryn</a></li></ul></aside>
<section id="comments"><h3>2 comments</h3><div class="comment"><p>In my town they took 70 people last week, nobody wrote about it.</p></div></section></div>
<div style="display:none">hidden 55 people</div><footer>© 2024 Steppe Monitor. All rights reserved.</footer><script>var a="secret 99 people"</script></body></html>"""


def read(data: bytes, name: str, sidecar: SideCar | None = None) -> Document:
    """The document that a file's bytes are read as."""
    return read_bytes(data, name, sidecar)[0].document


def role_of(document: Document, words: str) -> Role | None:
    """The role of the passage that holds the words."""
    return document.role_at(document.text.index(words))
