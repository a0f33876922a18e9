"""``python -m rendaparse``."""

import sys

from rendaparse.cli import main

sys.exit(main())
