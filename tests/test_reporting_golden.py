import pytest
import report_fixture as build


@pytest.mark.parametrize("suffix", list(build.RENDERERS))
def test_reports_are_the_golden_ones(suffix):
    expected = (build.GOLDEN / f"report.{suffix}").read_bytes().decode()
    assert build.RENDERERS[suffix](build.example()) == expected
