"""Judges predicted claims against gold claims of the same articles: per relation, with and without circumstances."""

from __future__ import annotations

from kg.evaluate.evaluation import evaluate
from kg.evaluate.judgement import Judgement, Verdict, judge
from kg.evaluate.match import Aspect, Matcher
from kg.evaluate.mistakes import KINDS, Mistake
from kg.evaluate.reliability import Bin, Calibration, calibration
from kg.evaluate.report import Report, Total
from kg.evaluate.scores import MEASURES, Counts, Interval

__all__ = [
    "KINDS",
    "MEASURES",
    "Aspect",
    "Bin",
    "Calibration",
    "Counts",
    "Interval",
    "Judgement",
    "Matcher",
    "Mistake",
    "Report",
    "Total",
    "Verdict",
    "calibration",
    "evaluate",
    "judge",
]
