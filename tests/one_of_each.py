"""A question set with one question of every kind, for whatever must hold at each of them."""

NAME = "every-kind"

TEXT = """\
format = 1
name = "every-kind"
version = 1
title = "Every kind"

[[section]]
id = "all"
title = "All of them"

[[question]]
id = "k.first"
text = "Which one comes first?"
kind = "line"
section = "all"
quick = true

[[question]]
id = "k.line"
text = "Which line?"
kind = "line"
section = "all"
quick = true

[[question]]
id = "k.prose"
text = "Which prose?"
kind = "prose"
section = "all"
to = "question.statement"
quick = true

[[question]]
id = "k.choice"
text = "Which choice?"
kind = "choice"
section = "all"
to = "question.reversibility"
quick = true

[[question]]
id = "k.several"
text = "Which ones?"
kind = "several"
section = "all"
choices = ["north", "east", "south"]
quick = true

[[question]]
id = "k.moment"
text = "Which moment?"
kind = "moment"
section = "all"
quick = true

[[question]]
id = "k.number"
text = "Which number?"
kind = "number"
section = "all"
quick = true

[[question]]
id = "k.scale"
text = "Which place on the scale?"
kind = "scale"
section = "all"
quick = true

[[question]]
id = "k.yes"
text = "Yes or no?"
kind = "yes-no"
section = "all"
quick = true

[[question]]
id = "k.list"
text = "Which entries?"
kind = "list"
section = "all"
quick = true

[[question]]
id = "k.party"
text = "Which party?"
kind = "party"
section = "all"
to = "by.lead"
quick = true

[[question]]
id = "k.rows"
text = "Which rows?"
kind = "rows"
section = "all"
to = "dissent"
quick = true

[[question.column]]
id = "role"
text = "Which role?"
quick = true
needed = true

[[question.column]]
id = "words"
text = "Which words?"
kind = "prose"
quick = true

[[question]]
id = "k.harms"
text = "Which harms?"
kind = "harms"
section = "all"
to = "risk"
quick = true

[[question.column]]
id = "status"
text = "How does it stand?"
kind = "choice"
quick = true
needed = true

[[question.column]]
id = "reason"
text = "Which reason?"
kind = "prose"
when = [{ path = "risk.status", is = ["present"] }]
quick = true

[[question.column]]
id = "plan"
text = "Which plan?"
when = [{ path = "risk.status", is = ["unknown"] }]
quick = true
"""
