"""Which submissions of a class have answers that are alike, from its gradebook."""

from collections import Counter
from collections.abc import Sequence
from typing import final

from grader.batch.gradebook import Records
from grader.render.alike import Group
from grader.verdict import Alike


@final
class Groups:
    """The groups of a class: who has the same answer to an exercise as another.

    What is held in memory grows with the groups, not with the submissions.
    """

    def __init__(self, records: Records, names: Sequence[str]) -> None:
        self._records = records
        self._order = {name: at for at, name in enumerate(names)}
        self._groups: dict[tuple[str, str], Group] = {}
        count: Counter[str] = Counter()
        for name, fingerprint, submissions, statements in records.shared():
            if name in self._order:
                count[name] += 1
                group = Group(name, count[name], submissions, statements)
                self._groups[name, fingerprint] = group

    def of(self, one: str) -> list[Group]:
        """Return the groups of a submission, in the order of the exercises."""
        found = self._records.fingerprints(one).items()
        groups = [self._groups[key] for key in found if key in self._groups]
        return sorted(groups, key=lambda group: self._order[group.exercise])

    def all(self) -> tuple[Alike, ...]:
        """Return every group, by exercise and number."""
        members: dict[tuple[str, str], list[str]] = {key: [] for key in self._groups}
        for name, fingerprint, one in self._records.answers():
            if (name, fingerprint) in members:
                members[name, fingerprint].append(one)
        groups = self._groups.items()
        return tuple(
            Alike(
                exercise=group.exercise,
                submissions=tuple(members[key]),
                statements=group.statements,
            )
            for key, group in sorted(
                groups, key=lambda it: (self._order[it[1].exercise], it[1].number)
            )
        )
