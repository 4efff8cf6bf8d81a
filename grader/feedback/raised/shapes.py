"""NumPy on shapes, axes and indices that do not fit."""

from grader.feedback.raised.rule import Rule
from grader.language import marked

SHAPE = r"\([\d, ]*\)"

RULES: tuple[Rule, ...] = (
    Rule(
        "ValueError",
        rf"operands could not be broadcast together with shapes? "
        rf"(?P<one>{SHAPE}) (?P<two>{SHAPE})(?: (?P=one))? *",
        marked(
            "Shapes {one} and {two} do not line up: from the right, each pair of sizes "
            "must be equal, or one of them 1."
        ),
    ),
    Rule(
        "ValueError",
        rf"operands could not be broadcast together with shapes "
        rf"(?P<one>{SHAPE}) (?P<two>{SHAPE}) (?P<three>{SHAPE}).*",
        marked(
            "Shapes {one}, {two} and {three} do not line up: from the right, the sizes "
            "must be equal, or 1."
        ),
    ),
    Rule(
        "ValueError",
        rf"could not broadcast input array from shape (?P<one>{SHAPE}) "
        rf"into shape (?P<two>{SHAPE})",
        marked(
            "An array of shape {one} does not fit into the place of shape {two} that "
            "it is assigned to."
        ),
    ),
    Rule(
        "ValueError",
        r"NumPy boolean array indexing assignment cannot assign (?P<many>\d+) input "
        r"values to the (?P<places>\d+) output values where the mask is true",
        marked(
            "The condition picks {places} elements, and {many} values are assigned to "
            "them."
        ),
    ),
    Rule(
        "ValueError",
        rf"non-broadcastable output operand with shape (?P<one>{SHAPE}) doesn't match "
        rf"the broadcast shape (?P<two>{SHAPE})",
        marked(
            "An in-place operation (`+=`, `-=`, …) cannot turn shape {one} into {two}: "
            "compute a new array instead."
        ),
    ),
    Rule(
        "ValueError",
        rf"shapes (?P<one>{SHAPE}) and (?P<two>{SHAPE}) not aligned.*",
        marked(
            "Shapes {one} and {two} do not line up for np.dot: the last size of the "
            "first must equal the first of the second."
        ),
    ),
    Rule(
        "ValueError",
        r"matmul: Input operand \d does not have enough dimensions .*",
        marked(
            "`@` multiplies arrays, and one of the two is a single number or None: `*` "
            "multiplies by a number."
        ),
    ),
    Rule(
        "ValueError",
        r"\w+: Input operand 1 has a mismatch in its core dimension .*"
        r"\(size (?P<two>\d+) is different from (?P<one>\d+)\)",
        marked(
            "The sizes {one} and {two} do not fit together here: they must be equal."
        ),
    ),
    Rule(
        "ValueError",
        r"shape-mismatch for sum",
        marked("The axes that np.tensordot adds up over do not have the same sizes."),
    ),
    Rule(
        "ValueError",
        r"cannot reshape array of size (?P<size>\d+) into shape "
        r"(?P<shape>\([\w, ]*\))",
        marked(
            "{size} values do not fit into shape {shape}: the sizes must multiply to "
            "{size}."
        ),
    ),
    Rule(
        "ValueError",
        r"can only specify one unknown dimension",
        marked("Only one size of a shape may be -1: the others have to be given."),
    ),
    Rule(
        "ValueError",
        r"all the input array dimensions except for the concatenation axis must match "
        r"exactly, but along dimension (?P<axis>\d+), the array at index \d+ has "
        r"size (?P<one>\d+) and the array at index \d+ has size (?P<two>\d+)",
        marked(
            "These arrays cannot be joined: on axis {axis} one has size {one} and "
            "another has size {two}, and only the axis that they are joined along may "
            "differ."
        ),
    ),
    Rule(
        "ValueError",
        r"all the input arrays must have same number of dimensions, but the array at "
        r"index \d+ has (?P<one>\d+) dimension\(s\) and the array at index "
        r"\d+ has (?P<two>\d+) dimension\(s\)",
        marked(
            "These arrays cannot be joined: the number of their dimensions is {one} "
            "and {two}, and must be the same."
        ),
    ),
    Rule(
        "ValueError",
        r"zero-dimensional arrays cannot be concatenated",
        marked(
            "np.concatenate joins arrays, and these are single numbers: np.array makes "
            "an array of them."
        ),
    ),
    Rule(
        "ValueError",
        r"all input arrays must have the same shape",
        marked("np.stack needs arrays of one shape, and the shapes of these differ."),
    ),
    Rule(
        "ValueError",
        r"need at least one array to (?:stack|concatenate)",
        marked("The list of arrays to be joined is empty."),
    ),
    Rule(
        "TypeError",
        r"arrays to stack must be passed as a .*",
        marked("The arrays to be joined must stand in a list: `np.hstack([a, b])`."),
    ),
    Rule(
        "TypeError",
        r"only (?:length-1|size-1|0-dimensional) arrays can be converted to Python .*",
        marked(
            "A function for one number (math.exp, float, int) was given a whole array; "
            "NumPy's own (np.exp) works on arrays."
        ),
    ),
    Rule(
        "TypeError",
        r"only integer scalar arrays can be converted to a scalar index",
        marked(
            "An array stands where Python needs one whole number. Several arrays go "
            "into one list, `np.concatenate([a, b])`; a size is `x.shape[0]`."
        ),
    ),
    Rule(
        "ValueError",
        r"setting an array element with a sequence\. The requested array has an "
        r"inhomogeneous shape .*",
        marked(
            "The parts of this array do not have the same length, so they make no "
            "array."
        ),
    ),
    Rule(
        "ValueError",
        r"setting an array element with a sequence\.?",
        marked("A list or an array is put into a place that holds one number."),
    ),
    Rule(
        "ValueError",
        r"The truth value of an empty array is ambiguous.*",
        marked(
            "An empty array is neither true nor false: `x.size` tells whether it is "
            "empty."
        ),
    ),
    Rule(
        "ValueError",
        r"The truth value of an array with more than one element is ambiguous.*",
        marked(
            "A whole array stands where one True or False is needed (`if`, `and`, "
            "`or`, Python's `max`): np.where, `&`, `|` and np.maximum work on each "
            "element."
        ),
    ),
    Rule(
        "AxisError",
        r"(?:\w+: )?axis (?P<axis>-?\d+) is out of bounds for array of dimension 0",
        marked("There is no axis {axis}: a single number has none."),
    ),
    Rule(
        "AxisError",
        r"(?:\w+: )?axis (?P<axis>-?\d+) is out of bounds for array of dimension 1",
        marked("There is no axis {axis}: an array of one dimension has axis 0 alone."),
    ),
    Rule(
        "AxisError",
        r"(?:\w+: )?axis (?P<axis>-?\d+) is out of bounds for array of dimension 2",
        marked(
            "There is no axis {axis}: an array of two dimensions has the axes 0 and 1."
        ),
    ),
    Rule(
        "AxisError",
        r"(?:\w+: )?axis (?P<axis>-?\d+) is out of bounds for array of dimension "
        r"(?P<count>\d+)",
        marked("There is no axis {axis}: the array has {count}, counted from 0."),
    ),
    Rule(
        "ValueError",
        r"axes don't match array",
        marked("The axes given are not those of the array: each has to be named once."),
    ),
    Rule(
        "ValueError",
        r"cannot select an axis to squeeze out which has size not equal to one",
        marked("Only an axis of size 1 can be squeezed out."),
    ),
    Rule(
        "IndexError",
        r"index (?P<index>-?\d+) is out of bounds for axis (?P<axis>\d+) with size "
        r"(?P<size>\d+)",
        marked(
            "There is no index {index} on axis {axis}: its size is {size}, counted "
            "from 0."
        ),
    ),
    Rule(
        "IndexError",
        r"too many indices for array: array is (?P<has>\d+)-dimensional, but "
        r"(?P<given>\d+) were indexed",
        marked("Too many indices, {given}: the number of the array's axes is {has}."),
    ),
    Rule(
        "IndexError",
        r"boolean index did not match indexed array along (?:axis|dimension) "
        r"(?P<axis>\d+); (?:size of axis|dimension) is (?P<one>\d+) but "
        r"(?:size of )?corresponding boolean (?:axis|dimension) is (?P<two>\d+)",
        marked(
            "The condition in brackets has size {two} on axis {axis}, and the array "
            "has {one}: they must be equal."
        ),
    ),
    Rule(
        "IndexError",
        r"only integers, slices .* are valid indices",
        marked(
            "An index of an array is a whole number, a slice or a condition: `/` makes "
            "a float, `//` a whole number."
        ),
    ),
    Rule(
        "IndexError",
        r"arrays used as indices must be of integer \(or boolean\) type",
        marked(
            "The array in brackets holds floats: indices are whole numbers or a "
            "condition."
        ),
    ),
    Rule(
        "IndexError",
        r"invalid index to scalar variable\.",
        marked(
            "A single number has no elements: brackets stand after something that is "
            "no array any more."
        ),
    ),
)
