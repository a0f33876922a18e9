"""Doubts an encoding that can read the bytes, but in which few of the commonest characters come out."""

from __future__ import annotations

from itertools import islice

from rendaparse._diagnostics import Diagnostic
from rendaparse.grammar.patterns import pattern

ENCODINGS = ("utf-8", "gb18030", "big5", "shift_jis", "utf-16-le", "utf-16-be")
"""Those that are tried where a text is doubted."""
SAMPLE = 2_000
"""Ideographs at the beginning that are looked at."""
CLEAR_SHARE = 0.2
"""Share of the commonest characters among the ideographs that every stretch of Chinese has."""
DOUBTED_SHARE = 0.1
"""Share below which another encoding in which it is clear is the likelier one."""
ALIEN_SHARE = 0.02
"""Share below which a text is doubted though no other encoding is likelier: the barest list of names has 0.04."""
FEWEST = 50
"""Ideographs of which a text must have more to be clear."""
FEWEST_ALIEN = 100
"""Those of which it must have more to be alien."""


def doubts(data: bytes, text: str, encoding: str) -> tuple[Diagnostic, ...]:
    """Return RP002 where the bytes are probably in another encoding; its detail names that one, if it is known."""
    count, share = _judged(text)
    if share >= DOUBTED_SHARE:
        return ()
    likelier = _clear_encoding(data)
    if likelier is None and (count <= FEWEST_ALIEN or share >= ALIEN_SHARE):
        return ()
    return (Diagnostic("RP002", (0, len(text)), f"{encoding} → {likelier}" if likelier else encoding),)


def _clear_encoding(data: bytes) -> str | None:
    """Return the encoding in which most of the commonest characters come out; None where there are too few in all."""
    judged = {encoding: _judged(data.decode(encoding, "ignore")) for encoding in ENCODINGS}
    shares = {encoding: share for encoding, (count, share) in judged.items() if count > FEWEST}
    best = max(shares, key=lambda encoding: shares[encoding], default=None)
    return best if best and shares[best] >= CLEAR_SHARE else None


def _judged(text: str) -> tuple[int, float]:
    """Return the number of ideographs, and the share of the commonest among them."""
    ideographs = [found[0] for found in islice(pattern("encoding", "IDEOGRAPH").finditer(text), SAMPLE)]
    common = pattern("encoding", "COMMON").findall("".join(ideographs))
    return len(ideographs), len(common) / max(1, len(ideographs))
