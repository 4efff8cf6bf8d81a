"""Submissions as content."""

import os
import shutil

import msgspec
import pytest

from grader.batch import keys, parcel
from grader.batch.parcel import Parcel
from grader.errors import UsageError
from grader.submission import handin


@pytest.fixture
def root(tmp_path, monkeypatch):
    """Return a folder of submissions, which is the current one."""
    root = tmp_path / "class"
    folder = root / "anna" / "deep"
    folder.mkdir(parents=True)
    folder.joinpath("one.py").write_text("x = 1\n")
    folder.joinpath("again.py").symlink_to("one.py")
    folder.joinpath("away.py").symlink_to(tmp_path / "secret.py")
    tmp_path.joinpath("secret.py").write_text("z = 3\n")
    root.joinpath("alone.py").write_bytes(b"x = '\xff'\n")
    shutil.make_archive(str(root / "zipped"), "zip", root / "anna")
    folder.joinpath("large.py").write_bytes(b"#" * (2 << 20))
    # No zip can hold such a name.
    folder.joinpath(os.fsdecode(b"raw\xff.py")).write_text("y = 2\n")
    root.joinpath("damaged.zip").write_bytes(b"PK\x03\x04")
    root.joinpath("linked.py").symlink_to("alone.py")
    root.joinpath("linked").symlink_to("anna")
    monkeypatch.chdir(root)
    return root


def sent(root, name):
    """Return a parcel as it arrives."""
    told = msgspec.json.encode(parcel.pack(root, name))
    return msgspec.json.decode(told, type=Parcel)


@pytest.mark.parametrize("name", ["anna", "alone.py", "zipped.zip"])
def test_what_is_read_is_what_arrives(root, name):
    """A parcel holds all that is read of a submission where it lies."""
    given = handin.read(root / name, name)
    opened = sent(root, name).opened()
    assert opened._replace(files={}) == given._replace(files={})
    assert keys.of_files(opened.files) == keys.of_files(given.files)
    for one, file in given.files.items():
        other = opened.files[one]
        assert (other.real, other.data) == (file.real, file.data)
        assert (other.fault is None) == (file.fault is None)
        if file.fault:
            assert other.fault.about(one) == file.fault.about(one)
            assert other.fault.help == file.fault.help


@pytest.mark.parametrize("name", ["anna", "alone.py", "zipped.zip"])
def test_messages_begin_at_the_name(root, name):
    """Wherever a submission lies, messages call it as in its own folder."""
    from_within = handin.read(root.joinpath(name).relative_to(root))
    opened = sent(root, name).opened()
    assert (opened.path, opened.before) == (from_within.path, from_within.before)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("damaged.zip", "damaged.zip is damaged or cut off."),
        ("linked.py", "linked.py is a link; hand in the file itself."),
        ("linked", "linked is a link; hand in the folder itself."),
        ("gone.py", "No file gone.py."),
    ],
)
def test_what_cannot_be_read(root, name, said):
    """What cannot be a submission is refused where it is judged, in a sentence."""
    packed = sent(root, name)
    with pytest.raises(UsageError) as refused:
        packed.opened()
    assert refused.value.message == said
