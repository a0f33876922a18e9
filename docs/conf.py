"""Sphinx configuration. One command builds the site: ``sphinx-build -W docs docs/_build/html``."""

from pygments.lexers.special import TextLexer

import rendaparse

project = "rendaparse"
author = "the rendaparse maintainers"
release = version = rendaparse.__version__
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"rendaparse {release}"
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 4
autodoc_member_order = "bysource"
autodoc_typehints = "description"
nitpicky = False


class ExampleLexer(TextLexer):
    """The examples of the specification are plain text."""

    name = "rendaparse example"
    aliases = ["example"]  # noqa: RUF012  as pygments declares it


def setup(app) -> None:  # noqa: ANN001
    """Make the fence ``example`` known."""
    app.add_lexer("example", ExampleLexer)
