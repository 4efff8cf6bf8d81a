"""The wire: every value that may cross comes back as it was, all else is refused."""

import random
import struct
import time
import tracemalloc

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from grader.guest import wire
from grader.guest.wire import (
    Opaque,
    Strings,
    Subclassed,
    WireError,
    decode,
    encode,
    join,
)

DTYPES = "?bhilBHILefdFD"
PRIME = 2**61 - 1


def crossed(value):
    """Return the value as it arrives, in memory that its arrays may be written to."""
    return decode(bytearray(join(encode(value))))


def identical(one, other):
    """Return whether two values are the same to the last bit, types included."""
    if type(one) is not type(other):
        return False
    if isinstance(one, np.ndarray | np.generic):
        native = one.dtype.newbyteorder("=")
        same = native == other.dtype and one.shape == other.shape
        return same and np.asarray(one, native).tobytes() == other.tobytes()
    if isinstance(one, float):
        return struct.pack("<d", one) == struct.pack("<d", other)
    if isinstance(one, complex):
        return identical((one.real, one.imag), (other.real, other.imag))
    if isinstance(one, dict):
        return identical(list(one.items()), list(other.items()))
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(identical, one, other))
    return one == other


def sized(tag, content, size=None):
    """Return a value that says its size."""
    return tag + struct.pack("<I", len(content) if size is None else size) + content


def array_frame(name=b"float64", shape=(2,), content=bytes(16), dimensions=None):
    """Return an encoded array that may lie about everything."""
    count = len(shape) if dimensions is None else dimensions
    head = b"a" + bytes([len(name)]) + name + bytes([count])
    head += struct.pack(f"<{len(shape)}Q", *shape)
    return head + bytes(-len(head) % wire.ALIGNMENT) + content


def strings_frame(shape, items):
    """Return an encoded array of byte strings whose shape may be a lie."""
    head = b"v" + bytes([len(shape)]) + struct.pack(f"<{len(shape)}Q", *shape)
    return head + sized(b"", b"".join(sized(b"", one) for one in items), len(items))


SAMPLE = join(
    encode(
        {
            "outcome": "returned",
            "value": (np.arange(6.0).reshape(2, 3), [1, -2.5, 3j, None, True, b"xy"]),
            "mask": np.array([True, False]),
            "scalar": np.float32(1.5),
            "other": Opaque("generator"),
            "matrix": Subclassed("matrix", np.eye(2)),
            "classes": np.array([b"non-cat", b"cat"]),
        }
    )
)


@given(data=st.data())
def test_values_come_back_as_they_were(values, data):
    """A value that may cross comes back with its types and to the last bit."""
    value = data.draw(values)
    assert identical(value, crossed(value))


@given(data=st.data())
def test_a_head_writes_what_the_whole_dict_is(values, data):
    """A dict written from its head is the dict, byte for byte."""
    value = data.draw(values)
    head = wire.Head({"outcome": "returned", "of": "é"}, "value")
    whole = {"outcome": "returned", "of": "é", "value": value}
    for _ in range(2):
        assert join(head.encode(value)) == join(encode(whole))


def test_a_head_counts_among_what_may_cross():
    """What is too much beside its head is too much."""
    head = wire.Head({"outcome": "returned"}, "value")
    for most in (wire.MAX_BYTES, wire.MAX_BYTES - 20):
        with pytest.raises(WireError):
            head.encode(bytes(most))


@given(data=st.data())
def test_arrays_come_back_in_any_layout(arrays, data):
    """Arrays in Fortran order, reversed, strided or read-only come back equal."""
    array = data.draw(arrays)
    strided = np.repeat(array[None], 2, axis=0)[::2]
    read_only = array.copy()
    read_only.flags.writeable = False
    for one in (array, np.asfortranarray(array), array.T, strided, read_only):
        assert identical(one, crossed(one))
    if array.ndim:
        assert identical(array[::-1], crossed(array[::-1]))


@pytest.mark.parametrize("code", DTYPES)
@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize("shape", [(), (0,), (3, 0, 2), (1,), (2, 3)])
def test_every_dtype_comes_back(code, order, shape):
    """Each dtype that crosses does so in either byte order, 0-d and empty as well."""
    array = np.ones(shape, np.dtype(order + code))
    assert identical(array, crossed(array))
    scalar = np.ones((), code)[()]
    assert identical(scalar, crossed(scalar))


@pytest.mark.parametrize(
    "array",
    [
        np.array([b"non-cat", b"cat"]),
        np.array([[b"a", b""], [b"\xff", b"\n"]]).T,
        np.array(b"alone"),
        np.zeros((0, 2), "S3"),
    ],
)
def test_byte_strings_arrive_as_data(array):
    """An array of byte strings comes as its shape and its strings, not as an array."""
    found = crossed([array])[0]
    assert isinstance(found, Strings)
    assert (found.shape, found.items) == (array.shape, tuple(array.ravel().tolist()))
    assert crossed(found) == found
    with pytest.raises(WireError):
        encode(array, strict=True)


@pytest.mark.parametrize("bits", [0x7FF8000000000001, 0xFFF8DEADBEEF0001])
def test_the_payload_of_nan_is_kept(bits):
    """A nan crosses bit for bit, in a float and in an array."""
    array = np.array([bits], np.uint64).view(np.float64)
    for value in (array, float(array[0]), array[0]):
        assert identical(value, crossed(value))


def test_received_arrays_are_aligned_and_writeable():
    """Arrays from the wire can be changed and lie where processors want them."""
    for size in range(40):
        _, array = crossed(("x" * size, np.arange(3.0)))
        assert array.flags.aligned
        array[0] = 7
        assert array[0] == 7


def test_received_arrays_do_not_share_memory():
    """Two arrays of a value are apart, also when the sender sent one twice."""
    array = np.zeros(3)
    one, other = crossed((array, array))
    one[0] = 1
    assert other[0] == array[0] == 0


class Sneaky(np.ndarray):
    """A subclass that lies in every method it has."""

    dtype = property(lambda _: "float64")
    shape = property(lambda _: (99,))

    def __array__(self, *_, **__):
        """Return what is none."""
        return "nothing"

    def view(self, *_, **__):
        """Return what is none."""
        return "nothing"


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (np.eye(2).view(np.matrix), "matrix"),
        (np.ma.masked_array([1.0, 2.0], [True, False]), "MaskedArray"),
        (np.rec.array([(1,)]).view(np.recarray), None),
        (np.eye(2).view(Sneaky), "Sneaky"),
    ],
    ids=["matrix", "masked", "record", "own"],
)
def test_subclasses_are_reduced(value, name):
    """A subclass of ndarray arrives as plain data and its type's name."""
    received = crossed(value)
    if name is None:
        assert type(received) is Opaque
        return
    assert type(received) is Subclassed
    assert received.type_name == name
    assert type(received.array) is np.ndarray
    assert received.array.tobytes() == np.ndarray.tobytes(value)


class Liar(int):
    """A subclass of a type that crosses."""


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (np.array([object()]), "ndarray"),
        (np.array([(1, 2.0)], [("a", int), ("b", float)]), "ndarray"),
        (np.array(["2024-01-01"], "datetime64[D]"), "ndarray"),
        (np.array([1], "timedelta64[s]"), "ndarray"),
        (np.array(["text"]), "ndarray"),
        (np.zeros(2, "V4"), "ndarray"),
        (np.datetime64("2024-01-01"), "datetime64"),
        (np.str_("text"), "str_"),
        (object(), "object"),
        ((one for one in ()), "generator"),
        ({1}, "set"),
        (range(3), "range"),
        (bytearray(b"x"), "bytearray"),
        (Liar(3), "Liar"),
        (int, "type"),
        (ValueError("x"), "ValueError"),
    ],
)
def test_all_else_arrives_as_a_name(value, name):
    """What may not cross arrives as the name of its type and nothing more."""
    received = crossed(value)
    assert type(received) is Opaque
    assert received.type_name == name
    assert crossed([value])[0].type_name == name


@pytest.mark.parametrize("code", "gG")
def test_wider_floats_arrive_as_a_name(code):
    """Floats that are wider than 64 bits here do not cross: no two systems agree."""
    array = np.zeros(2, code)
    wider = array.real.itemsize > 8
    assert (type(crossed(array)) is Opaque) == wider
    assert (type(crossed(array[0])) is Opaque) == wider


@pytest.mark.parametrize("letter", ["a", "é", "€", "😀"])
@pytest.mark.parametrize("base", [object, np.ndarray])
def test_long_names_are_cut_between_characters(letter, base):
    """A type's name of any length and script is cut and still arrives."""
    kind = type(letter * 300, (base,), {})
    value = kind() if base is object else kind((2,))
    received = crossed(value)
    assert received.type_name
    assert (letter * 300).startswith(received.type_name)


@pytest.mark.parametrize("value", [Opaque("€" * 150), Subclassed("€" * 150, np.eye(2))])
def test_names_cross_again(value):
    """A name that was received can be sent on, whatever its length."""
    assert type(crossed(value)) is type(value)


def test_lone_surrogates_are_replaced():
    """Half a character in a text does not hinder the rest."""
    assert crossed("a\ud800b") == "a?b"
    assert crossed({"k\udfff": 1}) == {"k?": 1}


def test_keys_that_cannot_cross_become_names():
    """A dict with tuples or objects as keys arrives with their types' names."""
    assert crossed({(1, 2): 3}) == {"<tuple>": 3}


@pytest.mark.parametrize(
    "value",
    [
        np.empty(wire.MAX_BYTES // 8 + 1),
        b"x" * (wire.MAX_BYTES + 1),
        "é" * (wire.MAX_TEXT // 2 + 1),
        ["x" * (wire.MAX_TEXT // 2 + 1)] * 2,
        [None] * (wire.MAX_ITEMS + 1),
        [[None] * 1000] * 1000,
        1 << 8 * wire.MAX_INT_BYTES,
        np.zeros((1,) * (wire.MAX_DIMENSIONS + 1)),
        np.empty((0, 10**9)),
    ],
    ids=[
        "array",
        "bytes",
        "text",
        "texts",
        "list",
        "shared",
        "int",
        "dimensions",
        "empty",
    ],
)
def test_too_large_a_value_is_refused_by_the_sender(value):
    """Where the reader would refuse a value, the writer says so first."""
    with pytest.raises(WireError):
        encode(value)


@pytest.mark.parametrize("inside", [(), {}, np.zeros(1)], ids=str)
def test_values_nest_to_a_limit(inside):
    """Nesting is carried up to a depth, and refused by the sender beyond it."""
    value = inside
    for _ in range(wire.MAX_DEPTH):
        value = [value]
    assert identical(crossed(value), value)
    with pytest.raises(WireError, match="deep"):
        encode([value])


@pytest.mark.parametrize("kind", [list, dict])
def test_a_value_inside_itself_is_refused(kind):
    """A list or dict that holds itself has no end and does not cross."""
    value = kind()
    if kind is list:
        value.append(value)
    else:
        value["self"] = value
    with pytest.raises(WireError, match="deep"):
        encode(value)


FORGED = {
    "nothing": b"",
    "unknown tag": b"z",
    "a zero tag": b"\0",
    "trailing byte": b"NN",
    "bytes after a list": sized(b"l", b"N", 1) + b"N",
    "text longer than sent": sized(b"s", b"abc", 4),
    "text of 4 GB": sized(b"s", b"", 2**32 - 1),
    "bytes of 4 GB": sized(b"b", b"", 2**32 - 1),
    "int of 1025 bytes": sized(b"i", bytes(1025)),
    "not UTF-8": sized(b"s", b"\xff"),
    "a surrogate in UTF-8": sized(b"s", b"\xed\xa0\x80"),
    "a name that is not UTF-8": sized(b"o", b"\xff"),
    "a name of a kilobyte": sized(b"o", b"x" * 1024),
    "list of 4 billion": sized(b"l", b"", 2**32 - 1),
    "list with too few": sized(b"l", b"NN", 3),
    "list with too many": sized(b"l", b"NN", 1),
    "tuple of more than may cross": sized(b"t", b"N" * 100_001, 100_001),
    "lists of lists": sized(b"l", sized(b"l", b"N" * 100_000, 100_000), 1),
    "text of 17 MB": sized(b"s", b"x" * (17 << 20)),
    "texts of 18 MB": sized(b"l", sized(b"s", b"x" * (9 << 20)) * 2, 2),
    "dict of 4 billion": sized(b"d", b"", 2**32 - 1),
    "dict without a value": sized(b"d", sized(b"s", b"k"), 1),
    "dict with a list as key": sized(b"d", sized(b"l", b"", 0) + b"N", 1),
    "dict with an array as key": sized(b"d", array_frame() + b"N", 1),
    "dict with a name as key": sized(b"d", sized(b"o", b"x") + b"N", 1),
    "nested a million deep": sized(b"l", b"", 1) * 10**6,
    "nested one too deep": sized(b"l", b"", 1) * (wire.MAX_DEPTH + 1) + b"N",
    "dicts nested as keys": sized(b"d", b"", 1) * 10**5,
    "half a float": b"f1234",
    "half a complex": b"c" + bytes(15),
    "object array": array_frame(b"object"),
    "array of Python objects": array_frame(b"O"),
    "structured array": array_frame(b"f8,i4"),
    "void array": array_frame(b"void64"),
    "datetime array": array_frame(b"datetime64[ns]"),
    "text array": array_frame(b"str32"),
    "an alias of a dtype": array_frame(b"<f8"),
    "dtype without a name": array_frame(b""),
    "dtype not in ASCII": array_frame(b"\xff\xfe"),
    "bool of 2": array_frame(b"bool", (2,), b"\1\2"),
    "bool of 255": array_frame(b"bool", (1,), b"\xff"),
    "bool scalar of 2": b"n\4bool\2",
    "object scalar": b"n\6object" + bytes(8),
    "scalar too short": b"n\7float64" + bytes(7),
    "scalar too long": b"n\7float64" + bytes(9),
    "fewer strings than the shape": strings_frame((2,), [b"a"]),
    "more strings than the shape": strings_frame((1,), [b"a", b"b"]),
    "no strings of 2**63": strings_frame((0, 2**63), []),
    "strings of 17 dimensions": strings_frame((1,) * 17, [b"a"]),
    "strings of 17 MB": strings_frame((1,), [b"x" * (17 << 20)]),
    "4 billion strings": b"v\1" + struct.pack("<QI", 2**32 - 1, 2**32 - 1),
    "more strings than may cross": strings_frame((100_001,), [b""] * 100_001),
    "a string longer than sent": b"v\0" + struct.pack("<II", 1, 9),
    "strings without a shape": b"v\1",
    "more data than the shape": array_frame(shape=(1,)),
    "less data than the shape": array_frame(shape=(3,)),
    "no shape": array_frame(shape=(), dimensions=1, content=b""),
    "17 dimensions": array_frame(shape=(1,) * 17, content=bytes(8)),
    "255 dimensions": array_frame(dimensions=255),
    "an array of 2**63": array_frame(shape=(2**63,)),
    "sizes whose product wraps": array_frame(shape=(2**32, 2**32), content=b""),
    "sizes whose bytes wrap": array_frame(shape=(2**61,), content=b""),
    "an array of -1": array_frame(shape=(2**64 - 1,)),
    "an array of 10 GB": array_frame(shape=(10 << 27,)),
    "a scalar's bytes as an array of 10 GB": array_frame(b"bool", (10 << 30,), b"\1"),
    "an empty array of 2**63": array_frame(shape=(0, 2**63), content=b""),
    "empty with wrapping sizes": array_frame(shape=(2**40, 0, 2**40), content=b""),
    "a subclass of nothing": b"w" + struct.pack("<I", 1) + b"x" + b"N",
    "a subclass of a subclass": b"w\1\0\0\0xw\1\0\0\0x" + array_frame(),
    "a subclass without a name": b"w",
}


@pytest.mark.parametrize("data", FORGED.values(), ids=FORGED.keys())
def test_forged_bytes_are_refused(data):
    """What no sender writes is an error of the wire, found fast and in little room."""
    tracemalloc.start()
    started = time.perf_counter()
    with pytest.raises(WireError):
        decode(bytearray(data))
    seconds = time.perf_counter() - started
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert seconds < 5
    assert peak < 4 * len(data) + 16_000_000


def test_truncated_bytes_are_refused():
    """A value cut anywhere is no value."""
    for end in range(len(SAMPLE)):
        with pytest.raises(WireError):
            decode(SAMPLE[:end])


def survives(data):
    """Decode hostile bytes: a value or WireError, and nothing else."""
    try:
        return decode(bytearray(data))
    except WireError:
        return None


@given(st.binary(max_size=300))
@example(b"d\1\0\0\0i\1\0\0\0\0N")
def test_random_bytes_are_a_value_or_refused(data):
    """Random bytes decode to data or are refused; no other error comes out."""
    survives(data)
    survives(b"a\7float64" + data)
    survives(b"d" + data)


def test_mutated_values_are_a_value_or_refused():
    """A value with bytes changed, cut out or doubled is data or is refused."""
    rng = random.Random(7)  # noqa: S311 - not for secrets
    for _ in range(4000):
        data = bytearray(SAMPLE)
        for _ in range(rng.randint(1, 4)):
            at = rng.randrange(len(data))
            match rng.randrange(4):
                case 0:
                    data[at] = rng.randrange(256)
                case 1:
                    data[at] ^= 1 << rng.randrange(8)
                case 2:
                    del data[at : at + rng.randint(1, 9)]
                case _:
                    data[at:at] = data[at : at + rng.randint(1, 9)]
        tracemalloc.start()
        survives(data)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 2_000_000


@given(data=st.data())
def test_what_decodes_can_be_sent_on(data):
    """Bytes that decode are a value that crosses again and comes back the same."""
    mutated = bytearray(SAMPLE)
    for _ in range(data.draw(st.integers(1, 3))):
        mutated[data.draw(st.integers(0, len(SAMPLE) - 1))] = data.draw(
            st.integers(0, 255)
        )
    value = survives(mutated)
    once = join(encode(value))
    assert join(encode(decode(once))) == once


def chosen_keys(stride, count):
    """Return a dict whose integer keys are multiples of `stride`."""
    keys = b"".join(
        sized(b"i", (i * stride).to_bytes(16, "little", signed=True)) + b"N"
        for i in range(1, count + 1)
    )
    return sized(b"d", keys, count)


def seconds_to_decode(data):
    """Return the time that it takes to decode or to refuse."""
    started = time.perf_counter()
    survives(data)
    return time.perf_counter() - started


def test_keys_chosen_to_collide_cost_no_more():
    """A dict whose keys share one hash is not slower than another of its size."""
    usual = max(seconds_to_decode(chosen_keys(1, 8000)), 0.005)
    assert seconds_to_decode(chosen_keys(PRIME, 8000)) < 8 * usual


def empty_array(dimensions):
    """Return an empty array as it stands at the start of a value."""
    head = b"w" + sized(b"", b"x") + b"a\4bool" + bytes([dimensions])
    return head + struct.pack(f"<{dimensions}Q", *(1,) * (dimensions - 1), 0)


GREEDY = {
    "arrays": empty_array(wire.MAX_DIMENSIONS),
    "wide names": sized(b"o", "😀".encode() + b"x" * 150),
    "names of spaces": sized(b"o", b"x " * 75),
    "integers": sized(b"i", b"\x7f" * wire.MAX_INT_BYTES),
    "dicts": sized(b"d", sized(b"s", b"12345678") + b"t\0\0\0\0", 1),
    "sets of keys": sized(b"d", b"NN", 1),
    "scalars": b"n\4bool\1",
}


@pytest.mark.parametrize("one", GREEDY.values(), ids=GREEDY.keys())
def test_many_values_are_bounded(one):
    """As many values as may cross, of any kind, take less than 256 MB beside them."""
    count = 5_000
    data = bytearray(sized(b"l", b"", count))
    for _ in range(count):
        data += one
        if one.startswith(b"w"):
            data += bytes(-len(data) % wire.ALIGNMENT)
    # A dict of one counts for two.
    most = wire.MAX_ITEMS // (2 if one.startswith(b"d") else 1)
    tracemalloc.start()
    survives(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak * most / count < 1 << 28


@pytest.mark.parametrize("at", [0, -1])
def test_wide_text_is_bounded(at):
    """As much text as may cross takes less than 128 MB, however wide it is."""
    letters = ["x" * (wire.MAX_TEXT - 4)]
    letters.insert(at % 2, "😀")
    data = bytearray(sized(b"s", "".join(letters).encode()))
    tracemalloc.start()
    assert len(decode(data)) == wire.MAX_TEXT - 3
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1 << 27


def test_large_data_is_not_copied():
    """The largest array is used where it lies, whatever its shape."""
    head = b"a\7float64" + bytes([2]) + struct.pack("<2Q", 1 << 10, 15 << 10)
    head += bytes(-len(head) % wire.ALIGNMENT)
    data = bytearray(len(head) + (15 << 23))
    data[: len(head)] = head
    tracemalloc.start()
    assert decode(data).nbytes == 15 << 23
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 100_000


LENIENT = {
    "an int with bytes to spare": (sized(b"i", b"\1\0\0"), 1),
    "an int of no bytes": (sized(b"i", b""), 0),
    "a key twice": (sized(b"d", (sized(b"s", b"k") + b"T") * 2, 2), {"k": True}),
    "one key of two types": (sized(b"d", sized(b"i", b"\1") + b"NTF", 2), {1: False}),
    "space in a name": (sized(b"o", b" a\n b "), Opaque("a b")),
    "a name of space": (sized(b"o", b" "), Opaque("?")),
}


@pytest.mark.parametrize(("data", "value"), LENIENT.values(), ids=LENIENT.keys())
def test_what_decode_lets_pass(data, value):
    """What no sender writes and decode lets pass is a plain value like any other."""
    assert repr(decode(data)) == repr(value)
    assert repr(crossed(decode(data))) == repr(value)


def test_any_padding_is_let_pass():
    """The bytes before an array's data do not count."""
    frame = bytearray(array_frame())
    end = len(frame) - 16
    frame[end - 1] = 255
    assert identical(decode(frame), np.zeros(2))


def test_names_and_arrays_show_themselves():
    """The stand-ins for what did not cross say what they stand for."""
    assert repr(Opaque("set")) == "Opaque('set')"
    assert (
        repr(Subclassed("matrix", np.eye(1))) == "Subclassed('matrix', array([[1.]]))"
    )
