"""Builds the files of the reading tests: a page full of chrome, PDFs, a DOCX. All texts are our own."""

import io

PARAGRAPHS = (
    (
        "The ministry has taken note of the remarks that were made on Tuesday about the crossing at the northern bridge,"
        " and it regrets that they leave out what was agreed in May."
    ),
    (
        "The bridge has been open to trucks and passengers since the second of June, and on no day has it been closed for"
        " longer than an hour, as the log of the joint post shows."
    ),
    (
        "We expect the other side to withdraw its remarks, and we remain ready to receive its experts at the post on any"
        " day of the coming month."
    ),
)
BODY = "\n\n".join(PARAGRAPHS)
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Comment on the bridge | Ministry</title>
<meta property="og:title" content="Comment on the northern bridge">
<meta property="article:published_time" content="2023-07-16T10:20:00+04:00">
<meta name="author" content="Ministry of Transport">
<style>p {{ color: red }}</style></head><body>
<div class="cookie-banner"><p>We use cookies to give you the best experience on our site.</p><button>Accept all</button></div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/n">News archive of the ministry</a></li><li>Contacts</li></ul></nav>
<main><article><h1>Comment on the northern bridge</h1><time datetime="2023-07-16">16 July 2023</time>
<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p><div class="share"><a>Share on Facebook</a></div><p>{PARAGRAPHS[2]}</p>
</article></main>
<aside class="sidebar"><h2>Latest news</h2><ul><li><a>Minister opens a school in the valley</a> 25.Oct.2025</li>
<li><a>Trade with the south grew again &amp; again</a> 24.Oct.2025</li></ul></aside>
<footer><p>© 2025 Ministry. All rights reserved.</p></footer><script>var date = "2025-10-25";</script></body></html>"""


def make_pdf(pages, *, trailer=""):
    """Build a PDF with one line of text a list entry; ASCII only."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    font = 3
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for lines in pages:
        rows = " ".join(f"({_escaped(line)}) Tj T*" for line in lines)
        stream = f"BT /F1 10 Tf 12 TL 40 780 Td {rows} ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 700 800] /Contents {len(objects)} 0 R"
            f" /Resources << /Font << /F1 {font} 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode())
    table = out.tell()
    rows = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}".encode())
    out.write(f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF".encode())
    return out.getvalue()


def make_locked_pdf():
    """Build a PDF that asks for a password."""
    junk = "00" * 32
    return make_pdf(
        [["secret"]],
        trailer=f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{junk}> /U <{junk}> /P -4 >> /ID [<{junk[:32]}> <{junk[:32]}>]",
    )


def make_docx(paragraphs, *, table=(), header=""):
    """Build a DOCX with paragraphs, then a one-column table."""
    import docx

    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = header
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        grid = document.add_table(rows=0, cols=1)
        for text in table:
            grid.add_row().cells[0].text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def wrap(text, width=90):
    import textwrap

    return textwrap.wrap(text, width)


def _escaped(line):
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
