"""Chemical equations as text: `2H2 + O2 -> 2H2O`, with phases `(aq)`, charges `SO4^2-` and fractions `1/2O2`."""

import re
from fractions import Fraction

ELEMENTS = set(
    """H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr Nb Mo
    Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb
    Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am Cm Bk Cf Es Fm Md No Lr Rf Db Sg Bh Hs Mt Ds Rg Cn Nh Fl Mc Lv Ts Og""".split()
)
ARROWS = ("<->", "->")
LENGTH_MAX = 1000

_TERM = re.compile(r"(?P<factor>\d+(?:/\d+)?)?(?P<body>[A-Za-z0-9()\[\]]+?)(?P<charge>\^\d*[+-])?(?P<phase>\((?:s|l|g|aq)\))?")
_BODY = re.compile(r"[A-Z][a-z]?|\d+|[()\[\]]")


class Unreadable(ValueError):
    pass


def _is_molecule(body):
    parts = _BODY.findall(body)
    if "".join(parts) != body:
        return False
    closing = {"(": ")", "[": "]"}
    open_brackets, before = [], ""
    for part in parts:
        if part in closing:
            open_brackets.append(closing[part])
        elif part in closing.values():
            if not open_brackets or open_brackets.pop() != part or before in closing:
                return False
        elif part.isdigit():
            if before == "" or before in closing:
                return False
        elif part not in ELEMENTS:
            return False
        before = part
    return not open_brackets


def _terms(expression):
    """The terms of one side as a list of (molecule, phase, factor), sorted."""
    if len(expression) > LENGTH_MAX:
        raise Unreadable(f"longer than {LENGTH_MAX} characters")
    terms = []
    # A plus sign joins two terms unless it is the charge of the term before it.
    for text in re.split(r"(?<!\^)(?<!\^\d)\s*\+\s*|(?<=\^\d[+-])\s*\+\s*|(?<=\^[+-])\s*\+\s*", expression.strip()):
        found = _TERM.fullmatch(re.sub(r"\s+", "", text))
        if not found or not _is_molecule(found["body"]) or found["factor"] in ("0",):
            raise Unreadable(text)
        try:
            factor = Fraction(found["factor"] or 1)
        except ZeroDivisionError:
            raise Unreadable(text) from None
        terms.append((found["body"] + (found["charge"] or ""), found["phase"] or "", factor))
    return sorted(terms)


def divide_chemical_expression(s1, s2, ignore_state=False):
    """The common factor between two sums of molecules; False when there is none."""
    first, second = _terms(s1), _terms(s2)
    names = slice(0, 1) if ignore_state else slice(0, 2)
    if [term[names] for term in first] != [term[names] for term in second]:
        return False
    factors = {a[2] / b[2] for a, b in zip(first, second)}
    return factors.pop() if len(factors) == 1 else False


def compare_chemical_expression(s1, s2, ignore_state=False):
    return divide_chemical_expression(s1, s2, ignore_state) == 1


def _split(equation):
    for arrow in ARROWS:
        sides = equation.split(arrow)
        if len(sides) == 2:
            return arrow, sides[0], sides[1]
    raise Unreadable(equation)


def chemical_equations_equal(eq1, eq2, exact=False):
    """Whether both say the same, up to the order of the terms and, unless `exact`, one factor common to both sides."""
    try:
        arrow1, left1, right1 = _split(eq1)
        arrow2, left2, right2 = _split(eq2)
        if arrow1 != arrow2:
            return False
        left = divide_chemical_expression(left1, left2)
        right = divide_chemical_expression(right1, right2)
    except Unreadable:
        return False
    return bool(left) and left == right and (not exact or left == 1)
