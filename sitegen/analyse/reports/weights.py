"""Weights of the features: what speaks for a report (above 0) and against it, learned by bench/learn_reports.py."""

import re
from collections.abc import Iterator, Mapping

BIAS = -2.46
_TABLE = """
is: cue is quoted -1.95, holds its cue 0.91, in a question 0.29
agent: clause -0.56
comma in: ROOT -0.92, acl -0.68, advcl -0.88, amod -0.19, ccomp -0.23, conj -0.81, csubj -0.09, dobj -0.36,
  parataxis -0.56, pcomp -0.56, pobj -0.36, prep -0.28, relcl -0.67, xcomp -0.70
completed: clause -0.18, dobj 0.29
cue: accept -0.37, according to 0.54, accuse 0.15, add -0.25, address -0.18, admit -0.34, agree 0.25, aim 0.39,
  allege 0.21, announce 0.51, answer -0.43, argue 0.24, ask 0.24, assure -0.23, attack -0.08, back 0.17, believe
  0.10, boast -0.34, call 0.14, challenge -0.26, charge -0.28, choose -0.81, cite 0.21, claim 0.12, comment 1.11,
  compare -0.43, complain 0.16, concern 0.36, confirm -0.22, criticize 0.21, decide -0.06, decision -0.06, declare
  -0.13, decline 0.25, defend 0.21, describe 0.37, determine -0.63, disclose -0.19, discuss 0.42, dismiss 0.13,
  embrace -0.54, emphasize 0.11, encourage 0.06, endorse 0.09, expect 0.50, explain 0.50, express 0.30, fear 0.12,
  feel -0.27, find -0.36, hear 0.06, highlight 0.45, hit -0.70, hold -0.99, hope 0.51, idea 0.24, indicate 0.23,
  information -0.40, insist 0.08, invite -0.76, know 0.29, learn -0.15, maintain -1.20, mean -0.71, mention 0.14,
  message -0.12, name 0.33, note 0.60, offer -0.14, oppose -0.12, order -0.05, plan -0.26, pledge -0.07, point 0.26,
  post -0.36, praise 0.14, predict 0.20, promise 0.41, proposal 0.18, propose 0.32, prove -0.89, question 0.06,
  raise -0.90, read -0.51, recall 0.38, recognize 0.17, reflect -0.61, refuse -0.29, reject -0.20, remark -0.20,
  remember 0.20, remind 0.06, repeat -0.20, report 0.37, respond 0.50, reveal -0.17, say 0.11, see -0.14, seek
  -0.20, share -0.30, show 0.23, speak -0.19, statement 0.27, suggest -0.08, support -0.32, talk 0.26, tell -0.36,
  thank -0.74, threaten -0.36, tweet -0.28, underscore -0.35, understand 0.07, urge 0.25, view 0.13, vow 0.68, want
  -0.16, warn 0.44, worry 0.36, write -0.40
cue+pattern: according to after 0.25, according to before 0.10, according to line-before 0.26, accuse dobj+of 0.51,
  accuse pcomp-of 0.27, acknowledge ccomp 0.16, add ccomp 0.21, add line-after -0.57, add line-before 0.68, address
  line-after -0.13, agree ccomp 0.33, announce ccomp -0.20, announce line-after -0.25, argue ccomp 0.18, ask ccomp
  0.12, ask dobj -0.25, ask dobj+xcomp 0.11, ask xcomp 0.28, believe ccomp 0.10, call dobj -0.45, call dobj+oprd
  0.28, call oprd -0.06, cite dobj 0.32, claim ccomp -0.15, claim line-after -0.19, decide xcomp 0.27, decision acl
  -0.08, decline xcomp 0.16, describe line-after -0.14, expect xcomp 0.23, express dobj 0.13, find ccomp 0.44, find
  dobj -0.15, hold dobj -0.68, mean ccomp -0.68, mention line-after -0.20, note ccomp -0.34, plan acl 0.11, plan
  xcomp 0.50, pledge xcomp 0.08, raise dobj -0.06, read line-after -0.40, refuse xcomp -0.07, report ccomp -0.28,
  report line-after -0.06, respond line-after 0.11, respond pobj-to 0.57, say after 0.33, say ccomp 0.24, say
  ccomp-before 0.44, say dobj 0.35, say line-after -0.19, say line-before 0.46, say line-rest -0.08, say line-that
  0.28, say pobj-in -0.19, see ccomp -0.75, see dobj 0.54, see pobj-as -0.35, share line-after 0.16, show ccomp
  -0.44, show dobj -0.16, speak line-after -0.10, statement acl 0.09, suggest ccomp 0.20, support dobj -0.11, talk
  line-after 0.62, tell ccomp 0.88, tell dobj -0.95, tell dobj+ccomp -0.45, tell line-after 0.17, tell line-before
  0.38, tell line-that 0.86, think ccomp 0.28, tweet line-after -0.35, urge dobj+xcomp -0.08, urge xcomp 0.50, want
  ccomp -0.11, want dobj 0.36, want xcomp -0.35, write ccomp 0.20, write line-after -0.39, write line-before -0.12
cut: CC 1 -0.96, CC 2 -1.58, CC 3 -1.21, CC 4 0.54, comma 0 -0.78, comma 1 -0.95, comma 2 -1.23, comma 3 -1.18,
  comma 4 0.55, comma+mark 1 -0.34, comma+mark 2 -0.17, dash 1 0.28, dash 2 -0.17, dash 3 -0.17, mark 2 -0.27, mark
  3 0.35
cut before: '' -0.66, CC -0.77, CD -0.31, DT 0.38, IN -0.13, JJ -0.63, MD -0.44, NN -0.40, NNP -0.51, NNS -0.79, PRP
  -0.55, PRP$ -0.52, RB -0.23, TO -0.06, VB -0.60, VBD 0.14, VBG -0.13, VBP -0.30, VBZ -0.39, WDT 0.69, WP 0.64, WRB
  0.07, `` -0.61
cut+pattern: according after -0.74, according before -1.14, according line-before -0.77, ask ccomp -0.16, ask xcomp
  0.52, blame dobj -0.25, inform ccomp 0.05, noun acl -0.13, praise dobj -0.17, say after -0.99, say ccomp -0.38,
  say ccomp-before -1.35, say line-after 0.72, say line-before 1.53, say line-that 0.40, think ccomp -0.33, think
  ccomp-before -0.14, think dobj -0.60, want ccomp -0.24
ends before: acl CC -0.36, acl stop 0.27, advcl comma 0.50, clause CC -0.24, clause DT 0.51, clause IN 0.44, clause
  NNP 0.52, clause PRP 0.18, clause VBD -0.23, clause VBG 0.09, clause colon -0.59, clause colon+mark 0.14, clause
  comma 0.33, clause comma+mark -0.17, clause dash -0.19, clause edge 0.85, clause mark+mark -0.37, clause semicolon
  -0.16, clause stop 0.96, clause stop+mark 1.02, dobj CC 0.30, dobj IN -0.58, dobj RB -0.51, dobj TO -0.53, dobj
  VBZ -0.06, dobj comma 0.45, dobj comma+mark -0.37, dobj dash 0.27, dobj edge 0.46, dobj mark -0.41, dobj stop
  0.59, dobj stop+mark 0.32, oprd stop 0.14, pcomp CC -0.27, pcomp comma -0.13, pcomp stop 0.32, pobj CC -0.12, pobj
  IN -0.17, pobj comma 0.27, pobj comma+mark -0.13, pobj dash 0.37, pobj mark -0.25, pobj stop 0.29, relcl stop
  0.07, xcomp CC -0.23, xcomp comma 0.49, xcomp comma+mark -0.24, xcomp stop 0.55, xcomp stop+mark -0.09
ends in: ROOT CC 0.21, ROOT NNP -0.14, ROOT PRP 0.05, ROOT RB 0.09, ROOT VBD 0.17, ROOT VBG 0.50, ROOT colon -0.10,
  ROOT colon+mark -0.36, ROOT comma 0.31, ROOT comma+mark -0.35, ROOT edge 0.51, ROOT mark 0.14, ROOT semicolon
  -0.46, ROOT stop 0.87, ROOT stop+mark 0.50, acl IN -0.40, acl comma 0.16, acl stop 0.09, advcl CC 0.58, advcl IN
  -0.10, advcl comma 0.40, advcl comma+mark -0.14, advcl dash 0.09, advcl edge 0.17, advcl mark 0.10, advcl stop
  0.57, advcl stop+mark 0.21, amod stop 0.23, attr stop -0.16, ccomp CC -0.09, ccomp IN -0.49, ccomp comma -0.16,
  ccomp comma+mark -0.17, ccomp dash 0.12, ccomp edge 0.21, ccomp mark 0.15, ccomp semicolon 0.84, ccomp stop 0.33,
  ccomp stop+mark 0.14, conj CC -0.23, conj comma+mark -0.06, conj edge 0.77, conj stop 0.41, conj stop+mark 0.10,
  dobj comma -0.18, dobj stop 0.25, parataxis comma 0.71, parataxis stop 0.83, pcomp CC 0.24, pcomp comma -0.12,
  pcomp stop -0.09, pobj comma 0.17, prep comma 0.24, prep stop 0.15, relcl CC 0.05, relcl IN 0.05, relcl comma
  0.14, relcl dash -0.22, relcl stop 0.16, relcl stop+mark 0.31, xcomp IN -0.07, xcomp comma 0.32, xcomp comma+mark
  -0.09, xcomp stop 0.63, xcomp stop+mark -0.26
follows: CC -1.26, IN 0.34, NN -0.10, NNP -0.15, NNPS 0.19, NNS -0.36, PRP 0.12, RB -0.07, RP -0.13, VBD 0.26, VBG
  0.31, VBN 0.25, VBP 0.66, VBZ 0.36, WDT 0.22, comma -0.06, dash -0.13, edge 0.48, mark -0.17, stop 0.37, stop+mark
  1.01
gap: acl right 1 0.15, acl right 2 0.48, acl right 6 -0.39, clause left 1 0.22, clause left 2 0.26, clause left 3
  0.71, clause left 4 0.45, clause left 5 0.21, clause left 6 -0.67, clause right 1 0.28, clause right 2 0.50,
  clause right 3 0.42, clause right 4 0.28, clause right 5 -0.38, clause right 6 -0.65, dobj right 1 0.24, dobj
  right 2 0.30, dobj right 3 0.12, dobj right 6 -0.86, oprd right 1 -0.06, oprd right 2 0.70, pcomp right 2 0.79,
  pcomp right 3 0.32, pcomp right 4 -0.20, pcomp right 5 -0.57, pcomp right 6 -0.62, pobj left 3 -0.48, pobj left 4
  -0.25, pobj left 6 -0.37, pobj right 2 0.47, pobj right 3 0.32, pobj right 4 0.09, pobj right 5 -0.28, pobj right
  6 -0.79, relcl right 2 -0.48, xcomp right 1 0.38, xcomp right 2 0.34, xcomp right 3 0.49, xcomp right 4 -0.36,
  xcomp right 6 -0.39
has a clause too: ccomp-before -1.42, dobj -0.58, line-after 0.41, line-before -0.93, line-that -0.53, pobj-in -0.32
has an object too: ccomp -0.28, xcomp -0.13
inside another: ccomp acl -1.07, ccomp advcl -0.42, ccomp clause -0.74, ccomp dobj -0.80, ccomp pcomp -0.86, ccomp
  pobj -0.93, ccomp relcl -0.11, ccomp xcomp -1.03, xcomp clause -0.37, xcomp dobj 0.11, xcomp pobj -0.37
kind+form: according VBG prep 0.54, ask VB ROOT -0.16, ask VBD ROOT 0.14, ask VBD advcl -0.16, ask VBD ccomp 0.31,
  ask VBD conj 0.29, ask VBD relcl -0.22, ask VBG ROOT 0.25, ask VBG advcl 0.13, ask VBG pcomp -0.14, ask VBN ROOT
  0.05, ask VBN advcl 0.36, ask VBP ROOT -0.14, ask VBZ ROOT -0.11, blame VB xcomp 0.21, blame VBD ROOT 0.17, blame
  VBD advcl 0.23, blame VBD conj 0.24, blame VBG pcomp 0.07, blame VBN ROOT 0.48, call VBD ROOT 0.24, deny VBD ROOT
  0.39, inform VB xcomp 0.14, inform VBD ROOT -0.08, inform VBP ROOT 0.25, noun NN attr -0.11, noun NN nsubj 0.10,
  noun NN pobj 0.24, noun NNS dobj 0.28, noun NNS nsubj 0.55, noun NNS pobj 0.24, point VB xcomp -0.24, point VBD
  ROOT 0.15, point VBG advcl 0.42, point VBN ROOT -0.17, praise VB ccomp -0.35, praise VB xcomp -0.29, praise VBD
  ROOT 0.22, promise VBD ROOT 0.16, say VB ROOT 0.30, say VB acl -0.29, say VB conj -0.25, say VB relcl -0.26, say
  VB xcomp -0.25, say VBD ROOT -0.14, say VBD advcl 0.15, say VBD ccomp 0.18, say VBD conj 0.10, say VBD parataxis
  0.23, say VBD relcl 0.47, say VBG ROOT -0.15, say VBG acl -0.44, say VBG advcl -0.16, say VBG ccomp -0.29, say VBG
  conj -0.36, say VBG xcomp -0.35, say VBN ROOT -0.33, say VBN acl 0.32, say VBN advcl 0.40, say VBN amod -0.11, say
  VBN ccomp -0.44, say VBN conj 0.22, say VBN relcl 0.32, say VBP ROOT -0.22, say VBP advcl -0.16, say VBP ccomp
  0.38, say VBP conj -0.41, say VBP relcl 0.19, say VBZ ROOT -0.11, say VBZ advcl -0.10, say VBZ ccomp 0.09, say VBZ
  conj 0.59, say VBZ relcl 0.46, show VBD ROOT -0.10, think VB ROOT -0.28, think VB advcl -0.12, think VB ccomp
  -0.38, think VB conj -0.05, think VB xcomp -0.16, think VBD ROOT 0.14, think VBD advcl -0.32, think VBD ccomp
  0.43, think VBD conj -0.34, think VBD relcl -0.08, think VBG advcl 0.16, think VBN ccomp -0.08, think VBN relcl
  -0.32, think VBP advcl 0.29, think VBP ccomp 0.07, think VBP conj -0.33, think VBP parataxis -0.10, think VBP
  relcl -0.15, think VBZ ROOT 0.14, think VBZ ccomp 0.22, want VB ROOT 0.26, want VB ccomp -0.19, want VBD ccomp
  0.20, want VBG advcl -0.13, want VBN ROOT -0.36, want VBP ROOT -0.10, want VBP ccomp 0.24, want VBZ ROOT -0.19,
  want VBZ ccomp 0.41, warn VBD ROOT -0.10, warn VBN ROOT 0.22
kind+pattern: according after 0.25, according before 0.10, according line-before 0.26, ask ccomp 0.15, ask dobj
  -0.11, ask dobj+advcl 0.23, ask dobj+ccomp 0.07, ask dobj+oprd 0.19, ask dobj+xcomp 0.38, ask pobj-for 0.70, blame
  dobj 0.55, blame dobj+for 0.88, blame dobj+of 0.51, blame pcomp-of 0.27, call dobj -0.59, deny dobj 0.40, inform
  dobj -0.44, inform dobj+ccomp -0.43, noun acl 0.45, noun pcomp-of 0.07, noun pobj-about -0.05, noun pobj-for
  -0.35, noun pobj-from -0.20, noun pobj-of -0.22, noun relcl 0.29, point ccomp 0.08, point dobj 0.06, praise dobj
  0.35, praise dobj+for 0.45, promise xcomp 0.31, say after 0.51, say before 0.27, say ccomp 0.40, say ccomp-around
  0.38, say ccomp-before 1.28, say dobj 0.31, say dobj+advcl -0.16, say dobj+ccomp 0.43, say dobj+in -0.14, say
  dobj+on -0.53, say line-after -0.47, say line-before -0.74, say line-rest 0.06, say pcomp-about 0.38, say
  pobj-about 0.75, say pobj-at -0.34, say pobj-in -0.17, say pobj-on -0.09, say pobj-to -0.46, say pobj-with -0.15,
  say xcomp 0.12, show ccomp -0.31, show dobj 0.08, think advcl-if -0.59, think after -0.37, think ccomp -0.26,
  think ccomp-before -0.15, think dobj -0.33, think dobj+advcl 0.22, think dobj+as 0.18, think dobj+in 0.15, think
  pobj-as 0.73, think pobj-in 0.21, think xcomp -0.25, want ccomp -0.09, want ccomp-before -0.17, want xcomp 0.19,
  warn dobj 0.09, warn xcomp 0.33
length: acl 2 -0.31, acl 3 -0.16, acl 4 0.34, acl 5 0.58, acl 6 0.70, clause 1 -0.32, clause 2 -0.11, clause 4 0.34,
  clause 5 0.54, clause 6 0.54, clause 7 0.36, clause 8 -0.36, dobj 2 -0.41, dobj 3 -0.22, dobj 4 0.09, dobj 5 0.37,
  dobj 6 0.29, dobj 7 -0.18, oprd 3 -0.21, oprd 4 -0.05, pcomp 2 -0.99, pcomp 3 -0.27, pcomp 4 0.19, pcomp 5 0.54,
  pcomp 6 0.16, pobj 2 -0.80, pobj 3 -0.67, pobj 4 -0.38, pobj 5 -0.16, pobj 6 0.45, relcl 2 -0.60, relcl 3 -0.06,
  relcl 4 0.12, xcomp 1 0.12, xcomp 2 -0.46, xcomp 3 -0.06, xcomp 4 0.15, xcomp 5 0.40, xcomp 6 0.08
marks: acl even 0.53, acl no -0.33, advcl no -0.20, clause even 0.30, clause no -2.43, clause odd -0.80, dobj even
  0.42, dobj no -1.24, dobj odd -0.46, oprd even 0.44, pcomp no -0.53, pobj even 0.28, pobj no -0.35, relcl no
  -0.14, xcomp even 0.50, xcomp no -1.05
negated: clause 0.20, dobj 0.11, xcomp 0.37
passive: pcomp 0.55, xcomp 0.40
pattern: acl 0.17, advcl-if 0.32, after 0.47, before 0.32, ccomp 0.53, ccomp-before 0.42, dobj 0.47, dobj+advcl
  -0.29, dobj+as 0.86, dobj+at -0.21, dobj+by -0.25, dobj+during -0.12, dobj+for 0.39, dobj+from -0.51, dobj+in
  -0.25, dobj+of 0.20, dobj+on -0.09, dobj+oprd 0.55, dobj+to 0.15, dobj+with 0.15, dobj+xcomp 0.40, line-after
  -0.54, line-before -0.48, line-rest 0.06, oprd 0.58, pcomp-about 0.37, pcomp-by 0.14, pcomp-for 0.49, pcomp-of
  0.42, pobj-about 0.90, pobj-as 0.70, pobj-at -0.75, pobj-by -0.45, pobj-during -0.78, pobj-for 0.85, pobj-from
  -0.66, pobj-in -1.14, pobj-of 0.98, pobj-on 0.41, pobj-over 0.32, pobj-to 0.11, pobj-with -0.40, relcl 0.18, xcomp
  0.40, xcomp-around 0.23
source: CD 0.32, DT 0.28, JJ 0.66, NN 0.24, NNP 0.23, NNPS 0.11, NNS 0.21, PRP -0.29, PRP$ 0.17, he 0.27, it -0.17,
  none -0.26, they 0.09, which -0.32, who -0.15, you -0.27
starts: acl DT 0.45, acl NNP -0.08, acl PRP 0.17, acl VBG 0.20, acl VBN -0.87, acl to 0.07, advcl if 0.13, clause CC
  -0.36, clause CD 0.31, clause DT 0.20, clause EX -0.11, clause IN -0.17, clause JJ 0.07, clause JJR -0.13, clause
  MD -0.47, clause NN 0.08, clause NNP 0.12, clause NNPS 0.05, clause NNS 0.21, clause PRP 0.10, clause PRP$ 0.18,
  clause RB -0.07, clause RP 0.22, clause VB 0.45, clause VBD -0.22, clause VBG 0.15, clause VBN 0.15, clause VBP
  -0.47, clause VBZ -0.41, clause `` -0.17, clause if 0.23, clause to -0.08, clause what 0.10, clause when 0.12,
  clause whether 0.59, clause who -0.27, clause why 0.48, dobj CD -0.22, dobj JJ 0.38, dobj JJR -0.08, dobj NN
  -0.08, dobj NNP 0.18, dobj NNPS 0.69, dobj NNS -0.07, dobj PRP 0.05, dobj PRP$ 0.14, dobj RB -0.23, oprd DT 0.21,
  pcomp how 0.36, pobj CD -0.30, pobj DT -0.24, pobj JJ 0.62, pobj NN -0.12, pobj NNP -0.56, pobj NNS 0.07, pobj
  PRP$ 0.19, xcomp VBG 0.13, xcomp to 0.11
"""


def _weights() -> Iterator[tuple[str, float]]:
    """Yield the features of the table: "group: value weight, value weight", long lines indented."""
    for line in re.sub(r"\n +", " ", _TABLE).strip().splitlines():
        group, _, entries = line.partition(": ")
        for entry in entries.split(", "):
            value, _, weight = entry.rpartition(" ")
            yield (value if group == "is" else f"{group}={value}"), float(weight)


WEIGHTS: Mapping[str, float] = dict(_weights())
"""By the name of the feature."""
