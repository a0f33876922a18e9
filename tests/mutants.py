"""Draws which mutants of a cosmic-ray session are run: a sample of each file, in proportion; all others are skipped.

It goes behind ``cosmic-ray init`` and ``cr-filter-operators``: ``python tests/mutants.py mutants.sqlite --size 500``.
"""

from __future__ import annotations

import random
from argparse import ArgumentParser
from collections import defaultdict
from math import ceil

from cosmic_ray.work_db import WorkDB, use_db
from cosmic_ray.work_item import WorkerOutcome, WorkItem, WorkResult


def draw(session: WorkDB, size: int, seed: int) -> None:
    """Mark as skipped all pending mutants but a sample, at least one of each file."""
    files: dict[str, list[WorkItem]] = defaultdict(list)
    for item in session.pending_work_items:
        files[item.mutations[0].module_path.as_posix()].append(item)
    share = min(1, size / sum(map(len, files.values())))
    chance = random.Random(seed)  # noqa: S311 - nothing is kept secret by it
    for name in sorted(files):
        items = sorted(files[name], key=_place)
        for item in chance.sample(items, len(items) - ceil(share * len(items))):
            session.set_result(item.job_id, WorkResult(WorkerOutcome.SKIPPED, "not drawn"))


def _place(item: WorkItem) -> tuple[str, int]:
    mutation = item.mutations[0]
    return mutation.operator_name, mutation.occurrence


def main() -> None:
    """Read the command line and draw."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("session", help="file that cosmic-ray init has written")
    parser.add_argument("--size", type=int, default=500, help="how many mutants to run")
    parser.add_argument("--seed", type=int, default=4711, help="another seed draws another sample")
    args = parser.parse_args()
    with use_db(args.session) as session:
        draw(session, args.size, args.seed)


if __name__ == "__main__":
    main()
