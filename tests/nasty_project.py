"""A project that tries to break the promise: invented articles and annotations full of what must not get through."""

import shutil
from pathlib import Path

SCRIPT = "<script>alert(1)</script>"
IMAGE = '"><img src=x onerror=alert(2)>'
LINK = "[press](javascript:alert(3))"
CDATA = "]]>"
TURN = "\u202e"
NASTY = (
    f"{SCRIPT} {IMAGE} {CDATA} {LINK} <!-- {TURN} --> `x` {{{{ 7*7 }}}} & &lt;b&gt; ![p](data:x) <javascript:alert(4)>"
)

FERRY = f"""Ferry drifted while Osric Vantongeren slept, crew says {IMAGE}

By Ada Quill
12 March 2024

The Velmora ferry drifted for an hour on Monday, its owner said. "The tide took her sideways and nobody was at the
wheel," the deckhand Osric Vantongeren told the Velmora Courier. "He told me \u2018we are lost\u2019 and {SCRIPT} ran
away," he added.

In a second call, a man said: "Osric Vantongeren was below and the lamp had gone out long before." The owner, who did
not want to be named, said that {NASTY} was painted on the hull.

"Nothing of this sentence may survive anywhere at all," the mate said. It was not revealed whether the mate had
seen the lamp. The ferry carries four hundred people each day, and on Tuesday it was back at its quay before noon.

"We ran aground twice that winter," the pilot wrote. The pilot did not answer two letters that the Courier sent to him.

The harbour board meets on Thursday to hear the crew. Its report is expected before the summer, and the union of the
deckhands has asked for a copy of the log. Nobody has been charged, and the line runs as before, with one boat fewer.
"""

FERRY_NOTES = f"""url: https://courier.example/ferry?a=1&b=2
archive: https://archive.example/ferry
title: 'Ferry drifted while Osric Vantongeren slept {NASTY}'
publisher: courier
authors: ['Ada Quill {NASTY}']
copy: 'Flaw {NASTY}'
captured: 2024-03-13
brief:
  title: 'The ferry of Osric Vantongeren {NASTY}'
  editor: 'Desk {NASTY}'
  reviewed_by: 'Second {NASTY}'
  date: 2024-03-14
  main: tide
  aliases: [old-ferry]
  tags: [ferries]
summary: 'The Courier says a ferry drifted. {NASTY}'
sources:
  call:
    name: 'A call {NASTY}'
    kind: intercepted-communication
    from: hand
    interest: '{NASTY}'
    interest_basis: 'javascript:alert(5)'
    original: 'javascript:alert(6)'
    released_by: '{NASTY}'
    translated_by: '{NASTY}'
    release: '{NASTY}'
  hand: {{name: 'Osric Vantongeren {NASTY}', kind: person, identified: claimed, circumstances: captive}}
  pilot: {{name: The pilot, kind: person}}
quotes:
  - id: tide
    quote: The tide took her sideways and nobody was at the wheel
    says: 'A tide carried the ferry off. {"Long " * 80}{NASTY}'
    source: hand
    status: unverified
    withhold: [Osric Vantongeren]
    denied_by: [aground]
    response: {{asked_by: courier, result: declined}}
    checks: [{{object: speaker, result: inconclusive, by: us, on: 2024-03-13, how: '{NASTY}'}}]
    history: [{{on: 2024-03-14, from: attributed, to: unverified, why: 'Osric Vantongeren {NASTY}'}}]
    caveats: [{{kind: other, text: 'The last caveat of the tide {NASTY}'}}]
  - id: lost
    quote: He told me ‘we are lost’ and {SCRIPT} ran away
    source: hand
    status: unverified
  - id: lamp
    quote: Osric Vantongeren was below and the lamp had gone out long before.
    source: call
    status: unverified
  - id: hull
    quote: '{NASTY} was painted on the hull.'
    source: courier
    words: reported
  - id: gone
    quote: Nothing of this sentence may survive anywhere at all
    says: Nothing of this claim may survive either.
    source: pilot
    withdrawn: {{on: 2024-03-14, reason: 'It was misheard {NASTY}'}}
    caveats: [{{kind: other, text: Nothing of this caveat may survive.}}]
  - id: aground
    quote: We ran aground twice that winter
    source: pilot
gaps:
  - question: 'Did the mate see? {NASTY}'
    passage: >-
      Nothing of this sentence may survive anywhere at all," the mate said. It was not revealed whether the mate had
      seen the lamp.
    result: not-revealed
caveats:
  - {{kind: other, text: 'A caveat of the whole one {NASTY}'}}
  - {{kind: other, text: A caveat of the whole two.}}
  - {{kind: other, text: A caveat of the whole three.}}
  - {{kind: other, text: A caveat of the whole four.}}
  - {{kind: excerpt, text: It goes on., passage: 'We ran aground twice that winter," the pilot wrote.'}}
  - {{kind: second-hand, about: hand, text: 'A caveat of Osric Vantongeren {NASTY}'}}
corrections: [{{on: 2024-03-14, text: 'Corrected {NASTY}'}}]
"""

BARN = """Barn burned down behind Hollin Mill

By Ada Quill
15 March 2024

The barn behind Hollin Mill burned down on Friday night, the brigade of Velmora said. "We saw the roof glow before the
bell rang," the miller Edda Froom told the Velmora Courier. Three horses were led out in time, and nobody was hurt.
"""

WITHDRAWN_NOTES = """publisher: Velmora Courier
authors: Ada Quill
url: https://courier.example/barn
summary: The Courier says a barn burned.
brief:
  title: Edda Froom says “We saw the roof glow before the bell rang”
  state: withdrawn
  tags: [fires]
  aliases: [burned]
  withdrawn: {on: 2024-03-20, reason: Edda Froom asked us.}
sources: {miller: {name: Edda Froom, kind: person}}
quotes:
  - miller: We saw the roof glow before the bell rang
    withhold: [Edda Froom]
"""

WELL = (
    BARN.replace("barn", "well").replace("Barn", "Well").replace("roof glow", "water sink").replace("Friday", "Sunday")
)

LINK_ONLY_NOTES = """publisher: Velmora Courier
url: https://courier.example/well
republish: link-only
summary: The Courier writes about a well.
gaps: [{question: Who was hurt?, passage: nobody was hurt., result: unknown}]
caveats: [{kind: excerpt, text: Only a part., passage: Three horses were led out in time}]
sources: {miller: {name: Edda Froom, kind: person}}
quotes:
  - miller: We saw the water sink before the bell rang
"""

LOCK = """Old lock gate to be replaced

By Ada Quill
14 March 2024

The council of Velmora will replace the lower lock gate next spring, its engineer said. "It has held for ninety years,"
said the engineer, Tomas Reed. The work will take six weeks, and boats will be sent round by the northern canal.

A video posted online appeared to show water running over the gate. "Nobody closed it that night, and nobody asked," a
man says in it. The council did not say whether it had checked the video. The gate was last mended eleven years ago,
when the canal was drained for a month, and the shops along it lost their trade to the new road in the north.
"""

PAGE = f"""---
title: 'About {SCRIPT} {IMAGE}'
description: 'We {SCRIPT} {IMAGE} read'
---

# About {SCRIPT}

{SCRIPT}

<img src=x onerror=alert(7)>

&lt;b&gt; {CDATA}
"""

NOTE = f"""---
title: 'How {NASTY} is counted'
description: '{NASTY}'
date: 2024-03-05 10:30
tags: [ferries, '{SCRIPT}']
---

Counted {SCRIPT} twice, as [we said](../about-us.md).

<img src=x onerror=alert(11)>
"""

SHARED = f"""courier:
  name: 'Velmora Courier {NASTY}'
  kind: news-report
  note: '{NASTY}'
  also: ['{NASTY}']
  interest: 'It sells {NASTY}'
  interest_basis: 'javascript:alert(10)'
"""

SETTINGS = f"""title: 'Desk {NASTY}'
description: 'We read {NASTY}'
url: https://desk.example/briefs/
editor: 'Editor {NASTY}'
contact: 'javascript:alert(8)'
takedown: '{NASTY}'
licence: 'javascript:alert(9)'
unreviewed: show
"""

FILES = {
    "sitegen.yaml": SETTINGS,
    "sources.yaml": SHARED,
    "content/about-us.md": PAGE,
    "content/notes/counting.md": NOTE,
    "content/notes/short.md": "---\ndate: 2024-03-07\nlanguage: uk\n---\n# Води менше\n\nПро це далі.\n",
    "seeds/ferry.txt": FERRY,
    "seeds/ferry.yaml": FERRY_NOTES,
    "seeds/barn.txt": BARN,
    "seeds/barn.yaml": WITHDRAWN_NOTES,
    "seeds/well.txt": WELL,
    "seeds/well.yaml": LINK_ONLY_NOTES,
    "seeds/lock.txt": LOCK,
}


def write_project(root: Path, repository: Path) -> Path:
    """Write the project, with the article of the repository and those of the sample beside its own."""
    for folder in (repository / "seeds", repository / "sitegen" / "sample" / "seeds"):
        shutil.copytree(folder, root / "seeds", dirs_exist_ok=True)
    for path, text in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root
