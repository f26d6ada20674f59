"""What one could open: each suggestion can be planned as it stands, in the first person."""

import re

from alongside.learn.influence import Opening, suggestions


def test_each_suggestion_can_follow_i_will() -> None:
    # "Then I will say aloud whose idea it was when you sum up" speaks of somebody else.
    for each in suggestions(Opening):
        assert re.search(r"\byou", each.act, re.IGNORECASE) is None
        assert re.match(r"(when|before|after|if)\b", each.act, re.IGNORECASE) is None
        assert each.text.endswith(".")
