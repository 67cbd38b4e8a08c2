"""The few functions of LON-CAPA that old scripts call."""

import math
import random


def lc_random(lower, upper, stepsize):
    """One of lower, lower + stepsize, … up to upper."""
    choices = int((upper - lower) / stepsize)
    return lower + random.randint(0, choices) * stepsize


def lc_choose(index, *args):
    """The argument of that number, counted from 1 and round again."""
    return args[(int(index) - 1) % len(args)]


deg2rad = math.pi / 180.0
rad2deg = 180.0 / math.pi
