"""Check a built wheel: every module and data file of the package is in it, weights carry the manifest's hash."""

import hashlib
import json
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]


def check(wheel: Path) -> None:
    """Exit with one line when the wheel's file list or hashes are not those of the checkout."""
    manifest = json.loads((ROOT / "models/manifest.json").read_text(encoding="utf-8"))
    expected = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "claims").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    expected |= {
        f"claims/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "models/minilm-nli").rglob("*")
        if path.is_file()
    }
    expected.add("claims/models/manifest.json")
    with zipfile.ZipFile(wheel) as archive:
        found = {name for name in archive.namelist() if ".dist-info/" not in name}
        digest = hashlib.sha256(archive.read("claims/models/minilm-nli/model.safetensors")).hexdigest()
    if found != expected:
        sys.exit(f"{wheel.name}: missing {sorted(expected - found)}, unexpected {sorted(found - expected)}")
    if digest != manifest["minilm-nli"]["sha256"]:
        sys.exit(f"{wheel.name}: weights have SHA-256 {digest}, not the manifest's")
    print(f"{wheel.name}: {len(found)} files as expected, weights {digest[:12]}")


if __name__ == "__main__":
    check(Path(sys.argv[1]))
