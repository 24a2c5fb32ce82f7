"""What has been read of one text, looked up by place."""

from __future__ import annotations

from itertools import product

from claims.extraction.worth.material import Stretches


class TestStretches:
    def test_meet_what_has_a_code_point_in_common_with_one_of_them(self):
        spans = [(4, 6), (0, 9), (12, 13)]
        stretches = Stretches(spans)

        for start, end in product(range(16), range(17)):
            if start < end:
                shares = any(begin < end and start < stop for begin, stop in spans)
                assert stretches.meet(start, end) is shares, (start, end)

    def test_none_meet_nothing(self):
        assert not Stretches().meet(0, 5)
