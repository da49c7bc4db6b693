"""The fixed wordings of the machine's reasons, as the rooms below write them, to be translated: see reasons.py.

A place for a term of the vocabulary is called `term`, one for an id `figure`. Wordings without places are tried
first, then the others in this order.
"""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

TALLY = (
    _("not accepted by a person"),
    _("outside what is asked"),
    _("denied"),
    _("planned, not done"),
    _("other stage: %(term)s"),
    _("stage not told: may be another"),
    _("may lie outside the place asked"),
    _("undated: may lie outside the period asked"),
    _("may lie outside the period asked"),
    _("states no lower bound"),
    _("its lower bound is zero"),
    _("other stage of people who may be counted in %(figure)s"),
    _("same origin and event as %(figure)s"),
    _("same event as %(figure)s"),
    _("the same number from the same source as %(figure)s, told for another place"),
    _("contained in %(figure)s"),
    _("contains %(figure)s"),
    _("may overlap %(figure)s"),
    _("counts with its stated lower bound"),
    _("a hedged number, rounded down by one unit of its last significant digit"),
    _("dated by another report of the event"),
    _("the highest single claim"),
    _("Higher than any source says: it adds figures of different places; check their places."),
    _("Higher than any source says: it adds figures of different days or groups of people; check them."),
    _("Nothing denied, planned or rejected is counted."),
    _("Figures that no person has accepted are counted: %(raw)s of %(all)s."),
    _("Only figures that a person has accepted, corrected or added are counted."),
    _("Hedged numbers were rounded down by one unit of their last significant digit."),
    _("Stages are not told apart: who was ordered to leave and who was removed may be the same."),
    _("Totals of different stages are not added up."),
    _("Those ordered may include those of whom it was carried out."),
    _("Sources do not tell whether these were ordered or carried out."),
    _("Contested: denied by %(name)s, “%(says)s”."),
    _("Contested: “%(says)s” according to %(name)s."),
    _("Contested by %(more)s statements more."),
)
"""What the defensible minimum says."""

RELATIONS = (
    _("the text says that the number is a part of the other"),
    _("one counts %(unit_a)s, the other %(unit_b)s"),
    _("one is %(term_a)s, the other %(term_b)s"),
    _("“%(a)s” and “%(b)s” are the same number of the same thing"),
    _("“%(a)s” and “%(b)s” meet once rounding is allowed for"),
    _("“%(a)s” and “%(b)s” can both be right"),
    _("“%(a)s” and “%(b)s” cannot both be right"),
    _("a page sets the two numbers against each other"),
    _("both count from one day; the later one counts further"),
    _("one hands on the other's number"),
    _("one person is quoted with different numbers"),
    _("the same source gave a new number later"),
    _("a larger number of the same thing, a day later"),
    _("a larger number of the same thing, %(days)s days later"),
    _("wider %(term)s"),
    _("narrower %(term)s"),
    _("not both are dated; published close together"),
    _("one gives more for a part of the people than the other for all"),
    _("same thing, place, time, people and stage; different sources"),
    _("the page sets right what it reported before"),
    _("the page of one tells the one number as a part of the other"),
    _("those who stand up for the people affected count more than officials"),
    _("those who stand up for the people affected count more than the press"),
    _("the press or witnesses count more than officials"),
    _("the larger number was counted or listed"),
    _("the larger number is told by those who counted"),
    _("the larger number is a least one"),
    _("the smaller number is told as all there were"),
    _("both count one act"),
    _("decided by %(name)s"),
)
"""Why two figures stand to each other as they do."""

LINEAGE = (
    _("the same bytes under two paths"),
    _("%(part)s of the shorter text is in both"),
    _("one gives its account to %(source)s: “%(words)s”"),
    _("one gives its account to %(source)s"),
    _("one has a part of its account from %(source)s: “%(words)s”"),
    _("in two languages, both give the numbers %(numbers)s and %(names)s names in common"),
    _("both go back to %(names)s"),
    _("a passage that tells of the event stands in both"),
    _("both give the number %(number)s, and one of them names no source for it"),
    _("both give the number %(number)s, which officials announced"),
    _("both give the number %(number)s, which neither counted itself"),
    _("both give the number %(number)s, and one names the publisher of the other beside it"),
    _("both cite %(source)s and give the number %(number)s"),
    _("both give the number %(number)s and cite “%(source)s” for it"),
    _("both give the numbers %(numbers)s"),
    _("no shared source, passage or set of numbers was found"),
    _("both report %(names)s and give the number %(number)s"),
    _("both report %(names)s"),
    _("both tell what a decree of %(names)s orders"),
    _("%(part)s of the names and numbers of one are in both"),
    _("what else they share speaks against it"),
    _("what else they share speaks for it"),
)
"""Why two documents share an origin, or do not."""

SUPPORT = (
    _("a source denies it and at most one independent line says it"),
    _("a source denies it, and two or more independent lines say it"),
    _("sources give figures that cannot both be right"),
    _("%(lines)s independent lines say it"),
    _("%(documents)s documents, but no two independent lines"),
    _("one document only"),
    _("denied by %(names)s and %(more)s more"),
    _("denied by %(names)s"),
    _("announced, ordered for later or not said to have happened"),
    _("one line only, as they speak for one body: %(names)s and %(more)s more"),
    _("one line only, as they speak for one body: %(names)s"),
    _("unnamed sources of one outlet, and unsourced reports with a number told elsewhere, add no line"),
    _("a source whose words do not show that it tells of the same happening adds no line"),
    _("a number of which no act is said adds no line unless another statement gives the same number"),
    _("goes back to %(names)s and %(more)s more"),
    _("goes back to %(names)s"),
)
"""How well an event is supported."""

ORIGINS = (
    _("the text gives it to %(name)s, through %(other)s"),
    _("the text gives it to %(name)s"),
    _("the text gives it to a source without a name, which is not known to be anyone else's"),
    _("the passage repeats one of %(path)s"),
    _("the document credits its text: “%(words)s”"),
    _("the text names no source, so it stands with the publisher"),
)
"""Whose word a statement is."""

WORDINGS = (*TALLY, *RELATIONS, *LINEAGE, *SUPPORT, *ORIGINS)

SCOPES = (_("place"), _("time"), _("group of people"))
"""What is wider or narrower in the scope of a figure."""
