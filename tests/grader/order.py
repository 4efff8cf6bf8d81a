"""In which order modules of tests are taken: the longest first, that no core waits."""

LONGEST = (
    "test_hostile.py",
    "cli/test_watch.py",
    "cli/test_grade_cluster.py",
    "cli/test_author.py",
    "cli/test_grade.py",
    "session/test_course_pictures.py",
    "test_endurance.py",
    "kernel/test_page.py",
    "sandbox/test_launcher.py",
    "cli/test_init.py",
    "cli/test_race.py",
    "cli/test_surroundings.py",
    "test_documentation.py",
    "cli/test_autograder.py",
    "cli/test_release.py",
    "cli/test_ci_steps.py",
    "test_benchmarks.py",
    "cli/test_browsing.py",
    "kernel/test_kernel.py",
    "test_loops.py",
    "cli/test_hour.py",
    "cli/test_journey.py",
    "cli/test_grade_network.py",
    "test_notebooks.py",
)


def pytest_configure(config):
    """Keep xdist from taking first what has the most tests, however short."""
    config.option.loadscopereorder = False


def longest_first(items):
    """Put the longest modules first; the others stay as they are."""
    items.sort(key=_rank)


def _rank(item):
    found = (n for n, name in enumerate(LONGEST) if item.path.as_posix().endswith(name))
    return next(found, len(LONGEST))
