"""What typer says of a command line, told in Chinese."""

import subprocess
import sys
from importlib.metadata import entry_points

import pytest

from grader.cli import typed
from grader.cli.app import app

ERRORS = {
    "--help": (0, "检查 NumPy 练习：隐藏用例、沙箱，并找出显式循环。"),
    "check --help": (0, "从 .py、.ipynb、文件夹或 .zip 里取答案。"),
    "check --sed 3": (2, "错误：没有 --sed 这个选项（相近的选项：--seed）"),
    "check --nonsense": (2, "错误：没有 --nonsense 这个选项"),
    "check --seed x": (2, "错误：'--seed' 的值无效：'x' 不是有效的整数。"),
    "check --seed -1": (2, "错误：'--seed' 的值无效：-1 不在 x>=0 的范围内。"),
    "check --isolation x": (
        2,
        "错误：'--isolation' 的值无效：'x' 不是 'auto'、'strict'",
    ),
    "check --seed": (2, "错误：选项 '--seed' 后面需要写值。"),
    "check --reveal=1": (2, "错误：选项 '--reveal' 后面不能写值。"),
    "chek": (2, "错误：没有 'chek' 这个命令。你是想写 'check' 吗？"),
    "ci githb": (2, "错误：没有 'githb' 这个命令。你是想写 'github'、'gitlab' 吗？"),
    "author": (2, "错误：缺少命令。"),
    "grade a --out b --limit x": (2, "错误：'--limit' 的值无效：'x' 不是有效的数。"),
    "hint a b c": (2, "错误：多余的参数（b c）"),
    "zzz": (2, "错误：没有 'zzz' 这个命令。"),
    "hint a b": (2, "错误：多余的参数（b）"),
    "race": (2, "错误：缺少参数 'NAME'。"),
    "list": (2, "这里没有课程："),
}


def grader(words, cwd):
    """Run the program in Chinese, in a process of its own."""
    (script,) = entry_points(group="console_scripts", name="grader")
    program = f"from {script.module} import main; main()"
    command = [sys.executable, "-c", program, "--lang", "zh", *words.split()]
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", cwd=cwd, check=False
    )


@pytest.mark.parametrize("words", ERRORS)
def test_in_chinese(words, tmp_path):
    """Help goes to stdout, errors to stderr, and codes are those of English."""
    code, said = ERRORS[words]
    done = grader(words, tmp_path)
    assert done.returncode == code
    assert said in (done.stderr if code else done.stdout)
    assert "Traceback" not in done.stderr


def test_help_has_chinese_heads(tmp_path):
    """What stands above and within the rows of help is told as well."""
    rows = grader("check --help", tmp_path).stdout.split("\n")
    assert "用法：grader check [OPTIONS] [NAME]..." in rows
    assert {"参数：", "选项："} <= set(rows)
    assert any(row.endswith("显示这段说明并退出。") for row in rows)
    assert any("[默认：text]" in row for row in rows)


@pytest.mark.usefixtures("chinese")
def test_what_is_not_known_stays():
    """A sentence of typer's that is none of ours is told as typer says it."""
    assert typed.said("Error: Something new.") == "错误：Something new."
    assert typed.said("Something new.\n") == "Something new.\n"


def test_english_is_typers_own(capsys):
    """In English nothing is taken out of typer's hands."""
    with pytest.raises(SystemExit) as left:
        typed.run(app, ["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out.startswith("grader ")
