"""Weights of the features: what speaks for a report (above 0) and against it, learned by bench/learn_reports.py."""

import re
from collections.abc import Iterator, Mapping

BIAS = -2.48
_TABLE = """
is: agent -0.50, cue is quoted -1.58, in a question -0.15, negated 0.06, passive 0.42
cue: accept -0.24, according to 0.49, accuse 0.15, acknowledge 0.06, add -0.10, address -0.30, admit -0.47, agree
  0.25, aim 0.40, allege 0.14, announce 0.48, answer -0.63, argue 0.35, ask 0.30, assure -0.20, attack -0.14, back
  0.09, believe -0.06, blame 0.09, boast -0.37, call 0.21, challenge -0.21, charge -0.30, choose -0.78, cite 0.24,
  claim 0.08, comment 1.11, compare -0.43, complain 0.12, concern 0.35, confirm -0.26, criticize 0.27, decide -0.12,
  declare -0.06, decline 0.30, defend 0.28, describe 0.43, determine -0.71, disclose -0.26, discuss 0.36, dismiss
  0.13, embrace -0.49, emphasize 0.05, encourage 0.14, endorse 0.12, expect 0.34, explain 0.56, express 0.34, fear
  0.11, feel -0.10, find -0.32, hear 0.19, highlight 0.50, hit -0.70, hold -0.95, hope 0.52, idea 0.24, indicate
  0.35, information -0.40, insist 0.17, know 0.15, learn -0.14, maintain -1.19, mean -0.60, mention 0.13, name 0.19,
  note 0.74, offer -0.12, plan -0.16, point 0.33, post -0.41, praise 0.13, predict 0.21, promise 0.49, proposal
  0.20, propose 0.44, prove -0.77, push 0.08, question 0.26, raise -0.88, read -0.29, recall 0.16, recognize 0.15,
  reflect -0.51, refuse -0.33, reject -0.22, remark -0.40, remember 0.19, remind 0.12, report 0.33, respond 0.39,
  reveal -0.12, say 0.18, see -0.16, seek -0.22, share -0.48, show 0.26, speak -0.23, statement 0.35, suggest 0.08,
  support -0.35, talk 0.11, tell -0.24, threaten -0.36, underscore -0.43, understand 0.06, urge 0.29, view 0.18, vow
  0.67, want -0.32, warn 0.47, worry 0.42, write -0.38
cue+pattern: according to after 0.19, according to before 0.10, according to line-before 0.27, accuse dobj+of 0.52,
  accuse pcomp-of 0.28, acknowledge ccomp 0.08, add ccomp 0.13, add line-after -0.26, add line-before 0.80, address
  line-after -0.25, agree ccomp 0.36, announce ccomp -0.20, announce line-after -0.20, argue ccomp 0.09, ask dobj
  -0.33, ask xcomp 0.22, believe ccomp -0.05, call dobj -0.28, call dobj+oprd 0.34, call xcomp -0.10, cite dobj
  0.27, claim ccomp -0.16, decide xcomp 0.27, decision acl -0.10, decline xcomp 0.12, describe line-after 0.23,
  expect xcomp 0.33, find ccomp 0.57, find dobj -0.21, hold dobj -0.65, hope ccomp 0.18, know after 0.10, know ccomp
  -0.23, mean ccomp -0.60, mention line-after -0.23, note ccomp -0.43, plan acl 0.07, plan xcomp 0.50, pledge xcomp
  0.11, read line-after 0.08, refuse xcomp -0.14, report ccomp -0.35, respond line-after 0.09, respond pobj-to 0.60,
  say after 0.42, say before 0.25, say ccomp 0.12, say ccomp-before 0.48, say dobj 0.09, say line-before 0.83, say
  line-rest 0.15, say line-that 0.24, see ccomp -0.61, see dobj 0.28, see pobj-as -0.26, seek xcomp 0.14, share
  line-after 0.09, show ccomp -0.42, show dobj -0.19, speak line-after -0.05, statement acl 0.15, support dobj
  -0.11, talk line-after 0.67, tell ccomp 0.71, tell dobj -0.95, tell dobj+ccomp -0.34, tell line-after -0.47, tell
  line-before 0.53, tell line-that 1.03, think ccomp 0.21, tweet line-after -0.29, urge xcomp 0.53, want ccomp
  -0.29, want dobj 0.35, want xcomp -0.15, write ccomp 0.48, write line-after -0.60
cut: CC 1 -0.88, CC 2 -1.38, CC 3 -1.24, CC 4 0.24, comma 0 -0.66, comma 1 -0.93, comma 2 -1.19, comma 3 -1.18,
  comma 4 0.48, dash 1 0.20, dash 2 -0.23, dash 3 -0.08, mark 2 -0.44, mark 3 0.19
cut before: '' 0.94, CC -0.97, CD -0.46, DT 0.20, IN -0.36, JJ -0.78, MD -0.63, NN -0.76, NNP -0.70, NNS -1.02, PRP
  -0.82, PRP$ -0.54, RB -0.36, TO -0.30, VB -0.82, VBD -0.10, VBG -0.29, VBN -0.13, VBP -0.37, VBZ -0.66, WDT 0.55,
  WP 0.48, `` -0.74
cut+pattern: according after -0.56, according before -1.10, according line-before -0.75, ask ccomp -0.25, ask xcomp
  0.52, blame dobj -0.17, inform ccomp 0.11, noun acl -0.26, praise dobj -0.22, say after -1.05, say ccomp -0.58,
  say ccomp-before -1.59, say dobj+ccomp -0.23, say line-after 0.85, say line-before 1.31, say line-that 0.34, think
  ccomp -0.46, think ccomp-before -0.15, think dobj -0.58, want ccomp -0.25, want xcomp 0.12
ends before: acl CC -0.40, acl comma 0.21, acl stop 0.56, advcl comma 0.53, clause CC -0.15, clause DT 0.23, clause
  IN -0.17, clause NNP 1.15, clause PRP 0.80, clause VBG -0.56, clause colon -0.74, clause comma 0.28, clause dash
  -0.50, clause edge 1.58, clause semicolon -0.22, clause stop 1.08, dobj CC 0.37, dobj IN -0.65, dobj RB -0.61,
  dobj TO -0.57, dobj colon -0.30, dobj comma 0.57, dobj dash 0.22, dobj mark 0.16, dobj stop 1.02, oprd stop 0.49,
  pcomp CC -0.34, pcomp comma -0.23, pcomp stop 0.48, pobj CC -0.16, pobj IN -0.38, pobj comma 0.25, pobj dash 0.25,
  pobj mark -0.23, pobj stop 0.46, relcl comma 0.09, relcl stop 0.28, xcomp CC -0.19, xcomp comma 0.46, xcomp dash
  -0.18, xcomp mark -0.09, xcomp stop 0.81
follows: CC -1.25, DT -0.11, IN 0.40, NN -0.05, NNPS 0.28, NNS -0.24, PRP 0.15, RB -0.12, RP -0.16, VB 0.06, VBD
  0.15, VBG 0.23, VBN 0.27, VBP 0.60, VBZ 0.37, WDT 0.31, colon -0.19, dash -0.15, edge 0.51, mark -0.29, stop 0.39
gap: acl right 1 0.18, acl right 2 0.47, acl right 6 -0.34, clause left 1 0.41, clause left 2 0.23, clause left 3
  0.44, clause left 4 0.27, clause left 6 -0.71, clause right 1 0.42, clause right 2 0.50, clause right 3 0.32,
  clause right 4 0.11, clause right 5 -0.33, clause right 6 -0.62, dobj right 1 0.31, dobj right 2 0.39, dobj right
  3 0.15, dobj right 6 -0.79, oprd right 1 -0.24, pcomp right 2 0.79, pcomp right 3 0.34, pcomp right 4 -0.07, pcomp
  right 5 -0.54, pcomp right 6 -0.59, pobj left 3 -0.50, pobj left 4 -0.28, pobj left 6 -0.39, pobj right 2 0.53,
  pobj right 3 0.48, pobj right 4 0.16, pobj right 5 -0.23, pobj right 6 -0.59, relcl right 2 -0.45, xcomp right 1
  0.46, xcomp right 2 0.41, xcomp right 3 0.44, xcomp right 4 -0.30, xcomp right 6 -0.26
has a clause too: advcl-if -0.13, ccomp-around -0.14, ccomp-before -1.51, dobj -0.83, line-after 0.55, line-before
  -1.50, line-that -0.51, pobj-in -0.40
has an object too: ccomp -0.28, xcomp -0.26
inside another: ccomp acl -0.89, ccomp advcl -0.42, ccomp clause -0.47, ccomp dobj -0.82, ccomp pcomp -0.87, ccomp
  pobj -1.02, ccomp relcl -0.27, ccomp xcomp -1.12, xcomp clause -0.33, xcomp pobj -0.33
kind+form: according VBG prep 0.49, ask VB ROOT 0.10, ask VBD ROOT 0.31, ask VBD ccomp 0.23, ask VBD conj 0.24, ask
  VBD relcl -0.17, ask VBG ROOT 0.44, ask VBG advcl 0.21, ask VBG pcomp -0.33, ask VBN ROOT 0.13, ask VBN advcl
  0.45, blame VB xcomp 0.10, blame VBD ROOT 0.24, blame VBD advcl 0.34, blame VBD conj 0.28, blame VBG pcomp -0.21,
  blame VBN ROOT 0.61, call VBD ROOT 0.41, deny VBD ROOT 0.51, inform VB xcomp 0.15, inform VBD ROOT 0.07, inform
  VBP ROOT 0.36, inform VBZ ROOT 0.20, noun NN attr -0.30, noun NN dobj -0.10, noun NN nsubj 0.14, noun NN pobj
  0.15, noun NNS dobj 0.16, noun NNS nsubj 0.53, noun NNS pobj 0.11, point VB xcomp -0.17, point VBD ROOT 0.37,
  point VBG advcl 0.53, point VBN ROOT -0.09, praise VB ccomp -0.43, praise VB xcomp -0.24, praise VBD ROOT 0.42,
  promise VBD ROOT 0.28, say VB ROOT 0.52, say VB acl -0.49, say VB ccomp 0.52, say VB conj -0.49, say VB relcl
  -0.52, say VB xcomp -0.21, say VBD ROOT 0.17, say VBD advcl 0.20, say VBD ccomp 0.08, say VBD conj 0.17, say VBD
  parataxis 0.41, say VBD relcl 0.42, say VBG ROOT -0.14, say VBG acl -0.58, say VBG ccomp -0.32, say VBG conj
  -0.21, say VBG pcomp -0.27, say VBG xcomp -0.24, say VBN ROOT -0.16, say VBN acl 0.07, say VBN advcl 0.44, say VBN
  amod -0.14, say VBN ccomp 0.05, say VBN conj 0.11, say VBN relcl 0.10, say VBP advcl -0.14, say VBP ccomp 0.50,
  say VBP conj -0.42, say VBZ ROOT 0.20, say VBZ advcl -0.17, say VBZ ccomp 0.37, say VBZ conj 0.35, say VBZ relcl
  0.32, think VB ROOT -0.17, think VB advcl -0.23, think VB ccomp 0.17, think VB conj -0.33, think VB xcomp -0.28,
  think VBD ROOT 0.36, think VBD advcl -0.15, think VBD ccomp 0.48, think VBD conj -0.29, think VBD relcl -0.10,
  think VBG ROOT 0.19, think VBG advcl 0.27, think VBG pcomp -0.16, think VBN ROOT 0.12, think VBN ccomp 0.22, think
  VBN relcl -0.36, think VBP ROOT -0.14, think VBP advcl 0.19, think VBP ccomp 0.73, think VBP conj -0.68, think VBP
  parataxis -0.05, think VBP relcl -0.29, think VBZ ROOT 0.25, think VBZ ccomp 0.29, want VB ROOT 0.32, want VBD
  ROOT 0.20, want VBD ccomp 0.19, want VBG advcl -0.15, want VBN ROOT -0.38, want VBP ccomp 0.51, want VBZ ROOT
  -0.11, want VBZ ccomp 0.32, warn VBD ROOT -0.07, warn VBN ROOT 0.31
kind+pattern: according after 0.19, according before 0.10, according line-before 0.27, ask ccomp 0.22, ask dobj
  -0.16, ask dobj+advcl 0.35, ask dobj+ccomp 0.09, ask dobj+oprd 0.22, ask dobj+xcomp 0.25, ask oprd 0.08, ask
  pobj-for 0.68, ask xcomp -0.08, blame dobj 0.51, blame dobj+for 0.84, blame dobj+of 0.52, blame pcomp-for 0.07,
  blame pcomp-of 0.28, call dobj -0.52, deny dobj 0.34, inform ccomp -0.10, inform dobj -0.44, inform dobj+ccomp
  -0.44, inform xcomp -0.10, noun acl 0.31, noun pobj-for -0.38, noun pobj-from -0.29, noun pobj-of -0.20, noun
  relcl 0.20, point dobj 0.08, praise dobj 0.30, praise dobj+for 0.49, promise ccomp -0.08, promise xcomp 0.35, say
  after 0.46, say before 0.40, say ccomp 0.37, say ccomp-around 0.45, say ccomp-before 1.04, say dobj 0.27, say
  dobj+advcl -0.17, say dobj+ccomp 0.27, say dobj+in -0.17, say dobj+on -0.62, say dobj+to 0.11, say line-after
  -0.54, say line-before -0.55, say line-rest 0.10, say pcomp-about 0.45, say pobj-about 0.75, say pobj-at -0.40,
  say pobj-in -0.10, say pobj-on -0.17, say pobj-to -0.15, say pobj-with -0.31, say xcomp 0.19, show ccomp -0.24,
  show dobj 0.11, think advcl-if -0.44, think after -0.31, think ccomp -0.25, think ccomp-before -0.19, think dobj
  -0.25, think dobj+advcl 0.16, think dobj+as 0.15, think dobj+in 0.06, think pobj-as 0.74, think pobj-in 0.15,
  think xcomp -0.34, warn ccomp 0.08, warn xcomp 0.36
length: acl 2 -0.35, acl 3 -0.13, acl 4 0.25, acl 5 0.61, acl 6 0.64, advcl 3 0.05, clause 1 -0.36, clause 3 0.12,
  clause 4 0.54, clause 5 0.68, clause 6 0.49, clause 7 0.19, clause 8 -0.41, dobj 2 -0.42, dobj 3 -0.17, dobj 4
  0.09, dobj 5 0.31, dobj 6 0.21, dobj 7 -0.51, oprd 3 0.09, oprd 4 0.25, pcomp 2 -0.92, pcomp 3 -0.20, pcomp 4
  0.38, pcomp 5 0.51, pcomp 6 0.18, pobj 2 -0.75, pobj 3 -0.63, pobj 4 -0.32, pobj 5 -0.26, pobj 6 0.27, relcl 2
  -0.60, relcl 4 0.22, xcomp 1 0.19, xcomp 2 -0.36, xcomp 3 0.09, xcomp 4 0.34, xcomp 5 0.43
marks: acl no -0.07, advcl no -0.16, clause even 0.49, clause no -0.58, clause odd -0.20, dobj even 0.10, dobj no
  -0.10, oprd even 0.22, pcomp no -0.55, pobj even 0.27, pobj no -0.17, xcomp even 0.38, xcomp no -0.90, xcomp odd
  -0.13
pattern: acl 0.30, advcl-if 0.34, after 0.52, before 0.60, ccomp 0.50, ccomp-around -0.14, ccomp-before 0.35, dobj
  0.45, dobj+advcl -0.23, dobj+as 0.91, dobj+at -0.31, dobj+by -0.21, dobj+during -0.08, dobj+for 0.55, dobj+from
  -0.56, dobj+in -0.31, dobj+of 0.23, dobj+on -0.15, dobj+oprd 0.63, dobj+to 0.10, dobj+with 0.06, dobj+xcomp 0.45,
  line-after -0.61, line-before -0.28, line-rest 0.10, oprd 0.50, pcomp-about 0.37, pcomp-by 0.11, pcomp-for 0.52,
  pcomp-of 0.47, pobj-about 0.85, pobj-as 0.66, pobj-at -0.80, pobj-by -0.46, pobj-during -0.86, pobj-for 0.93,
  pobj-from -0.79, pobj-in -1.13, pobj-of 0.98, pobj-on 0.36, pobj-over 0.29, pobj-to 0.08, pobj-with -0.48, relcl
  0.18, xcomp 0.47, xcomp-around 0.24
source: CD 0.31, DT 0.41, I 0.48, JJ 0.65, NN 0.14, NNP 0.18, NNPS 0.09, NNS 0.17, PRP -0.47, PRP$ 0.12, he 0.22, it
  -0.16, none -0.38, which -0.49, who -0.34, you -0.07
starts: acl DT 0.38, acl NNP 0.05, acl PRP 0.19, acl VBG 0.33, acl VBN -0.94, advcl if 0.19, clause CC -0.29, clause
  CD 0.34, clause DT 0.24, clause EX -0.12, clause IN -0.22, clause JJ 0.11, clause JJR -0.20, clause MD -0.42,
  clause NN 0.11, clause NNP 0.19, clause NNPS 0.08, clause NNS 0.17, clause PRP 0.18, clause PRP$ 0.12, clause RB
  -0.08, clause RP 0.25, clause UH -0.29, clause VB 0.41, clause VBD -0.19, clause VBG 0.23, clause VBN -0.10,
  clause VBP -0.41, clause VBZ -0.39, clause `` 0.16, clause if 0.11, clause what 0.21, clause when 0.30, clause
  whether 0.53, clause who -0.34, clause why 0.33, dobj CD -0.24, dobj JJ 0.35, dobj JJR -0.21, dobj NN -0.09, dobj
  NNP 0.16, dobj NNPS 0.72, dobj NNS -0.05, dobj PRP 0.10, dobj PRP$ 0.12, dobj RB -0.21, oprd DT 0.34, pcomp VBG
  0.12, pcomp how 0.31, pobj CD -0.27, pobj DT -0.22, pobj JJ 0.57, pobj NN -0.13, pobj NNP -0.62, pobj NNS 0.09,
  pobj PRP$ 0.17, xcomp to 0.16
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
