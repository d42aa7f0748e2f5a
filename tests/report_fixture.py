"""Builds reports from plain sentences, without a model."""

import hashlib
from pathlib import Path

from claims.records import (
    Answer,
    Claim,
    Conflict,
    ConflictType,
    Finding,
    Label,
    Ledger,
    LeftOut,
    Removed,
    Report,
    Statement,
    Verdict,
)

HOSTILE = '<script>alert("x")</script> <img src=x onerror=alert(1)> [click](javascript:alert(1)) | **bold** = {{ 7*7 }}'


CONFLICT = Conflict(
    ConflictType.ANTONYM,
    (((19, 23),), ((18, 24),)),
    same_event=Answer.YES,
    evidence=("both name the road", ""),
    between="cross",
)


def statement(number, sentences, **fields):
    text = " ".join(sentences)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Statement(
        **{"id": f"s{number}", "text": text, "source": f"statement-{number}.txt", "sha256": sha256, **fields}
    )


def split(said, sentences):
    """Read every sentence as a claim, except those that end with a question mark."""
    claims, left_out, place = [], [], 0
    for sentence in sentences:
        span = (said.id, place, place + len(sentence), sentence)
        if sentence.endswith("?"):
            left_out.append(LeftOut(*span, "question"))
        else:
            claims.append(Claim(f"{said.id}.c{len(claims) + 1}", *span, holder=said.speaker))
        place += len(sentence) + 1
    return claims, left_out


def finding(first, second, label="contradiction", probability=0.81, *, abstained=False, note="", conflict=None):
    rest = (1 - probability) / 2
    probabilities = {each: probability if each.value == label else rest for each in Label}
    return Finding((first, second), Verdict(Label(label), probabilities, abstained, 0.7125, conflict), note)


def report(texts, findings=(), *, fields=None, pairs=None):
    """Build a report of statements given as lists of sentences."""
    said = [statement(n, each, **(fields or {}).get(n, {})) for n, each in enumerate(texts, start=1)]
    parts = [split(one, sentences) for one, sentences in zip(said, texts, strict=True)]
    claims = tuple(claim for found, _ in parts for claim in found)
    return Report(
        created="2026-01-02T03:04:05+00:00",
        config={"max_pairs": 20000, "calibration": {"threshold_contradiction": 0.6, "threshold_support": 0.7}},
        models=({"role": "nli", "name": "minilm-nli", "revision": "1a2b3c", "sha256": "ab" * 32},),
        versions={"python": "3.11.9", "claim-contradiction": "0.1.0"},
        statements=tuple(said),
        claims=claims,
        findings=tuple(findings),
        ledger=Ledger(
            len(claims), 12, 10, {"both claims in one statement": 2}, tuple(o for _, left in parts for o in left)
        ),
        pairs=pairs,
    )


def example():
    """Two statements, a contradiction, a support, a weaker candidate, a question left out."""
    first = [
        "The Lachin road is open to all traffic.",
        "Forty lorries passed the checkpoint on Monday.",
        "Who, then, speaks of a blockade?",
        "We remain ready for talks.",
    ]
    second = [
        "The situation is grave.",
        "The road has been closed since 12 December.",
        "Not a single lorry has passed since June.",
        "Our side is prepared to negotiate.",
    ]
    found = [
        finding("s1.c1", "s2.c2", probability=0.91, note="Both speak of the same road.", conflict=CONFLICT),
        finding("s1.c2", "s2.c3", probability=0.81),
        finding("s1.c3", "s2.c4", "support", 0.74),
        finding("s1.c1", "s2.c3", probability=0.44, abstained=True),
        finding("s1.c2", "s2.c1", "support", 0.41, abstained=True),
    ]
    fields = {
        1: {
            "speaker": "Azerbaijan, MFA",
            "speaker_source": "caller",
            "date": "2023-07-16",
            "date_source": "header",
            "title": "Comment on the Lachin road",
            "language": "en",
            "removed": (Removed(0, 11, "Home | News", "navigation"),),
        },
        2: {"language": "en"},
    }
    return report([first, second], found, fields=fields)


def hostile():
    """Every text that comes from outside tries to be markup."""
    fields = {1: {"speaker": HOSTILE, "title": HOSTILE, "source": "javascript:alert(1)", "language": '"><script>'}}
    fields[1]["removed"] = (Removed(0, 3, HOSTILE, HOSTILE),)
    texts = [[HOSTILE, f"{HOSTILE}?"], [HOSTILE]]
    evidence = (HOSTILE, HOSTILE)
    conflict = Conflict(ConflictType.OTHER, (((0, 9), (20, 30)), ((3, 40),)), Answer.NO, Answer.YES, evidence)
    return report(texts, [finding("s1.c1", "s2.c1", note=HOSTILE, conflict=conflict)], fields=fields)


def large(n_sentences=5000, n_findings=200):
    texts = [[f"Sentence {n} of side {side} is here." for n in range(n_sentences)] for side in "AB"]
    found = [finding(f"s1.c{n}", f"s2.c{n}", abstained=n > n_findings // 2) for n in range(1, n_findings + 1)]
    return report(texts, found)


RENDERERS = {"json": Report.to_json, "html": Report.to_html, "md": Report.to_markdown, "csv": Report.to_csv}
GOLDEN = Path(__file__).parent / "data"


if __name__ == "__main__":
    # python tests/report_fixture.py rewrites the golden reports; read their diff before committing it.
    GOLDEN.mkdir(exist_ok=True)
    for suffix, render in RENDERERS.items():
        (GOLDEN / f"report.{suffix}").write_text(render(example()), encoding="utf-8", newline="")
