"""Crystal planes: `miller.grade(submission[0], {'lattice': 'bcc', 'miller': '(1,1,0)'})` for a plane through 3 points."""

import json
from fractions import Fraction
from math import lcm


def _normal(a, b, c):
    u = [b[i] - a[i] for i in range(3)]
    v = [c[i] - a[i] for i in range(3)]
    return [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]]


def miller(points):
    """The Miller indices of the plane as text, such as '(1,-1,0)'; 'undefined' for points on one line."""
    a, b, c = [[Fraction(str(x)).limit_denominator(100) for x in point] for point in points]
    normal = _normal(a, b, c)
    if not any(normal):
        return "undefined"
    distance = sum(n * x for n, x in zip(normal, a))
    if distance == 0:
        # The plane meets the origin of this cell: the next cell along the first axis that the plane cuts counts.
        distance = next(n for n in normal if n)
    indices = [n / distance for n in normal]
    common = lcm(*(index.denominator for index in indices))
    return "({},{},{})".format(*(int(index * common) for index in indices))


def _same_plane(first, second):
    opposite = ",".join(str(-int(part)) for part in second.strip("()").split(","))
    return first in (second, f"({opposite})")


def grade(user_input, correct_answer):
    answer = json.loads(user_input)
    if answer["lattice"] != correct_answer["lattice"] or len(answer["points"]) != 3:
        return False
    indices = miller(answer["points"])
    return indices != "undefined" and _same_plane(indices, correct_answer["miller"].replace(" ", ""))
