import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SCRIPTS = [path for folder in ("eval", "models/recipes") for path in sorted((ROOT / folder).glob("*.py"))]


@pytest.mark.parametrize("path", SCRIPTS, ids=[path.stem for path in SCRIPTS])
def test_every_script_finds_what_it_imports(path, monkeypatch):
    monkeypatch.syspath_prepend(ROOT)
    assert "__doc__" in runpy.run_path(str(path), run_name="imported")
