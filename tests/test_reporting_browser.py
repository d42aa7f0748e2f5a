import re
import shutil
import subprocess

import pytest
import report_fixture as build

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no chromium on PATH")


def browse(tmp_path, *options, page=None):
    if page is None:
        page = tmp_path / "report.html"
        page.write_text(build.example().to_html(), encoding="utf-8")
    quiet = (
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    )
    command = [
        BROWSER,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        *quiet,
        f"--user-data-dir={tmp_path / 'profile'}",
    ]
    return subprocess.run([*command, *options, page.as_uri()], capture_output=True, check=True, timeout=120)


def test_the_browser_sees_every_finding(tmp_path):
    dom = browse(tmp_path, "--dump-dom").stdout.decode()
    assert all(f'id="f{rank}"' in dom for rank in range(1, 6))
    assert "Not a single lorry has passed since June." in dom


def test_the_page_paints_on_a_phone(tmp_path):
    picture = tmp_path / "phone.png"
    browse(tmp_path, "--window-size=390,1600", f"--screenshot={picture}")
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size > 20_000


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_wider_than_the_screen(tmp_path, width):
    (tmp_path / "report.html").write_text(build.hostile().to_html(), encoding="utf-8")
    frame = tmp_path / "frame.html"
    frame.write_text(
        f"<iframe id=f src=report.html style='width:{width}px;height:900px;border:0'></iframe><p id=out></p>"
        "<script>f.onload = () => { const root = f.contentDocument.documentElement;"
        " out.textContent = `${root.scrollWidth} of ${root.clientWidth}` }</script>"
    )
    dom = browse(
        tmp_path, "--allow-file-access-from-files", "--virtual-time-budget=3000", "--dump-dom", page=frame
    ).stdout.decode()
    found = re.search(r"(\d+) of (\d+)", dom)
    assert found, dom
    assert int(found[1]) <= int(found[2])
