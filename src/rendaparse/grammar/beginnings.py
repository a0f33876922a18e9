"""Tells what the matches of a pattern can begin with, from what ``re`` makes of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any

Characters = frozenset[int]
"""Code points."""

Beginning = tuple[Characters, ...]
"""What each of the first characters can be; shorter than asked for where a match may end."""

REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
NEVER = "FAILURE"
"""What ``(?!)`` is to later versions of ``re``."""
WIDTHLESS = frozenset({"ASSERT", "ASSERT_NOT", "AT", NEVER})
LAST_SPACE = 0x3000
"""The last character that `\\s` stands for."""


def beginnings(regexp: str, length: int) -> frozenset[Beginning]:
    """Return all that the first ``length`` characters can be; what stands around a match is not asked.

    Raises ValueError where the pattern begins with something else than characters that it names.
    """
    return _of_sequence(import_module("re._parser").parse(regexp), length)


def first_characters(found: Iterable[Beginning]) -> Characters:
    """Return what the first character can be."""
    return frozenset[int]().union(*(beginning[0] for beginning in found if beginning))


def _of_sequence(parsed: Iterable[tuple[Any, Any]], length: int) -> frozenset[Beginning]:
    found: frozenset[Beginning] = frozenset({()})
    for operator, argument in parsed:
        if all(len(beginning) == length for beginning in found):
            break
        found = _joined(found, _of_part(str(operator), argument, length), length)
    return found


def _of_part(operator: str, argument: Any, length: int) -> frozenset[Beginning]:
    if operator in WIDTHLESS:
        never = operator == NEVER or (operator == "ASSERT_NOT" and not argument[1])
        return frozenset() if never else frozenset({()})
    if operator in ("LITERAL", "IN"):
        return frozenset({(_of_set(argument if operator == "IN" else [(operator, argument)]),)})
    if operator == "BRANCH":
        return _merged(beginning for branch in argument[1] for beginning in _of_sequence(branch, length))
    if operator == "SUBPATTERN":
        return _of_sequence(argument[3], length)
    if operator in REPEATS:
        fewest, most, repeated = argument
        return _repeated(_of_sequence(repeated, length), min(fewest, length), min(most, length), length)
    raise ValueError(f"no beginnings of {operator}")


def _of_set(items: list[tuple[Any, Any]]) -> Characters:
    found: set[int] = set()
    for operator, argument in items:
        if str(operator) == "LITERAL":
            found.add(argument)
        elif str(operator) == "RANGE":
            found.update(range(argument[0], argument[1] + 1))
        elif str(argument) == "CATEGORY_SPACE":
            found.update(code for code in range(LAST_SPACE + 1) if chr(code).isspace())
        else:
            raise ValueError(f"no beginnings of a set with {operator} {argument}")
    return frozenset(found)


def _repeated(once: frozenset[Beginning], fewest: int, most: int, length: int) -> frozenset[Beginning]:
    times = [frozenset[Beginning]({()})]
    for _ in range(most):
        times.append(_joined(times[-1], once, length))
    return _merged(beginning for found in times[fewest:] for beginning in found)


def _joined(before: frozenset[Beginning], behind: frozenset[Beginning], length: int) -> frozenset[Beginning]:
    return _merged((one + other)[:length] for one in before for other in behind)


def _merged(found: Iterable[Beginning]) -> frozenset[Beginning]:
    """Make one of those that differ in their first character only."""
    heads: dict[Beginning, set[int]] = {}
    whole: set[Beginning] = set()
    for beginning in found:
        if beginning:
            heads.setdefault(beginning[1:], set()).update(beginning[0])
        else:
            whole.add(beginning)
    return frozenset(whole | {(frozenset(head), *tail) for tail, head in heads.items()})


def pattern_of(found: Iterable[Beginning]) -> str:
    """Return a pattern that matches where a beginning stands; each character is looked at once."""
    tails: dict[int, set[Beginning]] = {}
    for beginning in found:
        if not beginning:
            return ""
        for character in beginning[0]:
            tails.setdefault(character, set()).add(beginning[1:])
    alike: dict[frozenset[Beginning], list[int]] = {}
    for character in sorted(tails):
        alike.setdefault(frozenset(tails[character]), []).append(character)
    ways = [character_set(characters) + pattern_of(behind) for behind, characters in alike.items()]
    return f"(?:{'|'.join(ways)})"


def character_set(characters: Iterable[int], *, but: bool = False) -> str:
    """Return the pattern of one of the characters, or of any ``but`` them."""
    runs: list[list[int]] = []
    for code in sorted(characters):
        if runs and code == runs[-1][-1] + 1:
            runs[-1].append(code)
        else:
            runs.append([code])
    ranges = (re.escape(chr(run[0])) + (f"-{re.escape(chr(run[-1]))}" if len(run) > 1 else "") for run in runs)
    return f"[{'^' if but else ''}{''.join(ranges)}]"
