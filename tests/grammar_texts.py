"""Hypothesis strategies that write texts by the grammars: what the terminals of words match, or all but match."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from typing import Any

from hypothesis import strategies as st

from rendaparse.grammar.patterns import terminals

PARSER: Any = import_module("re._parser")  # what ``re`` makes of a pattern is told nowhere else
CODES: Any = import_module("re._constants")
GRAMMARS = ("numeral", "time", "session", "clause")
LONGEST = 4
"""How many rounds of a repeat are written beyond the fewest."""
WIDEST = 40
"""How many characters of a class are told apart; a wider one is sampled."""
ANY = "的是在一二十百万亿零〇两几多余0129０.．,，、。；：年月日届次会个件人大省市元%“”（）《》 \n\u3000甲乙a"
CATEGORIES = {
    CODES.CATEGORY_SPACE: " \u3000\n",
    CODES.CATEGORY_NOT_SPACE: ANY.replace(" ", "").replace("\n", "").replace("\u3000", ""),
    CODES.CATEGORY_DIGIT: "0189０",
    CODES.CATEGORY_WORD: "监甲a0",
    CODES.CATEGORY_NOT_WORD: "，。 ",
}
JOINTS = (
    "", *"，、。；：和与至到-—（）“”《》 \n的了近约比从由占共多余在一1",
    "超过", "以上", "左右", "分别", "其中", "增长", "达到", "召开会议", "听取报告", "监督工作", "溪州市", "20",
    "各位代表：", "一、", "一是", "（一）",
)  # fmt: skip
"""What stands between two words: nothing, marks, and the words that bear on figures."""


def words() -> st.SearchStrategy[str]:
    """A word of a terminal, alone or with what it may be read with on both sides."""
    joint = st.sampled_from(JOINTS)
    return st.tuples(joint, st.one_of(*map(matched, GRAMMARS)), joint).map("".join)


def texts() -> st.SearchStrategy[str]:
    """Figures and other words, one behind the other."""
    joint = st.sampled_from(JOINTS)
    figure = st.tuples(joint, matched("clause"), joint, matched("numeral"), joint).map("".join)
    return st.lists(figure | words(), min_size=1, max_size=12).map("".join)


@cache
def matched(grammar: str) -> st.SearchStrategy[str]:
    """What some word of a grammar is."""
    return st.one_of(*map(matched_by, patterns(grammar).values()))


def patterns(grammar: str) -> dict[str, str]:
    """Return the patterns of the words of a grammar, their parts aside."""
    return {terminal.name: terminal.regexp for terminal in terminals(grammar).values() if terminal.priority >= 0}


def matched_by(regexp: str) -> st.SearchStrategy[str]:
    """What a pattern matches and what it looks for around it; what it must not see may be there, too."""
    return _sequence(PARSER.parse(regexp))


def _sequence(pattern: Iterable[tuple[Any, Any]]) -> st.SearchStrategy[str]:
    parts = [WRITERS[operation](argument) for operation, argument in pattern]
    if len(parts) == 1:
        return parts[0]
    return st.tuples(*parts).map("".join)


def _class(items: list[tuple[Any, Any]]) -> st.SearchStrategy[str]:
    """A character of a class; of a negated one, some character that is not of it."""
    negated = items[0][0] is CODES.NEGATE
    characters = "".join(map(_characters, items[negated:]))
    if negated:
        return st.sampled_from([character for character in ANY if character not in characters] or ["监"])
    return st.sampled_from(characters)


def _characters(item: tuple[Any, Any]) -> str:
    operation, argument = item
    if operation is CODES.LITERAL:
        return chr(argument)
    if operation is CODES.CATEGORY:
        return CATEGORIES[argument]
    assert operation is CODES.RANGE
    first, last = argument
    step = max(1, (last - first) // WIDEST)
    return "".join(map(chr, range(first, last + 1, step)))


def _repeat(argument: tuple[int, int, Any]) -> st.SearchStrategy[str]:
    least, most, body = argument
    return st.lists(_sequence(body), min_size=least, max_size=min(most, least + LONGEST)).map("".join)


def _branch(argument: tuple[None, list[Any]]) -> st.SearchStrategy[str]:
    return st.one_of(*map(_sequence, argument[1]))


def _seen(argument: tuple[int, Any]) -> st.SearchStrategy[str]:
    return _sequence(argument[1])


def _unseen(argument: tuple[int, Any]) -> st.SearchStrategy[str]:
    """Mostly nothing."""
    return st.just("") | st.just("") | st.just("") | _sequence(argument[1])


def _nothing(_argument: Any) -> st.SearchStrategy[str]:
    return st.just("")


WRITERS: dict[Any, Callable[[Any], st.SearchStrategy[str]]] = {
    CODES.LITERAL: lambda code: st.just(chr(code)),
    CODES.NOT_LITERAL: lambda code: _class([(CODES.NEGATE, None), (CODES.LITERAL, code)]),
    CODES.IN: _class,
    CODES.ANY: lambda _: st.sampled_from(ANY),
    CODES.BRANCH: _branch,
    CODES.SUBPATTERN: lambda argument: _sequence(argument[-1]),
    CODES.MAX_REPEAT: _repeat,
    CODES.MIN_REPEAT: _repeat,
    CODES.POSSESSIVE_REPEAT: _repeat,
    CODES.ASSERT: _seen,
    CODES.ASSERT_NOT: _unseen,
    CODES.AT: _nothing,
    CODES.GROUPREF: _nothing,
    CODES.FAILURE: _nothing,
}
"""What writes a text for each operation of a pattern."""
