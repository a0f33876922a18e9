"""Draws which mutants of a cosmic-ray session are run: a sample of each file, in proportion; all others are skipped.

``python tests/mutants.py mutants.sqlite --size 500`` behind ``cosmic-ray init`` and ``cr-filter-operators``.
"""

from __future__ import annotations

import random
import sys
from argparse import ArgumentParser, Namespace
from collections import defaultdict
from math import ceil

from cosmic_ray.tools.filters.filter_app import FilterApp
from cosmic_ray.work_db import WorkDB
from cosmic_ray.work_item import WorkerOutcome, WorkItem, WorkResult


class Sample(FilterApp):
    """Leaves a seeded sample of the pending mutants."""

    def add_args(self, parser: ArgumentParser) -> None:
        """Add what the sample depends on."""
        parser.add_argument("--size", type=int, default=500, help="mutants to run, at least one of each file")
        parser.add_argument("--seed", type=int, default=4711, help="another seed draws another sample")

    def filter(self, work_db: WorkDB, args: Namespace) -> None:
        """Mark as skipped what is not drawn."""
        files: dict[str, list[WorkItem]] = defaultdict(list)
        for item in work_db.pending_work_items:
            files[item.mutations[0].module_path.as_posix()].append(item)
        share = args.size / sum(map(len, files.values()))
        draw = random.Random(args.seed)
        for name in sorted(files):
            items = sorted(files[name], key=lambda item: (item.mutations[0].operator_name, item.mutations[0].occurrence))
            for item in draw.sample(items, max(0, len(items) - ceil(share * len(items)))):
                work_db.set_result(item.job_id, WorkResult(WorkerOutcome.SKIPPED, "not drawn"))


if __name__ == "__main__":
    sys.exit(Sample().main())
