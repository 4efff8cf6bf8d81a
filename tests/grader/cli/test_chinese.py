"""What a student's commands say in Chinese, from the first look to a race."""

import nbformat
import pytest

from grader.cli import album, doctor
from grader.cli.asked import _next
from grader.course import Course
from grader.errors import OURS, GraderError
from grader.sandbox.launcher import Isolation
from grader.sandbox.probe import PROMISES, Attempt
from grader.verdict import Exercise, Status

pytestmark = pytest.mark.usefixtures("chinese")

RIGHT = "return 1 / (1 + np.exp(-x))"
USAGE = {
    "check softmx": ("没有名为 `softmx` 的练习。", "你是想写 `softmax` 吗？"),
    "check zzz": ("没有名为 `zzz` 的练习。", "`grader` 会列出这门课程的练习。"),
    "check --format xml": ("没有 `xml` 这种格式。", "json、junit"),
    "check --seed 99999999999": ("种子太大。", "请用小于 4294967296 的数。"),
    "list nope": ("没有名为 `nope` 的单元。", "numpy_basics、vectorization"),
    "list softmax": ("`softmax` 是练习，不是单元。", "grader list numpy_basics"),
    "notebook": ("哪个单元？", "请写明其中一个：numpy_basics、"),
    "notebook --to a --take b": ("--to 和 --take 是两个不同的命令", "exercises/"),
    "notebook --take a.ipynb": ("没有文件 a.ipynb。", "做完的笔记本"),
    "watch --file a.txt": ("a.txt 既不是 .py 文件，也不是笔记本。", "--file"),
    "watch --file a.py": ("没有文件 a.py。", "已经存在的文件"),
    "race softmax --plot a.gif": ("无法画到 a.gif：图应当是", "--plot race.png"),
    "race softmax --plot no/a.png": ("没有 no 这个文件夹。", ""),
    "race basic_sigmoid": ("basic_sigmoid 无法比赛：它不接受数组。", ""),
    "show softmax": ("`softmax` 没有图片。", "有图片的练习：sigmoid、"),
    "show sigmoid --save a.gif": ("无法画到 a.gif：图片应当是", "picture.png"),
    "show sigmoid --image a.png": ("`sigmoid` 的图片都不需要图像。", "--image"),
    "inspect softmax": (
        "没有保存 `softmax` 未通过的输入。",
        "下一步：想检查它，运行：",
    ),
    "--lang": ("--lang 后面需要写语言。", "可选的有：en、zh。"),
    "--lang de": ("没有 `de` 这种语言。", "可选的有：en、zh。"),
}


@pytest.mark.parametrize("words", USAGE)
def test_wrong_usage(inside, words):
    """What is wrong and what to do about it is told in Chinese."""
    message, help_ = USAGE[words]
    done = inside(*words.split())
    assert done.returncode == 2
    assert message in done.stderr
    assert help_ in done.stderr


def test_outside_of_a_course(inside, tmp_path):
    """Where there is no course, the one thing to do is told."""
    done = inside("check", cwd=tmp_path)
    assert "这里没有课程：" in done.stderr
    assert "grader --course FOLDER …" in done.stderr


def test_the_way_of_an_exercise(inside, write):
    """Map, hint, wrong answer, reset and solution each say what is next."""
    first = inside().stdout
    assert "通过 0 / 43 道练习" in first
    assert "basic_sigmoid           还没有开始" in first
    hint = inside("hint", "sigmoid").stdout
    assert "sigmoid   第 1 条提示，共 3 条" in hint
    assert "再尝试一次之后，才会打开第 2 条提示" in hint
    closed = inside("solution", "sigmoid")
    assert closed.returncode == 1
    assert "现在的状态：还没有开始。" in closed.stdout
    file = write("sigmoid", "return x +")
    wrong = inside("check", "sigmoid", "--seed", 3).stdout
    assert "✗ sigmoid   无法读取   exercises/numpy_basics/sigmoid.py:" in wrong
    assert "得分 0 / 10，种子 3，沙箱：" in wrong
    assert "然后运行：grader check sigmoid" in wrong
    again = inside("reset", "sigmoid").stdout
    assert "sigmoid.py 已恢复为空的框架。" in again
    assert "它原来的内容保存在：.grader/kept/" in again
    assert "本来就是空的框架：什么都没有改动。" in inside("reset", "sigmoid").stdout
    file.unlink()
    assert "原先不在：放回了空的框架。" in inside("reset", "sigmoid").stdout
    write("sigmoid", RIGHT)
    right = inside("check", "sigmoid").stdout
    assert "与参考答案对比：grader solution sigmoid" in right
    assert "下一步：打开 exercises/numpy_basics/sigmoid_derivative.py" in right
    opened = inside("solution", "sigmoid").stdout
    assert "sigmoid   不含文档字符串" in opened
    assert "你的   exercises/numpy_basics/sigmoid.py:" in opened
    assert "`sigmoid` 已通过：它的提示全部打开。" in inside("hint", "sigmoid").stdout


def test_a_wrong_answer_is_inspected(inside, write):
    """The kept input says of which file it is, and that the file changed."""
    write("sigmoid", "return x")
    assert "查看确切的输入：grader inspect sigmoid" in inside("check", "sigmoid").stdout
    write("sigmoid", RIGHT)
    said = inside("inspect", "sigmoid", "--print").stdout
    assert "# 在那之后你改过 exercises/numpy_basics/sigmoid.py：" in said
    assert "\n下一步：查看 exercises/numpy_basics/sigmoid.py:" in said


def test_a_notebook_and_back(inside, course, write):
    """A notebook is written, kept and taken back in whole sentences."""
    done = inside("notebook", "numpy_basics").stdout
    assert done == (
        "写好了 numpy_basics.ipynb\n下一步：在 Jupyter 里打开它。做完之后，运行："
        "grader notebook --take numpy_basics.ipynb\n"
    )
    same = inside("notebook", "numpy_basics").stdout
    assert same == "numpy_basics.ipynb 已经是那个笔记本了。\n"
    file = course / "numpy_basics.ipynb"
    node = nbformat.read(file, 4)
    for cell in node.cells:
        about = cell.metadata.grader
        if (about.role, about.get("exercise")) == ("stub", "sigmoid"):
            cell.source = cell.source.replace("...", RIGHT)
    nbformat.write(node, file)
    write("sigmoid", "return x")
    taken = inside("notebook", "--take", file.name).stdout
    assert "softmax：还没有开始，没有动\n" in taken
    assert "现在在 exercises/numpy_basics/sigmoid.py；那里原来的内容在 " in taken
    assert "取出了 1 个答案，没有运行任何代码。\n" in taken
    assert taken.endswith("下一步：想看各题目前的情况，运行：grader check sigmoid\n")


def test_a_race(inside, solve):
    """A race is told in Chinese to its last line."""
    solve("softmax")
    said = inside("race", "softmax", "--max-size", 100).stdout
    assert "越来越多时，一次调用的秒数" in said
    assert "\n  你的版本  █" in said
    assert "条形每长 " in said
    assert "下一步：想把它画成图，运行：" in said


def test_a_watch_without_a_terminal(inside, course):
    """What is watched is told before anything is checked."""
    course.joinpath("mine.py").write_text("def sigmoid(x):\n    return x\n")
    said = inside("watch", "sigmoid", "--file", "mine.py").stdout
    assert said.startswith("正在监视 mine.py。按 Ctrl-C 结束。\n")


def test_the_doctor(monkeypatch, capsys):
    """Promises, what is missing, and what to do are told in Chinese."""
    broken = [Attempt(promise, held=False) for promise in PROMISES.values()]

    def examine(isolation, _course):
        if isolation is Isolation.BUBBLEWRAP:
            raise GraderError("bwrap")
        return str(isolation), broken

    monkeypatch.setattr(doctor, "examine", examine)
    assert doctor.doctor() == 3
    said = capsys.readouterr().out
    assert "! bubblewrap   这里没有。bwrap\n" in said
    assert "  ! 无法建立网络连接   它做到了\n" in said
    assert said.endswith("请按 SECURITY.md 的说明报告。\n")


def test_a_fault_of_ours(inside, monkeypatch):
    """Whose fault it is comes first, before what went wrong and where it is told."""
    monkeypatch.setattr(Course, "select", lambda *_: 1 / 0)
    done = inside("check", "softmax")
    assert done.returncode == 3
    assert done.stderr.startswith("评分程序自身出错了。这不是你的代码的问题。\n")
    assert "报告保存在 " in done.stderr

    def fail(*_):
        raise GraderError("It broke.")

    monkeypatch.setattr(Course, "select", fail)
    told = inside("check", "softmax").stderr
    assert told == "评分程序自身出错了。这不是你的代码的问题。It broke.\n"
    assert OURS.startswith("The grader itself failed.")


def test_interrupted(inside, monkeypatch):
    """Ctrl-C is told with what was kept."""

    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(Course, "select", stop)
    done = inside("check", "softmax")
    assert done.stderr == "已中断。什么都没有改动。\n请再运行一次同一个命令。\n"


def test_pictures_that_are_not_opened(monkeypatch):
    """Why nothing was opened is told in Chinese."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(album.sys, "platform", "linux")
    assert album.opened(["a.png"]) == "没有打开图片：这里没有显示器。"


def verdict(status):
    """Return a verdict of a notebook's check."""
    return Exercise(
        name="f",
        assignment="a",
        status=Status(status),
        points=0.0,
        max_points=1.0,
        message="",
        misconception=None,
        findings=(),
        cases=(),
    )


@pytest.mark.parametrize(
    ("status", "here", "said"),
    [
        ("passed", True, "下一步：继续做后面的练习。"),
        ("error", True, "下一步：告诉课程的作者；你的答案没有被评判。"),
        ("missing", True, "下一步：在 cell [3] 里定义 f，然后再运行这个单元格。"),
        (
            "missing",
            False,
            "下一步：在 cell [3] 里定义 f，然后再运行那个单元格和这次检查。",
        ),
    ],
)
def test_what_is_next_in_a_notebook(status, here, said):
    """The last line of a check below a cell is whole in Chinese."""
    one = verdict(status)
    shown = None if status == "passed" else one
    assert _next([one], shown, lambda _: ("cell [3]", None), here=here) == said
