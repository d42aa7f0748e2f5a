import io
import json
import subprocess
import sys
import types

import pytest

from claims import cli

A = "Speaker: Ministry\nDate: 2023-07-16\n\nThe road is open to the ministry. The troops left the bridge in December.\n"
B = "The road has been closed since December. The troops are still there. The water was not open to the troops.\n"


@pytest.fixture
def files(tmp_path):
    (tmp_path / "a.txt").write_text(A)
    (tmp_path / "b.txt").write_text(B)
    return [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]


@pytest.fixture
def models(tiny_nli, tiny_encoder):
    return ["--nli-model", str(tiny_nli), "--encoder", str(tiny_encoder)]


def run(argv, capsys):
    code = cli.main(argv)
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.mark.parametrize(
    ("suffix", "sign"), [("html", "<html"), ("json", '"schema_version"'), ("md", "#"), ("csv", "rank")]
)
def test_format_follows_the_extension(files, models, tmp_path, capsys, suffix, sign):
    output = tmp_path / f"report.{suffix}"
    code, out, err = run(["compare", *files, "-o", str(output), *models], capsys)
    assert code == 0, err
    assert out == ""
    assert sign in output.read_text()
    assert str(output) in err
    assert not list(tmp_path.glob(".*part"))


def test_product_goes_to_stdout_and_speaker_options_in_order(files, models, capsys):
    argv = ["compare", *files, "--format", "json", "--all-pairs", "--speaker", "One", "--speaker", "Two", *models]
    code, out, _ = run(argv, capsys)
    record = json.loads(out)
    assert code == 0
    assert [statement["speaker"] for statement in record["statements"]] == ["One", "Two"]
    assert record["statements"][0]["date"] == "2023-07-16"
    assert len(record["pairs"]) == record["ledger"]["n_pairs_scored"]


def test_fail_on_contradiction_exits_one_only_with_a_finding(files, models, capsys, monkeypatch):
    from claims import detector as module
    from claims.calibration import Calibration

    for threshold, expected in ((1e-6, 1), (1.0, 0)):
        calibration = Calibration(threshold_contradiction=threshold, threshold_support=1.0, fold=1.0)
        monkeypatch.setattr(module, "read_calibration", lambda _path, found=calibration: found)
        assert run(["compare", *files, "--fail-on-contradiction", *models], capsys)[0] == expected


def test_standard_input_is_a_statement(files, models, capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", types.SimpleNamespace(buffer=io.BytesIO(B.encode())))
    code, out, _ = run(["compare", files[0], "-", "--format", "json", *models], capsys)
    assert code == 0
    assert json.loads(out)["statements"][1]["source"] == "standard input"


def test_classify_prints_one_verdict_a_line(tmp_path, models, capsys):
    path = tmp_path / "pairs.jsonl"
    path.write_text(
        '{"claim_a": "the road is open", "claim_b": "no"}\n\n{"premise": "water", "hypothesis": "a road"}\n'
    )
    code, out, _ = run(["classify", str(path), *models], capsys)
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert len(rows) == 2
    assert all(set(row["probabilities"]) == {"support", "contradiction", "neutral"} for row in rows)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('{"claim_a": "x"}\n', ":1: expected a JSON object"),
        ('{"claim_a": "x", "claim_b": "y"}\nnot json\n', ":2: expected a JSON object"),
        ('{"claim_a": "x", "claim_b": ""}\n', "non-empty"),
        ("[1]\n", ":1: expected a JSON object"),
        ("\n", "no pairs"),
    ],
)
def test_bad_pairs_are_one_line_with_the_line_number(tmp_path, models, capsys, content, message):
    path = tmp_path / "pairs.jsonl"
    path.write_text(content)
    code, out, err = run(["classify", str(path), *models], capsys)
    assert (code, out) == (2, "")
    assert message in err
    assert err.count("\n") == 1


def test_claims_lists_exact_spans(files, capsys):
    code, out, err = run(["claims", files[1]], capsys)
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert len(rows) == 3
    assert all(B[row["start"] : row["end"]] == row["text"] for row in rows)
    assert "3 claims" in err


def test_info_names_models_and_hashes(capsys, models):
    code, out, _ = run(["info", *models], capsys)
    assert code == 0
    assert out.count("sha256") == 2


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    ("extra", "message"),
    [
        (["{dir}/none.txt"], "none.txt"),
        (["{dir}"], "folder|directory"),
        (["{dir}/a.txt", "-o", "{dir}/report.xyz"], "unknown report extension"),
        (["{dir}/a.txt", "-o", "{dir}/no/report.html"], "no such folder"),
        (["{dir}/a.txt", "--date", "yesterday"], "yesterday"),
        (["{dir}/a.txt", "--speaker", "x", "--speaker", "y"], "--speaker given 2 times"),
        (["-", "-"], "given twice"),
        (["{dir}/a.txt", "--max-pairs", "0"], "--max-pairs"),
        (["{dir}/a.txt", "--nli-model", "{dir}"], "config.json"),
        (["{dir}/a.txt", "--nli-model", "nobody/nothing"], "network"),
    ],
)
def test_bad_input_is_one_clear_line_and_exit_code_two(tmp_path, capsys, extra, message):
    import re

    argv = [argument.replace("{dir}", str(tmp_path)) for argument in extra]
    before = sorted(tmp_path.iterdir())
    code, out, err = run(["compare", *argv], capsys)
    assert (code, out) == (2, "")
    assert re.search(message, err)
    assert err.count("\n") == 1
    assert sorted(tmp_path.iterdir()) == before


def test_no_statement_is_a_usage_error(capsys):
    with pytest.raises(SystemExit) as exit_info:
        cli.main(["compare"])
    assert exit_info.value.code == 2
    assert "STATEMENT" in capsys.readouterr().err


def test_help_imports_no_torch():
    code = (
        "import sys, claims.cli\n"
        "try: claims.cli.main(['--help'])\n"
        "except SystemExit: pass\n"
        "sys.exit(any(name in sys.modules for name in ('torch', 'transformers', 'sentence_transformers', 'numpy')))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


def test_a_table_of_names_is_read_and_a_bad_one_is_one_clear_line(files, models, tmp_path, capsys):
    table = tmp_path / "names.json"
    table.write_text('{"groups": [["the long road", "the road"]]}')
    assert run(["compare", *files, *models, "--aliases", str(table)], capsys)[0] == 0
    table.write_text('{"groups": [["alone"]]}')
    code, _, err = run(["compare", *files, *models, "--aliases", str(table)], capsys)
    assert code == 2
    assert "names.json: group 1 is ['alone']" in err
